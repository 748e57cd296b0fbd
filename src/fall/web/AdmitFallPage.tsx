import { useLocation, useSearchParams } from 'wouter';
import { DublettenHinweis } from '#src/dublette/web/DublettenHinweis.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import { fallContract } from '../contract.ts';
import { AdmitFromAnfrage } from './AdmitFromAnfrage.tsx';
import { BemerkungField, MerkmalFields, OrtFields, PersonFields, type FallBound } from './FallFields.tsx';
import { checkFall, emptyFall, fallEingabe, fallInstances } from './fall-values.ts';
import { fokusOf, FokusField } from './FokusField.tsx';
import * as texts from './texts.ts';

export interface AdmitFallPageProps {
  readonly kreis: KreisStamm;
  readonly ich: Ich;
  readonly onRecordSonstiger: () => void;
}

/** Admission, out of an Anfrage (?anfrage=…) or with a consent on paper. */
export function AdmitFallPage(props: AdmitFallPageProps) {
  const [params] = useSearchParams();
  const anfrageId = params.get('anfrage');
  if (anfrageId === null) return <AdmitOnPaper {...props} />;
  return <AdmitFromAnfrage key={anfrageId} kreis={props.kreis} anfrageId={anfrageId} />;
}

/** Without a signed consent the form does not even ask for a name. */
function AdmitOnPaper({ kreis, ich, onRecordSonstiger }: AdmitFallPageProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [, navigate] = useLocation();
  const own = new Set(
    ich.rollen.filter((rolle) => rolle.kreisId === kreis.id).map((rolle) => rolle.traegerId),
  );
  const traeger = kreis.traeger.filter((each) => own.has(each.id));
  const form = useForm({
    initial: {
      ...emptyFall,
      einwilligung: '',
      erteiltAm: today(),
      textfassung: '',
      einwilligungSprache: 'deu',
      aufgenommenAm: today(),
      traegerId: traeger[0]?.id ?? '',
      fokusgruppe: '',
    },
    draft: { formular: 'fall-aufnehmen', bezug: kreis.id },
    instances: {
      ...fallInstances,
      erteiltAm: '/einwilligung/erteiltAm',
      textfassung: '/einwilligung/textfassung',
      einwilligungSprache: '/einwilligung/sprache',
      einwilligung: '/einwilligung',
    },
    check: (values) => ({
      ...checkFall(values),
      ...(isDay(values.erteiltAm) ? {} : { erteiltAm: 'datum-ungueltig' }),
      ...(isDay(values.aufgenommenAm) ? {} : { aufgenommenAm: 'datum-ungueltig' }),
      ...(values.traegerId === '' ? { traegerId: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        fallContract.admitFall,
        {
          params: { kreisId: kreis.id },
          body: {
            ...fallEingabe(values),
            einwilligung: {
              erteiltAm: values.erteiltAm,
              textfassung: values.textfassung,
              sprache: values.einwilligungSprache,
            },
            aufgenommenAm: values.aufgenommenAm,
            traegerId: values.traegerId,
            fokusgruppe: fokusOf(values.fokusgruppe),
          },
        },
        { key },
      ),
    onDone: ({ fallId, nummer, begleitung }) => {
      const pruefung = { keine: [], moeglich: [t.moeglich], nur_koordination: [t.nurKoordination] };
      toast([t.aufgenommen(nummer), ...pruefung[begleitung]].join(' '));
      navigate(`/k/${kreis.id}/fall/${fallId}`);
    },
  });
  const { bind, values } = form;
  const fields: FallBound = {
    familienname: bind('familienname'),
    vorname: bind('vorname'),
    geburtsdatum: bind('geburtsdatum'),
    kommuneId: bind('kommuneId'),
    ortsteilId: bind('ortsteilId'),
    zugang: bind('zugang'),
    geschlecht: bind('geschlecht'),
    herkunftsland: bind('herkunftsland'),
    leistungsbezug: bind('leistungsbezug'),
    lebensbereich: bind('lebensbereich'),
    bemerkung: bind('bemerkung'),
  };
  const signed = values.einwilligung === 'ja';
  return (
    <Page
      title={t.aufnahmeTitel}
      lead={<p>{t.aufnahmeLead}</p>}
      crumbs={[{ label: t.faelle, href: `/k/${kreis.id}/fall` }]}
      narrow
    >
      <Form
        form={form}
        labels={{
          ...t,
          erteiltAm: t.einwilligungAm,
          traegerId: t.traeger,
          kommuneId: t.kommune,
          ortsteilId: t.ortsteil,
          einwilligungSprache: t.einwilligungSprache,
        }}
        codes={t.code}
        actions={
          signed && (
            <Button kind="primary" submit pending={form.pending}>
              {t.aufnehmenJetzt}
            </Button>
          )
        }
      >
        <Card title={t.einwilligung}>
          <div className="stack">
            <ChoiceGroup
              {...bind('einwilligung')}
              label={t.einwilligungFrage}
              required
              options={[
                { value: 'ja', label: t.einwilligungJa },
                { value: 'nein', label: t.einwilligungNein },
              ]}
            />
            {values.einwilligung === 'nein' && (
              <Notice title={t.ohneTitel}>
                <p>{t.ohneText}</p>
                <p>
                  <Button small onClick={onRecordSonstiger}>
                    {t.sonstigerKontakt}
                  </Button>
                </p>
              </Notice>
            )}
            {signed && (
              <div className="columns">
                <DateField {...bind('erteiltAm')} label={t.einwilligungAm} required max={today()} />
                <SelectField
                  {...bind('einwilligungSprache')}
                  label={t.einwilligungSprache}
                  required
                  empty={null}
                  options={languageOptions(sprache, values.einwilligungSprache)}
                />
                <TextField
                  {...bind('textfassung')}
                  label={t.textfassung}
                  hint={t.textfassungHinweis}
                  quietOptional
                />
              </div>
            )}
          </div>
        </Card>
        {signed && (
          <>
            <Card title={t.person}>
              <div className="stack">
                <PersonFields fields={fields} />
                <DublettenHinweis kreisId={kreis.id} {...values} />
                <div className="columns">
                  <DateField {...bind('aufgenommenAm')} label={t.aufgenommenAm} required max={today()} />
                  {traeger.length > 1 && (
                    <SelectField
                      {...bind('traegerId')}
                      label={t.traeger}
                      required
                      options={nameOptions(traeger)}
                    />
                  )}
                </div>
              </div>
            </Card>
            <Card title={t.wohnen}>
              <OrtFields kreis={kreis} fields={fields} />
            </Card>
            <Card title={t.merkmale}>
              <div className="stack">
                <MerkmalFields kreis={kreis} fields={fields} />
                <FokusField kreis={kreis} traegerId={values.traegerId} field={bind('fokusgruppe')} />
                <BemerkungField fields={fields} />
              </div>
            </Card>
          </>
        )}
      </Form>
    </Page>
  );
}
