import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { aufgabeContract, type AufgabeZeile } from '../contract.ts';
import * as texts from './texts.ts';
import { useStand } from './use-stand.ts';

export interface AufgabeDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  /** Undefined for a new one. */
  readonly aufgabe: AufgabeZeile | undefined;
  readonly team: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** A new task, or one that is changed, given away or dropped. */
export function AufgabeDialog({ kreisId, fallId, aufgabe, team, onClose }: AufgabeDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const params = { kreisId, fallId };
  const form = useForm({
    initial: {
      text: aufgabe?.text ?? '',
      faelligAm: aufgabe?.faelligAm ?? '',
      zustaendigId: aufgabe?.zustaendigId ?? '',
    },
    draft: { formular: 'aufgabe', bezug: aufgabe?.id ?? fallId },
    check: ({ text, faelligAm }) => ({
      ...(text.trim() === '' ? { text: 'pflichtfeld' } : {}),
      ...(faelligAm === '' || isDay(faelligAm) ? {} : { faelligAm: 'datum-ungueltig' }),
    }),
    send: ({ text, faelligAm, zustaendigId }, key): Promise<unknown> => {
      const body = {
        text,
        faelligAm: faelligAm === '' ? null : faelligAm,
        zustaendigId: zustaendigId === '' ? null : zustaendigId,
      };
      if (!aufgabe) return call(aufgabeContract.addAufgabe, { params, body }, { key });
      return call(
        aufgabeContract.changeAufgabe,
        { params: { ...params, aufgabeId: aufgabe.id }, body: { ...body, fassung: aufgabe.fassung } },
        { key },
      );
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const stand = useStand(kreisId, fallId, onClose);
  const left = aufgabe && !aufgabe.zustaendigArbeitet && aufgabe.zustaendigId !== null;
  return (
    <Dialog title={aufgabe ? t.aendern : t.neuTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ text: t.text, faelligAm: t.faelligAm, zustaendigId: t.zustaendigId }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
            {aufgabe && (
              <Button
                kind="quiet"
                pending={stand.pending}
                onClick={() => stand.run(aufgabe.id, 'entfallen', aufgabe.fassung)}
              >
                {t.entfaellt}
              </Button>
            )}
          </>
        }
      >
        <TextArea {...form.bind('text')} label={t.text} required rows={3} />
        <DateField {...form.bind('faelligAm')} label={t.faelligAm} min={today()} />
        <SelectField
          {...form.bind('zustaendigId')}
          label={t.zustaendigId}
          hint={t.zustaendigHinweis}
          quietOptional
          empty={t.niemand}
          options={[
            ...nameOptions([...team]),
            ...(left
              ? [{ value: aufgabe.zustaendigId ?? '', label: t.nichtMehr(aufgabe.zustaendigName ?? '') }]
              : []),
          ]}
        />
        {stand.problem && (
          <p className="field-error" role="alert">
            {describeCode(sprache, stand.problem.code, t.code)}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
