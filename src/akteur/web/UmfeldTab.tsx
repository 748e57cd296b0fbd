import { HaushaltCard } from '#src/haushalt/web/HaushaltCard.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { akteurContract } from '../contract.ts';
import { AkteurCard } from './AkteurCard.tsx';

export interface UmfeldTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

/** Who stands around the person: the network with its lead, the household and the cases of the family. */
export function UmfeldTab({ kreis, fallId }: UmfeldTabProps) {
  const { data, error, refetch } = useQuery(
    akteurContract.getUmfeld,
    { params: { kreisId: kreis.id, fallId } },
    { keep: true },
  );
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={6} />;
  const klient = `${data.vorname} ${data.familienname}`.trim();
  return (
    <div className="stack">
      <AkteurCard kreis={kreis} fallId={fallId} umfeld={data} klient={klient} onStale={refetch} />
      <HaushaltCard
        kreis={kreis}
        fallId={fallId}
        stand={data.haushalt}
        klient={klient}
        canChange={data.abilities.change}
        onStale={refetch}
      />
    </div>
  );
}
