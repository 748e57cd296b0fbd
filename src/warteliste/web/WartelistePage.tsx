import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { AddWarteliste } from './AddWarteliste.tsx';
import { WartelisteTable } from './WartelisteTable.tsx';
import * as texts from './texts.ts';

export interface WartelistePageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
}

/** The waiting list; an address with an Anfrage opens the dialog that puts it on. */
export function WartelistePage({ kreis, can }: WartelistePageProps) {
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const anfrageId = params.get('anfrage');
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.setzenText}</p>}
      crumbs={[{ label: t.anfragen, href: `/k/${kreis.id}/anfrage` }]}
    >
      <WartelisteTable kreis={kreis} />
      {anfrageId !== null && can('warteliste.fuehren') && (
        <AddWarteliste
          key={anfrageId}
          kreis={kreis}
          anfrageId={anfrageId}
          onClose={() => setParams({}, { replace: true })}
        />
      )}
    </Page>
  );
}
