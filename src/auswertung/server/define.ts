import type { Definition, Zweisprachig } from '../tabelle.ts';
import { reportText } from '../report-text.ts';
import type { AktivRegel } from './read-aktiv-regel.ts';

type Worte = (typeof reportText)['de'];

/** The same prose in both languages. */
export function both(make: (text: Worte) => string): Zweisprachig {
  return { de: make(reportText.de), en: make(reportText.en) };
}

/** What a table says of itself; the parts that differ come from the caller. */
export function define(
  teile: Pick<Definition, 'titel' | 'text' | 'gebiet' | 'datenbasis' | 'veroeffentlicht'> &
    Partial<Definition>,
  frage: { readonly kenntnisstand?: string | undefined },
  now: Date,
): Definition {
  const { text, veroeffentlicht } = teile;
  return {
    regel: [],
    stichtage: [],
    zeitraum: null,
    vollstaendigkeit: null,
    fussnoten: [],
    lage: [],
    ...teile,
    text: veroeffentlicht
      ? { de: text.de + reportText.de.text.veroeffentlicht, en: text.en + reportText.en.text.veroeffentlicht }
      : text,
    kenntnisstand: frage.kenntnisstand ?? now.toISOString(),
  };
}

/** The rules of the key dates, dates of the same rule together. */
export function defineRegeln(regeln: readonly AktivRegel[]): Definition['regel'] {
  const result: Definition['regel'] = [];
  for (const { stichtag, wert, gueltigAb } of regeln) {
    const text = both((t) => (wert.art === 'kontakt' ? t.regel.kontakt(wert.monate) : t.regel.gemeldet));
    const same = result.find((r) => r.gueltigAb === gueltigAb && r.text.de === text.de);
    if (same) same.stichtage.push(stichtag);
    else result.push({ schluessel: 'aktiv_regel', stichtage: [stichtag], text, gueltigAb });
  }
  return result;
}
