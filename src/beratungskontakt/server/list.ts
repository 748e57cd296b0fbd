import { sql } from 'kysely';
import { readAkte } from '#src/fall/server/read-akte.ts';
import { readsPerson } from '#src/fall/server/scope.ts';
import { readNachtraege, type GelesenerNachtrag } from '#src/notiz/server/nachtrag.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { beratungskontaktContract } from '../contract.ts';

type List = typeof beratungskontaktContract.listBeratungskontakt;

/** The newest contacts of a case, as many as wished, with what was added to their notes later. */
export async function listBeratungskontakt(call: Call<List>): Promise<Answer<List>> {
  // The commit travels with the reading of the case, so everything else comes before it.
  const { nachtraege, stehend } = await readSpaeteres(call);
  const { kontakt } = await readAkte(call, call.query.anzahl, 'beratungskontakt.list');
  return {
    gesamt: kontakt.gesamt,
    kontakt: kontakt.kontakt.map((zeile) => ({
      ...zeile,
      notizSteht: stehend.has(zeile.id),
      nachtrag: nachtraege
        .filter(({ zuId }) => zuId === zeile.id)
        .map(({ zuId: _zuId, ...nachtrag }) => nachtrag),
    })),
  };
}

/** Amendments, and contacts whose note stands; nothing for those who see the case by its number only. */
async function readSpaeteres({ tx, deps, params }: Call<List>): Promise<{
  nachtraege: GelesenerNachtrag[];
  stehend: ReadonlySet<string>;
}> {
  const { kreisId, fallId } = params;
  const [fall, alte] = await Promise.all([
    tx.first(sql<{ traegerId: string; schluessel: Buffer }>`
      select f.traeger_id as "traegerId", p.schluessel_verpackt as schluessel
      from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${readsPerson('f')}`),
    tx.all(sql<{ id: string }>`
      select id from beratungskontakt where kreis_id = ${kreisId} and fall_id = ${fallId}
      group by id having min(erfasst_am) <= now() - interval '24 hours'`),
  ]);
  if (!fall) return { nachtraege: [], stehend: new Set() };
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  return {
    nachtraege: await readNachtraege(tx, params, 'kontakt', key),
    stehend: new Set(alte.map(({ id }) => id)),
  };
}
