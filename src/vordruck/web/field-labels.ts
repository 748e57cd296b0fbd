import type { de } from './texts.ts';
import type { Purpose } from './vordruck-fields.ts';

type Words = Pick<typeof de, 'feldTitel' | 'ueberschrift' | 'absatz' | 'erklaerung' | 'zweck' | 'angabe'>;

/** Label of every field of a text, by name. */
export function fieldLabels(names: readonly string[], t: Words): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, labelOf(name, t)]));
}

function labelOf(name: string, t: Words): string {
  const [part = '', at = '', what = ''] = name.split('/');
  switch (part) {
    case 'titel':
      return t.feldTitel;
    case 'abschnitt':
      return what === 'ueberschrift' ? t.ueberschrift(Number(at) + 1) : t.absatz(Number(at) + 1);
    case 'zweck':
      return isPurpose(at, t) ? t.zweck[at] : at;
    case 'angabe':
      return isAngabe(at, t) ? t.angabe[at] : at;
    default:
      return t.erklaerung;
  }
}

function isPurpose(code: string, t: Words): code is Purpose {
  return code in t.zweck;
}

function isAngabe(name: string, t: Words): name is keyof Words['angabe'] {
  return name in t.angabe;
}
