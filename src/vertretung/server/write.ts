import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Day } from '#src/platform/day.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { vertretungRefusal, type Vertretungslage } from '../rules.ts';

/** An absence of the own account. */
export interface Abwesenheit {
  readonly id: string;
  readonly traegerId: string;
  readonly von: Day;
  /** Last day. */
  readonly bis: Day;
}

/** Refuses a colleague who cannot stand in, at the field of the request. */
export async function requireVertretung(
  tx: Tx,
  kreisId: string,
  abwesenheit: Omit<Abwesenheit, 'id'>,
  kontoId: string,
  instance: string,
): Promise<void> {
  const lage = await tx.one(sql<Vertretungslage>`
    select ${kontoId}::uuid = app_konto() as selbst,
      exists (select from rolle r join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id
        where r.kreis_id = ${kreisId} and r.konto_id = ${kontoId}::uuid and r.rolle = 'casemanager'
          and r.traeger_id = ${abwesenheit.traegerId}::uuid and r.gueltig_ab <= now()
          and (r.gueltig_bis is null or r.gueltig_bis > now()) and k.gesperrt_am is null) as "imTeam",
      exists (select from abwesenheit w where w.kreis_id = ${kreisId} and w.konto_id = ${kontoId}::uuid
        and w.von <= ${abwesenheit.bis}::date and w.bis >= ${abwesenheit.von}::date) as abwesend`);
  const code = vertretungRefusal(lage);
  if (code !== undefined) throw fieldRefusal(instance, code);
}

/** Opens the own cases to a colleague for the time of the absence, and tells her. */
export async function beginVertretung(
  tx: Tx,
  kreisId: string,
  abwesenheit: Abwesenheit,
  kontoId: string,
): Promise<void> {
  const vertretungId = randomUUID();
  const { von, bis, traegerId } = abwesenheit;
  await tx.run(sql`
    insert into vertretung (kreis_id, id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis, abwesenheit_id,
      erfasst_von)
    values (${kreisId}, ${vertretungId}, ${kontoId}, app_konto(), ${traegerId}, greatest(${von}::date, current_date),
      ${bis}::date + 1, ${abwesenheit.id}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vertretung.benannt',
    gegenstand: 'vertretung',
    gegenstandId: vertretungId,
    daten: { kontoId, von, bis, abwesenheitId: abwesenheit.id },
  });
  await sendNachricht(tx, {
    kreisId,
    an: [kontoId],
    art: 'vertretung.benannt',
    gegenstand: 'vertretung',
    gegenstandId: vertretungId,
    daten: { von, bis },
  });
}

/** Ends what is open to substitutes during an absence at this moment, and tells them. */
export async function endVertretung(tx: Tx, kreisId: string, abwesenheitId: string): Promise<void> {
  // One that has begun keeps the days it lasted, so that the access log stays explained.
  const ended = await tx.all(sql<{ id: string; kontoId: string }>`
    with beendet as (
      update vertretung set gueltig_bis = current_date
      where kreis_id = ${kreisId} and abwesenheit_id = ${abwesenheitId} and gueltig_ab < current_date
        and gueltig_bis > current_date
      returning id, konto_id
    ), geloescht as (
      delete from vertretung
      where kreis_id = ${kreisId} and abwesenheit_id = ${abwesenheitId} and gueltig_ab >= current_date
      returning id, konto_id
    )
    select id, konto_id as "kontoId" from beendet union all select id, konto_id from geloescht`);
  for (const { id, kontoId } of ended) {
    await recordEreignis(tx, {
      kreisId,
      art: 'vertretung.beendet',
      gegenstand: 'vertretung',
      gegenstandId: id,
      daten: { kontoId, abwesenheitId },
    });
    await sendNachricht(tx, {
      kreisId,
      an: [kontoId],
      art: 'vertretung.beendet',
      gegenstand: 'vertretung',
      gegenstandId: id,
    });
  }
}
