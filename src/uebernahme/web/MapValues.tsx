import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import type { Zuordnung } from '../contract.ts';
import type { Vorschau } from './Preview.tsx';
import * as texts from './texts.ts';

export interface MapValuesProps {
  readonly kreis: KreisStamm;
  readonly unbekannt: Vorschau['unbekannt'];
  readonly wert: Zuordnung['wert'];
  readonly pending: boolean;
  readonly onValues: (wert: Zuordnung['wert']) => void;
}

const none = '-';

/** Gives values that no code list knows a meaning. A reason may be one for closing or for resting. */
export function MapValues({ kreis, unbekannt, wert, pending, onValues }: MapValuesProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});

  function optionsFor(liste: Vorschau['unbekannt'][number]['liste']) {
    const lists =
      liste === 'abschlussgrund' ? (['abschlussgrund', 'ruhegrund'] as const) : ([liste] as const);
    return [
      { value: none, label: t.keinWert },
      ...lists.flatMap((name) =>
        codeOptions(kreis.codeliste[name], sprache).map(({ value, label }) => ({
          value: `${name} ${value}`,
          label,
        })),
      ),
    ];
  }

  function apply() {
    const added = unbekannt.flatMap(({ liste, text }): Zuordnung['wert'] => {
      const choice = chosen[`${liste} ${text}`];
      if (choice === undefined || choice === '') return [];
      const [name, code] = choice === none ? [liste, null] : choice.split(' ');
      const list = name === 'ruhegrund' ? 'ruhegrund' : liste;
      return [{ liste: list, text, code: code ?? null }];
    });
    const replaced = new Set(added.map(({ liste, text }) => `${liste} ${text}`));
    onValues([...wert.filter(({ liste, text }) => !replaced.has(`${liste} ${text}`)), ...added]);
  }

  return (
    <section className="card stack">
      <h2>{t.unbekanntTitel}</h2>
      <p className="muted">{t.unbekanntText}</p>
      <div className="columns">
        {unbekannt.map(({ liste, text, anzahl }) => (
          <SelectField
            key={`${liste} ${text}`}
            name={`${liste} ${text}`}
            label={t.unbekanntWert(text, anzahl)}
            quietOptional
            empty={t.offen}
            value={chosen[`${liste} ${text}`] ?? ''}
            options={optionsFor(liste)}
            onChange={(value) => setChosen({ ...chosen, [`${liste} ${text}`]: value })}
          />
        ))}
      </div>
      <div className="row">
        <Button
          pending={pending}
          disabled={Object.values(chosen).every((value) => value === '')}
          onClick={apply}
        >
          {t.neuPruefen}
        </Button>
      </div>
    </section>
  );
}
