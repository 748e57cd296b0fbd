import { useRef } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { FieldGroup, useField } from '#src/ui/web/Field.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { schrittAkteur } from '../plan.ts';
import * as texts from './texts.ts';
import {
  emptySchritt,
  readSchritte,
  schrittError,
  writeSchritte,
  type SchrittValues,
} from './ziel-values.ts';

export interface SchrittFieldsProps {
  readonly kreis: KreisStamm;
  readonly schritt: Bound<readonly string[]>;
}

/** The steps to a goal: what, by whom, until when; errors stand at the step they belong to. */
export function SchrittFields({ kreis, schritt }: SchrittFieldsProps) {
  const t = useTexts(texts);
  const box = useRef<HTMLDivElement>(null);
  const ids = useField({ ...schritt, hint: undefined });
  const schritte = readSchritte({ schritt: schritt.value });
  const set = (next: readonly SchrittValues[]) => schritt.onChange(writeSchritte(next));

  function focusText(index: number) {
    // The new field exists after the next rendering.
    requestAnimationFrame(() =>
      box.current?.querySelectorAll<HTMLElement>('.plan-step-form')[index]?.querySelector('input')?.focus(),
    );
  }

  return (
    <FieldGroup props={{ ...schritt, label: t.schritte }} ids={ids}>
      <div className="stack" ref={box}>
        {schritte.map((one, index) => (
          <SchrittForm
            key={one.id}
            kreis={kreis}
            nummer={index + 1}
            schritt={one}
            checked={schritt.error !== undefined}
            onChange={(changed) =>
              set(schritte.map((each) => (each.id === one.id ? { ...each, ...changed } : each)))
            }
            onRemove={() => {
              set(schritte.filter(({ id }) => id !== one.id));
              focusText(Math.max(0, index - 1));
            }}
          />
        ))}
        <p>
          <Button
            small
            icon="plus"
            onClick={() => {
              set([...schritte, emptySchritt()]);
              focusText(schritte.length);
            }}
          >
            {t.schrittNeu}
          </Button>
        </p>
      </div>
    </FieldGroup>
  );
}

interface SchrittFormProps {
  readonly kreis: KreisStamm;
  readonly nummer: number;
  readonly schritt: SchrittValues;
  readonly checked: boolean;
  readonly onChange: (changed: Partial<SchrittValues>) => void;
  readonly onRemove: () => void;
}

function SchrittForm({ kreis, nummer, schritt, checked, onChange, onRemove }: SchrittFormProps) {
  const t = useTexts(texts);
  const wrong = checked ? schrittError(schritt) : undefined;
  const errorAt = (feld: string) => (wrong?.feld === feld ? wrong.code : undefined);
  const name = (feld: string) => `schritt-${schritt.id}-${feld}`;
  return (
    <fieldset className="plan-step-form stack" aria-label={t.schrittNummer(nummer)}>
      <div className="row-between">
        <span className="field-label">{t.schrittNummer(nummer)}</span>
        <Button small kind="quiet" icon="close" onClick={onRemove}>
          {t.schrittEntfernen}
          <span className="sr-only"> {nummer}</span>
        </Button>
      </div>
      <TextField
        name={name('text')}
        label={t.schrittText}
        required
        maxLength={1000}
        value={schritt.text}
        onChange={(text) => onChange({ text })}
        error={errorAt('text')}
      />
      <div className="columns">
        <ChoiceGroup
          name={name('akteur')}
          label={t.akteur}
          required
          value={schritt.akteur ?? ''}
          onChange={(value) =>
            onChange({ akteur: schrittAkteur.options.find((each) => each === value) ?? null })
          }
          options={schrittAkteur.options.map((value) => ({ value, label: t.akteurWort[value] }))}
          error={errorAt('akteur')}
        />
        <DateField
          name={name('faelligAm')}
          label={t.faelligAm}
          value={schritt.faelligAm}
          onChange={(faelligAm) => onChange({ faelligAm })}
          error={errorAt('faelligAm')}
        />
      </div>
      {schritt.akteur === 'dritte' && (
        <div className="columns">
          <StelleField
            name={name('stelle')}
            kreis={kreis}
            label={t.stelle}
            quietOptional
            value={schritt.stelleId ?? ''}
            onChange={(value) => onChange({ stelleId: value === '' ? null : value, dritte: '' })}
            error={undefined}
          />
          <TextField
            name={name('dritte')}
            label={t.dritte}
            quietOptional
            maxLength={200}
            value={schritt.dritte}
            onChange={(dritte) => onChange({ dritte })}
            error={errorAt('dritte')}
          />
        </div>
      )}
    </fieldset>
  );
}
