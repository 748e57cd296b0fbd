import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { wissen, type BlattPosten, type Wissen } from '../blatt-contract.ts';
import { readPosten } from './read-posten.ts';

/** The hand-over sheet of a case, opened. */
export interface Blatt {
  readonly nummer: string;
  readonly traegerId: string;
  readonly casemanagerName: string;
  readonly personId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly fassung: number;
  readonly wissen: Wissen;
  readonly posten: BlattPosten[];
}

interface Row extends Omit<Blatt, 'wissen' | 'posten'> {
  readonly schluessel: Buffer;
  readonly blattId: string | null;
  readonly siegel: Buffer | null;
}

const empty: Wissen = { vertrauen: '', umgang: '', absprachen: '', vorsicht: '' };

/**
 * The sheet of a case for those who work on it; 404 for everyone else and after a withdrawal. What is open is read from
 * the file at this moment. Writes no row of the access log: the operation that shows it does.
 */
export async function readBlatt(
  tx: Tx,
  deps: Pick<Deps, 'schluessel' | 'now'>,
  kreisId: string,
  fallId: string,
): Promise<Blatt> {
  const row = await tx.first(sql<Row>`
    select f.nummer, f.traeger_id as "traegerId", coalesce(k.name, '') as "casemanagerName", p.id as "personId",
      p.familienname, p.vorname, p.schluessel_verpackt as schluessel, b.id as "blattId", b.wissen_siegel as siegel,
      coalesce(b.fassung, 0) as fassung
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    left join konto k on k.kreis_id = f.kreis_id and k.id = f.casemanager_id
    left join uebergabeblatt b on b.kreis_id = f.kreis_id and b.fall_id = f.id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!row) throw notFound();
  const { schluessel, blattId, siegel, ...rest } = row;
  const key = await deps.schluessel.personKey(tx, kreisId, row.traegerId, schluessel);
  const known =
    blattId === null || siegel === null
      ? empty
      : wissen.parse(JSON.parse(unsealForPerson(key, blattId, siegel)));
  const fall = { kreisId, fallId, personId: row.personId, key, heute: today(deps.now()) };
  return { ...rest, wissen: known, posten: await readPosten(tx, fall) };
}
