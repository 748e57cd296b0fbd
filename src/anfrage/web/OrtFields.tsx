import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import type { AnfrageBind, AnfrageValues } from './anfrage-values.ts';
import * as texts from './texts.ts';

/** Where somebody lives, as far as it decides who is responsible; the street is only looked up. */
export function OrtFields(props: { kreis: KreisStamm; bind: AnfrageBind; values: AnfrageValues }) {
  const { kreis, bind, values } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const kommune = kreis.kommune.find((each) => each.id === values.kommuneId);
  const divided = kommune !== undefined && kommune.ortsteil.length > 0;
  return (
    <div className="columns">
      <SelectField
        {...bind('kommuneId')}
        label={t.kommune}
        quietOptional
        options={nameOptions(kreis.kommune)}
        onChange={(id) => {
          bind('kommuneId').onChange(id);
          bind('ortsteilId').onChange('');
          bind('strasse').onChange('');
        }}
      />
      {divided && (
        <>
          <SelectField
            {...bind('ortsteilId')}
            label={t.ortsteil}
            quietOptional
            options={nameOptions(kommune.ortsteil)}
          />
          <TextField
            {...bind('strasse')}
            label={t.strasse}
            hint={t.strasseHinweis}
            quietOptional
            maxLength={120}
          />
        </>
      )}
      <SelectField
        {...bind('wohnform')}
        label={t.wohnform}
        quietOptional
        empty={t.ohneAngabe}
        options={codeOptions(kreis.codeliste.wohnform, sprache, [values.wohnform])}
      />
    </div>
  );
}
