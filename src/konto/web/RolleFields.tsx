import type { KreisStamm } from '#src/kreis/contract.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { rolleName } from '#src/zugang/contract.ts';
import { rolleOrt } from '../rules.ts';
import type { RolleValues } from './rolle-values.ts';
import * as rolleTexts from './rolle-texts.ts';
import * as texts from './texts.ts';

export interface RolleFieldsProps {
  readonly kreis: KreisStamm;
  /** Träger at which the account may give roles; null: everywhere in the Kreis. */
  readonly traegerIds: readonly string[] | null;
  readonly values: RolleValues;
  readonly bind: (name: keyof RolleValues) => Bound<string>;
}

/** Role, where it holds and how long; only the places that belong to the role are asked for. */
export function RolleFields({ kreis, traegerIds, values, bind }: RolleFieldsProps) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const ort = rolleOrt(values.rolle);
  const rollen = rolleName.options.filter(
    (rolle) => traegerIds === null || rolleOrt(rolle).startsWith('traeger'),
  );
  const known = rollen.find((rolle) => rolle === values.rolle);
  const traeger = kreis.traeger.filter(({ id }) => traegerIds === null || traegerIds.includes(id));
  return (
    <>
      <SelectField
        {...bind('rolle')}
        label={t.rolleLabel}
        required
        options={rollen.map((rolle) => ({ value: rolle, label: r.rolle[rolle] }))}
        {...(known === undefined ? {} : { hint: r.rolleText[known] })}
      />
      {values.rolle !== '' && ort.startsWith('traeger') && (
        <SelectField
          {...bind('traegerId')}
          label={t.traeger}
          required={ort === 'traeger' || traegerIds !== null}
          {...(ort === 'traeger' || traegerIds !== null ? {} : { empty: t.ganzerKreis })}
          options={nameOptions(traeger)}
        />
      )}
      {ort === 'region_oder_kreis' && (
        <SelectField
          {...bind('regionId')}
          label={t.region}
          empty={t.ganzerKreis}
          options={nameOptions(kreis.region)}
        />
      )}
      {ort === 'stelle' && <StelleField {...bind('stelleId')} kreis={kreis} label={t.stelle} required />}
      <div className="columns">
        <DateField {...bind('ab')} label={t.ab} hint={t.abHinweis} />
        <DateField
          {...bind('bis')}
          label={t.bis}
          hint={values.rolle === 'uebernahme' ? t.code['rolle-braucht-frist'] : t.bisHinweis}
          required={values.rolle === 'uebernahme'}
        />
      </div>
    </>
  );
}
