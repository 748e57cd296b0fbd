import type { KreisStamm } from '#src/kreis/contract.ts';
import { addDays, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vermittlungContract } from '../contract.ts';
import { FRIST_TAGE } from '../rules.ts';
import * as texts from './texts.ts';
import { zeitOf } from './vermittlung-values.ts';
import { ZielFields } from './ZielFields.tsx';

/** Where a pointer begins that was to be a referral. */
export interface VerweisStart {
  readonly lebensbereich: string;
  readonly angebotId?: string;
  readonly stelleId?: string;
}

export interface AddVerweisDialogProps extends VerweisStart {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly zielId: string | null;
  readonly kommuneId: string | null;
  readonly onClose: () => void;
}

/** Information was handed to the person; the result is asked back later. */
export function AddVerweisDialog(props: AddVerweisDialogProps) {
  const { kreis, fallId, zielId, kommuneId, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: {
      lebensbereich: props.lebensbereich,
      angebotId: props.angebotId ?? '',
      stelleId: props.stelleId ?? '',
      am: today(),
      rueckmeldungBis: addDays(today(), FRIST_TAGE),
    },
    draft: { formular: 'verweis', bezug: fallId },
    check: (values) => ({
      ...(values.lebensbereich === '' ? { lebensbereich: 'pflichtfeld' } : {}),
      ...(values.angebotId === '' && values.stelleId === '' ? { angebotId: 'ziel-fehlt' } : {}),
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.rueckmeldungBis === '' || isDay(values.rueckmeldungBis)
        ? {}
        : { rueckmeldungBis: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        vermittlungContract.addVerweis,
        {
          params: { kreisId: kreis.id, fallId },
          body: {
            lebensbereich: values.lebensbereich,
            angebotId: values.angebotId || null,
            stelleId: values.stelleId || null,
            am: values.am,
            zielId,
            schrittId: null,
            ...zeitOf({ ...values, terminAm: '', terminUm: '' }),
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.verweisGespeichert);
      onClose();
    },
  });
  const { bind } = form;
  return (
    <Dialog title={t.verweisTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, angebotId: t.angebot, stelleId: t.stelle }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichernVerweis}
          </Button>
        }
      >
        <p className="muted">{t.verweisHinweis}</p>
        <ZielFields
          kreis={kreis}
          fallId={fallId}
          kommuneId={kommuneId}
          lebensbereich={bind('lebensbereich')}
          angebotId={bind('angebotId')}
          stelleId={bind('stelleId')}
        />
        <div className="columns">
          <DateField {...bind('am')} label={t.am} required max={today()} />
          <DateField {...bind('rueckmeldungBis')} label={t.rueckmeldungBis} hint={t.rueckmeldungHinweis} />
        </div>
      </Form>
    </Dialog>
  );
}
