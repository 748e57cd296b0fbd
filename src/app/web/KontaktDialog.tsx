import { useEffect, useState } from 'react';
import { RecordKontaktDialog } from '#src/beratungskontakt/web/RecordKontaktDialog.tsx';
import { fallContract } from '#src/fall/contract.ts';
import { fallLabel } from '#src/fall/web/FallTable.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import type { Ich } from '#src/zugang/contract.ts';

/** The case that a new contact belongs to, with the words that name it on this screen. */
export interface KontaktSubject {
  readonly fallId: string;
  readonly label: string;
}

export interface KontaktDialogProps {
  readonly ich: Ich;
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  readonly subject: KontaktSubject | undefined;
  readonly sonstiger: boolean;
  readonly onClose: () => void;
}

const PAUSE_MS = 180;
const FOUND = 12;

/** "Kontakt erfassen" together with the search for its case. */
export function KontaktDialog({ ich, kreis, can, subject, sonstiger, onClose }: KontaktDialogProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Names are read only once somebody looks for one.
  const wanted = can('fall.lesen') && asked !== '';
  const found = useQuery(
    fallContract.searchFall,
    wanted ? { params: { kreisId: kreis.id }, body: { suche: asked, anzahl: FOUND } } : undefined,
    { keep: true },
  );
  const options = typed === '' ? [] : (found.data?.fall ?? []);
  const ownTraegerIds = ich.rollen.flatMap((rolle) =>
    rolle.kreisId === kreis.id && rolle.traegerId !== null ? [rolle.traegerId] : [],
  );
  return (
    <RecordKontaktDialog
      kreis={kreis}
      can={can}
      subject={subject}
      sonstiger={sonstiger}
      ownTraegerIds={ownTraegerIds}
      search={{
        options: options.map((fall) => ({
          value: fall.id,
          label: fallLabel(fall),
          detail: nameOf(kreis.casemanager, fall.casemanagerId),
        })),
        onType: setTyped,
        searching: typed.trim() !== asked || found.loading || (wanted && found.outdated),
      }}
      onClose={onClose}
    />
  );
}
