import { fallContract } from '#src/fall/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { vertretungContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Above a case that is worked on in place of somebody else: for whom, until when, what is left to her. */
export function VertretungHinweis({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const params = { kreisId: kreis.id };
  // The same question as the page around it: answered out of memory.
  const { data: fall } = useQuery(fallContract.getFall, { params: { ...params, fallId } });
  const vertritt = fall?.abilities.changeFall === true && !fall.abilities.assignFall;
  const { data } = useQuery(vertretungContract.listVertretung, vertritt ? { params } : undefined);
  const row = data?.find(({ kontoId }) => kontoId === fall?.casemanagerId);
  if (!row) return null;
  return (
    <Notice title={t.inVertretung(row.name ?? '', formatDay(row.bis))}>
      <p>{t.inVertretungText}</p>
    </Notice>
  );
}
