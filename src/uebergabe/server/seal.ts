import type { Deps } from '#src/platform/server/http.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';

type Wort = 'nachricht' | 'antwort';
type Keys = Pick<Deps, 'schluessel'>;

/** Seals a short text between two Träger, bound to its question; it is about no single person. Nothing for no text. */
export function sealWort({ schluessel }: Keys, anfrageId: string, wort: Wort, text: string): Buffer | null {
  if (text.trim() === '') return null;
  return sealText(schluessel.derive('uebergabe'), text.trim(), `${wort}:${anfrageId}`);
}

/** Opens it again; empty where nothing was said. */
export function openWort({ schluessel }: Keys, anfrageId: string, wort: Wort, siegel: Buffer | null): string {
  return siegel === null ? '' : unsealText(schluessel.derive('uebergabe'), siegel, `${wort}:${anfrageId}`);
}
