import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beratungskontaktContract } from '../contract.ts';
import type { KontaktMitNachtrag } from '../kontakt.ts';
import { KontaktFields } from './KontaktFields.tsx';
import { checkKontakt, eingabeOf, valuesOf } from './kontakt-values.ts';
import * as texts from './texts.ts';

export interface CorrectKontaktProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly kontakt: KontaktMitNachtrag;
  readonly onClose: () => void;
}

/** Corrects a recorded contact; the earlier version stays known to the history. */
export function CorrectKontakt({ kreis, fallId, kontakt, onClose }: CorrectKontaktProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: valuesOf(kontakt, fallId),
    draft: { formular: 'kontakt-berichtigen', bezug: kontakt.id },
    check: checkKontakt,
    send: (values, key) =>
      call(
        beratungskontaktContract.correctBeratungskontakt,
        {
          params: { kreisId: kreis.id, fallId, kontaktId: kontakt.id },
          body: {
            ...eingabeOf(values),
            // A draft of an earlier day must not stand against the text that holds.
            ...(kontakt.notizSteht ? { notiz: kontakt.notiz ?? '' } : {}),
            nachtrag: values.nachtrag,
            fassung: kontakt.fassung,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.berichtigt);
      onClose();
    },
  });
  return (
    <Dialog title={t.berichtigenTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, dauerMinuten: t.dauer }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <KontaktFields
          kreis={kreis}
          values={kontakt.notizSteht ? { ...form.values, notiz: kontakt.notiz ?? '' } : form.values}
          bind={form.bind}
          patch={form.patch}
          notizSteht={kontakt.notizSteht}
        />
      </Form>
    </Dialog>
  );
}
