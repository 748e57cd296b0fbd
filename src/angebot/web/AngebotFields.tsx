import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Form } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Checkbox, CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { angebotArt, barriere, beratungsansatz, ebene, kosten, zielgruppe } from '../angebot.ts';
import type { AngebotValues } from './angebot-values.ts';
import * as texts from './texts.ts';

export interface AngebotFieldsProps {
  readonly kreis: KreisStamm;
  readonly bind: Form<AngebotValues & { readonly fassung: number }>['bind'];
  readonly values: AngebotValues;
}

/** The fields of an offer in five groups. */
export function AngebotFields({ kreis, bind, values }: AngebotFieldsProps) {
  return (
    <>
      <WasFields kreis={kreis} bind={bind} values={values} />
      <WerFields kreis={kreis} bind={bind} values={values} />
      <WoFields kreis={kreis} bind={bind} values={values} />
      <KontaktFields bind={bind} />
    </>
  );
}

function WasFields({ kreis, bind, values }: AngebotFieldsProps) {
  const t = useTexts(texts);
  return (
    <>
      <h2>{t.gruppeWas}</h2>
      <TextField {...bind('name')} label={t.name} required initialFocus maxLength={200} />
      <StelleField {...bind('stelleId')} kreis={kreis} label={t.stelleId} required />
      <div className="columns">
        <SelectField
          {...bind('art')}
          label={t.art}
          required
          options={angebotArt.options.map((value) => ({ value, label: t.artName[value] }))}
        />
        <SelectField
          {...bind('beratungsansatz')}
          label={t.beratungsansatz}
          quietOptional
          empty={t.keineBeratung}
          options={beratungsansatz.options.map((value) => ({ value, label: t.ansatzName[value] }))}
        />
      </div>
      {(values.beratungsansatz !== '' || values.eigenesFallmanagement) && (
        <Checkbox
          {...bind('eigenesFallmanagement')}
          label={t.eigenesFallmanagement}
          hint={t.eigenesFallmanagementText}
        />
      )}
      <TextArea {...bind('beschreibung')} label={t.beschreibung} rows={3} />
    </>
  );
}

function WerFields({ kreis, bind, values }: AngebotFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const known = languageOptions(sprache);
  const others = values.sprache.filter((code) => known.every(({ value }) => value !== code));
  return (
    <>
      <h2>{t.gruppeFuerWen}</h2>
      <CheckboxList
        {...bind('lebensbereich')}
        label={t.lebensbereich}
        options={codeOptions(kreis.codeliste.lebensbereich, sprache, values.lebensbereich)}
      />
      <CheckboxList
        {...bind('zielgruppe')}
        label={t.zielgruppe}
        hint={t.zielgruppeHinweis}
        options={zielgruppe.options.map((value) => ({ value, label: t.zielgruppeName[value] }))}
      />
      <CheckboxList
        {...bind('sprache')}
        label={t.sprache}
        hint={t.spracheHinweis}
        options={[...known, ...others.flatMap((code) => languageOptions(sprache, code).slice(-1))]}
      />
      <CheckboxList
        {...bind('rechtskreis')}
        label={t.rechtskreis}
        hint={t.rechtskreisHinweis}
        options={codeOptions(kreis.codeliste.rechtskreis, sprache, values.rechtskreis)}
      />
      <div className="columns">
        <TextField
          {...bind('plaetzeGesamt')}
          label={t.plaetzeGesamt}
          hint={t.plaetzeHinweis}
          inputMode="numeric"
          maxLength={6}
        />
        <TextField {...bind('plaetzeFrei')} label={t.plaetzeFrei} inputMode="numeric" maxLength={6} />
      </div>
      <ChoiceGroup
        {...bind('kosten')}
        label={t.kosten}
        quietOptional
        options={kosten.options.map((value) => ({ value, label: t.kostenName[value] }))}
      />
      {values.kosten !== 'frei' && <TextField {...bind('kostenText')} label={t.kostenText} maxLength={300} />}
    </>
  );
}

function WoFields({ kreis, bind, values }: AngebotFieldsProps) {
  const t = useTexts(texts);
  return (
    <>
      <h2>{t.gruppeWo}</h2>
      <ChoiceGroup
        {...bind('ebene')}
        label={t.ebene}
        quietOptional
        options={ebene.options.map((value) => ({ value, label: t.ebeneName[value] }))}
      />
      {values.ebene === 'teilregional' && (
        <CheckboxList
          {...bind('kommuneIds')}
          label={t.kommuneIds}
          required
          options={nameOptions(kreis.kommune)}
        />
      )}
      <div className="columns">
        <SelectField
          {...bind('kommuneId')}
          label={t.kommuneId}
          required={values.ebene === 'kommunal'}
          {...(values.ebene === 'kommunal' ? {} : { empty: t.kommuneOffen })}
          options={nameOptions(kreis.kommune)}
        />
        <TextField {...bind('anschrift')} label={t.anschrift} maxLength={300} />
      </div>
      <div className="columns">
        <TextField {...bind('laenge')} label={t.laenge} hint={t.punktHinweis} maxLength={12} />
        <TextField {...bind('breite')} label={t.breite} maxLength={12} />
      </div>
      <TextArea {...bind('oeffnung')} label={t.oeffnung} rows={2} />
      <CheckboxList
        {...bind('barriere')}
        label={t.barriere}
        options={barriere.options.map((value) => ({ value, label: t.barriereName[value] }))}
      />
    </>
  );
}

function KontaktFields({ bind }: Pick<AngebotFieldsProps, 'bind'>) {
  const t = useTexts(texts);
  return (
    <>
      <h2>{t.gruppeKontakt}</h2>
      <div className="columns">
        <TextField
          {...bind('ansprechpartner')}
          label={t.ansprechpartner}
          hint={t.ansprechpartnerHinweis}
          maxLength={200}
        />
        <TextField {...bind('telefon')} label={t.telefon} maxLength={60} />
      </div>
      <div className="columns">
        <TextField {...bind('email')} label={t.email} type="email" maxLength={200} />
        <TextField {...bind('web')} label={t.web} maxLength={500} placeholder="https://" />
      </div>
      <h2>{t.gruppeQuelle}</h2>
      <div className="columns">
        <TextField {...bind('quelle')} label={t.quelle} hint={t.quelleHinweis} maxLength={200} />
        <TextField {...bind('quelleWeb')} label={t.quelleWeb} maxLength={500} placeholder="https://" />
      </div>
    </>
  );
}
