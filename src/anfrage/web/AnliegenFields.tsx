import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Checkbox, CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import type { AnfrageBind, AnfrageValues } from './anfrage-values.ts';
import * as texts from './texts.ts';

/** What it is about, in which language, how urgent, and what others are there for. */
export function AnliegenFields(props: {
  kreis: KreisStamm;
  bind: AnfrageBind;
  values: AnfrageValues;
  /** Stands beside the language. */
  children?: ReactNode;
}) {
  const { kreis, bind, values, children } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  return (
    <div className="stack">
      <CheckboxList
        {...bind('lebensbereich')}
        label={t.lebensbereich}
        quietOptional
        options={codeOptions(lists.lebensbereich, sprache, values.lebensbereich)}
      />
      <div className="columns">
        <SelectField
          {...bind('sprache')}
          label={t.sprache}
          quietOptional
          empty={t.ohneAngabe}
          options={languageOptions(sprache, values.sprache)}
        />
        {children}
      </div>
      <Checkbox {...bind('dolmetschen')} label={t.dolmetschen} />
      <Checkbox {...bind('dringlich')} label={t.dringlich} hint={t.dringlichHinweis} />
      {lists.kein_fall.length > 0 && (
        <CheckboxList
          {...bind('keinFall')}
          label={t.keinFall}
          hint={t.keinFallHinweis}
          quietOptional
          options={codeOptions(lists.kein_fall, sprache, values.keinFall)}
        />
      )}
      {values.keinFall.length > 0 && (
        <Notice>
          <p>{t.keinFallWahl}</p>
        </Notice>
      )}
    </div>
  );
}
