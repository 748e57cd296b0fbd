import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { zusteuerungContract, type ZusteuerungRegel } from '../contract.ts';
import * as texts from './texts.ts';

export interface EndRegelDialogProps {
  readonly kreis: KreisStamm;
  readonly regel: ZusteuerungRegel;
  readonly onClose: () => void;
}

/** Ends a rule with a day. */
export function EndRegelDialog({ kreis, regel, onClose }: EndRegelDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { gueltigBis: today() },
    draft: { formular: 'zusteuerung-ende', bezug: `${kreis.id}:${regel.reiheId}` },
    check: ({ gueltigBis }) => (isDay(gueltigBis) ? {} : { gueltigBis: 'datum-ungueltig' }),
    send: ({ gueltigBis }, key) =>
      call(
        zusteuerungContract.endZusteuerung,
        {
          params: { kreisId: kreis.id, reiheId: regel.reiheId },
          body: { fassungId: regel.id, gueltigBis },
        },
        { key },
      ),
    onDone: () => {
      toast(t.beendet);
      onClose();
    },
  });
  return (
    <Dialog title={t.beendenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.beenden}
          </Button>
        }
      >
        <p>{regel.bezeichnung}</p>
        <p className="muted">{t.beendenText}</p>
        <DateField {...form.bind('gueltigBis')} label={t.gueltigBis} hint={t.gueltigBisHinweis} required />
      </Form>
    </Dialog>
  );
}
