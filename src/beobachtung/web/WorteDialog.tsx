import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beobachtungArt, beobachtungContract, type BeobachtungZeile } from '../contract.ts';
import * as texts from './texts.ts';

export type WorteGegenstand = Pick<
  BeobachtungZeile,
  'id' | 'fassung' | 'art' | 'lebensbereich' | 'kommuneId' | 'text'
>;

export interface WorteDialogProps {
  readonly kreis: KreisStamm;
  /** Undefined: a new one that belongs to no case. */
  readonly beobachtung: WorteGegenstand | undefined;
  readonly onClose: () => void;
}

/** Words to an observation, and where it was met; never about whom. */
export function WorteDialog({ kreis, beobachtung, onClose }: WorteDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const form = useForm({
    initial: {
      art: String(beobachtung?.art ?? 'luecke'),
      text: beobachtung?.text ?? '',
      lebensbereich: beobachtung?.lebensbereich ?? '',
      kommuneId: beobachtung?.kommuneId ?? '',
    },
    draft: { formular: 'beobachtung', bezug: `${kreis.id}:${beobachtung?.id ?? 'neu'}` },
    send: async ({ art, text, ...ort }, key) => {
      const body = { text, lebensbereich: ort.lebensbereich || null, kommuneId: ort.kommuneId || null };
      const params = { kreisId: kreis.id };
      if (beobachtung === undefined) {
        const neu = {
          ...body,
          art: beobachtungArt.parse(art),
          angebotId: null,
          stelleId: null,
          fallId: null,
        };
        await call(beobachtungContract.addBeobachtung, { params, body: neu }, { key });
        return;
      }
      await call(
        beobachtungContract.changeBeobachtung,
        {
          params: { ...params, beobachtungId: beobachtung.id },
          body: { ...body, fassung: beobachtung.fassung },
        },
        { key },
      );
    },
    onDone: () => {
      toast(t.ergaenzt);
      onClose();
    },
  });
  return (
    <Dialog
      title={beobachtung === undefined ? t.neu : `${t.worteTitel}: ${t.art[beobachtung.art]}`}
      open
      onClose={onClose}
    >
      <Form
        form={form}
        labels={{ art: t.artLabel, text: t.text, lebensbereich: t.lebensbereich, kommuneId: t.kommune }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        {beobachtung === undefined && (
          <ChoiceGroup
            {...form.bind('art')}
            label={t.artLabel}
            required
            options={beobachtungArt.options.map((value) => ({ value, label: t.art[value] }))}
          />
        )}
        <TextArea {...form.bind('text')} label={t.text} hint={t.textHinweis} initialFocus />
        <div className="columns">
          <SelectField
            {...form.bind('lebensbereich')}
            label={t.lebensbereich}
            options={codeOptions(kreis.codeliste.lebensbereich, sprache, [form.values.lebensbereich])}
          />
          <SelectField {...form.bind('kommuneId')} label={t.kommune} options={nameOptions(kreis.kommune)} />
        </div>
      </Form>
    </Dialog>
  );
}
