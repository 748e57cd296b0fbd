import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

export interface NewKonto {
  readonly kreisId: string;
  readonly anmeldename: string;
  readonly name: string;
  readonly sprache?: 'de' | 'en';
  readonly demo?: boolean;
}

/** Makes an account without a password and without a role; runs as lotse_owner. */
export async function createKonto(tx: Tx, wunsch: NewKonto): Promise<KontoKey> {
  const anmeldename = wunsch.anmeldename.trim().toLowerCase();
  if (!/^[a-z0-9._@+-]{3,120}$/.test(anmeldename)) throw new Refusal('anmeldename-ungueltig');
  if (wunsch.name.trim() === '') throw new Refusal('name-fehlt');
  const kreis = await tx.first(sql`select 1 from kreis where id = ${wunsch.kreisId}`);
  if (!kreis) throw new Refusal('kreis-unbekannt', 404);
  const konto = { kreisId: wunsch.kreisId, kontoId: randomUUID() };
  const inserted = await tx.run(sql`
    insert into konto (kreis_id, id, anmeldename, name, sprache, demo)
    values (${konto.kreisId}, ${konto.kontoId}, ${anmeldename}, ${wunsch.name.trim()},
      ${wunsch.sprache ?? 'de'}, ${wunsch.demo ?? false})
    on conflict (anmeldename) do nothing`);
  if (inserted === 0) throw new Refusal('anmeldename-vergeben', 409);
  await recordKontoEreignis(tx, konto, 'zugang.konto-angelegt', null);
  return konto;
}
