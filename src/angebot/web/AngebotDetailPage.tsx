import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink, Link } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { angebotContract } from '../contract.ts';
import { AngebotKontakt } from './AngebotKontakt.tsx';
import { Confirm, Plaetze, Reichweite } from './AngebotTable.tsx';
import { EndDialog } from './EndDialog.tsx';
import { EndeBadge, FrischeBadge } from './FrischeBadge.tsx';
import * as austauschTexts from './austausch-texts.ts';
import * as texts from './texts.ts';

type Detail = Answer<typeof angebotContract.getAngebot>;

/** All that is known of an offer, who stands behind it and what was agreed with them. */
export function AngebotDetailPage({ kreis, angebotId }: { kreis: KreisStamm; angebotId: string }) {
  const t = useTexts(texts);
  const [ending, setEnding] = useState(false);
  const answer = useQuery(angebotContract.getAngebot, { params: { kreisId: kreis.id, angebotId } });
  const { data } = answer;
  const crumbs = [{ label: t.titel, href: `/k/${kreis.id}/angebot` }];
  if (!data)
    return (
      <Page title={t.angebot} crumbs={crumbs}>
        {answer.error ? <ErrorState problem={answer.error} onRetry={answer.refetch} /> : <Loading />}
      </Page>
    );
  const { angebot } = data;
  return (
    <Page
      title={angebot.name}
      crumbs={crumbs}
      lead={
        <div className="row">
          <span>
            {angebot.stelle} · {t.artName[angebot.art]}
          </span>
          <EndeBadge gueltigBis={angebot.gueltigBis} />
        </div>
      }
      actions={
        data.abilities.changeAngebot && (
          <>
            <Confirm kreisId={kreis.id} angebot={angebot} />
            <ButtonLink icon="edit" href={`/k/${kreis.id}/angebot/${angebotId}/aendern`}>
              {t.aendern}
            </ButtonLink>
            <Button kind="quiet" onClick={() => setEnding(true)}>
              {angebot.gueltigBis === null ? t.beenden : t.wiederAnbieten}
            </Button>
          </>
        )
      }
    >
      <div className="split">
        <div className="stack">
          <Was kreis={kreis} detail={data} />
          <Vereinbarungen detail={data} />
        </div>
        <div className="stack">
          {data.zusammengefuehrtMit && <Zusammengefuehrt kreisId={kreis.id} mit={data.zusammengefuehrtMit} />}
          <AngebotKontakt detail={data} />
          {data.weitere.length > 0 && (
            <Card title={t.weitereAngebote}>
              <ul className="plain stack">
                {data.weitere.map(({ id, name }) => (
                  <li key={id}>
                    <Link href={`/k/${kreis.id}/angebot/${id}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {data.aehnliche.length > 0 && (
            <Card title={t.aehnliche}>
              <div className="stack">
                <p className="small muted">{t.aehnlicheText}</p>
                <ul className="plain stack">
                  {data.aehnliche.map(({ id, name, stelle }) => (
                    <li key={id}>
                      <Link href={`/k/${kreis.id}/angebot/${id}`}>{name}</Link>
                      <br />
                      <span className="small muted">{stelle}</span>
                    </li>
                  ))}
                </ul>
              </div>
            </Card>
          )}
        </div>
      </div>
      {ending && <EndDialog kreisId={kreis.id} angebot={angebot} onClose={() => setEnding(false)} />}
    </Page>
  );
}

/** Where the entry went that was a double. */
function Zusammengefuehrt({ kreisId, mit }: { kreisId: string; mit: { id: string; name: string } }) {
  const t = useTexts(austauschTexts);
  return (
    <Notice title={t.zusammengefuehrtMit}>
      <p>
        <Link href={`/k/${kreisId}/angebot/${mit.id}`}>{mit.name}</Link>
      </p>
      <p className="small">{t.zusammengefuehrtText}</p>
    </Notice>
  );
}

function Was({ kreis, detail }: { kreis: KreisStamm; detail: Detail }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { angebot } = detail;
  const codes = (liste: 'lebensbereich' | 'rechtskreis') =>
    angebot[liste]
      .map((code) => codeName(kreis.codeliste[liste], code, sprache).replaceAll('/', '/\u200B'))
      .join(', ');
  return (
    <Card title={t.beschreibung}>
      <div className="stack">
        {angebot.beschreibung !== '' && <p className="prose preline">{angebot.beschreibung}</p>}
        {angebot.eigenesFallmanagement && (
          <Notice title={t.eigenesFallmanagement}>
            <p>{t.eigenesFallmanagementText}</p>
          </Notice>
        )}
        <DescriptionList
          items={[
            { term: t.bestaetigt, value: <FrischeBadge bestaetigtAm={angebot.bestaetigtAm} /> },
            { term: t.plaetze, value: <Plaetze angebot={angebot} /> },
            {
              term: t.kostenLabel,
              value: `${t.kostenName[angebot.kosten]}${angebot.kostenText === '' ? '' : ` (${angebot.kostenText})`}`,
            },
            { term: t.lebensbereich, value: codes('lebensbereich') || '–' },
            {
              term: t.zielgruppe,
              value: angebot.zielgruppe.map((code) => t.zielgruppeName[code]).join(', ') || t.fuerAlle,
            },
            {
              term: t.sprache,
              value: angebot.sprache.map((code) => languageName(sprache, code)).join(', ') || t.unbekannt,
            },
            { term: t.rechtskreis, value: codes('rechtskreis') || t.anKeinen },
            { term: t.ebeneLabel, value: <Reichweite kreis={kreis} angebot={angebot} /> },
            { term: t.kommuneId, value: nameOf(kreis.kommune, angebot.kommuneId) },
            ...(angebot.beratungsansatz === null
              ? []
              : [{ term: t.ansatzLabel, value: t.ansatzName[angebot.beratungsansatz] }]),
            {
              term: t.barriereLabel,
              value: angebot.barriere.map((code) => t.barriereName[code]).join(', ') || t.unbekannt,
            },
            {
              term: t.quelleLabel,
              value:
                angebot.quelleWeb === '' ? (
                  angebot.quelle || t.selbstErhoben
                ) : (
                  <a className="link" href={angebot.quelleWeb} target="_blank" rel="noreferrer">
                    {angebot.quelle || angebot.quelleWeb}
                  </a>
                ),
            },
          ]}
        />
      </div>
    </Card>
  );
}

function Vereinbarungen({ detail }: { detail: Detail }) {
  const t = useTexts(texts);
  return (
    <Card title={t.vereinbarungTitel}>
      <div className="stack">
        {detail.vereinbarung.length === 0 && <p className="muted">{t.keineVereinbarung}</p>}
        {detail.vereinbarung.map((each) => (
          <div key={each.id} className="stack">
            <p className="row">
              {each.vereinbartAm === null ? (
                <Badge tone="warning" icon="clock">
                  {t.imGespraech}
                </Badge>
              ) : (
                <Badge tone="success">{t.vereinbartSeit(formatDay(each.vereinbartAm))}</Badge>
              )}
              {each.abstimmungAm !== null && (
                <span className="muted">{t.abstimmungAm(formatDay(each.abstimmungAm))}</span>
              )}
            </p>
            <dl className="stack">
              {(['aufgaben', 'abgrenzung', 'uebergang'] as const)
                .filter((name) => each[name] !== '')
                .map((name) => (
                  <div key={name}>
                    <dt className="small muted">{t[name]}</dt>
                    <dd className="prose preline">{each[name]}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </Card>
  );
}
