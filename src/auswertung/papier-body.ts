import { formatDay, type Day } from '#src/platform/day.ts';
import type { Sprache } from '#src/platform/texts.ts';
import type { Auswertung, Liste, Papier, PapierZelle } from './papier-model.ts';
import { monthEnd, monthName } from './period.ts';
import { reportText } from './report-text.ts';
import type { Zahl } from './rules.ts';
import type {
  Baustein3,
  Fallzahlen,
  Kontakte,
  KontaktmerkmalTabelle,
  MerkmalTabelle,
  Stellen,
} from './tabelle.ts';

type Body = Pick<Papier, 'spalten' | 'zeilen'>;

/** Columns and rows of a table with the lists behind its figures. */
export function toBody(auswertung: Auswertung, sprache: Sprache): Body {
  switch (auswertung.tabelle) {
    case 'fallzahlen':
      return fallzahlenBody(auswertung.daten, sprache);
    case 'kontakte':
      return kontakteBody(auswertung.daten, sprache);
    case 'merkmal': {
      const { merkmal, stichtag } = auswertung.daten;
      return werteBody(auswertung.daten, sprache, (code) => ({
        seite: 'fall',
        filter: { merkmal, wert: code, stichtag },
      }));
    }
    case 'kontaktmerkmal': {
      const { merkmal, von, bis } = auswertung.daten;
      const name = merkmal === 'kontaktweg' ? 'zugang' : 'lebensbereich';
      return werteBody(auswertung.daten, sprache, (code) =>
        // Contacts without the value have no filter of their own.
        code === 'ohne_angabe'
          ? undefined
          : { seite: 'sonstiger_kontakt', filter: { [name]: code, von, bis } },
      );
    }
    case 'baustein3':
      return baustein3Body(auswertung.daten, sprache);
    case 'stellen':
      return stellenBody(auswertung.daten, sprache);
  }
}

function linked(wert: Zahl, liste: Liste | undefined): PapierZelle {
  return typeof wert === 'number' && wert > 0 && liste ? { wert, liste } : { wert };
}

/** More Träger than this do not fit beside each other; then they stand below each other, one column per key date. */
const mostTraeger = 4;

interface Reihe {
  readonly titel: string;
  readonly zelle: (zeile: Fallzahlen['fallzahlen'][number]) => PapierZelle;
}

function fallzahlenBody(daten: Fallzahlen, sprache: Sprache): Body {
  const { spalte } = reportText[sprache];
  const reihe = (titel: string, zelle: Reihe['zelle']): Reihe => ({ titel, zelle });
  const liste = (stichtag: Day, filter: Record<string, string>): Liste => ({
    seite: 'fall',
    filter: { stichtag, ...filter },
  });
  const gesamt = reihe(spalte.gesamt, (z) => linked(z.gesamt, liste(z.stichtag, {})));
  const personen = daten.fallzahlen.some((z) => z.personen !== null)
    ? [reihe(spalte.personen, (z) => ({ wert: z.personen }))]
    : [];
  const status = (['aktiv', 'inaktiv', 'ruhend', 'abgeschlossen'] as const).map((s) =>
    reihe(spalte[s], (z) => linked(z[s], liste(z.stichtag, { status: s }))),
  );
  const traeger = daten.traeger.map(({ id, name }) =>
    reihe(name, (z) => ({
      ...linked(z.traeger[name] ?? 0, liste(z.stichtag, { traeger: id })),
      fussnoten: daten.uebergaben
        .filter((u) => u.stichtag === z.stichtag && (u.von === name || u.an === name))
        .map((u) => u.fussnote),
    })),
  );
  if (daten.traeger.length > mostTraeger) {
    return {
      spalten: [
        { titel: spalte.traeger, zahl: false },
        ...daten.fallzahlen.map((z) => ({ titel: formatDay(z.stichtag), zahl: true })),
      ],
      zeilen: [gesamt, ...personen, ...status, ...traeger].map((r) => ({
        summe: false,
        zellen: [{ wert: r.titel }, ...daten.fallzahlen.map(r.zelle)],
      })),
    };
  }
  const reihen = [gesamt, ...personen, ...traeger, ...status];
  return {
    spalten: [
      { titel: spalte.stichtag, zahl: false },
      ...reihen.map((r) => ({ titel: r.titel, zahl: true })),
    ],
    zeilen: daten.fallzahlen.map((z) => ({
      summe: false,
      zellen: [{ wert: { day: z.stichtag } }, ...reihen.map((r) => r.zelle(z))],
    })),
  };
}

