import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beratungskontaktContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface RecordSonstigerProps {
  readonly kreis: KreisStamm;
  /** Träger for which the account works. */
  readonly ownTraegerIds: readonly string[];
  readonly onDone: () => void;
}

const none: readonly string[] = [];

/** A contact without a case: counted, never named. */
export function RecordSonstiger({ kreis, ownTraegerIds, onDone }: RecordSonstigerProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const own = kreis.traeger.filter((traeger) => ownTraegerIds.includes(traeger.id));
  const traeger = own.length > 0 ? own : kreis.traeger;
  const form = useForm({
    initial: {
      am: today(),
      traegerId: traeger.length === 1 ? (traeger[0]?.id ?? '') : '',
      kommuneId: '',
      zugang: '',
      ergebnis: '',
      lebensbereich: none,
    },
    draft: { formular: 'sonstiger-kontakt', bezug: kreis.id },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.traegerId === '' ? { traegerId: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        beratungskontaktContract.recordSonstigerKontakt,
        {
          params: { kreisId: kreis.id },
          body: {
            am: values.am,
            traegerId: values.traegerId,
            kommuneId: values.kommuneId === '' ? null : values.kommuneId,
            zugang: values.zugang === '' ? null : values.zugang,
            ergebnis: values.ergebnis === '' ? null : values.ergebnis,
            lebensbereich: [...values.lebensbereich],
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.sonstigerGespeichert);
      onDone();
    },
  });
  return (
    <Form
      form={form}
      labels={{ ...t, traegerId: t.traeger, kommuneId: t.kommune }}
      codes={t.code}
      actions={
        <>
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
          <span className="key-hint muted small">
            {t.oder} <Kbd>{t.strg}</Kbd> <Kbd>Enter</Kbd>
          </span>
        </>
      }
    >
      <p className="muted">{t.sonstigerText}</p>
      <div className="columns">
        <DateField {...form.bind('am')} label={t.am} required max={today()} />
        <SelectField {...form.bind('traegerId')} label={t.traeger} required options={nameOptions(traeger)} />
        <SelectField
          {...form.bind('kommuneId')}
          label={t.kommune}
          quietOptional
          options={nameOptions(kreis.kommune)}
        />
      </div>
      <div className="columns">
        <SelectField
          {...form.bind('zugang')}
          label={t.zugang}
          quietOptional
          options={codeOptions(kreis.codeliste.zugang, sprache)}
        />
        <SelectField
          {...form.bind('ergebnis')}
          label={t.ergebnis}
          quietOptional
          options={codeOptions(kreis.codeliste.ergebnis, sprache)}
        />
      </div>
      <CheckboxList
        {...form.bind('lebensbereich')}
        label={t.lebensbereich}
        quietOptional
        options={codeOptions(kreis.codeliste.lebensbereich, sprache)}
      />
    </Form>
  );
}
