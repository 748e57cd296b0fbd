import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { erstberatungContract } from '../contract.ts';
import { BogenView } from './BogenView.tsx';
import * as texts from './texts.ts';

/** How it began: the first talks of a case's person, to read; nothing for those who see only the number of the case. */
export function ErstberatungCard({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const { data } = useQuery(erstberatungContract.listErstberatung, { params: { kreisId: kreis.id, fallId } });
  return (data ?? []).map((erstberatung) => (
    <Card key={erstberatung.id} title={t.karte(formatDay(erstberatung.am))}>
      <BogenView kreis={kreis} erstberatung={erstberatung} />
    </Card>
  ));
}
