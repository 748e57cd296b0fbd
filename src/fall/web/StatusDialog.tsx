import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { fallContract, type FallAkte, type FallStatus } from '../contract.ts';
import * as texts from './texts.ts';

export interface StatusDialogProps {
  readonly kreis: KreisStamm;
  readonly fall: FallAkte;
  readonly status: FallStatus;
  readonly onClose: () => void;
}

/** Resting, closing and taking up again: day, reason, words for the file. */
export function StatusDialog({ kreis, fall, status, onClose }: StatusDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const list = status === 'abgeschlossen' ? kreis.codeliste.abschlussgrund : kreis.codeliste.ruhegrund;
  const reasons = status === 'aktiv' ? [] : codeOptions(list, sprache);
  const form = useForm({
    initial: { ab: today(), grund: '', begruendung: '' },
    draft: { formular: 'fall-status', bezug: `${fall.id}:${status}` },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...(reasons.length > 0 && values.grund === '' ? { grund: 'grund-fehlt' } : {}),
    }),
    send: (values, key) =>
      call(
        fallContract.setStatus,
        {
          params: { kreisId: kreis.id, fallId: fall.id },
          body: {
            fassung: fall.fassung,
            status,
            ab: values.ab,
            grund: values.grund === '' ? null : values.grund,
            begruendung: values.begruendung,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.statusGesetzt);
      onClose();
    },
  });
  return (
    <Dialog title={t.statusTitel[status]} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ab: t.abStatus, grund: t.grund, begruendung: t.begruendung }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.statusTitel[status]}
          </Button>
        }
      >
        <p className="muted">{t.statusText[status]}</p>
        <DateField {...form.bind('ab')} label={t.abStatus} required max={today()} />
        {reasons.length > 0 && (
          <SelectField {...form.bind('grund')} label={t.grund} required options={reasons} />
        )}
        {fall.person !== null && (
          <TextArea {...form.bind('begruendung')} label={t.begruendung} hint={t.begruendungHinweis} />
        )}
      </Form>
    </Dialog>
  );
}
