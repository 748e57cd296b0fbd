import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { bedarf, zusteuerungContract, type ZusteuerungRegel } from '../contract.ts';
import * as texts from './texts.ts';

export interface RegelDialogProps {
  readonly kreis: KreisStamm;
  /** Undefined: a new rule. */
  readonly regel: ZusteuerungRegel | undefined;
  readonly onClose: () => void;
}

/** Agrees a rule or changes it from a day on; what held before that day stays. */
export function RegelDialog({ kreis, regel, onClose }: RegelDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const form = useForm({
    initial: initialOf(regel),
    draft: { formular: 'zusteuerung', bezug: `${kreis.id}:${regel?.reiheId ?? 'neu'}` },
    check: (values) => ({
      ...(/^[1-9]\d{0,2}$/.test(values.rang) ? {} : { rang: 'zahl-ungueltig' }),
      ...(values.bezeichnung.trim().length < 3 ? { bezeichnung: 'pflichtfeld' } : {}),
      ...(values.zielArt === 'traeger' && values.anTraegerId === '' ? { anTraegerId: 'pflichtfeld' } : {}),
      ...(values.zielArt === 'stelle' && values.anStelleId === '' ? { anStelleId: 'pflichtfeld' } : {}),
      ...(isDay(values.gueltigAb) ? {} : { gueltigAb: 'datum-ungueltig' }),
    }),
    send: (values, key) => {
      const body = bodyOf(values);
      const params = { kreisId: kreis.id };
      return regel === undefined
        ? call(zusteuerungContract.addZusteuerung, { params, body }, { key })
        : call(
            zusteuerungContract.changeZusteuerung,
            { params: { ...params, reiheId: regel.reiheId }, body: { ...body, fassungId: regel.id } },
            { key },
          );
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const { values } = form;
  const ortsteile = kreis.kommune.find((each) => each.id === values.kommuneId)?.ortsteil ?? [];
  const standorte = kreis.standort.filter((each) => each.traegerId === values.anTraegerId);
  return (
    <Dialog title={regel === undefined ? t.neuTitel : t.aendernTitel} open wide onClose={onClose}>
      <Form
        form={form}
        labels={{
          ...t,
          kommuneId: t.kommune,
          ortsteilId: t.ortsteil,
          anTraegerId: t.traeger,
          anStelleId: t.stelle,
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <div className="columns">
          <TextField
            {...form.bind('rang')}
            label={t.rang}
            hint={t.rangHinweis}
            required
            inputMode="numeric"
            width={6}
            maxLength={3}
          />
          <DateField {...form.bind('gueltigAb')} label={t.gueltigAb} required />
        </div>
        <TextField
          {...form.bind('bezeichnung')}
          label={t.bezeichnung}
          hint={t.bezeichnungHinweis}
          required
          initialFocus
          maxLength={200}
        />
        <fieldset className="field">
          <legend className="field-label">{t.bedingungen}</legend>
          <div className="columns">
            <SelectField
              {...form.bind('kommuneId')}
              onChange={(kommuneId) => form.patch({ kommuneId, ortsteilId: '' })}
              label={t.kommune}
              quietOptional
              empty={t.jede}
              options={nameOptions(kreis.kommune)}
            />
            {ortsteile.length > 0 && (
              <SelectField
                {...form.bind('ortsteilId')}
                label={t.ortsteil}
                quietOptional
                empty={t.jede}
                options={nameOptions(ortsteile)}
              />
            )}
            <SelectField
              {...form.bind('wohnform')}
              label={t.wohnform}
              quietOptional
              empty={t.jede}
              options={codeOptions(kreis.codeliste.wohnform, sprache, [values.wohnform])}
            />
            <SelectField
              {...form.bind('zugang')}
              label={t.zugang}
              quietOptional
              empty={t.jede}
              options={codeOptions(kreis.codeliste.zugang, sprache, [values.zugang])}
            />
            <SelectField
              {...form.bind('bedarf')}
              label={t.bedarf}
              quietOptional
              empty={t.jede}
              options={bedarf.options.map((value) => ({ value, label: t.bedarfWert[value] }))}
            />
          </div>
        </fieldset>
        <ChoiceGroup
          {...form.bind('zielArt')}
          label={t.ziel}
          required
          options={(['ort', 'traeger', 'stelle'] as const).map((value) => ({
            value,
            label: t.zielArtWert[value],
          }))}
        />
        {values.zielArt === 'traeger' && (
          <div className="columns">
            <SelectField
              {...form.bind('anTraegerId')}
              onChange={(anTraegerId) => form.patch({ anTraegerId, anStandortId: '' })}
              label={t.traeger}
              required
              options={nameOptions(kreis.traeger)}
            />
            <SelectField
              {...form.bind('anStandortId')}
              label={t.standort}
              quietOptional
              empty={t.jede}
              options={nameOptions(standorte)}
            />
          </div>
        )}
        {values.zielArt === 'stelle' && (
          <StelleField {...form.bind('anStelleId')} kreis={kreis} label={t.stelle} required />
        )}
      </Form>
    </Dialog>
  );
}

function initialOf(regel: ZusteuerungRegel | undefined) {
  return {
    rang: String(regel?.rang ?? 100),
    bezeichnung: regel?.bezeichnung ?? '',
    kommuneId: regel?.kommuneId ?? '',
    ortsteilId: regel?.ortsteilId ?? '',
    wohnform: regel?.wohnform ?? '',
    zugang: regel?.zugang ?? '',
    bedarf: regel?.bedarf ?? '',
    zielArt: regel?.anStelleId ? 'stelle' : regel?.anTraegerId ? 'traeger' : 'ort',
    anTraegerId: regel?.anTraegerId ?? '',
    anStandortId: regel?.anStandortId ?? '',
    anStelleId: regel?.anStelleId ?? '',
    gueltigAb: today(),
  };
}

function bodyOf(values: ReturnType<typeof initialOf>) {
  const traeger = values.zielArt === 'traeger';
  return {
    rang: Number(values.rang),
    bezeichnung: values.bezeichnung,
    kommuneId: values.kommuneId || null,
    ortsteilId: values.ortsteilId || null,
    wohnform: values.wohnform || null,
    zugang: values.zugang || null,
    bedarf: bedarf.options.find((each) => each === values.bedarf) ?? null,
    anTraegerId: traeger ? values.anTraegerId : null,
    anStandortId: traeger ? values.anStandortId || null : null,
    anStelleId: values.zielArt === 'stelle' ? values.anStelleId : null,
    gueltigAb: values.gueltigAb,
  };
}
