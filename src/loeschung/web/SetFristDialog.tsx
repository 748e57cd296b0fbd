import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import type { RegelZeile } from '../zeile.ts';
import { fristEinheit } from '../frist.ts';
import * as fristTexts from './frist-texts.ts';
import * as texts from './texts.ts';

export interface SetFristDialogProps {
  readonly kreisId: string;
  readonly regel: RegelZeile;
  readonly onClose: () => void;
}

/** Sets one period of a Träger from a day on, with what it rests on. */
export function SetFristDialog({ kreisId, regel, onClose }: SetFristDialogProps) {
  const t = useTexts(texts);
  const f = useTexts(fristTexts);
  const toast = useToast();
  const form = useForm({
    initial: {
      anzahl: String(regel.anzahl),
      einheit: regel.einheit as string,
      grundlage: regel.gueltigAb === null ? '' : regel.grundlage,
      gueltigAb: today(),
    },
    draft: {
      formular: 'aufbewahrungsregel',
      bezug: `${kreisId}:${regel.traegerId.slice(0, 8)}:${regel.art}`,
    },
    check: (values) => ({
      ...(/^\d{1,3}$/.test(values.anzahl) && Number(values.anzahl) <= 360
        ? {}
        : { anzahl: 'wert-ungueltig' }),
      ...(values.grundlage.trim().length < 3 ? { grundlage: 'pflichtfeld' } : {}),
      ...(isDay(values.gueltigAb) ? {} : { gueltigAb: 'datum-ungueltig' }),
    }),
    send: ({ anzahl, einheit, grundlage, gueltigAb }, key) =>
      call(
        loeschungContract.setAufbewahrungsregel,
        {
          params: { kreisId },
          body: {
            traegerId: regel.traegerId,
            art: regel.art,
            anzahl: Number(anzahl),
            einheit: fristEinheit.parse(einheit),
            grundlage,
            gueltigAb,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(f.fristGespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={f.fristTitel(t.loeschart[regel.art])} open onClose={onClose}>
      <Form
        form={form}
        labels={{ anzahl: f.anzahl, einheit: f.einheit, grundlage: f.grundlage, gueltigAb: f.gueltigAb }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <TextField {...form.bind('anzahl')} label={f.anzahl} required inputMode="numeric" maxLength={3} />
        <ChoiceGroup
          {...form.bind('einheit')}
          required
          label={f.einheit}
          options={fristEinheit.options.map((value) => ({ value, label: f.einheitWort[value] }))}
        />
        <TextArea
          {...form.bind('grundlage')}
          label={f.grundlage}
          hint={f.grundlageHinweis}
          required
          rows={2}
        />
        <DateField {...form.bind('gueltigAb')} label={f.gueltigAb} required />
      </Form>
    </Dialog>
  );
}
