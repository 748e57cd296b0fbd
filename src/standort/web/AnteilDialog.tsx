import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { standortContract, type Standort } from '../contract.ts';
import { sumProzent } from '../rules.ts';
import * as texts from './texts.ts';

export interface AnteilDialogProps {
  readonly kreis: KreisStamm;
  readonly traegerId: string;
  readonly standorte: readonly Standort[];
  readonly prozentOf: (standortId: string) => number;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, string>>;

/** Distributes the hours of a Träger over its places from a day on; the sum is shown while typing. */
export function AnteilDialog({ kreis, traegerId, standorte, prozentOf, onClose }: AnteilDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const prozente = Object.fromEntries(standorte.map(({ id }) => [id, String(prozentOf(id))]));
  const initial: Values = { ...prozente, gueltigAb: today() };
  const anteileOf = (values: Values) =>
    standorte.map(({ id }) => ({ standortId: id, prozent: Number(values[id] ?? '') }));
  const form = useForm({
    initial,
    draft: { formular: 'stundenanteil', bezug: `${kreis.id}:${traegerId}` },
    instances: Object.fromEntries(standorte.slice(0, 1).map(({ id }) => [id, '/anteil'])),
    check: (values): Values => ({
      ...Object.fromEntries(
        standorte
          .filter(({ id }) => !/^(100|\d{1,2})$/.test(values[id] ?? ''))
          .map(({ id }) => [id, 'prozent-ungueltig']),
      ),
      ...(isDay(values['gueltigAb'] ?? '') ? {} : { gueltigAb: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        standortContract.setStundenanteil,
        {
          params: { kreisId: kreis.id, traegerId },
          body: { gueltigAb: values['gueltigAb'] ?? '', anteil: anteileOf(values) },
        },
        { key },
      ),
    onDone: () => {
      toast(t.anteilGespeichert);
      onClose();
    },
  });
  const summe = sumProzent(anteileOf(form.values));
  return (
    <Dialog title={t.anteilTitel(nameOf(kreis.traeger, traegerId))} open onClose={onClose}>
      <Form
        form={form}
        labels={{
          ...Object.fromEntries(standorte.map(({ id, name }) => [id, name])),
          gueltigAb: t.gueltigAb,
        }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
            <output className="figure">{Number.isFinite(summe) ? t.anteilSumme(summe) : ''}</output>
          </>
        }
      >
        <p className="muted">{t.anteilText}</p>
        {standorte.map(({ id, name }) => (
          <TextField
            key={id}
            {...form.bind(id)}
            value={form.values[id] ?? ''}
            label={`${name} (%)`}
            required
            inputMode="numeric"
            width={6}
            maxLength={3}
          />
        ))}
        <DateField
          {...form.bind('gueltigAb')}
          value={form.values['gueltigAb'] ?? ''}
          label={t.gueltigAb}
          required
        />
      </Form>
    </Dialog>
  );
}
