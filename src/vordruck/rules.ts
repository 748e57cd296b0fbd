import type { FieldRefusal } from '#src/platform/refusal.ts';
import { platzhalter, type Platzhalter, type VordruckArt, type VordruckInhalt } from './inhalt.ts';

const inCurly = /\{([^{}]*)\}/g;
const known: readonly string[] = platzhalter;

/** What each kind must name, whoever words it (GDPR Art. 7 and 13; one recipient per release, Konzept 5). */
const required: Readonly<Record<VordruckArt, readonly Platzhalter[]>> = {
  einwilligung: ['traeger', 'anschrift'],
  datenschutzinformation: ['traeger', 'anschrift', 'datenschutz'],
  entbindung: ['traeger', 'anschrift', 'stelle', 'zweck', 'inhalt', 'richtung', 'frist'],
};

/** Every text with its JSON pointer, in reading order. */
export function textsOf(inhalt: VordruckInhalt): { readonly instance: string; readonly text: string }[] {
  return [
    { instance: '/titel', text: inhalt.titel },
    ...inhalt.abschnitt.flatMap((abschnitt, at) => [
      { instance: `/abschnitt/${at}/ueberschrift`, text: abschnitt.ueberschrift },
      ...abschnitt.absatz.map((text, i) => ({ instance: `/abschnitt/${at}/absatz/${i}`, text })),
    ]),
    ...inhalt.zweck.map(({ text }, at) => ({ instance: `/zweck/${at}/text`, text })),
    { instance: '/erklaerung', text: inhalt.erklaerung },
  ];
}

/** Words in {curly} brackets, sorted, once each. */
export function platzhalterIn(text: string): string[] {
  return [...new Set([...text.matchAll(inCurly)].map((match) => match[1] ?? ''))].toSorted();
}

/** Puts values in; a placeholder without a value stays, to be filled later. */
export function fillInhalt(
  inhalt: VordruckInhalt,
  werte: { readonly [K in Platzhalter]?: string | undefined },
): VordruckInhalt {
  const fill = (text: string) =>
    text.replaceAll(inCurly, (all, name: string) => {
      const found = platzhalter.find((each) => each === name);
      return found === undefined ? all : (werte[found] ?? all);
    });
  return mapInhalt(inhalt, fill);
}

/** The same structure with each text changed. */
export function mapInhalt(inhalt: VordruckInhalt, change: (text: string) => string): VordruckInhalt {
  return {
    titel: change(inhalt.titel),
    abschnitt: inhalt.abschnitt.map((abschnitt) => ({
      ueberschrift: change(abschnitt.ueberschrift),
      absatz: abschnitt.absatz.map(change),
    })),
    zweck: inhalt.zweck.map(({ code, text }) => ({ code, text: change(text) })),
    erklaerung: change(inhalt.erklaerung),
  };
}

/** What keeps a German text from being saved: unknown or missing placeholders, a consent without its first purpose. */
export function inhaltRefusals(art: VordruckArt, inhalt: VordruckInhalt): FieldRefusal[] {
  const texts = textsOf(inhalt);
  const used = new Set(texts.flatMap(({ text }) => platzhalterIn(text)));
  const missing = required[art].filter((name) => !used.has(name));
  const codes = inhalt.zweck.map(({ code }) => code);
  const zweckFehlt =
    art === 'einwilligung'
      ? codes[0] !== 'dokumentation' || new Set(codes).size < codes.length
      : codes.length > 0;
  return [
    ...texts
      .filter(({ text }) => platzhalterIn(text).some((name) => !known.includes(name)))
      .map(({ instance }) => ({ instance, code: 'platzhalter-unbekannt' })),
    ...(missing.length > 0 ? [{ instance: '/erklaerung', code: 'platzhalter-fehlt' }] : []),
    ...(zweckFehlt ? [{ instance: '/zweck', code: 'zweck-fehlt' }] : []),
  ];
}

/** Where a translation is built otherwise than the German text; none: it can be set beside it. */
export function uebersetzungRefusals(deutsch: VordruckInhalt, fremd: VordruckInhalt): FieldRefusal[] {
  if (deutsch.abschnitt.length !== fremd.abschnitt.length) {
    return [{ instance: '/abschnitt', code: 'abschnitt-anzahl' }];
  }
  if (deutsch.zweck.map(({ code }) => code).join() !== fremd.zweck.map(({ code }) => code).join()) {
    return [{ instance: '/zweck', code: 'zweck-anders' }];
  }
  const counts = deutsch.abschnitt.flatMap(({ absatz }, at) =>
    absatz.length === fremd.abschnitt[at]?.absatz.length
      ? []
      : [{ instance: `/abschnitt/${at}/absatz`, code: 'absatz-anzahl' }],
  );
  if (counts.length > 0) return counts;
  const right = textsOf(fremd);
  return textsOf(deutsch).flatMap(({ instance, text }, at) =>
    platzhalterIn(text).join() === platzhalterIn(right[at]?.text ?? '').join()
      ? []
      : [{ instance, code: 'platzhalter-anders' }],
  );
}
