import { useEffect } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { loeschungContract } from '../contract.ts';
import { LaufCard } from './LaufCard.tsx';
import * as texts from './texts.ts';

const everyMs = 3_000;

/** All runs, newest first; looks again while one is being carried out. */
export function LaufTab({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const list = useQuery(loeschungContract.listLoeschlauf, { params: { kreisId: kreis.id } }, { keep: true });
  const running = list.data?.some((lauf) => lauf.stand === 'freigegeben') ?? false;
  const { refetch } = list;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(refetch, everyMs);
    return () => clearInterval(timer);
  }, [running, refetch]);
  return (
    <div className="stack">
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={6} />}
      {list.data?.length === 0 && (
        <EmptyState icon="history" title={t.keinLauf}>
          {t.keinLaufText}
        </EmptyState>
      )}
      {list.data?.map((lauf) => (
        <LaufCard key={lauf.id} kreis={kreis} lauf={lauf} />
      ))}
    </div>
  );
}