function kontakteBody(daten: Kontakte, sprache: Sprache): Body {
  const { spalte } = reportText[sprache];
  const zeile = (
    gesamt: Zahl,
    traeger: Readonly<Record<string, Zahl>>,
    von: Day,
    bis: Day,
  ): PapierZelle[] => {
    const liste = (filter: Record<string, string>): Liste | undefined =>
      daten.art === 'sonstige' ? { seite: 'sonstiger_kontakt', filter: { von, bis, ...filter } } : undefined;
    return [
      linked(gesamt, liste({})),
      ...daten.traeger.map((t) => linked(traeger[t.name] ?? 0, liste({ traeger: t.id }))),
    ];
  };
  const { von = '', bis = '' } = daten.definition.zeitraum ?? {};
  return {
    spalten: [
      { titel: spalte.monat, zahl: false },
      { titel: spalte.gesamt, zahl: true },
      ...daten.traeger.map((t) => ({ titel: t.name, zahl: true })),
    ],
    zeilen: [
      ...daten.kontakte.map((k) => ({
        summe: false,
        zellen: [
          { wert: monthName(k.monat)[sprache] },
          ...zeile(k.gesamt, k.traeger, `${k.monat}-01`, monthEnd(`${k.monat}-01`)),
        ],
      })),
      {
        summe: true,
        zellen: [{ wert: spalte.summe }, ...zeile(daten.summe.gesamt, daten.summe.traeger, von, bis)],
      },
    ],
  };
}

function werteBody(
  daten: MerkmalTabelle | KontaktmerkmalTabelle,
  sprache: Sprache,
  liste: (code: string) => Liste | undefined,
): Body {
  const text = reportText[sprache];
  const { spalte } = text;
  const prozent = (wert: Zahl | null): PapierZelle => ({
    wert: typeof wert === 'number' ? { percent: wert / 100 } : wert,
  });
  const rest: [string, Zahl, Zahl | null, Liste | undefined][] = [];
  if (daten.uebrige !== 0) {
    rest.push([
      daten.mehrfach ? text.uebrigeNennungen : text.uebrigeWerte,
      daten.uebrige,
      daten.uebrigeProzent,
      undefined,
    ]);
  }
  rest.push([text.ohneAngabe, daten.ohneAngabe, daten.ohneAngabeProzent, liste('ohne_angabe')]);
  return {
    spalten: [
      { titel: spalte.rang, zahl: true },
      { titel: spalte.wert, zahl: false },
      { titel: spalte.anzahl, zahl: true },
      { titel: spalte.prozent, zahl: true },
    ],
    zeilen: [
      ...daten.werte.map((w) => ({
        summe: false,
        zellen: [
          { wert: w.rang },
          { wert: sprache === 'de' ? w.wert : w.wertEn },
          linked(w.anzahl, liste(w.code)),
          prozent(w.prozent),
        ],
      })),
      ...rest.map(([name, anzahl, p, ziel]) => ({
        summe: false,
        zellen: [{ wert: null }, { wert: name }, linked(anzahl, ziel), prozent(p)],
      })),
      { summe: true, zellen: [{ wert: null }, { wert: text.basis }, { wert: daten.basis }, { wert: null }] },
    ],
  };
}

function baustein3Body(daten: Baustein3, sprache: Sprache): Body {
  const { spalte, reihe } = reportText[sprache];
  return {
    spalten: [
      { titel: spalte.jahr, zahl: false },
      ...daten.reihen.map((r) => ({ titel: `${reihe[r.reihe]}, ${r.behoerde}`, zahl: true })),
    ],
    zeilen: daten.jahre.map((jahr, index) => ({
      summe: false,
      zellen: [{ wert: String(jahr) }, ...daten.reihen.map((r) => ({ wert: r.werte[index] ?? null }))],
    })),
  };
}

function stellenBody(daten: Stellen, sprache: Sprache): Body {
  const text = reportText[sprache];
  const { spalte } = text;
  const kopf = [spalte.baustein, spalte.ebene, spalte.gebiet, spalte.bezeichnung, spalte.anstellung];
  return {
    spalten: [
      ...kopf.map((titel) => ({ titel, zahl: false })),
      { titel: spalte.vzae, zahl: true },
      { titel: spalte.gueltig, zahl: false },
    ],
    zeilen: [
      ...daten.stellen.map((s) => ({
        summe: false,
        zellen: [
          { wert: String(s.baustein) },
          { wert: text.ebene[s.ebene] },
          { wert: s.gebiet },
          { wert: s.bezeichnung },
          { wert: s.anstellung },
          { wert: s.vzaeHundertstel / 100 },
          {
            wert:
              s.gueltigBis === null
                ? text.ab(formatDay(s.gueltigAb))
                : text.vonBis(formatDay(s.gueltigAb), formatDay(s.gueltigBis)),
          },
        ],
      })),
      ...daten.summe.map((s) => ({
        summe: true,
        zellen: [
          { wert: String(s.baustein) },
          { wert: text.ebene[s.ebene] },
          { wert: null },
          { wert: spalte.summe },
          { wert: null },
          { wert: s.vzaeHundertstel / 100 },
          { wert: null },
        ],
      })),
    ],
  };
}
