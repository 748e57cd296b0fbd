import { EinwilligungCard } from '#src/einwilligung/web/EinwilligungCard.tsx';
import { einwilligungContract } from '#src/einwilligung/contract.ts';
import { entbindungContract } from '#src/entbindung/contract.ts';
import { EntbindungCard } from '#src/entbindung/web/EntbindungCard.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { ErsuchenCard } from '#src/ersuchen/web/ErsuchenCard.tsx';
import { useQuery } from '#src/platform/web/query.ts';
import { ZugriffCard } from '#src/protokoll/web/ZugriffCard.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { WeitergabeCard } from '#src/weitergabe/web/WeitergabeCard.tsx';

export interface EinwilligungRegisterProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
  /** The case in whose file it stands, if there is one. */
  readonly fallId?: string;
}

/** Consent, releases and what was shared on their strength, of one person. */
export function EinwilligungRegister({ kreis, personId, fallId }: EinwilligungRegisterProps) {
  const params = { kreisId: kreis.id, personId };
  const { data, error, refetch } = useQuery(einwilligungContract.listEinwilligung, { params });
  const gilt = data?.gesperrtAm === null;
  const entbindung = useQuery(entbindungContract.listEntbindung, gilt ? { params } : undefined);
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={5} />;
  return (
    <div className="stack">
      <EinwilligungCard kreis={kreis} personId={personId} liste={data} mitFall={fallId !== undefined} />
      {gilt && (
        <>
          <EntbindungCard
            kreis={kreis}
            personId={personId}
            traegerId={data.traegerId}
            minderjaehrig={data.minderjaehrig}
            vertretungen={data.vertretungen}
          />
          <WeitergabeCard kreisId={kreis.id} personId={personId} entbindung={entbindung.data ?? []} />
          <ErsuchenCard kreis={kreis} personId={personId} />
          {fallId !== undefined && <ZugriffCard kreisId={kreis.id} fallId={fallId} />}
        </>
      )}
    </div>
  );
}
