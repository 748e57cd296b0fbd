import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { ButtonLink, Link } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { erstberatungContract } from '../contract.ts';
import { BogenForm } from './BogenForm.tsx';
import { BogenView } from './BogenView.tsx';
import * as texts from './texts.ts';

/** The first talk of an Anfrage with its Screening-Bogen. */
export function ErstberatungPage({ kreis, anfrageId }: { kreis: KreisStamm; anfrageId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(erstberatungContract.getErstberatung, {
    params: { kreisId: kreis.id, anfrageId },
  });
  const base = `/k/${kreis.id}/anfrage`;
  const crumbs = [{ label: t.anfragen, href: base }];
  if (error) {
    return (
      <Page title={t.titelSeite} crumbs={crumbs}>
        <ErrorState problem={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!data) {
    return (
      <div className="page">
        <Loading rows={8} />
      </div>
    );
  }
  const paper = `/api/kreis/${kreis.id}/papier/screening`;
  return (
    <Page
      title={t.titelSeite}
      lead={<p>{t.lead}</p>}
      crumbs={[...crumbs, { label: t.anfrage(data.nummer), href: `${base}/${anfrageId}` }]}
      actions={
        <a
          className="button button-secondary"
          target="_blank"
          rel="noreferrer"
          href={data.erstberatung ? `${paper}/${anfrageId}` : paper}
        >
          {data.erstberatung ? t.bogenDrucken : t.leererBogen}
        </a>
      }
    >
      {data.abilities.saveErstberatung ? (
        <>
          {!data.benannt && (
            <Notice title={t.ohneTitel}>
              <p>{t.ohneText}</p>
              <p>
                <Link href={`${base}/${anfrageId}/einwilligung`}>{t.zurEinwilligung}</Link>
              </p>
            </Notice>
          )}
          <BogenForm
            // Another version, or a consent since: the form begins anew with its draft.
            key={`${data.erstberatung?.fassung ?? 0} ${data.benannt}`}
            kreis={kreis}
            anfrageId={anfrageId}
            stand={data}
          />
        </>
      ) : data.erstberatung ? (
        <>
          <Notice>
            <p>{t.nurLesen}</p>
          </Notice>
          <Card>
            <BogenView kreis={kreis} erstberatung={data.erstberatung} />
          </Card>
        </>
      ) : (
        <EmptyState icon="info" title={t.nochKeiner}>
          <ButtonLink href={`${base}/${anfrageId}`}>{t.anfrage(data.nummer)}</ButtonLink>
        </EmptyState>
      )}
    </Page>
  );
}
