import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import { idleMinutes, type Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { KontoBlatt, kontoContract } from '../contract.ts';
import { readRollen, toZeile } from './read-rollen.ts';
import { readZustand } from './read-zustand.ts';

/** One account with everything that its administration decides about. */
export async function getKonto(call: Call<typeof kontoContract.getKonto>): Promise<KontoBlatt> {
  const { tx, params, actor } = call;
  const { kreisId, kontoId } = params;
  const konto = await tx.first(sql<Pick<KontoBlatt, 'id' | 'name' | 'anmeldename' | 'email' | 'fassung'>>`
    select id, name, anmeldename, email, fassung from konto
    where kreis_id = ${kreisId} and id = ${kontoId} and verwaltet_konto(kreis_id, id)`);
  if (!konto) throw notFound();
  const rollen = await readRollen(tx, kreisId, [kontoId]);
  const [stand] = await readZustand(tx, kreisId, [kontoId]);
  if (!stand) throw notFound();
  return {
    ...konto,
    zustand: stand.zustand,
    faktor: stand.faktor,
    zuletztAm: stand.zuletztAm?.toISOString() ?? null,
    endetAm: stand.endetAm,
    eigenes: actor.kontoId === kontoId,
    rollen: rollen.filter(({ vorbei }) => !vorbei).map(toZeile),
    frueher: rollen.filter(({ vorbei }) => vorbei).map(toZeile),
    sitzung: await readSitzungen(tx, kreisId, kontoId),
    einladung: await readEinladung(tx, kreisId, kontoId),
    anbieter: await readAnbieter(tx, kreisId, kontoId),
  };
}

async function readSitzungen(tx: Tx, kreisId: string, kontoId: string): Promise<KontoBlatt['sitzung']> {
  const rows = await tx.as('lotse_anmeldung', () =>
    tx.all(sql<{ pruefwert: string; geraet: string; angelegtAm: Date; zuletztAm: Date }>`
      select pruefwert, geraet, angelegt_am as "angelegtAm", zuletzt_am as "zuletztAm" from sitzung
      where kreis_id = ${kreisId} and konto_id = ${kontoId} and stufe > 0 and endet_am > now()
        and zuletzt_am + make_interval(mins => ${idleMinutes}) > now()
      order by zuletzt_am desc`),
  );
  return rows.map(({ pruefwert, geraet, angelegtAm, zuletztAm }) => ({
    id: pruefwert.slice(0, 12),
    geraet,
    angelegtAm: angelegtAm.toISOString(),
    zuletztAm: zuletztAm.toISOString(),
  }));
}

async function readEinladung(tx: Tx, kreisId: string, kontoId: string): Promise<KontoBlatt['einladung']> {
  const row = await tx.as('lotse_anmeldung', () =>
    tx.first(sql<{ art: 'einladung' | 'kennwort'; gueltigBis: Date; abgelaufen: boolean }>`
      select art, gueltig_bis as "gueltigBis", gueltig_bis <= now() as abgelaufen from einladung
      where kreis_id = ${kreisId} and konto_id = ${kontoId} and eingeloest_am is null and zurueckgezogen_am is null`),
  );
  return row ? { ...row, gueltigBis: row.gueltigBis.toISOString() } : null;
}

async function readAnbieter(tx: Tx, kreisId: string, kontoId: string): Promise<KontoBlatt['anbieter']> {
  const rows = await tx.all(sql<{
    anbieterId: string;
    name: string;
    email: string | null;
    verbundenAm: Date | null;
  }>`
    select v.anbieter_id as "anbieterId", a.name, v.email, v.verbunden_am as "verbundenAm"
    from konto_anbieter v join anbieter a on a.kreis_id = v.kreis_id and a.id = v.anbieter_id
    where v.kreis_id = ${kreisId} and v.konto_id = ${kontoId} order by a.name`);
  return rows.map((row) => ({ ...row, verbundenAm: row.verbundenAm?.toISOString() ?? null }));
}
