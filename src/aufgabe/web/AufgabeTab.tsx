import type { KreisStamm } from '#src/kreis/contract.ts';
import { NotizCard } from '#src/notiz/web/NotizCard.tsx';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { aufgabeContract } from '../contract.ts';
import { AufgabeCard } from './AufgabeCard.tsx';
import * as texts from './texts.ts';

export interface AufgabeTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

/** Tasks and notes of a case, read in one answer. */
export function AufgabeTab({ kreis, fallId }: AufgabeTabProps) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(aufgabeContract.listAufgabe, {
    params: { kreisId: kreis.id, fallId },
  });
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={5} />;
  const canWrite = data.abilities.write;
  return (
    <div className="stack">
      {data.abgeschlossen && (
        <Notice>
          <p>{t.geschlossen}</p>
        </Notice>
      )}
      <div className="work">
        <AufgabeCard
          kreisId={kreis.id}
          fallId={fallId}
          aufgaben={data.aufgabe}
          team={data.team}
          canWrite={canWrite}
        />
        <NotizCard kreisId={kreis.id} fallId={fallId} notizen={data.notiz} canWrite={canWrite} />
      </div>
    </div>
  );
}
