import { useEffect, useState } from 'react';
import { kreisContract } from '#src/kreis/contract.ts';
import { isDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { dubletteContract } from '../contract.ts';
import { EintragName } from './EintragName.tsx';
import { Gruende } from './Gruende.tsx';
import * as texts from './texts.ts';

export interface DublettenHinweisProps {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly familienname: string;
  readonly vorname: string;
  /** As typed; anything but a day counts as unknown. */
  readonly geburtsdatum: string | null;
}

const PAUSE_MS = 400;

/** Similar records of the Träger under a form with a name; asks when typing pauses and says nothing when there are none. */
export function DublettenHinweis(props: DublettenHinweisProps) {
  const t = useTexts(texts);
  const { kreisId } = props;
  const frage = useQuestion(props);
  const { data } = useQuery(dubletteContract.searchDublette, frage && { params: { kreisId }, body: frage }, {
    keep: true,
  });
  const kreis = useQuery(kreisContract.getKreis, { params: { kreisId } });
  const treffer = frage === undefined ? [] : (data?.treffer ?? []);
  return (
    <div aria-live="polite">
      {treffer.length > 0 && (
        <Notice tone="warning" title={t.hinweisTitel(treffer.length)}>
          <p className="small">{t.hinweisText}</p>
          <ul className="stack">
            {treffer.map((each) => (
              <li key={each.personId}>
                <EintragName kreisId={kreisId} casemanager={kreis.data?.casemanager ?? []} eintrag={each} />
                <Gruende bewertung={each} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

type Frage = Omit<DublettenHinweisProps, 'kreisId'>;

/** What is asked once typing has paused; nothing while there is too little to compare. */
function useQuestion({ traegerId, familienname, vorname, geburtsdatum }: Frage): Frage | undefined {
  const [settled, setSettled] = useState<Frage>();
  useEffect(() => {
    const enough = `${familienname}${vorname}`.trim().length >= 3 && traegerId !== '';
    const day = geburtsdatum !== null && isDay(geburtsdatum) ? geburtsdatum : null;
    const timer = setTimeout(
      () => setSettled(enough ? { traegerId, familienname, vorname, geburtsdatum: day } : undefined),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [traegerId, familienname, vorname, geburtsdatum]);
  return settled;
}
