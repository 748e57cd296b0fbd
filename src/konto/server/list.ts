import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { kontoContract } from '../contract.ts';
import { readRollen, toZeile } from './read-rollen.ts';
import { readZustand } from './read-zustand.ts';

/** The accounts that the actor administers: all of the Kreis, or those of one Träger. */
export const listKonto: Handler<typeof kontoContract.listKonto> = async ({ tx, params, actor }) => {
  const { kreisId } = params;
  const konten = await tx.all(sql<{ id: string; name: string; anmeldename: string }>`
    select id, name, anmeldename from konto
    where kreis_id = ${kreisId} and verwaltet_konto(kreis_id, id) order by name, anmeldename`);
  const ids = konten.map(({ id }) => id);
  const rollen = await readRollen(tx, kreisId, ids);
  const zustaende = new Map((await readZustand(tx, kreisId, ids)).map((each) => [each.id, each]));
  const eigene = actor.rollen.filter((r) => r.kreisId === kreisId && r.rolle === 'administration');
  return {
    konto: konten.flatMap((konto) => {
      const stand = zustaende.get(konto.id);
      if (!stand) return [];
      return [
        {
          ...konto,
          zustand: stand.zustand,
          faktor: stand.faktor,
          zuletztAm: stand.zuletztAm?.toISOString() ?? null,
          endetAm: stand.endetAm,
          rollen: rollen.filter((r) => r.kontoId === konto.id && !r.vorbei).map(toZeile),
        },
      ];
    }),
    traegerIds: eigene.some((r) => r.traegerId === null)
      ? null
      : eigene.flatMap((r) => (r.traegerId === null ? [] : [r.traegerId])),
  };
};
