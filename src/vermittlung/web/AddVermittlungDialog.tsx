import { useState } from 'react';
import { entbindungInhalt } from '#src/entbindung/contract.ts';
import * as entbindungTexts from '#src/entbindung/web/texts.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vermittlungContract } from '../contract.ts';
import { kanal } from '../vermittlung.ts';
import type { AddVerweisDialogProps, VerweisStart } from './AddVerweisDialog.tsx';
import * as texts from './texts.ts';
import { bodyOf, checkVermittlung, emptyVermittlung, isReady, kanalOf } from './vermittlung-values.ts';
import { Vorschau } from './Vorschau.tsx';
import { ZielFields } from './ZielFields.tsx';

export interface AddVermittlungDialogProps extends Omit<
  AddVerweisDialogProps,
  'onClose' | 'angebotId' | 'stelleId'
> {
  /** Offices that answer in an account of their own. */
  readonly partnerkonto: readonly string[];
  readonly onVerweis: (start: VerweisStart) => void;
  /** With the referral whose letter is to be shown. */
  readonly onClose: (vermittlungId?: string) => void;
}

/** Makes contact with an office; beside the form stands exactly what leaves, and nothing leaves without a release. */
export function AddVermittlungDialog(props: AddVermittlungDialogProps) {
  const { kreis, fallId, zielId, kommuneId, partnerkonto, onVerweis, onClose } = props;
  const t = useTexts(texts);
  const e = useTexts(entbindungTexts);
  const toast = useToast();
  const [stelle, setStelle] = useState('');
  const params = { kreisId: kreis.id, fallId };
  const form = useForm({
    initial: emptyVermittlung(props.lebensbereich),
    draft: { formular: 'vermittlung', bezug: fallId },
    check: checkVermittlung,
    send: (values, key) =>
      call(
        vermittlungContract.addVermittlung,
        {
          params,
          body: {
            ...bodyOf(values),
            zielId,
            schrittId: null,
            kanal: kanalOf(values.kanal),
            senden: !values.nurVorbereiten,
          },
        },
        { key },
      ),
    onDone: ({ vermittlungId }, values) => {
      toast(t.gespeichert);
      onClose(values.kanal === 'nichts' || values.nurVorbereiten ? undefined : vermittlungId);
    },
  });
  const { bind, values } = form;
  const vorschau = useQuery(
    vermittlungContract.previewVermittlung,
    isReady(values) ? { params, body: bodyOf(values) } : undefined,
    { keep: true },
  );
  const kanaele = kanal.options.filter(
    (each) => each !== 'partnerkonto' || values.kanal === each || partnerkonto.includes(stelle),
  );
  return (
    <Dialog title={t.vermittelnTitel} open onClose={() => onClose()} wide>
      <Form
        form={form}
        labels={{ ...t, angebotId: t.angebot, stelleId: t.stelle }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichernSenden}
          </Button>
        }
      >
        <ZielFields
          kreis={kreis}
          fallId={fallId}
          kommuneId={kommuneId}
          lebensbereich={bind('lebensbereich')}
          angebotId={bind('angebotId')}
          stelleId={bind('stelleId')}
          onStelle={setStelle}
        />
        <div className="columns">
          <DateField {...bind('am')} label={t.am} required max={today()} />
          <DateField {...bind('terminAm')} label={t.terminAm} />
          <TextField {...bind('terminUm')} label={t.terminUm} hint={t.terminUmHinweis} maxLength={5} />
        </div>
        <ChoiceGroup
          {...bind('kanal')}
          label={t.kanal}
          required
          options={[
            ...kanaele.map((value) => ({ value: String(value), label: t.kanalWort[value] })),
            { value: 'nichts', label: t.nichts },
          ]}
        />
        {values.kanal !== 'nichts' && (
          <>
            <CheckboxList
              {...bind('inhalt')}
              label={t.inhalt}
              hint={t.inhaltHinweis}
              required
              options={entbindungInhalt.options.map((value) => ({ value, label: e.inhaltWort[value] }))}
            />
            {isReady(values) && (
              <Vorschau
                kreisId={kreis.id}
                fallId={fallId}
                vorschau={vorschau}
                ohne={bind('ohne')}
                onVerweis={() =>
                  onVerweis({
                    lebensbereich: values.lebensbereich,
                    angebotId: values.angebotId,
                    stelleId: values.stelleId,
                  })
                }
              />
            )}
          </>
        )}
        <DateField {...bind('rueckmeldungBis')} label={t.rueckmeldungBis} hint={t.rueckmeldungHinweis} />
        {values.kanal !== 'nichts' && <Checkbox {...bind('nurVorbereiten')} label={t.nurVorbereiten} />}
      </Form>
    </Dialog>
  );
}
