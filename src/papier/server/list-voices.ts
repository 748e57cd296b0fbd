import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';

/**
 * The languages besides German in which a Träger prints, in the order of the list, each with whether a person there has
 * released a translation into it. Drafts in some languages are off until then.
 */
export async function listVoices(
  tx: Tx,
  kreisId: string,
  traegerId: string,
): Promise<readonly { readonly sprache: string; readonly geprueft: boolean }[]> {
  const released = await tx.all(sql<{ sprache: string }>`
    select distinct u.sprache from vordruck_uebersetzung u
    join vordruck v on v.kreis_id = u.kreis_id and v.id = u.vordruck_id
    where u.kreis_id = ${kreisId} and v.traeger_id = ${traegerId} and u.stand = 'freigegeben'`);
  const geprueft = new Set(released.map((row) => row.sprache));
  return papiersprachen
    .filter((s) => s.code !== 'deu' && (!s.nurFreigegeben || geprueft.has(s.code)))
    .map((s) => ({ sprache: s.code, geprueft: geprueft.has(s.code) }));
}

/** The language in which words for somebody can be printed; German where the other is not offered or its drafts are off. */
export async function chooseVoice(
  tx: Tx,
  kreisId: string,
  traegerId: string,
  sprache: string,
): Promise<{ readonly sprache: string; readonly geprueft: boolean }> {
  const voices = sprache === 'deu' ? [] : await listVoices(tx, kreisId, traegerId);
  return voices.find((voice) => voice.sprache === sprache) ?? { sprache: 'deu', geprueft: true };
}
