import { useLocation } from 'wouter';
import type { AnfrageDetail } from '#src/anfrage/anfrage.ts';
import { anfrageContract } from '#src/anfrage/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import * as aufnahme from './aufnahme-texts.ts';
import { BemerkungField, MerkmalFields, OrtFields, type FallBound } from './FallFields.tsx';
import { emptyFall, fallEingabe, fallInstances, type FallValues } from './fall-values.ts';
import { fokusOf, FokusField } from './FokusField.tsx';
import * as texts from './texts.ts';

/** Admission out of an Anfrage: nothing is typed twice, and without a consent the way leads there. */
export function AdmitFromAnfrage({ kreis, anfrageId }: { kreis: KreisStamm; anfrageId: string }) {
  const t = useTexts(texts);
  const a = useTexts(aufnahme);
  const { data, error, refetch } = useQuery(anfrageContract.getAnfrage, {
    params: { kreisId: kreis.id, anfrageId },
  });
  const base = `/k/${kreis.id}/anfrage/${anfrageId}`;
  const toAnfrage = <ButtonLink href={base}>{a.zurAnfrage}</ButtonLink>;
  return (
    <Page
      title={t.aufnahmeTitel}
      lead={data && <p>{a.ausAnfrage(data.nummer)}</p>}
      crumbs={[{ label: t.faelle, href: `/k/${kreis.id}/fall` }]}
      narrow
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {data && data.stand === 'abgeschlossen' && (
        <Notice>
          <p>{a.fertigText}</p>
          <p>{toAnfrage}</p>
        </Notice>
      )}
      {data && data.stand !== 'abgeschlossen' && !data.benannt && (
        <Notice title={a.ohneTitel}>
          <p>{a.ohneText}</p>
          <p className="row">
            <ButtonLink href={`${base}/einwilligung`} kind="primary">
              {a.zurEinwilligung}
            </ButtonLink>
            {toAnfrage}
          </p>
        </Notice>
      )}
      {data && data.stand !== 'abgeschlossen' && data.benannt && data.personId === null && (
        <Notice tone="warning" title={a.fremdTitel}>
          <p>{a.fremdText}</p>
          <p>{toAnfrage}</p>
        </Notice>
      )}
      {data && data.stand !== 'abgeschlossen' && data.personId !== null && (
        <AufnahmeForm key={data.id} kreis={kreis} anfrage={data} />
      )}
    </Page>
  );
}

type AufnahmeValues = FallValues & {
  readonly aufgenommenAm: string;
  readonly fokusgruppe: string;
  readonly mitwirkung: boolean;
};

function AufnahmeForm({ kreis, anfrage }: { kreis: KreisStamm; anfrage: AnfrageDetail }) {
  const t = useTexts(texts);
  const a = useTexts(aufnahme);
  const toast = useToast();
  const [, navigate] = useLocation();
  const areas: readonly string[] = [
    ...new Set([...anfrage.lebensbereich, ...anfrage.kontakt.flatMap((each) => each.lebensbereich)]),
  ];
  const initial: AufnahmeValues = {
    ...emptyFall,
    kommuneId: anfrage.kommuneId ?? '',
    ortsteilId: anfrage.ortsteilId ?? '',
    zugang: anfrage.zugang ?? '',
    lebensbereich: areas,
    aufgenommenAm: today(),
    fokusgruppe: '',
    mitwirkung: false,
  };
  const form = useForm({
    initial,
    draft: { formular: 'anfrage-aufnahme', bezug: anfrage.id },
    instances: fallInstances,
    check: (values) => ({
      ...(isDay(values.aufgenommenAm) ? {} : { aufgenommenAm: 'datum-ungueltig' }),
      ...(values.mitwirkung ? {} : { mitwirkung: 'mitwirkung-offen' }),
    }),
    send: (values, key) => {
      const {
        familienname: _familienname,
        vorname: _vorname,
        geburtsdatum: _geburtsdatum,
        ...rest
      } = fallEingabe(values);
      return call(
        anfrageContract.admitAnfrage,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: {
            ...rest,
            fassung: anfrage.fassung,
            aufgenommenAm: values.aufgenommenAm,
            fokusgruppe: fokusOf(values.fokusgruppe),
            mitwirkung: values.mitwirkung,
          },
        },
        { key },
      );
    },
    onDone: ({ fallId, nummer }) => {
      toast(t.aufgenommen(nummer));
      navigate(`/k/${kreis.id}/fall/${fallId}`);
    },
  });
  const { bind } = form;
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
  // An Anfrage that came out of a case leads back into it.
  const former = anfrage.fall;
  return (
    <Form
      form={form}
      labels={{ ...t, ...a, kommuneId: t.kommune, ortsteilId: t.ortsteil, fokusgruppe: a.zielgruppe }}
      codes={{ ...t.code, ...a.code }}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.aufnehmenJetzt}
        </Button>
      }
    >
      <Card title={t.aufgenommenAm}>
        <div className="stack">
          <p className="muted">{former === null ? a.ausAnfrageLead : a.frueherText(former.nummer)}</p>
          <DateField {...bind('aufgenommenAm')} label={t.aufgenommenAm} required max={today()} />
          <Checkbox {...bind('mitwirkung')} label={a.mitwirkung} />
        </div>
      </Card>
      {former === null && (
        <>
          <Card title={t.wohnen}>
            <OrtFields kreis={kreis} fields={fields} />
          </Card>
          <Card title={t.merkmale}>
            <div className="stack">
              <MerkmalFields kreis={kreis} fields={fields} />
              <FokusField kreis={kreis} traegerId={anfrage.traegerId} field={bind('fokusgruppe')} />
            </div>
          </Card>
        </>
      )}
      <Card title={t.bemerkung}>
        <BemerkungField fields={fields} />
      </Card>
    </Form>
  );
}
