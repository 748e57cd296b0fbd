import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import { berichtInhalt } from '../bericht.ts';
import type { BerichtZeile, erfolgsberichtContract } from '../contract.ts';
import { standOf } from './read-entwurf.ts';

type List = typeof erfolgsberichtContract.listErfolgsbericht;

/** Released reports of the Kreis; the Koordination also reads what waits, as text alone without case or number. */
export async function listErfolgsbericht({ tx, actor, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const prueft = hasRolle(actor, ['koordination'], kreisId);
  const rows = await tx.all(sql<Omit<BerichtZeile, 'inhalt'> & { inhalt: unknown }>`
    select r.id, r.stand, r.fassung, r.inhalt, r.kommentar, r.eingereicht_am as "eingereichtAm",
      r.freigegeben_am as "freigegebenAm",
      ${prueft} and r.stand = 'eingereicht' and r.eingereicht_von is distinct from app_konto() as "mayReview"
    from erfolgsbericht r
    where r.kreis_id = ${kreisId} and (r.stand = 'freigegeben' or ${prueft})
    order by r.stand, r.freigegeben_am desc, r.eingereicht_am desc, r.id`);
  const eigene = await tx.all(sql<{ fallId: string; nummer: string; stand: BerichtZeile['stand'] }>`
    select f.id as "fallId", f.nummer, ${standOf} as stand
    from erfolgsbericht_entwurf b join fall f on f.kreis_id = b.kreis_id and f.id = b.fall_id
    left join erfolgsbericht r on r.kreis_id = b.kreis_id and r.entwurf_id = b.id
    where b.kreis_id = ${kreisId} and (b.eingereicht_am is null or r.id is not null)
    order by f.nummer`);
  return {
    bericht: rows.map(({ inhalt, ...row }) => ({ ...row, inhalt: berichtInhalt.parse(inhalt) })),
    eigene,
    abilities: { reviewErfolgsbericht: prueft },
  };
}
