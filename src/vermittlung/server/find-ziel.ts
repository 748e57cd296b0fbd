import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { fieldRefusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { StelleArt } from '#src/stelle/contract.ts';
import { fuehrtSelbst } from '../rules.ts';

/** Where somebody is referred to. */
export interface Ziel {
  readonly angebotId: string | null;
  readonly angebotName: string;
  readonly stelleId: string;
  readonly stelleName: string;
  /** Agreed route to the office, in words. */
  readonly weg: string;
  readonly fuehrtSelbst: boolean;
}

interface Row extends Omit<Ziel, 'fuehrtSelbst'> {
  readonly stelleArt: StelleArt;
  readonly eigenes: boolean | null;
}

interface Eingabe {
  readonly angebotId: string | null;
  readonly stelleId: string | null;
  readonly lebensbereich: string;
  readonly am: Day;
}

/** The chosen offer or office as it stands on the day; refuses at the field where there is none. */
export async function findZiel(tx: Tx, kreisId: string, eingabe: Eingabe): Promise<Ziel> {
  const { angebotId, stelleId, lebensbereich, am } = eingabe;
  refuseFields(
    await unknownCodes(
      tx,
      kreisId,
      [{ instance: '/lebensbereich', liste: 'lebensbereich', code: lebensbereich }],
      am,
    ),
  );
  if (angebotId === null && stelleId === null) throw fieldRefusal('/angebotId', 'ziel-fehlt');
  const row = await tx.first(
    angebotId === null
      ? sql<Row>`
        select null as "angebotId", '' as "angebotName", s.id as "stelleId", s.name as "stelleName", s.weg,
          s.art as "stelleArt", null as eigenes
        from stelle s where s.kreis_id = ${kreisId} and s.id = ${stelleId}
          and (s.gueltig_bis is null or s.gueltig_bis > ${am}::date)`
      : sql<Row>`
        select a.id as "angebotId", a.name as "angebotName", s.id as "stelleId", s.name as "stelleName", s.weg,
          s.art as "stelleArt", a.eigenes_fallmanagement as eigenes
        from angebot a join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id
        where a.kreis_id = ${kreisId} and a.id = ${angebotId}
          and (a.gueltig_bis is null or a.gueltig_bis > ${am}::date)`,
  );
  if (!row) {
    throw angebotId === null
      ? fieldRefusal('/stelleId', 'stelle-unbekannt')
      : fieldRefusal('/angebotId', 'angebot-unbekannt');
  }
  const { stelleArt, eigenes, ...ziel } = row;
  const angebot = eigenes === null ? null : { eigenesFallmanagement: eigenes };
  return { ...ziel, fuehrtSelbst: fuehrtSelbst({ angebot, stelleArt }) };
}
