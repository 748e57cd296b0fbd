import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { begleitungContract, klaerung, type Doppelbetreuung } from '../contract.ts';
import * as texts from './texts.ts';

export interface ResolveDialogProps {
  readonly kreis: KreisStamm;
  readonly fall: Doppelbetreuung;
  readonly onClose: () => void;
}

const none: readonly string[] = [];

/** Outcome of a mediation; with a lead also who looks after which Lebensbereich. */
export function ResolveDialog({ kreis, fall, onClose }: ResolveDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const form = useForm({
    initial: { stand: '', traegerId: '', fragendeAufgaben: none, andereAufgaben: none },
    draft: { formular: 'doppelbetreuung', bezug: fall.id },
    check: (values) => ({
      ...(values.stand === '' ? { stand: 'pflichtfeld' } : {}),
      ...(values.stand !== 'verschieden' && values.traegerId === '' ? { traegerId: 'pflichtfeld' } : {}),
    }),
    send: (values, key) => {
      const geteilt = values.stand === 'federfuehrung';
      return call(
        begleitungContract.resolveDoppelbetreuung,
        {
          params: { kreisId: kreis.id, doppelbetreuungId: fall.id },
          body: {
            stand: klaerung.parse(values.stand),
            traegerId: values.stand === 'verschieden' ? null : values.traegerId,
            fragendeAufgaben: geteilt ? [...values.fragendeAufgaben] : [],
            andereAufgaben: geteilt ? [...values.andereAufgaben] : [],
          },
        },
        { key },
      );
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const { stand } = form.values;
  const seiten = [fall.fragende, fall.andere].map((seite) => ({
    value: seite.traegerId,
    label: `${nameOf(kreis.traeger, seite.traegerId)} (${seite.nummer ?? t.ohneNummer})`,
  }));
  const bereiche = codeOptions(kreis.codeliste.lebensbereich, sprache);
  return (
    <Dialog title={t.klaeren} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{
          stand: t.ergebnis,
          traegerId: t.traeger,
          fragendeAufgaben: t.aufgaben(nameOf(kreis.traeger, fall.fragende.traegerId)),
          andereAufgaben: t.aufgaben(nameOf(kreis.traeger, fall.andere.traegerId)),
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <ChoiceGroup
          {...form.bind('stand')}
          label={t.ergebnis}
          required
          options={klaerung.options.map((value) => ({ value, label: t.stand[value] }))}
        />
        {(stand === 'eine_begleitung' || stand === 'federfuehrung') && (
          <ChoiceGroup {...form.bind('traegerId')} label={t.wer[stand]} required options={seiten} />
        )}
        {stand === 'federfuehrung' && (
          <>
            <CheckboxList
              {...form.bind('fragendeAufgaben')}
              label={t.aufgaben(nameOf(kreis.traeger, fall.fragende.traegerId))}
              hint={t.aufgabenHinweis}
              options={bereiche}
            />
            <CheckboxList
              {...form.bind('andereAufgaben')}
              label={t.aufgaben(nameOf(kreis.traeger, fall.andere.traegerId))}
              options={bereiche}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
