import { useEffect, useState } from 'react';
import { anfrageContract } from '#src/anfrage/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import type { ComboOption } from '#src/ui/web/ComboBox.tsx';

const PAUSE_MS = 180;
const FOUND = 8;

export interface GegenstandWords {
  readonly anfrage: string;
  readonly fall: string;
}

/** Anfragen and cases for what is typed, as choices "anfrage:id" and "fall:id". */
export function useGegenstand(
  kreisId: string,
  words: GegenstandWords,
): { options: readonly ComboOption[]; onType: (text: string) => void; searching: boolean } {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const params = { kreisId };
  const offen = useQuery(anfrageContract.listAnfrage, { params, query: { stand: 'offen' } });
  const beratung = useQuery(anfrageContract.listAnfrage, { params, query: { stand: 'in_beratung' } });
  // Names are read only once somebody looks for one.
  const found = useQuery(
    fallContract.searchFall,
    asked === '' ? undefined : { params, body: { suche: asked, anzahl: FOUND } },
    { keep: true },
  );
  const wanted = typed.trim().toLowerCase();
  const anfragen = [...(offen.data?.anfrage ?? []), ...(beratung.data?.anfrage ?? [])]
    .filter(({ nummer }) => nummer.toLowerCase().includes(wanted))
    .slice(0, FOUND);
  return {
    options: [
      ...anfragen.map(({ id, nummer }) => ({ value: `anfrage:${id}`, label: nummer, detail: words.anfrage })),
      ...(wanted === '' ? [] : (found.data?.fall ?? [])).map(({ id, nummer, person }) => ({
        value: `fall:${id}`,
        label: person ? `${person.vorname} ${person.familienname}, ${nummer}` : nummer,
        detail: words.fall,
      })),
    ],
    onType: setTyped,
    searching: typed.trim() !== asked || found.loading || (asked !== '' && found.outdated),
  };
}
