import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { AkteurEingabe } from '../contract.ts';
import { akteurRefusals } from '../rules.ts';

interface Stand {
  readonly id: string;
  readonly stelleId: string | null;
  readonly lebensbereich: readonly string[];
}

/**
 * Refuses what cannot be entered of an actor: everything wrong is said at once. What stands (`stand`) may stay, even
 * when lists no longer offer it.
 */
export async function checkAkteur(
  tx: Tx,
  { kreisId, fallId }: { readonly kreisId: string; readonly fallId: string },
  eingabe: AkteurEingabe,
  heute: Day,
  stand?: Stand,
): Promise<void> {
  const { stelleId, rolle } = eingabe;
  const stelle =
    stelleId === null
      ? undefined
      : await tx.one(sql<{ bekannt: boolean; doppelt: boolean }>`
          select exists (select from stelle where kreis_id = ${kreisId} and id = ${stelleId}
              and (gueltig_bis is null or gueltig_bis > ${heute}::date or id = ${stand?.stelleId ?? null})) as bekannt,
            exists (select from akteur where kreis_id = ${kreisId} and fall_id = ${fallId} and stelle_id = ${stelleId}
              and rolle = ${rolle} and bis is null and id is distinct from ${stand?.id ?? null}::uuid) as doppelt`);
  refuseFields([
    ...akteurRefusals(eingabe, heute),
    ...(stelle?.bekannt === false ? [{ instance: '/stelleId', code: 'stelle-unbekannt' }] : []),
    ...(stelle?.doppelt === true && eingabe.bis === null
      ? [{ instance: '/stelleId', code: 'akteur-doppelt' }]
      : []),
    ...(await unknownCodes(
      tx,
      kreisId,
      eingabe.lebensbereich
        .filter((code) => !stand?.lebensbereich.includes(code))
        .map((code) => ({ instance: '/lebensbereich', liste: 'lebensbereich', code })),
      heute,
    )),
  ]);
}
