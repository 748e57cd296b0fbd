import { isDay } from '#src/platform/day.ts';
import type { FieldCodes } from '#src/platform/web/use-form.ts';
import {
  bearbeitet,
  bedarf,
  dimension,
  ressourceArt,
  sicht,
  type Bereich,
  type Runde,
  type RundeEingabe,
  type Stufe,
} from '../runde.ts';

/**
 * A round as the fields hold it: `am`, `gespraech`, `selbst.<dimension>` and `<area>.<field>`, so that each can be
 * compared and kept by itself. `fassung` travels with a draft: one that was begun on an older version stays old.
 */
export type RundeValues = Readonly<Record<string, string>>;

const areaFields = ['bedarf', 'sicht', 'bearbeitet', 'worte', 'notiz'] as const;

/** Levels of self-reliance in their order. */
export const stufen: readonly Stufe[] = [1, 2, 3, 4, 5];

/** What is needed of the Kreis: its Lebensbereiche. */
interface KreisMitBereich {
  readonly codeliste: {
    readonly lebensbereich: readonly { readonly code: string; readonly aktuell: boolean }[];
  };
}

/** Areas of a round: those that the Kreis has today, and old ones that it holds. */
function areasOf(kreis: KreisMitBereich, runde: Pick<Runde, 'bereich'>) {
  return kreis.codeliste.lebensbereich.filter(
    (each) => each.aktuell || runde.bereich.some(({ code }) => code === each.code),
  );
}

/** The round as fields, with every area of the Kreis. */
export function rundeValues(kreis: KreisMitBereich, runde: Runde): RundeValues {
  const values: Record<string, string> = {
    fassung: String(runde.fassung),
    am: runde.am,
    gespraech: runde.gespraech,
  };
  for (const { code } of areasOf(kreis, runde)) {
    const found = runde.bereich.find((each) => each.code === code);
    for (const field of areaFields) values[`${code}.${field}`] = found?.[field] ?? '';
    if (found === undefined) values[`${code}.bedarf`] = 'nicht_besprochen';
    for (const art of ressourceArt.options) {
      const ressource = found?.ressource[art];
      values[`${code}.${art}`] = writeYesNo(ressource?.vorhanden);
      values[`${code}.${art}Text`] = ressource?.text ?? '';
    }
  }
  for (const name of dimension.options) values[`selbst.${name}`] = String(runde.selbststand[name] ?? '');
  // Holds nothing: what is refused of all areas together is shown at it, so it comes after the areas.
  values['bereiche'] = '';
  return values;
}

/** The request for the values of the form. */
export function rundeEingabeOf(values: RundeValues, ziel: RundeEingabe['stand']): RundeEingabe {
  const level = (name: string) => {
    const typed = values[`selbst.${name}`];
    return stufen.find((stufe) => String(stufe) === typed) ?? null;
  };
  return {
    fassung: Number(values['fassung']),
    am: values['am'] ?? '',
    stand: ziel,
    gespraech: values['gespraech'] ?? '',
    bereich: codesOf(values).map((code) => areaOf(values, code)),
    selbststand: {
      rechtlich: level('rechtlich'),
      sozial: level('sozial'),
      beruflich: level('beruflich'),
      finanziell: level('finanziell'),
      gesundheitlich: level('gesundheitlich'),
    },
  };
}

/** Where the request has a field that the form shows flat. */
export function rundeInstances(values: RundeValues): FieldCodes<RundeValues> {
  return Object.fromEntries([
    ...codesOf(values).map((code, index) => [`${code}.bearbeitet`, `/bereich/${index}/bearbeitet`]),
    ['bereiche', '/bereich'],
  ]);
}

/** Fields that need no server to be refused. */
export function checkRunde(values: RundeValues): FieldCodes<RundeValues> {
  return isDay(values['am'] ?? '') ? {} : { am: 'datum-ungueltig' };
}

/** Codes of the areas in the order of the form. */
export function codesOf(values: RundeValues): string[] {
  return Object.keys(values).flatMap((name) => (name.endsWith('.bedarf') ? [name.slice(0, -7)] : []));
}

function areaOf(values: RundeValues, code: string): Bereich {
  const text = (name: string) => values[`${code}.${name}`] ?? '';
  const ressource = (art: string) => ({ vorhanden: readYesNo(text(art)), text: text(`${art}Text`) });
  return {
    code,
    bedarf: bedarf.catch('nicht_besprochen').parse(text('bedarf')),
    sicht: sicht.safeParse(text('sicht')).data ?? null,
    ressource: {
      persoenlich: ressource('persoenlich'),
      sozial: ressource('sozial'),
      materiell: ressource('materiell'),
    },
    bearbeitet: bearbeitet.safeParse(text('bearbeitet')).data ?? null,
    worte: text('worte'),
    notiz: text('notiz'),
  };
}

/** Whether an area holds something besides its ratings. */
export function hasDetails(values: RundeValues, code: string): boolean {
  return [
    'persoenlich',
    'sozial',
    'materiell',
    'persoenlichText',
    'sozialText',
    'materiellText',
    'worte',
    'notiz',
  ].some((name) => (values[`${code}.${name}`] ?? '') !== '');
}

/** Fields in which one's own entry and what is stored now differ; `kept` stands when nobody chooses. */
export function conflictsOf(
  base: RundeValues,
  mine: RundeValues,
  other: RundeValues,
): { readonly name: string; readonly kept: 'mine' | 'other' }[] {
  return Object.keys(other)
    .filter((name) => name !== 'fassung' && name in mine && mine[name] !== other[name])
    .map((name) => ({ name, kept: base[name] === mine[name] ? 'other' : 'mine' }));
}

function writeYesNo(value: boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  return value ? 'ja' : 'nein';
}

function readYesNo(text: string): boolean | null {
  if (text === '') return null;
  return text === 'ja';
}
