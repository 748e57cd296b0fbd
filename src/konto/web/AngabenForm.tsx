import { isDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoBlatt } from '../contract.ts';
import * as texts from './texts.ts';

export interface AngabenFormProps {
  readonly kreisId: string;
  readonly konto: KontoBlatt;
  readonly onReload: () => void;
}

/** Name, mail address and last working day. */
export function AngabenForm({ kreisId, konto, onReload }: AngabenFormProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { name: konto.name, email: konto.email ?? '', endetAm: konto.endetAm ?? '' },
    draft: { formular: 'konto', bezug: `${kreisId}:${konto.id}` },
    check: (values) => ({
      ...(values.name.trim() === '' ? { name: 'pflichtfeld' } : {}),
      ...(values.endetAm === '' || isDay(values.endetAm) ? {} : { endetAm: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        kontoContract.changeKonto,
        {
          params: { kreisId, kontoId: konto.id },
          body: { ...values, endetAm: values.endetAm || null, fassung: konto.fassung },
        },
        { key },
      ),
    onDone: () => toast(t.gespeichert),
  });
  return (
    <Card title={t.angaben}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        {form.problem?.code === 'gleichzeitig-geaendert' && (
          <Notice tone="warning" title={t.geaendertTitel}>
            <p>{t.geaendertText}</p>
            <Button small onClick={onReload}>
              {t.neuLaden}
            </Button>
          </Notice>
        )}
        <TextField {...form.bind('name')} label={t.name} required maxLength={120} />
        <TextField {...form.bind('email')} label={t.email} hint={t.emailHinweis} type="email" />
        {!konto.eigenes && <DateField {...form.bind('endetAm')} label={t.endetAm} hint={t.endetAmHinweis} />}
      </Form>
    </Card>
  );
}
