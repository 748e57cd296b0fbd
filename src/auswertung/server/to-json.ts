import type { Auswertung } from '../papier-model.ts';

/** A table in the shape that the command line and json files promise; the page's own fields are left out. */
export function toJson(auswertung: Auswertung): Record<string, unknown> {
  const { tabelle, daten } = auswertung;
  const { definition } = daten;
  switch (tabelle) {
    case 'fallzahlen':
      return {
        fallzahlen: daten.fallzahlen.map(({ stichtag, gesamt, personen, traeger, aktiv, inaktiv }) => ({
          stichtag,
          gesamt,
          ...(personen === null ? {} : { personen }),
          traeger,
          aktiv,
          inaktiv,
        })),
        uebergaben: daten.uebergaben.map(({ monat, von, an, anzahl }) => ({ monat, von, an, anzahl })),
        definition,
      };
    case 'kontakte':
      return { kontakte: daten.kontakte, summe: daten.summe, definition };
    case 'merkmal':
      return { stichtag: daten.stichtag, ...werte(daten), definition };
    case 'kontaktmerkmal':
      return { von: daten.von, bis: daten.bis, ...werte(daten), mehrfach: daten.mehrfach, definition };
    case 'baustein3':
    case 'stellen':
      return { ...daten };
  }
}

function werte(daten: Extract<Auswertung, { tabelle: 'merkmal' | 'kontaktmerkmal' }>['daten']) {
  return {
    basis: daten.basis,
    merkmal: daten.merkmal,
    werte: daten.werte.map(({ wert, anzahl, rang, prozent }) => ({ wert, anzahl, rang, prozent })),
    ohneAngabe: daten.ohneAngabe,
    uebrige: daten.uebrige,
  };
}
