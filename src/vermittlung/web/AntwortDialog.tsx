import { isDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { absageGrund, antwortEingabe, ergebnis, type AntwortEingabe } from '../vermittlung.ts';
import type { AntwortGegenstand, AntwortStand } from './AntwortChoice.tsx';
import * as texts from './texts.ts';

export interface AntwortDialogProps {
  readonly gegenstand: AntwortGegenstand;
  readonly bezug: string;
  readonly staende: readonly AntwortStand[];
  readonly stand: AntwortStand;
  readonly send: (body: AntwortEingabe, key: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** What became of a referral, with its reason or result, its day and words. */
export function AntwortDialog({ gegenstand, bezug, staende, stand, send, onClose }: AntwortDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { stand: String(stand), grund: '', ergebnis: '', am: today(), worte: '' },
    draft: { formular: 'vermittlung_antwort', bezug },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.stand === 'abgelehnt' && values.grund === '' ? { grund: 'grund-fehlt' } : {}),
      ...(values.stand === 'beendet' && values.ergebnis === '' ? { ergebnis: 'ergebnis-fehlt' } : {}),
    }),
    send: (values, key) =>
      send(
        antwortEingabe.parse({
          ...values,
          fassung: gegenstand.fassung,
          grund: values.stand === 'abgelehnt' ? values.grund : null,
          ergebnis: values.stand === 'beendet' ? values.ergebnis : null,
        }),
        key,
      ),
    onDone: () => {
      toast(t.gespeichertTermin);
      onClose();
    },
  });
  const { bind, values } = form;
  return (
    <Dialog title={`${t.antwortTitel}: ${gegenstand.name}`} open onClose={onClose}>
      <Form
        form={form}
        labels={{ stand: t.was, grund: t.grund, ergebnis: t.ergebnis, am: t.antwortAm, worte: t.worte }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <ChoiceGroup
          {...bind('stand')}
          label={t.was}
          required
          options={staende.map((value) => ({ value, label: t.stand[value] }))}
        />
        {values.stand === 'abgelehnt' && (
          <ChoiceGroup
            {...bind('grund')}
            label={t.grund}
            required
            options={absageGrund.options.map((value) => ({ value, label: t.grundWort[value] }))}
          />
        )}
        {values.stand === 'beendet' && (
          <ChoiceGroup
            {...bind('ergebnis')}
            label={t.ergebnis}
            required
            options={ergebnis.options.map((value) => ({ value, label: t.ergebnisWort[value] }))}
          />
        )}
        <DateField {...bind('am')} label={t.antwortAm} required max={today()} min={gegenstand.standAm} />
        <TextArea {...bind('worte')} label={t.worte} hint={t.worteHinweis} />
      </Form>
    </Dialog>
  );
}
