import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { AbwesendHinweis } from '#src/vertretung/web/AbwesendHinweis.tsx';
import { fallContract, type FallAkte } from '../contract.ts';
import * as texts from './texts.ts';

/** Gives a case to a case manager of its Träger from a day on. */
export function AssignDialog(props: { kreis: KreisStamm; fall: FallAkte; onClose: () => void }) {
  const { kreis, fall, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const colleagues = kreis.casemanager.filter((each) => each.traegerId === fall.traegerId);
  const form = useForm({
    initial: { casemanagerId: '', ab: today() },
    check: (values) => ({
      ...(values.casemanagerId === '' ? { casemanagerId: 'pflichtfeld' } : {}),
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        fallContract.assignFall,
        { params: { kreisId: kreis.id, fallId: fall.id }, body: { fassung: fall.fassung, ...values } },
        { key },
      ),
    onDone: () => {
      toast(t.zugewiesen);
      onClose();
    },
  });
  return (
    <Dialog title={t.zuweisenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ casemanagerId: t.casemanager, ab: t.ab }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.zuweisen}
          </Button>
        }
      >
        <SelectField
          {...form.bind('casemanagerId')}
          label={t.casemanager}
          required
          options={nameOptions(colleagues)}
        />
        <AbwesendHinweis kreis={kreis} kontoId={form.values.casemanagerId} />
        <DateField {...form.bind('ab')} label={t.ab} required max={today()} />
      </Form>
    </Dialog>
  );
}
