import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { languageName } from '#src/platform/web/languages.ts';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { terminArt } from '../contract.ts';
import { typedTime, type TerminValues } from './termin-values.ts';
import { useGegenstand } from './use-gegenstand.ts';
import * as words from './dialog-texts.ts';
import * as texts from './texts.ts';

export interface TerminFieldsProps {
  readonly kreis: KreisStamm;
  readonly values: TerminValues;
  readonly bind: <K extends keyof TerminValues>(name: K) => Bound<TerminValues[K]>;
  readonly patch: (values: Partial<TerminValues>) => void;
  readonly raeume: readonly {
    id: string;
    standortId: string;
    name: string;
    geschuetzt: boolean;
    frei: boolean;
  }[];
  readonly fristBis: string | null;
  /** Warnings, beside the time that they speak of. */
  readonly hinweise: ReactNode;
}

/** The fields of an appointment in the order in which one agrees on it: for whom, when, where. */
export function TerminFields(props: TerminFieldsProps) {
  const { kreis, values, bind, patch, raeume, fristBis, hinweise } = props;
  const t = useTexts(texts);
  const d = useTexts(words);
  const { sprache } = useSprache();
  const search = useGegenstand(kreis.id, t);
  const team = kreis.casemanager.filter((each) => each.traegerId === values.traegerId);
  const late = fristBis !== null && values.tag > fristBis;
  const rooms = raeume.filter((each) => each.standortId === values.standortId);
  const roomWords = (room: (typeof rooms)[number]) =>
    [room.name, room.frei ? '' : d.raumBelegt, room.geschuetzt ? '' : d.raumOffen].filter(Boolean).join(', ');
  return (
    <>
      <ChoiceGroup
        {...bind('art')}
        label={d.art}
        required
        options={terminArt.options.map((value) => ({ value, label: t.art[value] }))}
      />
      {values.art === 'begleitung' && (
        <ChoiceGroup
          {...bind('begleitungGrund')}
          label={d.grund}
          hint={d.grundHinweis}
          required
          options={[
            { value: 'kein_angebot', label: d.kein_angebot },
            { value: 'im_aufbau', label: d.im_aufbau },
          ]}
        />
      )}
      {values.art !== 'intern' && (
        <ComboBox
          {...bind('anfrageId')}
          label={d.gegenstand}
          hint={values.art === 'aufsuchend' ? d.ohneGegenstand : d.gegenstandHinweis}
          required={values.art !== 'aufsuchend'}
          placeholder={d.gegenstandPlatz}
          options={search.options}
          chosen={values.gegenstandLabel}
          onType={search.onType}
          searching={search.searching}
          onChange={(value) =>
            patch({
              anfrageId: value,
              gegenstandLabel: search.options.find((option) => option.value === value)?.label ?? '',
            })
          }
        />
      )}
      <div className="columns">
        <DateField {...bind('tag')} label={d.tag} required min={today()} />
        <TextField
          {...bind('von')}
          label={d.von}
          placeholder={d.vonHinweis}
          required
          inputMode="text"
          onChange={(von) => patch({ von: von.length >= 4 ? typedTime(von) : von })}
        />
        <TextField {...bind('dauerMinuten')} label={d.dauer} required inputMode="numeric" />
      </div>
      {fristBis !== null && (
        <p className={late ? 'field-error' : 'muted small'}>
          {late ? d.fristZuSpaet(formatDay(fristBis)) : d.fristBis(formatDay(fristBis))}
        </p>
      )}
      {hinweise}
      <div className="columns">
        <SelectField
          {...bind('casemanagerId')}
          label={d.fachkraft}
          required
          empty={null}
          options={nameOptions(team)}
        />
        <SelectField
          {...bind('standortId')}
          label={d.standort}
          quietOptional
          options={nameOptions(kreis.standort.filter((each) => each.traegerId === values.traegerId))}
          onChange={(standortId) => patch({ standortId, raumId: '' })}
        />
        {rooms.length > 0 && (
          <SelectField
            {...bind('raumId')}
            label={d.raum}
            quietOptional
            options={rooms.map((room) => ({ value: room.id, label: roomWords(room) }))}
          />
        )}
      </div>
      {values.art !== 'intern' && (
        <div className="columns">
          <SelectField
            {...bind('dolmetschen')}
            label={d.dolmetschen}
            quietOptional
            options={papiersprachen
              .filter(({ code }) => code !== 'deu')
              .map(({ code, tag, name }) => ({
                value: code,
                label: sprache === 'de' ? name : languageName('en', tag),
              }))}
          />
          {values.dolmetschen !== '' && <Checkbox {...bind('dolmetschenBestaetigt')} label={d.bestaetigt} />}
        </div>
      )}
      <StelleField
        {...bind('mitStelleId')}
        kreis={kreis}
        label={d.stelle}
        hint={d.stelleHinweis}
        quietOptional
      />
    </>
  );
}
