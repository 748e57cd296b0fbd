import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { hashToken } from '#src/platform/server/session.ts';

/** Days for which a link may be used, once. */
const validDays = 7;

export interface Einladungslink {
  /** With the secret in the fragment, which browsers send nowhere. Shown once and stored nowhere. */
  readonly link: string;
  readonly gueltigBis: Date;
  readonly art: 'einladung' | 'kennwort';
}

/** Makes a link for an account; the former one is worthless from now on. Runs as lotse_anmeldung or lotse_owner. */
export async function createEinladung(
  tx: Tx,
  { kreisId, kontoId }: { readonly kreisId: string; readonly kontoId: string },
  url: string,
): Promise<Einladungslink> {
  const geheimnis = randomBytes(32).toString('base64url');
  await withdrawEinladung(tx, kreisId, kontoId);
  const row = await tx.one(sql<{ gueltigBis: Date; art: Einladungslink['art'] }>`
    insert into einladung (kreis_id, konto_id, art, pruefwert, gueltig_bis)
    select ${kreisId}, ${kontoId}, case when exists (select from kennwort w where w.kreis_id = ${kreisId} and w.konto_id = ${kontoId})
      then 'kennwort' else 'einladung' end, ${hashToken(geheimnis)}, now() + make_interval(days => ${validDays})
    returning gueltig_bis as "gueltigBis", art`);
  return { link: `${url}/einladung#${geheimnis}`, ...row };
}

/** Takes the open link of an account back; how many there were. */
export function withdrawEinladung(tx: Tx, kreisId: string, kontoId: string): Promise<number> {
  return tx.run(sql`
    update einladung set zurueckgezogen_am = now()
    where kreis_id = ${kreisId} and konto_id = ${kontoId} and eingeloest_am is null and zurueckgezogen_am is null`);
}
