import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { anfrageContract } from '../contract.ts';
import { AnliegenFields } from './AnliegenFields.tsx';
import { anfrageBody, checkAnfrage, emptyAnfrage, preferOwn } from './anfrage-values.ts';
import { OrtFields } from './OrtFields.tsx';
import * as texts from './texts.ts';
import { useVorschlag, ZustaendigFields } from './ZustaendigFields.tsx';
import { ZugangFields } from './ZugangFields.tsx';

export interface RecordAnfragePageProps {
  readonly kreis: KreisStamm;
  /** Träger for which the account works. */
  readonly ownTraegerIds: readonly string[];
}

/** Takes in whoever knocks. The form asks for no name; who is responsible appears while it is filled in. */
export function RecordAnfragePage({ kreis, ownTraegerIds }: RecordAnfragePageProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const form = useForm({
    initial: { ...emptyAnfrage, eingegangenAm: today() },
    draft: { formular: 'anfrage', bezug: kreis.id },
    check: (values) => ({
      ...checkAnfrage(values),
      ...(traegerOf(values.traegerId) === '' ? { traegerId: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        anfrageContract.recordAnfrage,
        {
          params: { kreisId: kreis.id },
          body: anfrageBody(values, {
            traegerId: traegerOf(values.traegerId),
            standortId: values.standortId === '' ? standortOf(values.traegerId) : values.standortId,
          }),
        },
        { key },
      ),
    onDone: ({ anfrageId, nummer, eigen }, values) => {
      toast(
        eigen
          ? t.gespeichert(nummer)
          : t.abgegeben(nummer, nameOf(kreis.traeger, traegerOf(values.traegerId))),
      );
      navigate(`/k/${kreis.id}/anfrage${eigen ? `/${anfrageId}` : ''}`);
    },
  });
  const { bind, values } = form;
  const vorschlag = useVorschlag(kreis.id, values);
  const proposed = preferOwn(vorschlag.data?.traeger ?? [], ownTraegerIds);
  const traegerOf = (chosen: string) => (chosen === '' ? (proposed?.traegerId ?? '') : chosen);
  const standortOf = (chosen: string) =>
    proposed?.traegerId === traegerOf(chosen) ? (proposed.standortId ?? '') : '';
  const traegerId = traegerOf(values.traegerId);
  return (
    <Page
      title={t.aufnahmeTitel}
      lead={<p>{t.aufnahmeLead}</p>}
      crumbs={[{ label: t.anfragen, href: `/k/${kreis.id}/anfrage` }]}
      narrow
    >
      <Form
        form={form}
        labels={{
          ...t,
          traegerId: t.traeger,
          standortId: t.standort,
          kommuneId: t.kommune,
          ortsteilId: t.ortsteil,
          stelleId: t.stelle,
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <Card title={t.karteWeg}>
          <ZugangFields kreis={kreis} bind={bind} values={values} />
        </Card>
        <Card title={t.kartePerson}>
          <AnliegenFields kreis={kreis} bind={bind} values={values}>
            <DateField {...bind('eingegangenAm')} label={t.eingegangenAm} required max={today()} />
          </AnliegenFields>
        </Card>
        <Card title={t.karteOrt}>
          <OrtFields kreis={kreis} bind={bind} values={values} />
        </Card>
        <Card title={t.karteZustaendig}>
          <ZustaendigFields
            kreis={kreis}
            bind={bind}
            traegerId={traegerId}
            vorschlag={vorschlag.data}
            proposed={proposed}
            dringlich={values.dringlich}
            own={ownTraegerIds.includes(traegerId)}
          />
        </Card>
      </Form>
    </Page>
  );
}
