import { createContext } from 'react';

/** Words of a Kreis by key, and its spelling of genders under `schreibweise`. */
export type Worte = Readonly<Record<string, string>>;

/** Words in which the pages below speak; empty where no Kreis is open. */
export const WorteContext = createContext<Worte>({});

/** What a text says where the Kreis has no word of its own. */
const standard: Worte = {
  klient: 'Klient*in',
  klienten: 'Klient*innen',
  casemanager: 'Case Manager*in',
  koordination: 'Koordination',
  lenkung: 'Lenkungskreis',
  hilfeplan: 'Hilfeplan',
  baustein: 'Baustein',
  traeger: 'Träger',
  kurzberatung: 'Kurzberatung',
  region: 'Region',
};

/** A German text in the words of the Kreis: `{klienten}` becomes its word, every star its spelling. */
export function inWorten(text: string, worte: Worte): string {
  const said = text.replaceAll(
    /\{([a-z]+)\}/g,
    (whole, name: string) => worte[name] ?? standard[name] ?? whole,
  );
  return spelled(said, worte['schreibweise']);
}

/** Texts of any depth, functions included, each read in the words of the Kreis. */
export function textsInWorten<T extends object>(texts: T, worte: Worte): T {
  return new Proxy(texts, {
    get: (target, key): unknown => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'string') return inWorten(value, worte);
      if (typeof value === 'function') {
        return (...args: readonly unknown[]): unknown => {
          const said: unknown = Reflect.apply(value, undefined, args);
          return typeof said === 'string' ? inWorten(said, worte) : said;
        };
      }
      return typeof value === 'object' && value !== null ? textsInWorten(value, worte) : value;
    },
  });
}

function spelled(text: string, schreibweise: string | undefined): string {
  switch (schreibweise) {
    case 'doppelpunkt':
      return text.replaceAll(star, '$1:$2');
    case 'schraegstrich':
      return text.replaceAll(star, '$1/$2');
    case 'paarform':
      return text
        .replaceAll(
          /(?<!\p{L})((?:Case )?\p{L}+)\*innen/gu,
          (_, word: string) => `${word}innen und ${plural(word)}`,
        )
        .replaceAll(/(?<!\p{L})((?:Case )?\p{L}+)\*in(?!\p{L})/gu, '$1in oder $1')
        .replaceAll(star, '$1 oder $1$2');
    default:
      return text;
  }
}

const star = /(?<!\p{L})(\p{L}+)\*(\p{Ll}+)/gu;

/** Klient, Klienten; Manager, Manager. */
function plural(word: string): string {
  if (word.endsWith('er')) return word;
  return word.endsWith('e') ? `${word}n` : `${word}en`;
}
