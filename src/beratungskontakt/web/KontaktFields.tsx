import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { usualOrt, type KontaktValues } from './kontakt-values.ts';
import * as texts from './texts.ts';

export interface KontaktFieldsProps {
  readonly kreis: KreisStamm;
  readonly values: KontaktValues;
  readonly bind: <K extends keyof KontaktValues>(name: K) => Bound<KontaktValues[K]>;
  readonly patch: (values: Partial<KontaktValues>) => void;
  /** The note stands as it was written; what is new goes into an amendment. */
  readonly notizSteht?: boolean;
}

/** The fields of a contact in the order in which one tells it: when, how, about what. */
export function KontaktFields({ kreis, values, bind, patch, notizSteht = false }: KontaktFieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const w = t.wert;
  return (
    <>
      <div className="columns">
        <DateField {...bind('am')} label={t.am} required max={today()} />
        <ChoiceGroup
          {...bind('qualifiziert')}
          label={t.qualifiziert}
          required
          options={[
            { value: 'ja', label: t.qualifiziertJa },
            { value: 'nein', label: t.qualifiziertNein },
          ]}
        />
      </div>
      <ChoiceGroup
        {...bind('format')}
        label={t.format}
        required
        onChange={(format) => patch({ format, ort: usualOrt(format) })}
        options={[
          { value: 'persoenlich', label: w.persoenlich },
          { value: 'telefon', label: w.telefon },
          { value: 'video', label: w.video },
          { value: 'schriftlich', label: w.schriftlich },
          { value: 'begleitung', label: w.begleitung },
        ]}
      />
      <div className="columns columns-wide">
        <ChoiceGroup
          {...bind('ort')}
          label={t.ort}
          required
          options={[
            { value: 'buero', label: w.buero },
            { value: 'extern', label: w.extern },
            { value: 'privathaushalt', label: w.privathaushalt },
            { value: 'kein', label: w.ohneOrt },
          ]}
        />
        <DauerField bind={bind('dauerMinuten')} />
      </div>
      <CheckboxList
        {...bind('lebensbereich')}
        label={t.lebensbereich}
        required={values.qualifiziert === 'ja'}
        options={codeOptions(kreis.codeliste.lebensbereich, sprache, values.lebensbereich)}
      />
      {notizSteht ? (
        <>
          {values.notiz !== '' && (
            <div className="stack-tight">
              <strong>{t.notiz}</strong>
              <p className="preline prose">{values.notiz}</p>
            </div>
          )}
          <TextArea {...bind('nachtrag')} label={t.nachtrag} hint={t.nachtragHinweis} quietOptional />
        </>
      ) : (
        <TextArea {...bind('notiz')} label={t.notiz} hint={t.notizHinweis} quietOptional />
      )}
      <div className="columns columns-wide">
        <ComboBox
          {...bind('sprache')}
          label={t.sprache}
          quietOptional
          options={languageOptions(sprache, values.sprache)}
        />
        <ChoiceGroup
          {...bind('dolmetschen')}
          label={t.dolmetschen}
          required
          options={[
            { value: 'kein', label: w.ohneDolmetschen },
            { value: 'ehrenamtlich', label: w.ehrenamtlich },
            { value: 'professionell', label: w.professionell },
            { value: 'angehoerige', label: w.angehoerige },
          ]}
        />
      </div>
    </>
  );
}

const USUAL_MINUTES = ['15', '30', '45', '60', '90'];

function DauerField({ bind }: { bind: Bound<string> }) {
  const t = useTexts(texts);
  const usual = USUAL_MINUTES.includes(bind.value);
  return (
    <div className="duration">
      <ChoiceGroup
        {...bind}
        name={`${bind.name}-chips`}
        error={undefined}
        label={t.dauer}
        quietOptional
        options={USUAL_MINUTES.map((value) => ({ value, label: value }))}
      />
      <TextField
        {...bind}
        label={t.dauerAndere}
        hideLabel
        placeholder={t.dauerAndere}
        inputMode="numeric"
        maxLength={3}
        width={6}
        value={usual ? '' : bind.value}
      />
    </div>
  );
}
