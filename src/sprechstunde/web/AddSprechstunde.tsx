import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { weekdayName } from '#src/termin/weekday.ts';
import { uhrzeit } from '#src/termin/zeit.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { sprechstundeArt, sprechstundeContract } from '../contract.ts';
import * as texts from './texts.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export interface AddSprechstundeProps {
  readonly kreis: KreisStamm;
  readonly kontoId: string;
  readonly traegerIds: readonly string[];
  readonly onClose: () => void;
}

/** Sets up a weekly open hour. */
export function AddSprechstunde({ kreis, kontoId, traegerIds, onClose }: AddSprechstundeProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const own = kreis.traeger.filter(({ id }) => traegerIds.includes(id));
  const form = useForm({
    initial: {
      traegerId: own[0]?.id ?? '',
      art: 'sprechstunde',
      wochentag: '1',
      von: '10:00',
      bis: '12:00',
      standortId: '',
      casemanagerId: kontoId,
      gueltigAb: today(),
    },
    draft: { formular: 'sprechstunde', bezug: kreis.id },
    check: (values) => ({
      ...(uhrzeit.safeParse(values.von).success ? {} : { von: 'uhrzeit-ungueltig' }),
      ...(uhrzeit.safeParse(values.bis).success ? {} : { bis: 'uhrzeit-ungueltig' }),
      ...(values.standortId === '' ? { standortId: 'pflichtfeld' } : {}),
      ...(isDay(values.gueltigAb) ? {} : { gueltigAb: 'datum-ungueltig' }),
    }),
    send: (values, key) =>
      call(
        sprechstundeContract.addSprechstunde,
        {
          params: { kreisId: kreis.id },
          body: {
            ...values,
            art: sprechstundeArt.parse(values.art),
            wochentag: Number(values.wochentag),
            casemanagerId: values.casemanagerId === '' ? null : values.casemanagerId,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.eingerichtet);
      onClose();
    },
  });
  const { traegerId } = form.values;
  return (
    <Dialog title={t.einrichten} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{
          ...t,
          art: t.artFeld,
          traegerId: t.traeger,
          standortId: t.standort,
          casemanagerId: t.fachkraft,
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.einrichten}
          </Button>
        }
      >
        <ChoiceGroup
          {...form.bind('art')}
          label={t.artFeld}
          required
          options={sprechstundeArt.options.map((value) => ({ value, label: t.art[value] }))}
        />
        <ChoiceGroup
          {...form.bind('wochentag')}
          label={t.wochentag}
          required
          options={WEEK.map((day) => ({ value: String(day), label: weekdayName(sprache, day) }))}
        />
        <div className="columns">
          <TextField {...form.bind('von')} label={t.von} hint={t.uhrHinweis} required />
          <TextField {...form.bind('bis')} label={t.bis} hint={t.uhrHinweis} required />
          <DateField {...form.bind('gueltigAb')} label={t.gueltigAb} required />
        </div>
        <div className="columns">
          {own.length > 1 && (
            <SelectField
              {...form.bind('traegerId')}
              label={t.traeger}
              required
              empty={null}
              options={nameOptions(own)}
            />
          )}
          <SelectField
            {...form.bind('standortId')}
            label={t.standort}
            required
            options={nameOptions(kreis.standort.filter((each) => each.traegerId === traegerId))}
          />
          <SelectField
            {...form.bind('casemanagerId')}
            label={t.fachkraft}
            quietOptional
            empty={t.team}
            options={nameOptions(kreis.casemanager.filter((each) => each.traegerId === traegerId))}
          />
        </div>
      </Form>
    </Dialog>
  );
}
