import { addDays, type Day } from '#src/platform/day.ts';
import type { FallHistory, Histories, SonstigerKontakt } from './fall-history.ts';

const rheine = '05566076';
const uebergabe = '7a6d0c4e-0000-4000-8000-000000000010';
const uebergabeAm = '2022-10-15';

/** Admissions before each key date by Träger, and how many cases are active on it (Vorlage 197/23; slides of 14.09.2023). */
const abschnitte: readonly { bis: Day; lernenFoerdern: number; caritas: number; aktiv: number }[] = [
  { bis: '2022-09-15', lernenFoerdern: 38, caritas: 0, aktiv: 26 },
  { bis: '2022-12-15', lernenFoerdern: 9, caritas: 20, aktiv: 40 },
  { bis: '2023-04-01', lernenFoerdern: 7, caritas: 10, aktiv: 42 },
  // The status split of these two is not published.
  { bis: '2023-06-01', lernenFoerdern: 6, caritas: 7, aktiv: 48 },
  { bis: '2023-07-15', lernenFoerdern: 5, caritas: 1, aktiv: 52 },
  { bis: '2023-09-01', lernenFoerdern: 5, caritas: 10, aktiv: 61 },
];

const monate: readonly [monat: string, caritas: number, lernenFoerdern: number][] = [
  ['2023-01', 12, 2],
  ['2023-02', 10, 7],
  ['2023-03', 10, 15],
  ['2023-04', 18, 12],
  ['2023-05', 17, 9],
  ['2023-06', 15, 30],
  ['2023-07', 12, 9],
  ['2023-08', 4, 21],
];

/** The published tables as events, put in without any operation: what the counting engine must give back. */
export function goldenRheine(lernenFoerdern: string, caritas: string): Histories {
  const faelle: { ab: Day; traeger: string; inaktivAb: Day | null }[] = [];
  for (const abschnitt of abschnitte) {
    const ab = addDays(abschnitt.bis, -20);
    for (let i = 0; i < abschnitt.lernenFoerdern; i += 1)
      faelle.push({ ab, traeger: lernenFoerdern, inaktivAb: null });
    for (let i = 0; i < abschnitt.caritas; i += 1) faelle.push({ ab, traeger: caritas, inaktivAb: null });
    const aktiv = faelle.filter((f) => f.inaktivAb === null);
    for (const fall of aktiv.slice(0, aktiv.length - abschnitt.aktiv))
      fall.inaktivAb = addDays(abschnitt.bis, -3);
  }
  const uebergeben = new Set(faelle.filter((f) => f.traeger === lernenFoerdern).slice(20, 32));
  const werte = merkmale(faelle.length);
  return {
    uebergabe: [{ id: uebergabe, von: lernenFoerdern, an: caritas, am: uebergabeAm }],
    fall: faelle.map((fall, index): FallHistory => ({
      kommune: rheine,
      aufgenommenAm: fall.ab,
      status: [
        { status: 'aktiv', herkunft: 'aufnahme', ab: fall.ab, bis: fall.inaktivAb },
        ...(fall.inaktivAb === null
          ? []
          : [
              {
                status: index % 2 === 0 ? ('ruhend' as const) : ('abgeschlossen' as const),
                ab: fall.inaktivAb,
              },
            ]),
      ],
      zustaendigkeit: uebergeben.has(fall)
        ? [
            { traeger: lernenFoerdern, ab: fall.ab, bis: uebergabeAm },
            { traeger: caritas, ab: uebergabeAm, uebergabe },
          ]
        : [{ traeger: fall.traeger, ab: fall.ab }],
      merkmal: (werte[index] ?? []).map(([merkmal, wert]) => ({ merkmal, wert, ab: fall.ab })),
    })),
    sonstige: sonstige(lernenFoerdern, caritas),
  };
}

function spread(counts: readonly (readonly [wert: string, anzahl: number])[]): string[] {
  return counts.flatMap(([wert, anzahl]) => Array.from({ length: anzahl }, () => wert));
}

function merkmale(anzahl: number): [string, string][][] {
  const geschlecht = spread([
    ['m', 54],
    ['w', 47],
    ['d', 1],
  ]);
  const herkunftsland = spread([
    ['sy', 22],
    ['ua', 13],
    ['af', 9],
    ['tr', 8],
    ['iq', 5],
    ['xk', 5],
    ['mk', 5],
    ['ir', 4],
    ['al', 4],
    ['ng', 4],
    ['so', 4],
    ['er', 3],
    ['gn', 3],
    ['ma', 3],
  ]);
  const leistungsbezug = spread([
    ['sgb_ii', 40],
    ['asylblg', 14],
    ['sgb_xii', 3],
    ['sonstiges', 3],
    ['sgb_iii', 2],
    ['wohngeld', 2],
    ['rente', 2],
  ]);
  return Array.from({ length: anzahl }, (_, index) =>
    Object.entries({ geschlecht, herkunftsland, leistungsbezug }).flatMap(
      ([merkmal, werte]): [string, string][] => {
        const wert = werte[index];
        return wert === undefined ? [] : [[merkmal, wert]];
      },
    ),
  );
}

function sonstige(lernenFoerdern: string, caritas: string): SonstigerKontakt[] {
  // July and August 2023 are the 46 contacts of the quarter report.
  const wege = spread([
    ['eigeninitiative', 18],
    ['beratungsstelle_caritas', 7],
    ['beratungsstelle_lernen_foerdern', 7],
    ['familie_bekannte', 3],
    ['jobcenter', 3],
    ['schule', 2],
    ['sozialamt', 2],
    ['abh', 2],
    ['mbe', 2],
  ]);
  const felder = spread([
    ['aufenthalt_recht', 12],
    ['gesundheit', 11],
    ['sprache_bildung', 10],
    ['wohnen', 9],
    ['familie', 8],
  ]);
  let lfd = 0;
  return monate.flatMap(([monat, vonCaritas, vonLernen]) =>
    spread([
      [caritas, vonCaritas],
      [lernenFoerdern, vonLernen],
    ]).map((traeger, index): SonstigerKontakt => {
      const am = `${monat}-${String((index % 27) + 1).padStart(2, '0')}`;
      if (monat < '2023-07')
        return { traeger, kommune: rheine, am, zugang: 'schule', lebensbereich: ['arbeit'] };
      const nr = lfd;
      lfd += 1;
      // 50 mentions on 46 contacts: the first four have two.
      const lebensbereich = [felder[nr], nr < 4 ? felder[46 + nr] : undefined].filter((f) => f !== undefined);
      return { traeger, kommune: rheine, am, zugang: wege[nr] ?? null, lebensbereich };
    }),
  );
}
