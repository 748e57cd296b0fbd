import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Tells those who may release a run that one waits: head and officers of the Träger, except whoever proposed it. */
export async function tellOthers(
  tx: Tx,
  lauf: {
    readonly kreisId: string;
    readonly laufId: string;
    readonly traegerId: string;
    readonly posten: number;
  },
): Promise<void> {
  const { kreisId, laufId, traegerId, posten } = lauf;
  const an = await tx.all(sql<{ id: string }>`
    select distinct k.id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and k.kreis_id = ${kreisId} and k.id <> app_konto()
      and (r.rolle = 'datenschutz' and coalesce(r.traeger_id, ${traegerId}) = ${traegerId}
        or r.rolle = 'traegerleitung' and r.traeger_id = ${traegerId})
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  await sendNachricht(tx, {
    kreisId,
    an: an.map(({ id }) => id),
    art: 'loeschung.vorgeschlagen',
    gegenstand: 'loeschlauf',
    gegenstandId: laufId,
    daten: { posten },
  });
}
