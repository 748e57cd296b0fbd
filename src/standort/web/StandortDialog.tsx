import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { ausstattung, standortContract, type Standort } from '../contract.ts';
import * as texts from './texts.ts';

export interface StandortDialogProps {
  readonly kreisId: string;
  readonly standort: Standort;
  readonly onClose: () => void;
}

/** Changes what is published of a place, its rooms and its equipment. */
export function StandortDialog({ kreisId, standort, onClose }: StandortDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const vorhanden: readonly string[] = standort.ausstattung;
  const geschuetzte: readonly string[] = standort.raum
    .filter((raum) => raum.geschuetzt)
    .map(({ name }) => name);
  const form = useForm({
    initial: {
      anschrift: standort.anschrift,
      telefon: standort.telefon,
      email: standort.email,
      oeffnung: standort.oeffnung,
      raum: standort.raum.map(({ name }) => name).join('\n'),
      geschuetzt: geschuetzte,
      ausstattung: vorhanden,
    },
    draft: { formular: 'standort', bezug: `${kreisId}:${standort.id}` },
    send: (values, key) =>
      call(
        standortContract.changeStandort,
        {
          params: { kreisId, standortId: standort.id },
          body: {
            anschrift: values.anschrift,
            telefon: values.telefon,
            email: values.email,
            oeffnung: values.oeffnung,
            ausstattung: ausstattung.options.filter((each) => values.ausstattung.includes(each)),
            raum: namesOf(values.raum).map((name) => ({
              name,
              geschuetzt: values.geschuetzt.includes(name),
            })),
            fassung: standort.fassung,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const raeume = [...new Set(namesOf(form.values.raum))];
  return (
    <Dialog title={t.aendernTitel(standort.name)} open wide onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, raum: t.raeume }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <div className="columns">
          <TextArea {...form.bind('anschrift')} label={t.anschrift} quietOptional rows={2} initialFocus />
          <TextArea
            {...form.bind('oeffnung')}
            label={t.oeffnung}
            hint={t.oeffnungHinweis}
            quietOptional
            rows={2}
          />
        </div>
        <div className="columns">
          <TextField {...form.bind('telefon')} label={t.telefon} quietOptional maxLength={60} />
          <TextField {...form.bind('email')} label={t.email} quietOptional type="email" maxLength={200} />
        </div>
        <TextArea {...form.bind('raum')} label={t.raeume} hint={t.raeumeHinweis} quietOptional rows={2} />
        {raeume.length > 0 && (
          <CheckboxList
            {...form.bind('geschuetzt')}
            label={t.geschuetzt}
            hint={t.geschuetztHinweis}
            quietOptional
            options={raeume.map((name) => ({ value: name, label: name }))}
          />
        )}
        <CheckboxList
          {...form.bind('ausstattung')}
          label={t.ausstattung}
          hint={t.ausstattungHinweis}
          quietOptional
          options={ausstattung.options.map((value) => ({ value, label: t.ausstattungWert[value] }))}
        />
      </Form>
    </Dialog>
  );
}

function namesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
