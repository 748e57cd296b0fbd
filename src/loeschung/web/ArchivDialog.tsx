import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import { archivAntwort, type LaufZeile } from '../zeile.ts';
import * as texts from './texts.ts';

export interface ArchivDialogProps {
  readonly kreisId: string;
  readonly lauf: LaufZeile;
  readonly onClose: () => void;
}

/** What the archive was offered and what it answered. */
export function ArchivDialog({ kreisId, lauf, onClose }: ArchivDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: {
      archiv: lauf.archiv.name ?? '',
      angebotenAm: lauf.archiv.angebotenAm ?? today(),
      antwort: lauf.archiv.antwort ?? 'offen',
      uebergebenAm: lauf.archiv.uebergebenAm ?? '',
    },
    draft: { formular: 'archivangebot', bezug: `${kreisId}:${lauf.id}` },
    check: (values) => ({
      ...(values.archiv.trim() === '' ? { archiv: 'pflichtfeld' } : {}),
      ...(isDay(values.angebotenAm) ? {} : { angebotenAm: 'datum-ungueltig' }),
      ...(values.uebergebenAm === '' || isDay(values.uebergebenAm)
        ? {}
        : { uebergebenAm: 'datum-ungueltig' }),
    }),
    send: ({ archiv, angebotenAm, antwort, uebergebenAm }, key) =>
      call(
        loeschungContract.offerArchiv,
        {
          params: { kreisId, laufId: lauf.id },
          body: {
            fassung: lauf.fassung,
            archiv,
            angebotenAm,
            antwort: antwort === 'offen' ? null : archivAntwort.parse(antwort),
            uebergebenAm: antwort === 'uebernommen' ? uebergebenAm || null : null,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={t.archivTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{
          archiv: t.archivName,
          angebotenAm: t.angebotenAm,
          antwort: t.antwort,
          uebergebenAm: t.uebergebenAm,
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <TextField {...form.bind('archiv')} label={t.archivName} required maxLength={200} />
        <DateField {...form.bind('angebotenAm')} label={t.angebotenAm} required />
        <ChoiceGroup
          {...form.bind('antwort')}
          required
          label={t.antwort}
          options={(['offen', ...archivAntwort.options] as const).map((value) => ({
            value,
            label: t.archivAntwort[value],
          }))}
        />
        {form.values.antwort === 'uebernommen' && (
          <DateField {...form.bind('uebergebenAm')} label={t.uebergebenAm} required />
        )}
      </Form>
    </Dialog>
  );
}
