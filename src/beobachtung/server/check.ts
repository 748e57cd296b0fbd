import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { namesPerson } from '../rules.ts';

interface Eingabe {
  readonly lebensbereich: string | null;
  readonly kommuneId: string | null;
  readonly text: string;
}

/** Refuses codes that the Kreis does not know, and words that seem to name somebody. */
export async function checkBeobachtung(
  tx: Tx,
  kreisId: string,
  eingabe: Eingabe,
  fallId: string | null,
  am: Day,
): Promise<void> {
  const { lebensbereich, kommuneId, text } = eingabe;
  const namen = fallId === null ? [] : await namesOf(tx, kreisId, fallId);
  refuseFields([
    ...(await unknownCodes(
      tx,
      kreisId,
      lebensbereich === null
        ? []
        : [{ instance: '/lebensbereich', liste: 'lebensbereich', code: lebensbereich }],
      am,
    )),
    ...(await unknownPlaces(tx, kreisId, kommuneId, null)),
    ...(namesPerson(text, namen) ? [{ instance: '/text', code: 'text-nennt-person' }] : []),
  ]);
}

/** Names that must not stand in the words; 404 for a case that the account does not work on. */
async function namesOf(tx: Tx, kreisId: string, fallId: string): Promise<string[]> {
  const row = await tx.first(sql<{ familienname: string; vorname: string }>`
    select p.familienname, p.vorname from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!row) throw notFound();
  return [row.familienname, row.vorname];
}
