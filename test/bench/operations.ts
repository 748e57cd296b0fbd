import { suchform, suchlaut } from '#src/person/suchform.ts';
import { addMonths, today } from '#src/platform/day.ts';
import type { Ask } from './clients.ts';
import type { BenchTarget } from './load.ts';

export interface Operation {
  readonly name: string;
  /** Times the floor that it may take at one client and at eight. */
  readonly goal: readonly [one: number, eight: number];
  readonly count: number;
  readonly app: (i: number) => readonly Ask[];
  readonly floor: (i: number) => readonly Ask[];
  /** What must be equal on both sides, out of an answer of either; without it nothing is compared. */
  readonly essence?: (answer: unknown) => unknown;
}

const tage = ['2022-12-31', '2023-06-30', '2023-12-31', '2024-06-30', '2025-06-30'];

interface Liste {
  readonly gesamt: number;
  readonly fall: readonly Readonly<Record<string, unknown>>[] | null;
}

function essenceOfList(answer: unknown): unknown {
  const { fall } = answer as Liste;
  return (fall ?? []).map((each) => [each['id'], each['nummer'], each['status'], each['letzterKontakt']]);
}

interface Geoeffnet {
  readonly nummer?: string;
  readonly fall?: { readonly nummer: string };
  readonly gesamt?: number;
  readonly kontakt:
    | readonly { readonly am: string }[]
    | { gesamt: number; kontakt: readonly { am: string }[] };
}

function essenceOfAkte(answer: unknown): unknown {
  const { nummer, fall, gesamt, kontakt } = answer as Geoeffnet;
  const [all, rows] = 'gesamt' in kontakt ? [kontakt.gesamt, kontakt.kontakt] : [gesamt, kontakt];
  return [nummer ?? fall?.nummer, all, rows.map(({ am }) => am)];
}

/** The three parts of the report as the Koordination asks for them. */
export function askBericht(target: BenchTarget): Ask[] {
  return [
    `fallzahlen?stichtag=${tage.join(',')}`,
    'kontakte?von=2023-01&bis=2023-12',
    'merkmal?merkmal=herkunftsland&stichtag=2023-12-31&top=5',
  ].map((path) => ({
    method: 'GET',
    path: `/api/kreis/${target.kreisId}/auswertung/${path}`,
    headers: { cookie: `lotse=${target.koordinationToken}` },
  }));
}

/** A search by a word of a name, as the page sends it. */
export function askSuche(target: BenchTarget, suche: string, anzahl: number): Ask {
  return {
    method: 'POST',
    path: `/api/kreis/${target.kreisId}/fall/suche`,
    headers: { cookie: `lotse=${target.token}` },
    body: JSON.stringify({ suche, anzahl }),
  };
}

/** What is measured: each act once as the browser asks for it and once as the floor answers the same. */
export function operations(target: BenchTarget): Operation[] {
  const headers = { cookie: `lotse=${target.token}` };
  const at = (list: readonly string[], i: number) => list[i % list.length] ?? '';
  const q = (values: Record<string, string>) => new URLSearchParams(values).toString();
  const kreis = `/api/kreis/${target.kreisId}`;
  const tag = today();
  const grenze = addMonths(tag, -3);
  const [k, t, c] = [target.kreisId, target.traegerId, target.kontoId];
  const notiz = 'Termin beim Jobcenter vorbereitet, Unterlagen gesichtet.';
  const kontakt = JSON.stringify({
    am: tag,
    qualifiziert: true,
    format: 'persoenlich',
    ort: 'buero',
    dauerMinuten: 45,
    sprache: null,
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz,
  });
  const record = (i: number, more: Record<string, string>): Ask => ({
    method: 'POST',
    path: `${kreis}/fall/${at(target.offeneFallIds, i)}/beratungskontakt`,
    headers: { ...headers, ...more },
    body: kontakt,
  });
  const recordBare = (i: number): Ask => ({
    method: 'POST',
    path: '/kontakt',
    body: JSON.stringify([k, at(target.offeneFallIds, i), t, c, notiz]),
  });
  let key = Date.now();
  return [
    {
      name: 'Fall mit 30 Kontakten öffnen',
      goal: [2, 3],
      count: 800,
      app: (i) => [{ method: 'GET', path: `${kreis}/fall/${at(target.fallIds, i)}`, headers }],
      floor: (i) => [{ method: 'GET', path: `/akte?${q({ k, f: at(target.fallIds, i), tag })}` }],
      essence: essenceOfAkte,
    },
    {
      name: 'Meine aktiven Fälle',
      goal: [2, 3],
      count: 400,
      app: () => [{ method: 'GET', path: `${kreis}/fall?status=aktiv&casemanager=ich&anzahl=100`, headers }],
      floor: () => [{ method: 'GET', path: `/meine?${q({ t, c, tag, grenze })}` }],
      essence: essenceOfList,
    },
    {
      name: 'Person suchen (Tippfehler)',
      goal: [2, 3],
      count: 600,
      app: (i) => [askSuche(target, at(target.suchworte, i), 50)],
      floor: (i) => {
        const wort = at(target.suchworte, i);
        return [
          {
            method: 'GET',
            path: `/suche?${q({ t, s: suchform(wort), l: suchlaut(wort), c, tag, grenze })}`,
          },
        ];
      },
      essence: essenceOfList,
    },
    {
      name: 'Kontakt erfassen',
      goal: [2, 3],
      count: 500,
      app: (i) => [record(i, {})],
      floor: (i) => [recordBare(i)],
    },
    {
      name: 'Kontakt erfassen, wiederholbar (Idempotency-Key)',
      goal: [2, 3],
      count: 500,
      app: (i) => [record(i, { 'idempotency-key': `bench-${(key += 1)}` })],
      floor: (i) => [recordBare(i)],
    },
    {
      name: 'Bericht eines Kreises',
      goal: [1.5, 1.5],
      count: 60,
      app: () => askBericht(target),
      floor: () => [0, 1, 2].map((teil) => ({ method: 'GET', path: `/bericht/${teil}` })),
    },
  ];
}
