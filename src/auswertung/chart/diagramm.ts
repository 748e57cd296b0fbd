import { formatDay } from '#src/platform/day.ts';
import type { Sprache } from '#src/platform/texts.ts';
import { toPapier } from '../papier.ts';
import type { Auswertung } from '../papier-model.ts';
import { monthName } from '../period.ts';
import { reportText } from '../report-text.ts';
import { horizontalBars, type Balken } from './horizontal-bars.ts';
import { lines } from './lines.ts';
import { stackedBars, type Stapel } from './stacked-bars.ts';
import type { Farben, Rahmen, SvgNode } from './svg.ts';

export interface DiagrammArt {
  readonly sprache: Sprache;
  readonly breite: number;
  readonly id: string;
  readonly farben: Farben;
}

/** The chart of a table, with exactly its numbers; undefined for tables that are better read than seen. */
export function drawDiagramm(auswertung: Auswertung, art: DiagrammArt): SvgNode | undefined {
  const { sprache, ...masse } = art;
  const papier = toPapier(auswertung, sprache);
  const rahmen: Rahmen = {
    ...masse,
    titel: `${papier.titel}, ${papier.untertitel}`,
    beschreibung: describe(auswertung, sprache),
  };
  switch (auswertung.tabelle) {
    case 'fallzahlen':
      return stackedBars(fallzahlenStapel(auswertung, sprache), rahmen);
    case 'kontakte':
      return stackedBars(kontakteStapel(auswertung, sprache, rahmen.breite), rahmen);
    case 'merkmal':
    case 'kontaktmerkmal':
      return horizontalBars(werteBalken(auswertung, sprache), rahmen);
    case 'baustein3': {
      const { jahre, reihen } = auswertung.daten;
      if (jahre.length === 0) return undefined;
      const text = reportText[sprache];
      return lines(
        {
          punkte: jahre.map(String),
          reihen: reihen.map((r) => ({ name: `${text.reihe[r.reihe]}, ${r.behoerde}`, werte: r.werte })),
        },
        rahmen,
      );
    }
    case 'stellen':
      return undefined;
  }
}

/** The table in a sentence per row: what a reader hears in place of the drawing. */
export function describe(auswertung: Auswertung, sprache: Sprache): string {
  const papier = toPapier(auswertung, sprache);
  return papier.zeilen
    .map(({ zellen }) =>
      zellen
        .map((zelle, index) =>
          index === 0
            ? cellText(zelle.wert)
            : `${papier.spalten[index]?.titel ?? ''} ${cellText(zelle.wert)}`,
        )
        .filter((text) => text.trim() !== '')
        .join(', '),
    )
    .join('; ');
}

function cellText(wert: ReturnType<typeof toPapier>['zeilen'][number]['zellen'][number]['wert']): string {
  if (wert === null) return '';
  if (typeof wert === 'object')
    return 'day' in wert ? formatDay(wert.day) : `${Math.round(wert.percent * 100)} %`;
  return String(wert);
}

function fallzahlenStapel(
  { daten }: Extract<Auswertung, { tabelle: 'fallzahlen' }>,
  sprache: Sprache,
): Stapel {
  const { spalte } = reportText[sprache];
  // More colours than these cannot be told apart; then the bars show the status only.
  const traeger = daten.traeger.length <= 4 ? daten.traeger : [];
  const keine = traeger.map(() => null);
  return {
    // Status first, so that it has the same colours whatever the number of Träger.
    reihen: [spalte.aktiv, spalte.inaktiv, ...traeger.map((t) => t.name)],
    gruppen: daten.fallzahlen.map((z) => ({
      name: formatDay(z.stichtag),
      balken: [
        [z.aktiv, z.inaktiv, ...keine],
        ...(traeger.length === 0 ? [] : [[null, null, ...traeger.map((t) => z.traeger[t.name] ?? 0)]]),
      ],
    })),
  };
}

function kontakteStapel(
  { daten }: Extract<Auswertung, { tabelle: 'kontakte' }>,
  sprache: Sprache,
  breite: number,
): Stapel {
  const schmal = breite / Math.max(1, daten.kontakte.length) < 100;
  const { spalte } = reportText[sprache];
  // More colours than these cannot be told apart; then the bars show the sum only.
  const je = daten.traeger.length <= 5;
  return {
    reihen: je ? daten.traeger.map((t) => t.name) : [spalte.gesamt],
    gruppen: daten.kontakte.map((k) => ({
      name: schmal ? `${k.monat.slice(5)}/${k.monat.slice(2, 4)}` : monthName(k.monat)[sprache],
      balken: [je ? daten.traeger.map((t) => k.traeger[t.name] ?? 0) : [k.gesamt]],
    })),
  };
}

function werteBalken(
  { daten }: Extract<Auswertung, { tabelle: 'merkmal' | 'kontaktmerkmal' }>,
  sprache: Sprache,
): Balken[] {
  const text = reportText[sprache];
  const zusatz = (prozent: number | '.' | null) => (typeof prozent === 'number' ? `${prozent} %` : '');
  return [
    ...daten.werte.map((w) => ({
      name: sprache === 'de' ? w.wert : w.wertEn,
      wert: w.anzahl,
      zusatz: zusatz(w.prozent),
      leise: false,
    })),
    // Mentions of many small values together would dwarf the single ones.
    ...(daten.uebrige === 0 || daten.mehrfach
      ? []
      : [
          {
            name: text.uebrigeWerte,
            wert: daten.uebrige,
            zusatz: zusatz(daten.uebrigeProzent),
            leise: true,
          },
        ]),
    { name: text.ohneAngabe, wert: daten.ohneAngabe, zusatz: zusatz(daten.ohneAngabeProzent), leise: true },
  ];
}
