import { isSigned } from '#src/einwilligung/unterschrift.ts';
import { ScanField } from '#src/einwilligung/web/ScanField.tsx';
import { SignatureField } from '#src/einwilligung/web/SignatureField.tsx';
import type { Signatures } from '#src/einwilligung/web/use-signatures.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import type { HilfeplanStand, PlanUnterschrift, VersionZeile } from '../contract.ts';
import { PapierAusdruck } from './PapierAusdruck.tsx';
import * as texts from './texts.ts';

export interface SignPlanFieldsProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly plan: HilfeplanStand;
  readonly gedruckt: VersionZeile | undefined;
  readonly rollen: readonly PlanUnterschrift['rolle'][];
  /** Changes whenever others sign; the fields then begin empty. */
  readonly runde: string;
  readonly form: Bound<string>;
  readonly am: Bound<string>;
  readonly vertretungen: Bound<string>;
  readonly unterschrift: Bound<string>;
  readonly signatures: Signatures;
}

/** Fields to sign in for everyone who signs, or the way over paper. */
export function SignPlanFields(props: SignPlanFieldsProps) {
  const { rollen, form, am, unterschrift, signatures } = props;
  const t = useTexts(texts);
  if (rollen.length === 0) return <p>{t.niemand}</p>;
  const person = rollen.some((rolle) => rolle !== 'fachkraft');
  return (
    <div className="stack">
      {person && (
        <ChoiceGroup
          {...props.vertretungen}
          label={t.vertretungen}
          required
          options={([0, 1, 2] as const).map((value) => ({
            value: String(value),
            label: t.vertretungWort[value],
          }))}
        />
      )}
      <ChoiceGroup
        {...form}
        label={t.wie}
        required
        options={[
          { value: 'bildschirm', label: t.bildschirm },
          { value: 'papier', label: t.papier },
        ]}
      />
      {form.value === 'bildschirm' ? (
        rollen.map((rolle, index) => (
          <SignatureField
            key={`${props.runde}${rolle}${index}`}
            name={index === 0 ? unterschrift.name : `${unterschrift.name}${index}`}
            label={t.unterschriftVon(t.rolle[rolle])}
            required
            error={isSigned(signatures.strich(index)) ? undefined : unterschrift.error}
            value={signatures.strich(index)}
            onChange={(value) => {
              signatures.draw(index, value);
              unterschrift.onChange(String(value.length));
            }}
          />
        ))
      ) : (
        <>
          <PapierAusdruck
            kreis={props.kreis}
            fallId={props.fallId}
            plan={props.plan}
            gedruckt={props.gedruckt}
          />
          <div className="columns">
            <DateField {...am} label={t.am} required max={today()} />
            <ScanField signatures={signatures} />
          </div>
        </>
      )}
    </div>
  );
}
