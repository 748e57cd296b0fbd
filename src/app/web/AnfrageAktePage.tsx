import { AnfragePage } from '#src/anfrage/web/AnfragePage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { TerminList } from '#src/termin/web/TerminList.tsx';

export interface AnfrageAktePageProps {
  readonly kreis: KreisStamm;
  readonly anfrageId: string;
  readonly can: (ability: string) => boolean;
}

/** The page of an Anfrage with its appointments. */
export function AnfrageAktePage({ kreis, anfrageId, can }: AnfrageAktePageProps) {
  return (
    <AnfragePage
      kreis={kreis}
      anfrageId={anfrageId}
      termine={(open, sprache) =>
        can('termin.lesen') && (
          <TerminList
            kreisId={kreis.id}
            kreis={kreis}
            anfrageId={anfrageId}
            sprache={sprache}
            canPlan={open && can('termin.planen')}
          />
        )
      }
    />
  );
}
