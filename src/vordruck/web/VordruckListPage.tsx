import { useState } from 'react';
import { Link as RouteLink } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Link, PaperLink } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { vordruckContract } from '../contract.ts';
import { vordruckArt, type VordruckArt } from '../inhalt.ts';
import { DraftVordruck } from './DraftVordruck.tsx';
import * as texts from './texts.ts';

type Traeger = Answer<typeof vordruckContract.listVordruck>['traeger'][number];
type Kopf = Traeger['vordruck'][number];

/** The texts that people sign or are handed, per Träger: which is in force, how far its translations are. */
export function VordruckListPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [only, setOnly] = useState('');
  const list = useQuery(vordruckContract.listVordruck, { params: { kreisId: kreis.id } });
  const all = list.data?.traeger ?? [];
  const seen = kreis.traeger.filter(({ id }) => all.some(({ traegerId }) => traegerId === id));
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      actions={
        <>
          <PaperLink href={`/api/kreis/${kreis.id}/papier/screening?sprache=${sprache}`}>
            {t.screening}
          </PaperLink>
          {all.length > 1 && (
            <SelectField
              name="traeger"
              label={t.welche}
              quietOptional
              empty={t.alle}
              value={only}
              onChange={setOnly}
              options={nameOptions(seen)}
            />
          )}
        </>
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={6} />}
      {list.data && all.length === 0 && <EmptyState icon="edit" title={t.leer} />}
      <div className="stack">
        {all
          .filter(({ traegerId }) => only === '' || only === traegerId)
          .map((traeger) => (
            <Card key={traeger.traegerId} title={nameOf(kreis.traeger, traeger.traegerId)} flush>
              <TraegerTable kreis={kreis} traeger={traeger} />
            </Card>
          ))}
      </div>
    </Page>
  );
}

function TraegerTable({ kreis, traeger }: { kreis: KreisStamm; traeger: Traeger }) {
  const t = useTexts(texts);
  const of = (art: VordruckArt, stand: Kopf['stand']) =>
    traeger.vordruck.filter((each) => each.art === art && each.stand === stand);
  const path = (kopf: Kopf) => `/k/${kreis.id}/vordruck/${kopf.id}`;
  return (
    <Table
      caption={`${t.titel}: ${nameOf(kreis.traeger, traeger.traegerId)}`}
      rows={vordruckArt.options}
      rowKey={(art) => art}
      columns={[
        {
          id: 'art',
          header: t.vordruck,
          rowHeader: true,
          cell: (art) => {
            const newest = of(art, 'freigegeben')[0] ?? of(art, 'entwurf')[0];
            return newest ? (
              <RouteLink href={path(newest)} className="row-link" data-row-link>
                {t.art[art]}
              </RouteLink>
            ) : (
              t.art[art]
            );
          },
        },
        {
          id: 'gilt',
          header: t.esGilt,
          cell: (art) => {
            const [gilt] = of(art, 'freigegeben');
            if (!gilt) return <Badge tone="warning">{t.nichts}</Badge>;
            return t.seit(gilt.fassung, formatDay((gilt.freigegebenAm ?? gilt.erfasstAm).slice(0, 10)));
          },
        },
        {
          id: 'uebersetzt',
          header: t.uebersetzungen,
          cell: (art) => {
            const [gilt] = of(art, 'freigegeben');
            return gilt ? t.gezaehlt(gilt.uebersetzt.freigegeben, gilt.uebersetzt.entwurf) : '';
          },
        },
        {
          id: 'fruehere',
          header: t.fruehere,
          cell: (art) => {
            const former = of(art, 'abgeloest');
            if (former.length === 0) return <span className="muted">{t.keine}</span>;
            return (
              <span className="row">
                {former.map((kopf) => (
                  <Link key={kopf.id} href={path(kopf)}>
                    {t.fassung(kopf.fassung)}
                  </Link>
                ))}
              </span>
            );
          },
        },
        {
          id: 'arbeit',
          header: t.inArbeit,
          cell: (art) => {
            const [entwurf] = of(art, 'entwurf');
            if (entwurf) return <Link href={path(entwurf)}>{t.entwurf(entwurf.fassung)}</Link>;
            if (!traeger.abilities.edit) return <span className="muted">{t.keine}</span>;
            return (
              <DraftVordruck
                kreisId={kreis.id}
                traegerId={traeger.traegerId}
                art={art}
                named
                {...(of(art, 'freigegeben').length === 0 ? { recht: traeger.recht } : {})}
              />
            );
          },
        },
      ]}
    />
  );
}
