import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { eingangContract, type EingangZeile } from '../eingang.ts';
import { isOffen } from '../rules.ts';
import { AntwortChoice } from './AntwortChoice.tsx';
import * as eingangTexts from './eingang-texts.ts';
import { SchreibenView } from './SchreibenView.tsx';
import * as texts from './texts.ts';
import './vermittlung.css';
import { standTones } from './VermittlungRow.tsx';

/** What a partner office was sent, and its answers. */
export function EingangPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(eingangTexts);
  const list = useQuery(eingangContract.listEingang, { params: { kreisId: kreis.id } });
  return (
    <Page title={t.titel} lead={<p className="prose">{t.lead}</p>} narrow>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={4} />}
      {list.data?.length === 0 && (
        <EmptyState icon="check" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      <div className="stack">
        {list.data?.map((each) => (
          <Eingang key={each.id} kreis={kreis} eingang={each} />
        ))}
      </div>
    </Page>
  );
}

function Eingang({ kreis, eingang }: { kreis: KreisStamm; eingang: EingangZeile }) {
  const t = useTexts(eingangTexts);
  const v = useTexts(texts);
  const { sprache } = useSprache();
  const name = eingang.angebotName ?? eingang.stelleName;
  const offen = isOffen(eingang.stand);
  const ueberfaellig = offen && eingang.rueckmeldungBis !== null && eingang.rueckmeldungBis < today();
  return (
    <Card title={`${codeName(kreis.codeliste.lebensbereich, eingang.lebensbereich, sprache)} · ${name}`}>
      <div className="stack">
        <div className="row">
          <Badge tone={standTones[eingang.stand]}>
            {eingang.stand === 'gesendet' ? t.neu : v.stand[eingang.stand]}{' '}
            {v.seit(formatDay(eingang.standAm))}
          </Badge>
          {offen && eingang.stand !== 'begonnen' && eingang.rueckmeldungBis !== null && (
            <Badge tone={ueberfaellig ? 'warning' : 'neutral'}>
              {t.bitteBis(formatDay(eingang.rueckmeldungBis))}
            </Badge>
          )}
          <span className="small muted">
            {t.von([eingang.casemanagerName, eingang.traegerName].filter((each) => each !== null).join(', '))}
          </span>
        </div>
        <SchreibenView schreiben={eingang.schreiben} />
        {eingang.antwort.length > 0 && (
          <ul className="vermittlung-verlauf small" aria-label={t.antworten}>
            {eingang.antwort.map((antwort) => (
              <li key={`${antwort.stand} ${antwort.am}`}>
                {formatDay(antwort.am)} {v.stand[antwort.stand]}
                {antwort.grund !== null && ` · ${v.grundWort[antwort.grund]}`}
                {antwort.ergebnis !== null && ` · ${v.ergebnisWort[antwort.ergebnis]}`}
                {antwort.worte !== '' && ` · ${antwort.worte}`}
              </li>
            ))}
          </ul>
        )}
        {offen && (
          <div className="row">
            <AntwortChoice
              gegenstand={{ ...eingang, name }}
              bezug={eingang.id}
              send={({ stand, ...rest }, key) => {
                const body = eingangContract.answerEingang.body.parse({ ...rest, stand });
                const params = { kreisId: kreis.id, vermittlungId: eingang.id };
                return call(eingangContract.answerEingang, { params, body }, { key });
              }}
            />
          </div>
        )}
      </div>
    </Card>
  );
}
