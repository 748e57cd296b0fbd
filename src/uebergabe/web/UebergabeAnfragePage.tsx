import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { UebergabeAnfrageDetail } from '../anfrage-contract.ts';
import { uebergabeContract } from '../contract.ts';
import * as anfrageTexts from './anfrage-texts.ts';
import { StandBadge } from './AnfrageTabs.tsx';
import { AnfrageFaelle, AnswerForm } from './AnswerForm.tsx';
import * as texts from './texts.ts';

export interface UebergabeAnfragePageProps {
  readonly kreis: KreisStamm;
  readonly anfrageId: string;
}

/** One question: what it is about, without a name; the asked side answers here, the asking side can take it back. */
export function UebergabeAnfragePage({ kreis, anfrageId }: UebergabeAnfragePageProps) {
  const a = useTexts(anfrageTexts);
  const params = { kreisId: kreis.id, anfrageId };
  const { data, error, refetch } = useQuery(uebergabeContract.getUebergabeAnfrage, { params });
  const crumbs = [{ label: a.zurueck, href: `/k/${kreis.id}/uebergabe` }];
  return (
    <Page
      title={a.titel}
      crumbs={crumbs}
      {...(data
        ? { lead: <StandBadge stand={data.stand} />, actions: <Actions kreis={kreis} anfrage={data} /> }
        : {})}
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className="stack">
          <Facts kreis={kreis} anfrage={data} />
          {data.abilities.answerUebergabe ? (
            <AnswerForm key={data.fassung} kreis={kreis} anfrage={data} />
          ) : (
            <Card title={a.faelle}>
              <AnfrageFaelle kreis={kreis} anfrage={data} />
            </Card>
          )}
        </div>
      )}
    </Page>
  );
}

function Facts({ kreis, anfrage }: { kreis: KreisStamm; anfrage: UebergabeAnfrageDetail }) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  const words = [
    { term: a.nachricht, text: anfrage.nachricht },
    { term: a.ablehnung, text: anfrage.ablehnung === null ? '' : a.ablehnungWert[anfrage.ablehnung] },
    { term: a.antwort, text: anfrage.antwort },
  ];
  return (
    <Card>
      <div className="stack">
        <DescriptionList
          items={[
            { term: a.von, value: nameOf(kreis.traeger, anfrage.vonTraegerId) },
            { term: a.an, value: nameOf(kreis.traeger, anfrage.anTraegerId) },
            { term: a.faelle, value: anfrage.anzahl },
            { term: a.grund, value: t.grundWert[anfrage.grund] },
            { term: a.wirksamAm, value: formatDay(anfrage.wirksamAm) },
            { term: a.fristAm, value: formatDay(anfrage.fristAm) },
            { term: a.wer, value: anfrage.vonName ?? '–' },
            { term: a.am, value: formatDay(anfrage.gestelltAm) },
          ]}
        />
        {words.map(
          ({ term, text }) =>
            text !== '' && (
              <p key={term} className="preline">
                <strong>{term}:</strong> {text}
              </p>
            ),
        )}
      </div>
    </Card>
  );
}

function Actions({ kreis, anfrage }: { kreis: KreisStamm; anfrage: UebergabeAnfrageDetail }) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const { abilities, fassung, id } = anfrage;
  const withdraw = useAction(
    (key: string) =>
      call(
        uebergabeContract.withdrawUebergabe,
        { params: { kreisId: kreis.id, anfrageId: id }, body: { fassung } },
        { key },
      ),
    () => toast(a.zurueckgezogen),
  );
  const fallIds = anfrage.fall.flatMap(({ fallId, stand }) =>
    fallId !== null && stand !== 'angenommen' ? [fallId] : [],
  );
  return (
    <>
      {withdraw.problem && <ErrorState problem={withdraw.problem} codes={t.code} />}
      {abilities.withdrawUebergabe && (
        <Button pending={withdraw.pending} onClick={() => withdraw.run()}>
          {a.zurueckziehen}
        </Button>
      )}
      {abilities.askUebergabe && fallIds.length > 0 && (
        <Button
          kind="primary"
          icon="uebergabe"
          onClick={() => navigate(`/k/${kreis.id}/uebergabe`, { state: { fallIds, vorigeId: id } })}
        >
          {a.nochmal}
        </Button>
      )}
    </>
  );
}
