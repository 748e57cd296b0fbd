import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { einwilligungContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface WithdrawDialogProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
  /** What it would stop. */
  readonly folgen: { readonly entbindungen: number; readonly weitergaben: number };
  readonly mitFall: boolean;
  readonly onClose: () => void;
}

/** Withdrawal in two steps: what happens, then the day and the deed. */
export function WithdrawDialog({ kreis, personId, folgen, mitFall, onClose }: WithdrawDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [informed, setInformed] = useState(false);
  const form = useForm({
    initial: { am: today(), grund: '' },
    draft: { formular: 'einwilligung-widerruf', bezug: personId },
    check: (values) => (isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
    send: (values, key) =>
      call(
        einwilligungContract.withdrawEinwilligung,
        {
          params: { kreisId: kreis.id, personId },
          body: { am: values.am, grund: values.grund === '' ? null : values.grund },
        },
        { key },
      ),
    onDone: () => {
      toast(t.widerrufenFertig);
      onClose();
    },
  });
  return (
    <Dialog title={t.widerrufen} open onClose={onClose}>
      {!informed && (
        <div className="stack">
          <Notice title={t.widerrufFolgenTitel}>
            <p>{t.widerrufFolgen(folgen.entbindungen, folgen.weitergaben)}</p>
            <p>{t.widerrufBleibt}</p>
          </Notice>
          <div className="row row-end">
            <Button onClick={onClose}>{t.abbrechen}</Button>
            <Button kind="primary" onClick={() => setInformed(true)}>
              {t.widerrufWeiter}
            </Button>
          </div>
        </div>
      )}
      {informed && (
        <Form
          form={form}
          labels={{ am: t.widerrufAm, grund: t.widerrufAbschluss }}
          codes={t.code}
          actions={
            <>
              <Button onClick={onClose}>{t.abbrechen}</Button>
              <Button kind="danger" submit pending={form.pending}>
                {t.jetztWiderrufen}
              </Button>
            </>
          }
        >
          <DateField {...form.bind('am')} label={t.widerrufAm} required max={today()} initialFocus />
          {mitFall && (
            <SelectField
              {...form.bind('grund')}
              label={t.widerrufAbschluss}
              hint={t.widerrufAbschlussHinweis}
              quietOptional
              empty={t.widerrufKeinAbschluss}
              options={codeOptions(kreis.codeliste.abschlussgrund, sprache)}
            />
          )}
        </Form>
      )}
    </Dialog>
  );
}
