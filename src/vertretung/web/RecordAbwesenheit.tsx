import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { abwesenheitArt, vertretungContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface RecordAbwesenheitProps {
  readonly kreis: KreisStamm;
  readonly kontoId: string;
  readonly traegerIds: readonly string[];
  readonly onClose: () => void;
}

/** Records an own absence and who stands in. */
export function RecordAbwesenheit({ kreis, kontoId, traegerIds, onClose }: RecordAbwesenheitProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const own = kreis.traeger.filter(({ id }) => traegerIds.includes(id));
  const form = useForm({
    initial: { traegerId: own[0]?.id ?? '', von: today(), bis: '', art: 'urlaub', vertretungKontoId: '' },
    draft: { formular: 'abwesenheit', bezug: kreis.id },
    check: (values) => ({
      ...(isDay(values.von) ? {} : { von: 'datum-ungueltig' }),
      ...(isDay(values.bis) ? {} : { bis: values.bis === '' ? 'pflichtfeld' : 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        vertretungContract.recordAbwesenheit,
        {
          params: { kreisId: kreis.id },
          body: {
            ...values,
            art: abwesenheitArt.parse(values.art),
            vertretungKontoId: values.vertretungKontoId === '' ? null : values.vertretungKontoId,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.eingetragen);
      onClose();
    },
  });
  return (
    <Dialog title={t.eintragen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, traegerId: t.traeger, vertretungKontoId: t.vertretungFeld }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        {own.length > 1 && (
          <SelectField
            {...form.bind('traegerId')}
            label={t.traeger}
            required
            empty={null}
            options={nameOptions(own)}
          />
        )}
        <div className="columns">
          <DateField {...form.bind('von')} label={t.von} required initialFocus />
          <DateField {...form.bind('bis')} label={t.bis} required min={form.values.von} />
        </div>
        <ChoiceGroup
          {...form.bind('art')}
          label={t.art}
          hint={t.artHinweis}
          required
          options={abwesenheitArt.options.map((value) => ({ value, label: t.artWert[value] }))}
        />
        <SelectField
          {...form.bind('vertretungKontoId')}
          label={t.vertretungFeld}
          hint={t.vertretungHinweis}
          quietOptional
          empty={t.keine}
          options={nameOptions(colleaguesOf(kreis, form.values.traegerId, kontoId))}
        />
      </Form>
    </Dialog>
  );
}

/** Case managers of the Träger other than the account itself. */
export function colleaguesOf(
  kreis: KreisStamm,
  traegerId: string,
  kontoId: string,
): KreisStamm['casemanager'] {
  return kreis.casemanager.filter((each) => each.traegerId === traegerId && each.id !== kontoId);
}
