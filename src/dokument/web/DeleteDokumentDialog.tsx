import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { dokumentContract, loeschgrund } from '../contract.ts';
import type { DokumentDialogProps } from './ChangeDokumentDialog.tsx';
import * as texts from './texts.ts';

/** Deletes the content of an attachment for good, with the reason. */
export function DeleteDokumentDialog({ kreisId, fallId, dokument, onClose }: DokumentDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { grund: '' },
    check: ({ grund }) => (loeschgrund.safeParse(grund).success ? {} : { grund: 'pflichtfeld' }),
    send: ({ grund }, key) =>
      call(
        dokumentContract.deleteDokument,
        {
          params: { kreisId, fallId, dokumentId: dokument.id },
          body: { grund: loeschgrund.parse(grund), fassung: dokument.fassung },
        },
        { key },
      ),
    onDone: () => {
      toast(t.geloescht);
      onClose();
    },
  });
  return (
    <Dialog title={t.loeschenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ grund: t.grund }}
        codes={t.code}
        actions={
          <Button kind="danger" submit pending={form.pending}>
            {t.loeschen}
          </Button>
        }
      >
        <p>{t.loeschenText(dokument.titel ?? '')}</p>
        <ChoiceGroup
          {...form.bind('grund')}
          label={t.grund}
          required
          options={loeschgrund.options.map((value) => ({ value, label: t.gruende[value] }))}
        />
      </Form>
    </Dialog>
  );
}
