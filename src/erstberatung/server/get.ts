import { sql } from 'kysely';
import { worksOnAnfrage } from '#src/anfrage/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { Erstberatung } from '../bogen.ts';
import type { erstberatungContract } from '../contract.ts';
import { loadRegel, openPerson, readErstberatung, toErstberatung } from './load.ts';

type Get = typeof erstberatungContract.getErstberatung;

interface AnfrageStand {
  readonly nummer: string;
  readonly eingegangenAm: Day;
  readonly sprache: string | null;
  readonly dolmetschen: boolean;
  readonly lebensbereich: string[];
  readonly keinFall: string[];
  readonly personId: string | null;
  readonly stand: 'offen' | 'in_beratung' | 'warteliste' | 'abgeschlossen';
}

/** The sheet of an Anfrage of one's Träger; of a named person only for those who may read the person. */
export async function getErstberatung(call: Call<Get>): Promise<Answer<Get>> {
  const { tx, deps, params } = call;
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const anfrage = await tx.first(sql<AnfrageStand>`
    select a.nummer, a.eingegangen_am as "eingegangenAm", a.sprache, a.dolmetschen, a.lebensbereich,
      a.kein_fall as "keinFall", a.person_id as "personId", a.stand
    from anfrage a
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and ${worksOnAnfrage('a')}`);
  if (!anfrage) throw notFound();
  const { personId, stand, ...rest } = anfrage;
  const key = personId === null ? undefined : await openPerson(tx, deps, kreisId, personId);
  const [row] = await readErstberatung(tx, kreisId, sql`e.anfrage_id = ${anfrageId}`);
  const vorher =
    row || personId === null
      ? undefined
      : (await readErstberatung(tx, kreisId, sql`e.person_id = ${personId}`))[0];
  if (personId !== null) {
    tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      values (${kreisId}, app_konto(), array[${personId}::uuid], 'erstberatung.get')`);
  }
  markLesezugriff(tx);
  return {
    ...rest,
    benannt: personId !== null,
    regel: await loadRegel(tx, kreisId, row?.am ?? heute),
    erstberatung: row
      ? toErstberatung(row, key)
      : vorher
        ? startFrom(toErstberatung(vorher, key), heute)
        : null,
    // Closed, or become a case: from then on the sheet says how it began.
    abilities: { saveErstberatung: stand !== 'abgeschlossen' },
  };
}

/** The sheet of an earlier talk as the beginning of the next one: nothing is asked twice, nothing is decided yet. */
function startFrom(vorher: Erstberatung, am: Day): Erstberatung {
  return { ...vorher, fassung: 0, am, dauerMinuten: null, entscheidung: null, abweichungCode: null };
}
