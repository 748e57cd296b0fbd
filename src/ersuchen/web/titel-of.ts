import { abschnittTitel } from '../kopie.ts';

/** German title of a section; the words of a file are German. */
export function titelOf(abschnitt: string): string {
  return Object.entries(abschnittTitel).find(([code]) => code === abschnitt)?.[1] ?? abschnitt;
}
