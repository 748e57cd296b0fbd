import { today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { ScanField } from './ScanField.tsx';
import { SignatureField } from './SignatureField.tsx';
import * as texts from './texts.ts';
import type { Rollen, Signatures } from './use-signatures.ts';

export interface SignFieldsProps {
  readonly rollen: Rollen;
  /** Names of the guardians, where they sign. */
  readonly namen: readonly string[];
  readonly form: Bound<string>;
  readonly am: Bound<string>;
  /** Bears the refusals of the signatures. */
  readonly unterschrift: Bound<string>;
  readonly signatures: Signatures;
}

/** How a paper is signed: on the screen, or on paper with a scan that may follow. */
export function SignFields({ rollen, namen, form, am, unterschrift, signatures }: SignFieldsProps) {
  const t = useTexts(texts);
  return (
    <div className="stack">
      <ChoiceGroup
        {...form}
        label={t.wieUnterschreiben}
        required
        onChange={(value) => {
          form.onChange(value);
          if (value === 'bildschirm') am.onChange(today());
        }}
        options={[
          { value: 'bildschirm', label: t.aufBildschirm },
          { value: 'papier', label: t.aufPapier },
        ]}
      />
      {form.value === 'bildschirm' ? (
        rollen.map((rolle, index) => (
          <SignatureField
            key={`${rolle}${index}`}
            name={index === 0 ? unterschrift.name : `${unterschrift.name}${index}`}
            label={
              rolle === 'klient' ? t.unterschriftKlient : t.unterschriftVon(namen[index] ?? '', index + 1)
            }
            hint={t.feldHinweis}
            required
            error={signatures.strich(index).length === 0 || index === 0 ? unterschrift.error : undefined}
            value={signatures.strich(index)}
            onChange={(value) => {
              signatures.draw(index, value);
              unterschrift.onChange(String(value.length));
            }}
          />
        ))
      ) : (
        <div className="columns">
          <DateField {...am} label={t.unterschriebenAm} required max={today()} />
          <ScanField signatures={signatures} />
        </div>
      )}
    </div>
  );
}
