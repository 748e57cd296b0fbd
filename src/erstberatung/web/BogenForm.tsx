import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { erstberatungContract } from '../contract.ts';
import { countInstitutionen, proposeTiefe } from '../rules.ts';
import { HinweisFields, LageFields } from './AngabenFields.tsx';
import { BedarfGrid } from './BedarfGrid.tsx';
import {
  bogenEingabeOf,
  bogenInstances,
  bogenValues,
  checkBogen,
  einschaetzungOf,
  type BogenStand,
} from './bogen-values.ts';
import { ErgebnisFields } from './ErgebnisFields.tsx';
import * as texts from './texts.ts';

export interface BogenFormProps {
  readonly kreis: KreisStamm;
  readonly anfrageId: string;
  readonly stand: BogenStand;
}

/** The Screening-Bogen in the order of a talk; without consent it has fewer questions, never other ones. */
export function BogenForm({ kreis, anfrageId, stand }: BogenFormProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { benannt, regel } = stand;
  const form = useForm({
    initial: bogenValues(stand, today()),
    draft: { formular: 'erstberatung', bezug: anfrageId },
    instances: bogenInstances,
    check: (values) => checkBogen(kreis, values, benannt),
    send: (values, key) =>
      call(
        erstberatungContract.saveErstberatung,
        {
          params: { kreisId: kreis.id, anfrageId },
          body: bogenEingabeOf(kreis, values, { benannt, fassung: stand.erstberatung?.fassung ?? 0 }),
        },
        { key },
      ),
    onDone: ({ folgeterminBis }) => {
      toast(folgeterminBis === null ? t.gespeichert : t.gespeichertBis(formatDay(folgeterminBis)));
      navigate(`/k/${kreis.id}/anfrage/${anfrageId}`);
    },
  });
  const { bind, values, patch } = form;
  const einschaetzung = einschaetzungOf(kreis, values);
  const vorschlag = proposeTiefe(einschaetzung, stand.keinFall, regel);
  const angezeigt = countInstitutionen({ ...einschaetzung, institutionen: null });
  return (
    <Form
      form={form}
      labels={{ ...t, bewertung: t.bereiche, helfer: t.hilfe }}
      codes={t.code}
      actions={
        <>
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
          <span className="key-hint muted small">
            {t.oder} <Kbd>{t.strg}</Kbd> <Kbd>Enter</Kbd>
          </span>
        </>
      }
    >
      <Card title={t.gespraech}>
        <div className="stack">
          <div className="columns">
            <DateField {...bind('am')} label={t.am} required max={today()} initialFocus />
            <TextField
              {...bind('dauerMinuten')}
              label={t.dauerMinuten}
              inputMode="numeric"
              maxLength={3}
              width={6}
              quietOptional
            />
            <ComboBox
              {...bind('sprache')}
              label={t.sprache}
              quietOptional
              options={languageOptions(sprache, values.sprache)}
            />
          </div>
          <ChoiceGroup
            {...bind('dolmetschen')}
            label={t.dolmetschen}
            required
            options={(['kein', 'ehrenamtlich', 'professionell', 'angehoerige'] as const).map((value) => ({
              value,
              label: t.dolmetschenName[value],
            }))}
          />
          {benannt && (
            <div className="columns columns-wide">
              <TextArea {...bind('anliegen')} label={t.anliegen} rows={2} quietOptional />
              <TextArea {...bind('wunsch')} label={t.wunsch} rows={2} quietOptional />
            </div>
          )}
        </div>
      </Card>
      <Card title={t.einschaetzung}>
        <div className="stack">
          <BedarfGrid kreis={kreis} values={values} onChange={patch} error={bind('bewertung').error} />
          <div className="row">
            <TextField
              {...bind('institutionen')}
              label={t.institutionen}
              hint={t.institutionenHinweis(angezeigt)}
              inputMode="numeric"
              maxLength={2}
              width={6}
              quietOptional
            />
          </div>
        </div>
      </Card>
      {benannt && (
        <>
          <LageFields kreis={kreis} values={values} bind={bind} />
          <HinweisFields bind={bind} />
        </>
      )}
      <ErgebnisFields
        values={values}
        bind={bind}
        benannt={benannt}
        vorschlag={vorschlag}
        regel={regel}
        einschaetzung={einschaetzung}
      />
    </Form>
  );
}
