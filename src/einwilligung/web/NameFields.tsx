import { today } from '#src/platform/day.ts';
import { LetterHint } from '#src/person/web/LetterHint.tsx';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { DateField } from '#src/ui/web/DateField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import * as texts from './texts.ts';

export interface NameFieldsProps {
  readonly familienname: Bound<string>;
  readonly vorname: Bound<string>;
  readonly geburtsdatum: Bound<string>;
  readonly nameOriginal: Bound<string>;
}

/** Name as the papers write it, birth date (or only the year), and the name in the script of origin. */
export function NameFields({ familienname, vorname, geburtsdatum, nameOriginal }: NameFieldsProps) {
  const t = useTexts(texts);
  const move = (from: Bound<string>) => {
    nameOriginal.onChange(`${nameOriginal.value} ${from.value}`.trim());
    from.onChange('');
  };
  return (
    <div className="stack">
      <div className="columns">
        <TextField {...familienname} label={t.familienname} required maxLength={200} />
        <TextField {...vorname} label={t.vorname} quietOptional maxLength={200} />
      </div>
      <LetterHint field={familienname} label={t.familienname} onMove={move} />
      <LetterHint field={vorname} label={t.vorname} onMove={move} />
      <div className="columns">
        <DateField
          {...geburtsdatum}
          label={t.geburtsdatum}
          hint={t.geburtsdatumHinweis}
          quietOptional
          max={today()}
        />
        <TextField
          {...nameOriginal}
          label={t.nameOriginal}
          hint={t.nameOriginalHinweis}
          quietOptional
          maxLength={300}
        />
      </div>
    </div>
  );
}
