import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { VordruckAngabe, VordruckArt, VordruckInhalt } from '../inhalt.ts';
import { inhaltRefusals, uebersetzungRefusals } from '../rules.ts';

export type VordruckValues = Readonly<Record<string, string>>;

/** A German text has room for so many sections; empty ones are left out when it is saved. */
export const mostSections = 20;
const purposes = ['dokumentation', 'auswertung', 'landesdatenbank', 'uebergabe'] as const;
export type Purpose = (typeof purposes)[number];

/** Purposes that a form shows, in their order: the consent has four, the other texts none. */
export function purposesOf(art: VordruckArt): readonly Purpose[] {
  return art === 'einwilligung' ? purposes : [];
}

/** One value per heading and per section; paragraphs are parted by an empty line. */
export function flattenInhalt(inhalt: VordruckInhalt): VordruckValues {
  return {
    titel: inhalt.titel,
    ...Object.fromEntries(
      inhalt.abschnitt.flatMap(({ ueberschrift, absatz }, at) => [
        [`abschnitt/${at}/ueberschrift`, ueberschrift],
        [`abschnitt/${at}/absatz`, absatz.join('\n\n')],
      ]),
    ),
    ...Object.fromEntries(inhalt.zweck.map(({ code, text }) => [`zweck/${code}`, text])),
    erklaerung: inhalt.erklaerung,
  };
}

/** Values of the German form, with empty places for further sections and purposes. */
export function germanValues(
  art: VordruckArt,
  inhalt: VordruckInhalt,
  angabe: VordruckAngabe,
): VordruckValues {
  const places = Array.from({ length: mostSections }, (_, at) => [
    [`abschnitt/${at}/ueberschrift`, ''],
    [`abschnitt/${at}/absatz`, ''],
  ]).flat();
  return {
    ...Object.fromEntries(Object.entries(angabe).map(([name, text]) => [`angabe/${name}`, text])),
    ...Object.fromEntries(places),
    ...Object.fromEntries(purposesOf(art).map((code) => [`zweck/${code}`, ''])),
    ...flattenInhalt(inhalt),
  };
}

/** Values of a translation: as many places as the German text has, filled with what is there. */
export function foreignValues(deutsch: VordruckInhalt, fremd: VordruckInhalt | undefined): VordruckValues {
  const there = fremd ? flattenInhalt(fremd) : {};
  return Object.fromEntries(Object.keys(flattenInhalt(deutsch)).map((name) => [name, there[name] ?? '']));
}

/** Number of sections up to the last one with a word in it. */
export function usedSections(values: VordruckValues): number {
  const used = Array.from({ length: mostSections }, (_, at) => at).findLast(
    (at) => !isEmptySection(values, at),
  );
  return used === undefined ? 0 : used + 1;
}

/** German text out of its form. */
export function buildGerman(art: VordruckArt, values: VordruckValues): VordruckInhalt {
  const kept = Array.from({ length: mostSections }, (_, at) => at).filter(
    (at) => !isEmptySection(values, at),
  );
  return build(
    values,
    kept,
    purposesOf(art).filter((code) => valueOf(values, `zweck/${code}`) !== ''),
  );
}

/** Translation out of its form, built like the German text. */
export function buildForeign(deutsch: VordruckInhalt, values: VordruckValues): VordruckInhalt {
  return build(
    values,
    deutsch.abschnitt.map((_, at) => at),
    deutsch.zweck.map(({ code }) => code),
  );
}

export function buildAngabe(values: VordruckValues): VordruckAngabe {
  return {
    traeger: valueOf(values, 'angabe/traeger'),
    anschrift: valueOf(values, 'angabe/anschrift'),
    datenschutz: valueOf(values, 'angabe/datenschutz'),
  };
}

/** What the German form refuses by itself, by field. */
export function germanCodes(art: VordruckArt, values: VordruckValues): VordruckValues {
  const halves = Array.from({ length: mostSections }, (_, at) => at)
    .filter((at) => !isEmptySection(values, at))
    .flatMap((at) => [`abschnitt/${at}/ueberschrift`, `abschnitt/${at}/absatz`]);
  const missing = emptyOnes(values, ['titel', ...halves, 'erklaerung']);
  if (Object.keys(missing).length > 0) return missing;
  const sections = halves.filter((name) => name.endsWith('absatz')).map((name) => name.split('/')[1] ?? '');
  return toFields(
    inhaltRefusals(art, buildGerman(art, values)),
    sections,
    purposesOf(art).filter((code) => valueOf(values, `zweck/${code}`) !== ''),
  );
}

/** What the form of a translation refuses by itself, by field. */
export function foreignCodes(deutsch: VordruckInhalt, values: VordruckValues): VordruckValues {
  const missing = emptyOnes(values, Object.keys(flattenInhalt(deutsch)));
  if (Object.keys(missing).length > 0) return missing;
  return toFields(
    uebersetzungRefusals(deutsch, buildForeign(deutsch, values)),
    deutsch.abschnitt.map((_, at) => String(at)),
    deutsch.zweck.map(({ code }) => code),
  );
}

function build(
  values: VordruckValues,
  sections: readonly number[],
  codes: readonly Purpose[],
): VordruckInhalt {
  return {
    titel: valueOf(values, 'titel'),
    abschnitt: sections.map((at) => ({
      ueberschrift: valueOf(values, `abschnitt/${at}/ueberschrift`),
      absatz: valueOf(values, `abschnitt/${at}/absatz`)
        .split(/\n\s*\n/)
        .map((text) => text.trim())
        .filter(Boolean),
    })),
    zweck: codes.map((code) => ({ code, text: valueOf(values, `zweck/${code}`) })),
    erklaerung: valueOf(values, 'erklaerung'),
  };
}

function valueOf(values: VordruckValues, name: string): string {
  return (values[name] ?? '').trim();
}

function isEmptySection(values: VordruckValues, at: number): boolean {
  return (
    valueOf(values, `abschnitt/${at}/ueberschrift`) === '' && valueOf(values, `abschnitt/${at}/absatz`) === ''
  );
}

function emptyOnes(values: VordruckValues, names: readonly string[]): VordruckValues {
  return Object.fromEntries(
    names.filter((name) => valueOf(values, name) === '').map((name) => [name, 'pflichtfeld']),
  );
}

/** From the place in the text to the field of the form in which it stands. */
function toFields(
  refusals: readonly FieldRefusal[],
  sections: readonly string[],
  codes: readonly string[],
): VordruckValues {
  return Object.fromEntries(
    refusals.map(({ instance, code }) => {
      const [, part = '', at, what] = instance.split('/');
      if (part === 'abschnitt') return [`abschnitt/${sections[Number(at)] ?? '0'}/${what ?? 'absatz'}`, code];
      if (part === 'zweck') return [`zweck/${codes[Number(at)] ?? 'dokumentation'}`, code];
      return [part, code];
    }),
  );
}
