import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { abschlussGespraech, keinGespraech } from '../abschluss.ts';
import { fallContract, type FallAkte } from '../contract.ts';
import * as texts from './texts.ts';

export interface AbschlussDialogProps {
  readonly kreis: KreisStamm;
  readonly fall: FallAkte;
  readonly onClose: () => void;
}

const leer = {
  ab: '',
  grund: '',
  gespraech: 'gemeinsam',
  gespraechAm: '',
  keinGrund: '',
  rueckblick: '',
  naechsterSchritt: '',
  schritteBeenden: false,
};

/** The end of a case: reason, closing talk or why there was none, what was achieved, what comes next (M189-M193). */
export function AbschlussDialog({ kreis, fall, onClose }: AbschlussDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [, navigate] = useLocation();
  const plan = fall.ueberblick?.plan;
  const form = useForm({
    initial: { ...leer, ab: today(), gespraechAm: today() },
    draft: { formular: 'fall-abschluss', bezug: fall.id },
    instances: {
      gespraechAm: '/abschluss/gespraechAm',
      keinGrund: '/abschluss/keinGrund',
      rueckblick: '/abschluss/rueckblick',
      naechsterSchritt: '/abschluss/naechsterSchritt',
      schritteBeenden: '/abschluss/schritteBeenden',
    },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...(values.grund === '' ? { grund: 'grund-fehlt' } : {}),
      ...(values.gespraech !== 'kein' && !isDay(values.gespraechAm)
        ? { gespraechAm: 'datum-ungueltig' }
        : {}),
      ...(values.gespraech === 'kein' && values.keinGrund === '' ? { keinGrund: 'grund-fehlt' } : {}),
    }),
    send: (values, key) => {
      const gespraech = abschlussGespraech.parse(values.gespraech);
      return call(
        fallContract.setStatus,
        {
          params: { kreisId: kreis.id, fallId: fall.id },
          body: {
            fassung: fall.fassung,
            status: 'abgeschlossen',
            ab: values.ab,
            grund: values.grund,
            begruendung: '',
            abschluss: {
              gespraech,
              gespraechAm: gespraech === 'kein' ? null : values.gespraechAm,
              keinGrund: gespraech === 'kein' ? keinGespraech.parse(values.keinGrund) : null,
              rueckblick: values.rueckblick,
              naechsterSchritt: values.naechsterSchritt,
              schritteBeenden: values.schritteBeenden,
            },
          },
        },
        { key },
      );
    },
    onDone: () => {
      toast(t.statusGesetzt);
      onClose();
    },
  });
  const offen = (plan?.schritteOffen ?? 0) + (fall.ueberblick?.aufgabe.offen ?? 0);
  return (
    <Dialog title={t.statusTitel.abgeschlossen} open onClose={onClose}>
      <Form
        form={form}
        labels={{
          ab: t.abStatus,
          grund: t.grund,
          gespraech: t.abschluss.gespraech,
          gespraechAm: t.abschluss.gespraechAm,
          keinGrund: t.abschluss.keinGrund,
          rueckblick: t.abschluss.rueckblick,
          naechsterSchritt: t.abschluss.naechster,
          schritteBeenden: t.abschluss.beenden(offen),
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.statusTitel.abgeschlossen}
          </Button>
        }
      >
        <p className="muted">
          {plan === undefined || plan.zieleGesamt === 0
            ? t.statusText.abgeschlossen
            : t.abschluss.ziele(plan.zieleErreicht, plan.zieleGesamt)}
        </p>
        <DateField {...form.bind('ab')} label={t.abStatus} required max={today()} />
        <SelectField
          {...form.bind('grund')}
          label={t.grund}
          required
          options={codeOptions(kreis.codeliste.abschlussgrund, sprache)}
        />
        <ChoiceGroup
          {...form.bind('gespraech')}
          label={t.abschluss.gespraech}
          required
          options={abschlussGespraech.options.map((value) => ({
            value,
            label: t.abschluss.gespraechArt[value],
          }))}
        />
        {form.values.gespraech === 'kein' ? (
          <SelectField
            {...form.bind('keinGrund')}
            label={t.abschluss.keinGrund}
            required
            options={keinGespraech.options.map((value) => ({ value, label: t.abschluss.kein[value] }))}
          />
        ) : (
          <DateField {...form.bind('gespraechAm')} label={t.abschluss.gespraechAm} required max={today()} />
        )}
        <TextArea {...form.bind('rueckblick')} label={t.abschluss.rueckblick} hint={t.begruendungHinweis} />
        <TextArea {...form.bind('naechsterSchritt')} label={t.abschluss.naechster} />
        {offen > 0 && (
          <>
            <Checkbox {...form.bind('schritteBeenden')} label={t.abschluss.beenden(offen)} />
            <p>
              <Button
                small
                onClick={() => {
                  onClose();
                  navigate(`/k/${kreis.id}/fall/${fall.id}?teil=hilfeplan`);
                }}
              >
                {t.zumPlan}
              </Button>
            </p>
          </>
        )}
      </Form>
    </Dialog>
  );
}
