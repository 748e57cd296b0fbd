import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { ausfallGrund, sprechstundeContract, type SprechstundeZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface OfSprechstunde {
  readonly kreis: KreisStamm;
  readonly sprechstunde: SprechstundeZeile;
  readonly onClose: () => void;
}

/** Cancels an open hour on a day; the next date follows from holidays, absences and other cancellations. */
export function CancelSprechstunde({ kreis, sprechstunde, onClose }: OfSprechstunde) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { am: sprechstunde.naechsterAm ?? '', grund: 'abwesenheit', ersatzAm: '' },
    draft: { formular: 'sprechstunde-ausfall', bezug: sprechstunde.id },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.ersatzAm === '' || isDay(values.ersatzAm) ? {} : { ersatzAm: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        sprechstundeContract.cancelSprechstunde,
        {
          params: { kreisId: kreis.id, sprechstundeId: sprechstunde.id },
          body: {
            am: values.am,
            grund: ausfallGrund.parse(values.grund),
            ersatzAm: values.ersatzAm === '' ? null : values.ersatzAm,
          },
        },
        { key },
      ),
    onDone: ({ naechsterAm }) => {
      toast(naechsterAm === null ? t.weiterUnbekannt : t.weiter(formatDay(naechsterAm)));
      onClose();
    },
  });
  return (
    <Dialog title={t.ausfallTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.mitteilen}
          </Button>
        }
      >
        <DateField {...form.bind('am')} label={t.am} required min={today()} />
        <DateField
          {...form.bind('ersatzAm')}
          label={t.ersatzAm}
          hint={t.ersatzHinweis}
          quietOptional
          min={today()}
        />
        <ChoiceGroup
          {...form.bind('grund')}
          label={t.grund}
          hint={t.grundHinweis}
          required
          options={ausfallGrund.options.map((value) => ({ value, label: t.grundWert[value] }))}
        />
      </Form>
    </Dialog>
  );
}

/** Ends an open hour from a day on. */
export function EndSprechstunde({ kreis, sprechstunde, onClose }: OfSprechstunde) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { ab: today() },
    draft: { formular: 'sprechstunde-ende', bezug: sprechstunde.id },
    check: (values) => (isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
    send: (values, key) =>
      call(
        sprechstundeContract.endSprechstunde,
        { params: { kreisId: kreis.id, sprechstundeId: sprechstunde.id }, body: { ab: values.ab } },
        { key },
      ),
    onDone: () => {
      toast(t.beendet);
      onClose();
    },
  });
  return (
    <Dialog title={t.beendenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ab: t.ab }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.beenden}
          </Button>
        }
      >
        <p className="muted">{t.beendenText}</p>
        <DateField {...form.bind('ab')} label={t.ab} required />
      </Form>
    </Dialog>
  );
}
