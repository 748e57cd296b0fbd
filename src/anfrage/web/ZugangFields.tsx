import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { asksUnterweg } from '../rules.ts';
import type { AnfrageBind, AnfrageValues } from './anfrage-values.ts';
import * as texts from './texts.ts';

/** On which way somebody came: alone, and how they learned of KIM, or steered by an office with its agreed route. */
export function ZugangFields(props: { kreis: KreisStamm; bind: AnfrageBind; values: AnfrageValues }) {
  const { kreis, bind, values } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  const stellen = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const weg = stellen.data?.stelle.find(({ id }) => id === values.stelleId)?.weg ?? '';
  const chosen = lists.zugang.find(({ code }) => code === values.zugang);
  const alone = asksUnterweg(chosen?.gemeinsam);
  const unterweg = bind('unterweg');
  return (
    <div className="stack">
      <ChoiceGroup
        {...bind('zugang')}
        label={t.zugang}
        quietOptional
        options={codeOptions(lists.zugang, sprache, [values.zugang])}
        onChange={(value) => {
          bind('zugang').onChange(value);
          const next = lists.zugang.find(({ code }) => code === value);
          if (!asksUnterweg(next?.gemeinsam)) unterweg.onChange('');
        }}
      />
      {alone && (
        <SelectField
          {...unterweg}
          label={t.unterweg}
          quietOptional
          empty={t.ohneAngabe}
          options={codeOptions(lists.unterweg, sprache, [values.unterweg])}
        />
      )}
      {(!alone || values.stelleId !== '') && (
        <StelleField
          {...bind('stelleId')}
          kreis={kreis}
          label={t.stelle}
          quietOptional
          among={(stelle) => stelle.zugesteuert}
          {...(weg === '' ? {} : { hint: t.weg(weg) })}
        />
      )}
    </div>
  );
}
