import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { Angebot } from '../angebot.ts';
import { angebotContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Ends an offer with a day; an ended one comes back by the same way. */
export function EndDialog(props: {
  kreisId: string;
  angebot: Pick<Angebot, 'id' | 'name' | 'fassung' | 'gueltigBis'>;
  onClose: () => void;
}) {
  const { kreisId, angebot, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const back = angebot.gueltigBis !== null;
  const form = useForm({
    initial: { gueltigBis: today() },
    check: ({ gueltigBis }) => (back || isDay(gueltigBis) ? {} : { gueltigBis: 'datum-ungueltig' }),
    send: ({ gueltigBis }, key) =>
      call(
        angebotContract.endAngebot,
        {
          params: { kreisId, angebotId: angebot.id },
          body: { fassung: angebot.fassung, gueltigBis: back ? null : gueltigBis },
        },
        { key },
      ),
    onDone: () => {
      toast(back ? t.wiederToast : t.beendetToast);
      onClose();
    },
  });
  return (
    <Dialog title={back ? t.wiederAnbieten : t.beenden} open onClose={onClose}>
      <Form
        form={form}
        labels={t}
        codes={{ ...t.code, 'gleichzeitig-geaendert': t.konfliktTitel }}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {back ? t.wiederAnbieten : t.beenden}
          </Button>
        }
      >
        {!back && (
          <>
            <p>{t.beendenFrage(angebot.name)}</p>
            <DateField {...form.bind('gueltigBis')} label={t.gueltigBis} required />
          </>
        )}
      </Form>
    </Dialog>
  );
}
