import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Form } from '#src/platform/web/use-form.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { zielHinweise } from '../rules.ts';
import { listVorlage } from '../vorlage.ts';
import { SchrittFields } from './SchrittFields.tsx';
import * as texts from './texts.ts';
import { fromVorlage, zielInhalt, type ZielValues } from './ziel-values.ts';

export interface ZielFieldsProps {
  readonly kreis: KreisStamm;
  readonly form: Form<ZielValues>;
  /** Offers templates; only before anything is written. */
  readonly vorlagen: boolean;
}

const prioritaeten = [1, 2, 3] as const;

/** The fields of a goal, with gentle questions beside what is written. */
export function ZielFields({ kreis, form, vorlagen }: ZielFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { bind, values } = form;
  const liste = kreis.codeliste.lebensbereich;
  const gemeinsam =
    liste?.find(({ code }) => code === values.lebensbereich)?.gemeinsam ?? values.lebensbereich;
  const angebotene = listVorlage(gemeinsam);
  const gewaehlt = angebotene.find((each) => each.text[sprache] === values.text)?.id ?? '';
  return (
    <>
      <SelectField
        {...bind('lebensbereich')}
        label={t.lebensbereich}
        required
        options={codeOptions(liste, sprache, [values.lebensbereich])}
      />
      {vorlagen && angebotene.length > 0 && (
        <SelectField
          name="vorlage"
          label={t.vorlage}
          hint={t.vorlageHinweis}
          quietOptional
          empty={t.vorlageKeine}
          value={gewaehlt}
          onChange={(id) => {
            const vorlage = angebotene.find((each) => each.id === id);
            if (vorlage) form.patch(fromVorlage(vorlage, sprache));
          }}
          options={angebotene.map(({ id, text }) => ({ value: id, label: text[sprache] }))}
          error={undefined}
        />
      )}
      <TextArea {...bind('text')} label={t.text} hint={t.textHinweis} required rows={2} />
      <Hinweise values={values} />
      <TextArea {...bind('worte')} label={t.worte} hint={t.worteHinweis} rows={2} />
      <TextArea {...bind('indikator')} label={t.indikator} rows={2} />
      <div className="columns">
        <ChoiceGroup
          {...bind('prioritaet')}
          label={t.prioritaet}
          required
          options={prioritaeten.map((value) => ({ value: String(value), label: t.prioritaetWort[value] }))}
        />
        <DateField {...bind('bisWann')} label={t.bisWann} />
      </div>
      <SchrittFields kreis={kreis} schritt={bind('schritt')} />
    </>
  );
}

/** Questions that a good goal answers; read out when they change, never in the way. */
function Hinweise({ values }: { values: ZielValues }) {
  const t = useTexts(texts);
  const hinweise = zielHinweise(zielInhalt(values));
  return (
    <output className="small">
      {hinweise.length > 0 && (
        <>
          {t.hinweise}
          <ul className="plan-hints">
            {hinweise.map((code) => (
              <li key={code}>{t.hinweis[code]}</li>
            ))}
          </ul>
        </>
      )}
    </output>
  );
}
