import { sql } from 'kysely';
import { findZustaendigkeit } from '#src/kreis/server/get-zustaendigkeit.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { isOhneZiel, resolveZusteuerung } from '#src/zusteuerung/resolve.ts';
import { readZusteuerung } from '#src/zusteuerung/server/read.ts';
import type { z } from 'zod';
import type { lageEingabe, Vorschlag } from '../anfrage.ts';
import { bedarfOf, fristOf } from '../rules.ts';

type Lage = z.infer<typeof lageEingabe> & { readonly eingegangenAm: Day };

/** Who is responsible for an Anfrage: the agreed rules first, then the territory; and until when somebody must talk. */
export async function findVorschlag(tx: Tx, kreisId: string, lage: Lage): Promise<Vorschlag> {
  const am = lage.eingegangenAm;
  const gebiet =
    lage.kommuneId === null
      ? undefined
      : await findZustaendigkeit(tx, kreisId, lage.kommuneId, {
          am,
          ortsteilId: lage.ortsteilId ?? undefined,
          strasse: lage.strasse,
        });
  const ortsteilId = gebiet?.ortsteil?.id ?? null;
  const { lebensbereiche } = await getRegel(tx, kreisId, 'komplexer_fall', am);
  const regel = resolveZusteuerung(await readZusteuerung(tx, kreisId, am), {
    am,
    kommuneId: lage.kommuneId,
    ortsteilId,
    zugang: lage.zugang,
    wohnform: lage.wohnform,
    bedarf: bedarfOf(lage, lebensbereiche),
  });
  const stelleName = regel?.anStelleId ? await nameStelle(tx, kreisId, regel.anStelleId) : undefined;
  const werktag = await getRegel(tx, kreisId, 'werktag', am);
  return {
    ortsteilId,
    traeger: [
      ...(regel?.anTraegerId
        ? [
            {
              traegerId: regel.anTraegerId,
              standortId: regel.anStandortId,
              grund: 'regel' as const,
              satz: regel.bezeichnung,
            },
          ]
        : []),
      ...(gebiet?.traeger ?? [])
        .filter(({ id }) => id !== regel?.anTraegerId)
        .map(({ id, grund }) => ({
          traegerId: id,
          standortId: null,
          grund,
          satz: regel && isOhneZiel(regel) ? regel.bezeichnung : null,
        })),
    ],
    stelle:
      regel?.anStelleId && stelleName !== undefined
        ? { stelleId: regel.anStelleId, name: stelleName, satz: regel.bezeichnung }
        : null,
    frist: fristOf(am, false, werktag),
    fristEilig: fristOf(am, true, werktag),
  };
}

/** Why a Träger is responsible; somebody else than proposed was chosen by hand. */
export function grundOf(vorschlag: Vorschlag, traegerId: string): string {
  const found = vorschlag.traeger.find((each) => each.traegerId === traegerId);
  return found ? (found.satz ?? found.grund) : 'selbst_gewaehlt';
}

async function nameStelle(tx: Tx, kreisId: string, id: string): Promise<string | undefined> {
  const stelle = await tx.first(sql<{ name: string }>`
    select name from stelle where kreis_id = ${kreisId} and id = ${id}`);
  return stelle?.name;
}
