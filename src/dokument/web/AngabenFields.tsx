import { isDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { dokumentArt, type DokumentAngaben } from '../contract.ts';
import * as texts from './texts.ts';

export type AngabenValues = {
  readonly titel: string;
  readonly art: string;
  readonly am: string;
  readonly laeuftAbAm: string;
};

/** What needs no server to be refused. */
export function checkAngaben(values: AngabenValues): Partial<Record<keyof AngabenValues, string>> {
  const wrong = (value: string) => value !== '' && !isDay(value);
  return {
    ...(values.titel.trim() === '' ? { titel: 'pflichtfeld' } : {}),
    ...(dokumentArt.safeParse(values.art).success ? {} : { art: 'pflichtfeld' }),
    ...(wrong(values.am) ? { am: 'datum-ungueltig' } : {}),
    ...(wrong(values.laeuftAbAm) ? { laeuftAbAm: 'datum-ungueltig' } : {}),
  };
}

/** What is sent for the values of the form. */
export function angabenOf(values: AngabenValues): DokumentAngaben {
  const day = (value: string) => (value === '' ? null : value);
  return {
    titel: values.titel,
    art: dokumentArt.parse(values.art),
    am: day(values.am),
    laeuftAbAm: day(values.laeuftAbAm),
  };
}

/** Title, kind and days of an attachment. */
export function AngabenFields({ bind }: { bind: <K extends keyof AngabenValues>(name: K) => Bound<string> }) {
  const t = useTexts(texts);
  return (
    <>
      <TextField {...bind('titel')} label={t.titel} hint={t.titelHinweis} required maxLength={200} />
      <ChoiceGroup
        {...bind('art')}
        label={t.art}
        required
        options={dokumentArt.options.map((value) => ({ value, label: t.arten[value] }))}
      />
      <div className="columns">
        <DateField {...bind('am')} label={t.am} max={today()} />
        <DateField {...bind('laeuftAbAm')} label={t.laeuftAbAm} />
      </div>
    </>
  );
}
