import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';

// Not under the key of the person: the reason must stay readable for the officers when the person is erased.
const USE = 'notzugriff';

/** Seals why a file was opened; the id of the row is part of the seal. */
export function sealBegruendung(schluessel: Schluessel, id: string, text: string): Buffer {
  return sealText(schluessel.derive(USE), text, `${USE}:${id}`);
}

export function unsealBegruendung(schluessel: Schluessel, id: string, siegel: Buffer): string {
  return unsealText(schluessel.derive(USE), siegel, `${USE}:${id}`);
}
