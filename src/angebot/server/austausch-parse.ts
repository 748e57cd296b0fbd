import { Refusal } from '#src/platform/refusal.ts';
import { askParser } from '#src/platform/server/spreadsheet/parse-process.ts';
import type { DateiZeile } from '../austausch.ts';

/** Offers that one file may hold; the directory of a large Kreis. */
export const DATEI_ZEILEN = 5_000;

export interface AustauschMessage {
  readonly art: 'zeilen';
  readonly zeilen: readonly DateiZeile[];
}

const workerFile = new URL('./austausch-worker.ts', import.meta.url);

/** The rows of a directory out of a table or an HSDS document, read in a process of its own. Throws Refusal. */
export async function readDatei(bytes: Uint8Array): Promise<readonly DateiZeile[]> {
  for await (const { zeilen } of askParser<AustauschMessage>(workerFile, { bytes }, () => true))
    return zeilen;
  throw new Refusal('datei-beschaedigt');
}
