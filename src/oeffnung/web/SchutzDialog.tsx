import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { oeffnungContract, schutzAufhebung, schutzGrund, type SchutzGrund } from '../contract.ts';
import * as texts from './texts.ts';

export interface SchutzDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  /** What protects her now; null: nothing yet. */
  readonly schutz: SchutzGrund | null;
  readonly onClose: () => void;
}

/** Protects a person from the eyes of colleagues, or lifts the protection; each with its reason. */
export function SchutzDialog({ kreisId, fallId, schutz, onClose }: SchutzDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const setzt = schutz === null;
  const form = useForm({
    initial: { grund: setzt ? 'mitarbeit' : 'entfallen' },
    send: ({ grund }, key) =>
      call(
        oeffnungContract.setSchutz,
        {
          params: { kreisId, fallId },
          body: setzt
            ? { grund: schutzGrund.parse(grund), aufhebung: null }
            : { grund: null, aufhebung: schutzAufhebung.parse(grund) },
        },
        { key },
      ),
    onDone: () => {
      toast(setzt ? t.geschuetzt : t.aufgehoben);
      onClose();
    },
  });
  return (
    <Dialog title={setzt ? t.schutzTitel : t.aufhebenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ grund: t.schutzFeld }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {setzt ? t.schutzSetzen : t.aufheben}
          </Button>
        }
      >
        <p className="muted">{setzt ? t.schutzText : t.aufhebenText}</p>
        {setzt && <Notice tone="warning" title={t.schutzWarnung} />}
        <ChoiceGroup
          {...form.bind('grund')}
          label={t.schutzFeld}
          required
          options={
            setzt
              ? schutzGrund.options.map((value) => ({ value, label: t.schutzGrund[value] }))
              : schutzAufhebung.options.map((value) => ({ value, label: t.aufhebung[value] }))
          }
        />
      </Form>
    </Dialog>
  );
}
