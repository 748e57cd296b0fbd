import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { vertretungContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Warns before somebody of the own team is given a case who is away today; it does not forbid. */
export function AbwesendHinweis({ kreis, kontoId }: { kreis: KreisStamm; kontoId: string }) {
  const t = useTexts(texts);
  const { data } = useQuery(
    vertretungContract.listAbwesenheit,
    kontoId === '' ? undefined : { params: { kreisId: kreis.id }, query: {} },
  );
  const heute = today();
  const row = data?.abwesenheit.find(
    (each) => each.kontoId === kontoId && each.von <= heute && each.bis >= heute,
  );
  if (!row) return null;
  return (
    <Notice tone="warning" title={t.abwesendTitel(nameOf(kreis.casemanager, kontoId), formatDay(row.bis))}>
      <p>{row.vertretung === null ? t.abwesendOhne : t.abwesendMit(row.vertretung.name ?? '')}</p>
    </Notice>
  );
}
