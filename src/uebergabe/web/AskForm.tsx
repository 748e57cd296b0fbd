import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { uebergabeContract } from '../contract.ts';
import type { UebergabeEingabe } from '../eingabe.ts';
import { fristVorschlag } from '../rules.ts';
import * as texts from './texts.ts';

export interface AskFormProps {
  readonly kreis: KreisStamm;
  readonly eingabe: UebergabeEingabe;
  readonly vorigeId: string | null;
  readonly anzahl: number;
  readonly onDone: (anzahl: number) => void;
}

/** Asks the other Träger: until when, and a word to go with it. */
export function AskForm({ kreis, eingabe, vorigeId, anzahl, onDone }: AskFormProps) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { fristAm: fristVorschlag(today()), nachricht: '' },
    draft: { formular: 'uebergabe-anfrage', bezug: eingabe.fallIds[0] ?? kreis.id },
    check: (values) => ({
      ...(isDay(values.fristAm) ? {} : { fristAm: 'datum-ungueltig' }),
      ...(values.nachricht.length > 300 ? { nachricht: 'wert-zu-gross' } : {}),
    }),
    send: (values, key) =>
      call(
        uebergabeContract.askUebergabe,
        { params: { kreisId: kreis.id }, body: { ...eingabe, ...values, vorigeId } },
        { key },
      ),
    onDone: (answer) => onDone(answer.anzahl),
  });
  return (
    <Card title={t.frageTitel(nameOf(kreis.traeger, eingabe.anTraegerId))}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.fragen(anzahl)}
          </Button>
        }
      >
        <p className="muted prose">{t.frageText}</p>
        <DateField {...form.bind('fristAm')} label={t.fristAm} required min={today()} />
        <TextArea
          {...form.bind('nachricht')}
          label={t.nachricht}
          hint={t.nachrichtHinweis}
          quietOptional
          rows={2}
        />
      </Form>
    </Card>
  );
}
