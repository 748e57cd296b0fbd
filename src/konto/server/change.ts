import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { loadKonto } from './load.ts';
import { readZustand } from './read-zustand.ts';
import { requireAdministration } from './require-administration.ts';

/** Changes name, mail address and last working day; from the day after that the account is locked by itself. */
export async function changeKonto(call: Call<typeof kontoContract.changeKonto>): Promise<undefined> {
  const { tx, params, body, actor } = call;
  const konto = await loadKonto(tx, params.kreisId, params.kontoId);
  const { kreisId, kontoId } = konto;
  const [stand] = await readZustand(tx, kreisId, [kontoId]);
  const email = body.email === '' ? null : body.email;
  requireFassung(
    { name: konto.name, email: konto.email ?? '', endetAm: stand?.endetAm ?? null, fassung: konto.fassung },
    body,
  );
  const endetAm = stand?.endetAm ?? null;
  if (body.endetAm !== endetAm) {
    if (actor.kontoId === kontoId) throw new Refusal('eigenes-konto');
    if (body.endetAm !== null) await requireAdministration(tx, kreisId, kontoId);
  }
  await tx.run(sql`
    update konto set name = ${body.name}, email = ${email}, endet_am = ${body.endetAm}::date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${kontoId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'konto.geaendert',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: {
      fassung: konto.fassung + 1,
      endetAm: body.endetAm,
      mailGeaendert: email !== konto.email,
      nameGeaendert: body.name !== konto.name,
    },
  });
}
