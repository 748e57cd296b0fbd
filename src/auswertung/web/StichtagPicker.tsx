import { useState, type FormEvent } from 'react';
import { formatDay, isDay, type Day } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { defaultStichtage, monthEnds, mostStichtage, normalise, yearEnds } from './question.ts';
import * as texts from './texts.ts';

export interface StichtagPickerProps {
  readonly stichtage: readonly Day[];
  readonly heute: Day;
  readonly onChange: (stichtage: readonly Day[]) => void;
}

/** Key dates as tokens that can be taken away, a field to add one, and the usual rows of them. */
export function StichtagPicker({ stichtage, heute, onChange }: StichtagPickerProps) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  function add(event: FormEvent) {
    event.preventDefault();
    if (!isDay(typed)) return setError('datum-ungueltig');
    if (typed > heute) return setError('datum-in-zukunft');
    setError(undefined);
    setTyped('');
    onChange(normalise([...stichtage, typed]));
  }
  const presets = [
    { label: t.quartalsenden, tage: defaultStichtage(heute) },
    { label: t.monatsenden, tage: [...monthEnds(heute, 5), heute] },
    { label: t.jahresenden, tage: [...yearEnds(heute, 4), heute] },
    { label: t.nurHeute, tage: [heute] },
  ];
  return (
    <div className="stack stichtage">
      <ul className="row" aria-label={t.stichtage}>
        {stichtage.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className="token"
              aria-label={t.stichtagWeg(formatDay(tag))}
              disabled={stichtage.length === 1}
              onClick={() => onChange(stichtage.filter((other) => other !== tag))}
            >
              {formatDay(tag)}
              {stichtage.length > 1 && <Icon name="close" size={14} />}
            </button>
          </li>
        ))}
      </ul>
      <form className="row stichtag-dazu" onSubmit={add} noValidate>
        <DateField
          name="stichtag"
          label={t.stichtagDazu}
          quietOptional
          value={typed}
          max={heute}
          {...(error === undefined ? {} : { error })}
          onChange={setTyped}
        />
        <Button submit icon="plus" disabled={stichtage.length >= mostStichtage}>
          {t.hinzufuegen}
        </Button>
        <ul className="row stichtag-reihen" aria-label={t.vorschlaege}>
          {presets.map(({ label, tage }) => (
            <li key={label}>
              <button type="button" className="link-button small" onClick={() => onChange(tage)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </div>
  );
}
