import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { addMonths, isDay, type Day } from '#src/platform/day.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { monthName } from '../period.ts';
import type { Question } from './question.ts';
import { StichtagPicker } from './StichtagPicker.tsx';
import * as texts from './texts.ts';

export type Changes = Readonly<Record<string, string | undefined>>;

export interface QuestionBarProps {
  readonly kreis: KreisStamm;
  readonly question: Question;
  readonly heute: Day;
  /** One of several Träger can be chosen. */
  readonly auswahl: boolean;
  readonly onChange: (changes: Changes) => void;
}

/** What is to be counted; every change is in the address at once. */
export function QuestionBar(props: QuestionBarProps) {
  const t = useTexts(texts);
  const { kreis, question, heute, auswahl, onChange } = props;
  const counts = question.tabelle !== 'baustein3' && question.tabelle !== 'stellen';
  return (
    <search className="card auswertung-frage" aria-label={t.auswahl}>
      {question.tabelle === 'fallzahlen' && (
        <StichtagPicker
          stichtage={question.stichtage}
          heute={heute}
          onChange={(tage) => onChange({ stichtag: tage.join(',') })}
        />
      )}
      <div className="auswertung-felder">
        <OwnFields {...props} />
        {kreis.region.length > 0 && (
          <SelectField
            name="region"
            label={t.region}
            quietOptional
            empty={t.regionAlle}
            value={question.region}
            options={kreis.region
              .filter((region) => region.zaehlbar)
              .map((region) => ({ value: region.slug, label: region.name }))}
            onChange={(region) => onChange({ region })}
          />
        )}
        {counts && (auswahl || question.traeger !== '') && (
          <SelectField
            name="traeger"
            label={t.traeger}
            quietOptional
            empty={t.traegerAlle}
            value={question.traeger}
            options={nameOptions(kreis.traeger)}
            onChange={(traeger) => onChange({ traeger })}
          />
        )}
        {counts && (
          <DayField
            name="kenntnisstand"
            label={t.kenntnisstand}
            value={question.kenntnisstand}
            max={heute}
            mayBeEmpty
            onChange={(kenntnisstand) => onChange({ kenntnisstand })}
          />
        )}
      </div>
      {question.tabelle !== 'stellen' && (
        <Checkbox
          name="veroeffentlicht"
          label={t.veroeffentlicht}
          value={question.veroeffentlicht}
          onChange={(on) => onChange({ veroeffentlicht: on ? '1' : undefined })}
        />
      )}
    </search>
  );
}

function OwnFields({ question, heute, onChange }: QuestionBarProps) {
  const t = useTexts(texts);
  switch (question.tabelle) {
    case 'fallzahlen':
    case 'baustein3':
      return null;
    case 'kontakte':
      return (
        <>
          <SelectField
            name="art"
            label={t.art}
            required
            empty={null}
            value={question.art}
            options={(['sonstige', 'beratung'] as const).map((value) => ({ value, label: t[value] }))}
            onChange={(art) => onChange({ art })}
          />
          <MonthField
            name="von"
            label={t.von}
            value={question.vonMonat}
            heute={heute}
            onChange={(von) => onChange({ von })}
          />
          <MonthField
            name="bis"
            label={t.bis}
            value={question.bisMonat}
            heute={heute}
            onChange={(bis) => onChange({ bis })}
          />
        </>
      );
    case 'merkmal':
      return (
        <>
          <MerkmalField
            namen={['geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich']}
            value={question.merkmal}
            onChange={onChange}
          />
          <DayField
            name="stichtag"
            label={t.stichtag}
            value={question.stichtage.at(-1) ?? heute}
            max={heute}
            onChange={(stichtag) => onChange({ stichtag })}
          />
          <TopField question={question} onChange={onChange} />
        </>
      );
    case 'kontaktmerkmal':
      return (
        <>
          <MerkmalField
            namen={['kontaktweg', 'handlungsfeld']}
            value={question.kontaktmerkmal}
            onChange={onChange}
          />
          <DayField
            name="von"
            label={t.von}
            value={question.von}
            max={question.bis}
            onChange={(von) => onChange({ von })}
          />
          <DayField
            name="bis"
            label={t.bis}
            value={question.bis}
            min={question.von}
            onChange={(bis) => onChange({ bis })}
          />
          <TopField question={question} onChange={onChange} />
        </>
      );
    case 'stellen':
      return (
        <DayField
          name="stichtag"
          label={t.stichtag}
          value={question.stichtage.at(-1) ?? heute}
          onChange={(stichtag) => onChange({ stichtag })}
        />
      );
  }
}

type Merkmale = Question['merkmal'] | Question['kontaktmerkmal'];

function MerkmalField(props: {
  namen: readonly Merkmale[];
  value: string;
  onChange: (changes: Changes) => void;
}) {
  const t = useTexts(texts);
  return (
    <SelectField
      name="merkmal"
      label={t.merkmal}
      required
      empty={null}
      value={props.value}
      options={props.namen.map((value) => ({ value, label: t.merkmale[value] }))}
      onChange={(merkmal) => props.onChange({ merkmal, top: undefined })}
    />
  );
}

function TopField({ question, onChange }: Pick<QuestionBarProps, 'question' | 'onChange'>) {
  const t = useTexts(texts);
  const ranks = [...new Set([3, 5, 10, 20, question.top ?? 5])].toSorted((a, b) => a - b);
  return (
    <SelectField
      name="top"
      label={t.top}
      required
      empty={null}
      value={question.top === undefined ? 'alle' : String(question.top)}
      options={[
        ...ranks.map((n) => ({ value: String(n), label: t.topWerte(n) })),
        { value: 'alle', label: t.topAlle },
      ]}
      onChange={(top) => onChange({ top })}
    />
  );
}

interface MonthFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly heute: Day;
  readonly onChange: (value: string) => void;
}

/** Months of the last ten years, newest first, and the chosen one if it is older. */
function MonthField({ name, label, value, heute, onChange }: MonthFieldProps) {
  const { sprache } = useSprache();
  const recent = Array.from({ length: 120 }, (_, index) =>
    addMonths(`${heute.slice(0, 7)}-01`, -index).slice(0, 7),
  );
  const months = recent.includes(value) ? recent : [...recent, value].toSorted().toReversed();
  return (
    <SelectField
      name={name}
      label={label}
      required
      empty={null}
      value={value}
      options={months.map((each) => ({ value: each, label: monthName(each)[sprache] }))}
      onChange={onChange}
    />
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly min?: Day;
  readonly max?: Day;
  readonly mayBeEmpty?: boolean;
  readonly onChange: (value: string | undefined) => void;
}

/** A day that counts as soon as it is one; half-typed text changes nothing. */
function DayField({ mayBeEmpty = false, value, onChange, ...field }: DayFieldProps) {
  const [typed, setTyped] = useState<string>();
  function type(text: string) {
    if (isDay(text) || (mayBeEmpty && text === '')) {
      setTyped(undefined);
      onChange(text === '' ? undefined : text);
    } else setTyped(text);
  }
  const wrong = typed !== undefined && typed.length >= 10;
  return (
    <DateField
      {...field}
      required={!mayBeEmpty}
      quietOptional
      value={typed ?? value}
      {...(wrong ? { error: 'datum-ungueltig' } : {})}
      onChange={type}
    />
  );
}
