import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordKontoEreignis, type KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import type { Dienst } from './load-zugangsdaten.ts';
import { readZuordnung } from './read-zuordnung.ts';

/** What the service proved of a person. */
export interface Angaben {
  readonly sub: string;
  /** Only when the service confirms it. */
  readonly email: string | undefined;
  readonly name: string | undefined;
}

/**
 * The account of a person at a service: known by its identifier there; or linked by the administration and met for the
 * first time; or made now where the service may do that. Anything else, and an account that is locked, dormant or of
 * somebody who left or has rights beyond the Träger of the service, is refused alike. Runs as lotse_anmeldung.
 */
export async function findKonto(
  tx: Tx,
  dienst: Dienst,
  angaben: Angaben,
  gruppen: readonly string[],
): Promise<KontoKey> {
  const konto =
    (await findLinked(tx, dienst, angaben.sub)) ??
    (await linkFirst(tx, dienst, angaben)) ??
    (await create(tx, dienst, angaben, gruppen));
  const { offen } = await tx.one(sql<{ offen: boolean }>`
    select coalesce(konto_zustand(${konto.kreisId}, ${konto.kontoId}) in ('aktiv', 'eingeladen'), false)
      and anbieter_spricht_fuer(${konto.kreisId}, ${dienst.id}, ${konto.kontoId}) as offen`);
  if (!offen) throw new Refusal('anbieter-kein-konto');
  return konto;
}

function findLinked(tx: Tx, { kreisId, id }: Dienst, sub: string): Promise<KontoKey | undefined> {
  return tx.first(sql<KontoKey>`
    update konto_anbieter set verbunden_am = coalesce(verbunden_am, now())
    where kreis_id = ${kreisId} and anbieter_id = ${id} and subjekt = ${sub}
    returning kreis_id as "kreisId", konto_id as "kontoId"`);
}

/** From here on the identifier counts, whatever happens to the mail address. */
async function linkFirst(
  tx: Tx,
  { kreisId, id }: Dienst,
  { sub, email }: Angaben,
): Promise<KontoKey | undefined> {
  if (email === undefined) return undefined;
  const konto = await tx.first(sql<KontoKey>`
    update konto_anbieter set subjekt = ${sub}, verbunden_am = now()
    where kreis_id = ${kreisId} and anbieter_id = ${id} and subjekt is null and lower(email) = lower(${email})
    returning kreis_id as "kreisId", konto_id as "kontoId"`);
  if (konto) await recordKontoEreignis(tx, konto, 'anbieter.verbunden', konto.kontoId, { anbieterId: id });
  return konto;
}

/** Just in time: only with a confirmed address, a free name, and a group that gives a role. */
async function create(
  tx: Tx,
  dienst: Dienst,
  { sub, email, name }: Angaben,
  gruppen: readonly string[],
): Promise<KontoKey> {
  const anmeldename = email?.toLowerCase() ?? '';
  const zuordnung = await readZuordnung(tx, dienst);
  const known = zuordnung.some(({ wert }) => gruppen.includes(wert));
  if (
    !dienst.kontenAnlegen ||
    !known ||
    !/^(?!kommandozeile\.)[a-z0-9._+-]+@[a-z0-9.-]{3,100}$/.test(anmeldename)
  )
    throw new Refusal('anbieter-kein-konto');
  const konto = { kreisId: dienst.kreisId, kontoId: randomUUID() };
  const inserted = await tx.run(sql`
    insert into konto (kreis_id, id, anmeldename, name, sprache, email)
    values (${konto.kreisId}, ${konto.kontoId}, ${anmeldename}, ${(name ?? anmeldename).slice(0, 120)}, 'de', ${anmeldename})
    on conflict (anmeldename) do nothing`);
  // An account of that name was made by the administration, and only she may link it.
  if (inserted === 0) throw new Refusal('anbieter-kein-konto');
  await tx.run(sql`
    insert into konto_anbieter (kreis_id, konto_id, anbieter_id, subjekt, email, verbunden_am)
    values (${konto.kreisId}, ${konto.kontoId}, ${dienst.id}, ${sub}, ${anmeldename}, now())`);
  await recordKontoEreignis(tx, konto, 'zugang.konto-angelegt', konto.kontoId, { anbieterId: dienst.id });
  return konto;
}
