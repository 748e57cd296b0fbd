import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { wartegrund, wartelisteContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface AddWartelisteProps {
  readonly kreis: Pick<KreisStamm, 'id'>;
  readonly anfrageId: string;
  readonly onClose: () => void;
}

/** Puts an Anfrage on the waiting list, as a dialog on its page. */
export function AddWarteliste({ kreis, anfrageId, onClose }: AddWartelisteProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { grund: 'auslastung', eingetragenAm: today(), verwiesenAn: '' },
    draft: { formular: 'warteliste', bezug: anfrageId },
    check: ({ eingetragenAm }) => (isDay(eingetragenAm) ? {} : { eingetragenAm: 'datum-ungueltig' }),
    send: ({ grund, eingetragenAm, verwiesenAn }, key) =>
      call(
        wartelisteContract.addWarteliste,
        {
          params: { kreisId: kreis.id, anfrageId },
          body: { grund: wartegrund.parse(grund), eingetragenAm, verwiesenAn: verwiesenAn || null },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gesetzt);
      onClose();
    },
  });
  return (
    <Dialog title={t.setzenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ grund: t.grundLabel, eingetragenAm: t.eingetragenAm, verwiesenAn: t.verwiesenAn }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.setzen}
          </Button>
        }
      >
        <p className="muted">{t.setzenText}</p>
        <ChoiceGroup
          {...form.bind('grund')}
          label={t.grundLabel}
          required
          options={wartegrund.options.map((value) => ({ value, label: t.grund[value] }))}
        />
        <DateField {...form.bind('eingetragenAm')} label={t.eingetragenAm} required max={today()} />
        <StelleField
          {...form.bind('verwiesenAn')}
          kreis={kreis}
          label={t.verwiesenAn}
          hint={t.verwiesenHinweis}
        />
      </Form>
    </Dialog>
  );
}
