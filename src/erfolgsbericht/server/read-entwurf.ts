import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { berichtInhalt, type BerichtInhalt } from '../bericht.ts';
import type { BerichtStand } from '../contract.ts';

/** The draft of a case, with what became of it. */
export interface Entwurf {
  readonly id: string;
  readonly fassung: number;
  readonly siegel: Buffer;
  readonly berichtId: string | null;
  readonly stand: BerichtStand;
  readonly kommentar: string;
}

/**
 * State of a draft (alias b) beside the report made of it (alias r): one that was submitted and has none any more is
 * released, for a release cuts the link.
 */
export const standOf = sql<BerichtStand>`coalesce(r.stand, case when b.eingereicht_am is null then 'entwurf' else 'freigegeben' end)`;

/** The draft of a case in sight, locked where it is to be written. */
export function readEntwurf(
  tx: Tx,
  kreisId: string,
  fallId: string,
  { zumSchreiben }: { readonly zumSchreiben: boolean },
): Promise<Entwurf | undefined> {
  return tx.first(sql<Entwurf>`
    select b.id, b.fassung, b.inhalt_siegel as siegel, r.id as "berichtId", ${standOf} as stand,
      coalesce(r.kommentar, '') as kommentar
    from erfolgsbericht_entwurf b left join erfolgsbericht r on r.kreis_id = b.kreis_id and r.entwurf_id = b.id
    where b.kreis_id = ${kreisId} and b.fall_id = ${fallId} ${zumSchreiben ? sql`for update of b` : sql``}`);
}

export function sealEntwurf(key: Key, id: string, inhalt: BerichtInhalt): Buffer {
  return sealForPerson(key, id, JSON.stringify(inhalt));
}

export function openEntwurf(key: Key, { id, siegel }: Pick<Entwurf, 'id' | 'siegel'>): BerichtInhalt {
  return berichtInhalt.parse(JSON.parse(unsealForPerson(key, id, siegel)));
}

/** True while the consent that holds covers "auswertung" (Konzept Kreis Unna 5.1); without it nothing is made of the case. */
export async function isEingewilligt(
  tx: Tx,
  kreisId: string,
  personId: string,
  heute: Day,
): Promise<boolean> {
  const row = await tx.first(sql<{ ja: boolean }>`
    select 'auswertung' = any (e.zweck) and e.widerrufen_am is null
      and (e.ablauf_am is null or e.ablauf_am >= ${heute}::date) as ja
    from person p join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where p.kreis_id = ${kreisId} and p.id = ${personId}`);
  return row?.ja === true;
}
