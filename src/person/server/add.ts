import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { suchschluessel } from '#src/person/suchschluessel.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';

export interface NeuePerson {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
  /** In the script of origin. */
  readonly nameOriginal?: string;
  readonly einwilligung: {
    readonly erteiltAm: Day;
    readonly textfassung: string;
    readonly sprache: string;
    /** The signed version; without one the consent stands on older paper. */
    readonly vordruckId?: string;
    readonly zweck?: readonly string[];
    readonly dolmetschen?: string;
    readonly ablaufAm?: Day | null;
  };
}

/** Writes a person together with the consent without which the database refuses it; returns the key of its texts. */
export async function addPerson(
  tx: Tx,
  schluessel: Schluessel,
  person: NeuePerson,
): Promise<{ personId: string; einwilligungId: string; key: Key }> {
  const { kreisId, traegerId, familienname, vorname, einwilligung } = person;
  const [personId, einwilligungId] = [randomUUID(), randomUUID()];
  const { key, wrapped } = await schluessel.newPersonKey(tx, kreisId, traegerId);
  await tx.run(sql`
    with e as (
      insert into einwilligung (kreis_id, id, person_id, erteilt_am, textfassung, sprache, vordruck_id, zweck,
        dolmetschen, ablauf_am, erfasst_von)
      values (${kreisId}, ${einwilligungId}, ${personId}, ${einwilligung.erteiltAm}, ${einwilligung.textfassung},
        ${einwilligung.sprache}, ${einwilligung.vordruckId ?? null}::uuid,
        ${[...(einwilligung.zweck ?? ['dokumentation'])]}::text[], ${einwilligung.dolmetschen ?? 'kein'},
        ${einwilligung.ablaufAm ?? null}::date, app_konto())
    )
    insert into person (kreis_id, id, traeger_id, casemanager_id, einwilligung_id, familienname, vorname, geburtsdatum,
      name_original, suchform, suchlaut, suchschluessel, schluessel_verpackt)
    values (${kreisId}, ${personId}, ${traegerId}, ${person.casemanagerId}, ${einwilligungId}, ${familienname},
      ${vorname}, ${person.geburtsdatum}, ${person.nameOriginal ?? null}, ${suchform(familienname, vorname)}, ${suchlaut(familienname, vorname)},
      ${suchschluessel(person)}, ${wrapped})`);
  return { personId, einwilligungId, key };
}
