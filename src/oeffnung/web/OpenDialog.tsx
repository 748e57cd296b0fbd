import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { oeffnungContract, oeffnungZweck, type OeffnungWunsch } from '../contract.ts';
import { STUNDEN } from '../rules.ts';
import * as texts from './texts.ts';

const dauern = ['2', '4', '24', '72', '168', '336'] as const;

export interface OpenDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  /** The question that is answered by opening. */
  readonly wunsch: OeffnungWunsch | undefined;
  readonly onClose: () => void;
}

/** Opens a case for the Koordination: what for, for whom, until when, and that the client agreed. */
export function OpenDialog({ kreisId, fallId, wunsch, onClose }: OpenDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const params = { kreisId, fallId };
  const { data: konten } = useQuery(oeffnungContract.listKoordination, { params });
  const zweck: string = wunsch?.zweck ?? 'fallkonferenz';
  const form = useForm({
    initial: {
      zweck,
      anKontoId: wunsch?.von.id ?? '',
      stunden: String(STUNDEN),
      einverstandenAm: '',
    },
    draft: { formular: 'oeffnung', bezug: fallId },
    check: (values) => (isDay(values.einverstandenAm) ? {} : { einverstandenAm: 'datum-ungueltig' }),
    instances: { stunden: '/bis' },
    send: ({ anKontoId, stunden, einverstandenAm, ...values }, key) =>
      call(
        oeffnungContract.openOeffnung,
        {
          params,
          body: {
            zweck: oeffnungZweck.parse(values.zweck),
            anKontoId: anKontoId === '' ? null : anKontoId,
            bis: new Date(Date.now() + Number(stunden) * 3_600_000).toISOString(),
            einverstandenAm,
            wunschId: wunsch?.id ?? null,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.geoeffnet);
      onClose();
    },
  });
  return (
    <Dialog title={t.oeffnenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ zweck: t.zweckFeld, anKontoId: t.an, stunden: t.dauer, einverstandenAm: t.einverstandenAm }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.oeffnenJetzt}
          </Button>
        }
      >
        <p className="muted">{t.oeffnenText}</p>
        <ChoiceGroup
          {...form.bind('zweck')}
          label={t.zweckFeld}
          required
          options={oeffnungZweck.options.map((value) => ({ value, label: t.zweck[value] }))}
        />
        <SelectField
          {...form.bind('anKontoId')}
          label={t.an}
          quietOptional
          empty={t.alle}
          options={(konten ?? []).map(({ id, name }) => ({ value: id, label: name ?? '' }))}
        />
        <ChoiceGroup
          {...form.bind('stunden')}
          label={t.dauer}
          required
          options={dauern.map((value) => ({ value, label: t.dauerWert[value] }))}
        />
        <DateField
          {...form.bind('einverstandenAm')}
          label={t.einverstandenAm}
          hint={t.einverstandenHinweis}
          required
          max={today()}
        />
      </Form>
    </Dialog>
  );
}
