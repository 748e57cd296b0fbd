import { z } from 'zod';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { HaushaltEingabe } from '../contract.ts';

/** What is sealed of a member of the household. */
const wort = z.strictObject({
  vorname: z.string(),
  familienname: z.string(),
  geburtsjahr: z.number().nullable(),
  notiz: z.string(),
});

/** Seals name, year of birth and note under the key of the person, bound to the row. */
export function sealWort(key: Key, id: string, eingabe: z.infer<typeof wort>): Buffer {
  const { vorname, familienname, geburtsjahr, notiz } = eingabe;
  return sealForPerson(key, id, JSON.stringify({ vorname, familienname, geburtsjahr, notiz }));
}

/** Opens them again. */
export function openWort(
  key: Key,
  id: string,
  siegel: Buffer,
): Pick<HaushaltEingabe, 'vorname' | 'familienname' | 'geburtsjahr' | 'notiz'> {
  return wort.parse(JSON.parse(unsealForPerson(key, id, siegel)));
}
