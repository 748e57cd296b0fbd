import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { anfrageAusgang, type AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface CloseDialogProps {
  readonly kreis: KreisStamm;
  readonly anfrage: AnfrageDetail;
  /** Already chosen for a Verweis. */
  readonly stelleId?: string | undefined;
  readonly onClose: () => void;
}

const waehlbar = anfrageAusgang.extract(['erledigt', 'verwiesen', 'nicht_erschienen', 'zurueckgezogen']);

/** Ends an Anfrage; a Verweis names the office and its Ergebnis and is counted. */
export function CloseDialog({ kreis, anfrage, stelleId, onClose }: CloseDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const form = useForm({
    initial: {
      ausgang: stelleId === undefined ? '' : 'verwiesen',
      am: today(),
      stelleId: stelleId ?? '',
      ergebnis: '',
    },
    draft: { formular: 'anfrage-abschluss', bezug: `${anfrage.id}:${stelleId ?? ''}`.slice(0, 80) },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.ausgang === '' ? { ausgang: 'pflichtfeld' } : {}),
      ...(values.ausgang === 'verwiesen' && values.stelleId === '' ? { stelleId: 'stelle-fehlt' } : {}),
      ...(values.ausgang === 'verwiesen' && values.ergebnis === '' ? { ergebnis: 'ergebnis-fehlt' } : {}),
    }),
    send: (values, key) => {
      const verwiesen = values.ausgang === 'verwiesen';
      return call(
        anfrageContract.closeAnfrage,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: {
            fassung: anfrage.fassung,
            ausgang: waehlbar.parse(values.ausgang),
            am: values.am,
            stelleId: verwiesen ? values.stelleId : null,
            ergebnis: verwiesen ? values.ergebnis : null,
          },
        },
        { key },
      );
    },
    onDone: () => {
      toast(t.abgeschlossen);
      onClose();
    },
  });
  return (
    <Dialog title={t.abschlussTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ausgang: t.womit, am: t.am, stelleId: t.anStelle, ergebnis: t.ergebnis }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.abschliessen}
          </Button>
        }
      >
        <ChoiceGroup
          {...form.bind('ausgang')}
          label={t.womit}
          required
          options={waehlbar.options.map((value) => ({ value, label: t.ausgang[value] }))}
        />
        <DateField {...form.bind('am')} label={t.am} required max={today()} />
        {form.values.ausgang === 'verwiesen' && (
          <>
            <StelleField {...form.bind('stelleId')} kreis={kreis} label={t.anStelle} required />
            <SelectField
              {...form.bind('ergebnis')}
              label={t.ergebnis}
              hint={t.verweisText}
              required
              options={codeOptions(kreis.codeliste.ergebnis, sprache)}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
