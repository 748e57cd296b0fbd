import { z } from 'zod';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { AkteurEingabe } from '../contract.ts';

/** What is sealed of an actor: everything that somebody wrote. */
const wort = z.strictObject({
  name: z.string(),
  beziehung: z.string(),
  kontakt: z.string(),
  aufgabe: z.string(),
  verfahren: z.string(),
});
type Wort = z.infer<typeof wort>;

/** Seals the words under the key of the person, bound to the row; an office needs no name of its own. */
export function sealWort(key: Key, id: string, eingabe: AkteurEingabe): Buffer {
  const { stelleId, name, beziehung, kontakt, aufgabe, verfahren } = eingabe;
  const privat = stelleId === null ? { name, beziehung } : { name: '', beziehung: '' };
  return sealForPerson(key, id, JSON.stringify({ ...privat, kontakt, aufgabe, verfahren }));
}

/** Opens them again. */
export function openWort(key: Key, id: string, siegel: Buffer): Wort {
  return wort.parse(JSON.parse(unsealForPerson(key, id, siegel)));
}
