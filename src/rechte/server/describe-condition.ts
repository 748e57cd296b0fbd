import { phrases } from './phrases.ts';

/** A condition of the database in words. */
export interface Satz {
  readonly de: string;
  readonly en: string;
}

const immer: Satz = { de: 'immer', en: 'always' };

/** A policy as words; what the dictionary does not know stays as it is, and a test finds it. */
export function describeCondition(table: string, using: string | null, check: string | null): Satz {
  const first = using === null ? undefined : translate(table, using);
  const second = check === null || check === using ? undefined : translate(table, check);
  if (first && second) {
    return {
      de: `${first.de}; danach muss gelten: ${second.de}`,
      en: `${first.en}; afterwards: ${second.en}`,
    };
  }
  return first ?? second ?? immer;
}

function translate(table: string, expression: string): Satz {
  const plain = plainCondition(table, expression);
  if (plain === 'true') return immer;
  return { de: replaceAll(plain, 'de'), en: replaceAll(plain, 'en') };
}

/** The text of a condition without brackets, casts and its own table's name, so that equal conditions read equal. */
function plainCondition(table: string, expression: string): string {
  return expression
    .replaceAll(/\s+/g, ' ')
    .replaceAll(new RegExp(`\\b${table}\\.`, 'g'), '')
    .replaceAll(/::[a-z ]*(?:text|uuid|interval|date)(?:\[\])?/g, '')
    .replaceAll(/ AS \w+\)/g, ')')
    .replaceAll(/\bapp_(?:uuids|liste)\('app\.(\w+)'\)/g, '<$1>')
    .replaceAll(/current_setting\('app\.zweck', true\)/g, '<zweck>')
    .replaceAll(/[()]/g, ' ')
    .replaceAll(/\bSELECT (?=<|app_|protokoll_)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^true$/, 'immer');
}

function replaceAll(plain: string, sprache: keyof Satz): string {
  // A leading space lets a phrase that begins with a column be told from the end of a longer name.
  let text = ` ${plain}`;
  for (const phrase of phrases) text = text.replaceAll(phrase.sql, phrase[sprache]);
  return text
    .replaceAll(/ (?:AND) /g, sprache === 'de' ? ' und ' : ' and ')
    .replaceAll(/ (?:OR) /g, sprache === 'de' ? ', oder ' : ', or ')
    .trim();
}
