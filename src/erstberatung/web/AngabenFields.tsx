import { TitelFields } from '#src/aufenthalt/web/TitelFields.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { deutschniveau, hinweis } from '../bogen.ts';
import type { BogenValues } from './bogen-values.ts';
import { ChipChoice } from './ChipChoice.tsx';
import * as texts from './texts.ts';

export interface AngabenProps {
  readonly kreis: KreisStamm;
  readonly values: BogenValues;
  readonly bind: <K extends keyof BogenValues>(name: K) => Bound<BogenValues[K]>;
}

/** What is asked of a named person only: household, languages, residence, benefits. */
export function LageFields({ kreis, values, bind }: AngabenProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  return (
    <>
      <Card title={t.lage}>
        <div className="stack">
          <div className="row">
            <TextField {...bind('personen')} label={t.personen} quietOptional inputMode="numeric" width={6} />
            <TextField {...bind('kinder')} label={t.kinder} quietOptional inputMode="numeric" width={6} />
            <TextField
              {...bind('einreise')}
              label={t.einreise}
              placeholder={t.einreiseHinweis}
              quietOptional
              width={24}
            />
          </div>
          <ChipChoice
            {...bind('sprachen')}
            label={t.sprachen}
            quietOptional
            options={languageOptions(sprache, values.sprache)}
          />
          <ChoiceGroup
            {...bind('deutsch')}
            label={t.deutsch}
            quietOptional
            options={[
              ...deutschniveau.options.map((value) => ({ value, label: t.deutschName[value] })),
              { value: '', label: t.ohneAngabe },
            ]}
          />
          <Checkbox {...bind('dolmetschbedarf')} label={t.dolmetschbedarf} />
        </div>
      </Card>
      <Card title={t.aufenthaltKarte}>
        <div className="stack">
          <TitelFields
            kreis={kreis}
            am={values.am}
            titel={bind('titel')}
            laeuftAbAm={bind('laeuftAbAm')}
            verlaengerung={bind('verlaengerung')}
            gruppe={bind('gruppe')}
          />
          <SelectField
            {...bind('leistungsbezug')}
            label={t.leistungsbezug}
            quietOptional
            empty={t.ohneAngabe}
            options={codeOptions(lists.leistungsbezug, sprache, [values.leistungsbezug])}
          />
          <ChipChoice
            {...bind('rechtskreis')}
            label={t.rechtskreis}
            quietOptional
            options={codeOptions(lists.rechtskreis, sprache, values.rechtskreis)}
          />
        </div>
      </Card>
    </>
  );
}

/** Signs of a complex case, potentials, and the estimate of danger for those who meet the person. */
export function HinweisFields({ bind }: Pick<AngabenProps, 'bind'>) {
  const t = useTexts(texts);
  return (
    <>
      <Card title={t.hinweiseKarte}>
        <div className="stack">
          <ChipChoice
            {...bind('hinweis')}
            label={t.hinweis}
            quietOptional
            options={hinweis.options.map((value) => ({ value, label: t.hinweisName[value] }))}
          />
          <div className="columns columns-wide">
            <TextArea {...bind('sprachlich')} label={t.sprachlich} rows={2} quietOptional />
            <TextArea {...bind('sozial')} label={t.sozial} rows={2} quietOptional />
            <TextArea {...bind('wirtschaftlich')} label={t.wirtschaftlich} rows={2} quietOptional />
          </div>
        </div>
      </Card>
      <Card title={t.gefaehrdung}>
        <div className="risk-levels">
          <ChoiceGroup
            {...bind('gefaehrdung')}
            label={t.gefaehrdung}
            hideLabel
            hint={t.gefaehrdungHinweis}
            options={[
              ...([0, 1, 2] as const).map((stufe) => ({
                value: String(stufe),
                label: t.gefaehrdungStufe[stufe],
              })),
              { value: '', label: t.gefaehrdungOhne },
            ]}
          />
        </div>
      </Card>
    </>
  );
}
