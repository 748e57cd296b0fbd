import { today, isDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { hilfeplanContract } from '../contract.ts';
import { schrittStand, zielStand, type SchrittStand, type ZielStand } from '../plan.ts';
import * as texts from './texts.ts';

/** Whose state is noted: that of a goal or of a step. */
export type StandGegenstand =
  | { readonly art: 'ziel'; readonly id: string; readonly text: string; readonly stand: ZielStand }
  | { readonly art: 'schritt'; readonly id: string; readonly text: string; readonly stand: SchrittStand };

export interface StandDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly gegenstand: StandGegenstand;
  readonly onClose: () => void;
}

/** Notes how a goal or a step stands, and since which day. */
export function StandDialog({ kreisId, fallId, gegenstand, onClose }: StandDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { stand: String(gegenstand.stand), am: today() },
    check: (values) => (isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
    send: (values, key) => sendStand({ kreisId, fallId }, gegenstand, values.stand, values.am, key),
    onDone: () => {
      toast(t.festgehalten);
      onClose();
    },
  });
  const options =
    gegenstand.art === 'ziel'
      ? zielStand.options.map((value) => ({ value, label: t.zielStand[value] }))
      : schrittStand.options.map((value) => ({ value, label: t.schrittStand[value] }));
  return (
    <Dialog title={t.standTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ stand: t.stand, am: t.standAb }}
        codes={{ ...t.code, 'gleichzeitig-geaendert': t.code['stand-gleichzeitig'] }}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.merken}
          </Button>
        }
      >
        <p className="preline">{gegenstand.text}</p>
        <ChoiceGroup {...form.bind('stand')} label={t.stand} required options={options} />
        <DateField {...form.bind('am')} label={t.standAb} required max={today()} />
      </Form>
    </Dialog>
  );
}

/** Sends a state to the goal or step that it belongs to. */
export function sendStand(
  params: { readonly kreisId: string; readonly fallId: string },
  gegenstand: StandGegenstand,
  stand: string,
  am: string,
  key: string,
): Promise<undefined> {
  const { id } = gegenstand;
  return gegenstand.art === 'ziel'
    ? call(
        hilfeplanContract.setZielStand,
        {
          params: { ...params, zielId: id },
          body: { vorher: gegenstand.stand, stand: zielStand.parse(stand), am },
        },
        { key },
      )
    : call(
        hilfeplanContract.setSchrittStand,
        {
          params: { ...params, schrittId: id },
          body: { vorher: gegenstand.stand, stand: schrittStand.parse(stand), am },
        },
        { key },
      );
}
