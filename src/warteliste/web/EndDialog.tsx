import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { wartelisteAusgang, wartelisteContract } from '../contract.ts';
import type { StepDialogProps } from './InviteDialog.tsx';
import * as texts from './texts.ts';

/** Ends the waiting with what came of it. */
export function EndDialog({ kreisId, eintrag, onClose }: StepDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { ausgetragenAm: today(), ausgang: eintrag.eingeladenAm === null ? '' : 'eingeladen' },
    draft: { formular: 'warteliste-austragung', bezug: eintrag.id },
    check: ({ ausgetragenAm, ausgang }) => ({
      ...(isDay(ausgetragenAm) ? {} : { ausgetragenAm: 'datum-ungueltig' }),
      ...(ausgang === '' ? { ausgang: 'pflichtfeld' } : {}),
    }),
    send: ({ ausgetragenAm, ausgang }, key) =>
      call(
        wartelisteContract.endWarteliste,
        {
          params: { kreisId, wartelisteId: eintrag.id },
          body: { ausgetragenAm, ausgang: wartelisteAusgang.parse(ausgang) },
        },
        { key },
      ),
    onDone: () => {
      toast(t.ausgetragen);
      onClose();
    },
  });
  return (
    <Dialog title={t.austragenTitel(eintrag.nummer)} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ausgetragenAm: t.ausgetragenAm, ausgang: t.ausgangLabel }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.austragen}
          </Button>
        }
      >
        <p>{t.austragenText}</p>
        <ChoiceGroup
          {...form.bind('ausgang')}
          label={t.ausgangLabel}
          required
          options={wartelisteAusgang.options
            .filter((value) => value !== 'eingeladen' || eintrag.eingeladenAm !== null)
            .map((value) => ({ value, label: t.ausgang[value] }))}
        />
        <DateField {...form.bind('ausgetragenAm')} label={t.ausgetragenAm} required max={today()} />
      </Form>
    </Dialog>
  );
}
