import { loadFall } from '#src/fall/server/load.ts';
import { unknownCodes, type CodeAngabe } from '#src/kreis/server/check-codes.ts';
import { merkmalOn } from '#src/person/merkmal.ts';
import { readMerkmal, setMerkmal, type MerkmalZeile } from '#src/person/server/merkmal.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { sql } from 'kysely';
import type { aufenthaltContract } from '../contract.ts';
import { aufenthaltsgruppeOf, geltenderTitel, neuerTitelRefusals, titelRefusals } from '../rules.ts';
import { setFallMerkmal } from './set-fall-merkmal.ts';

type Change = typeof aufenthaltContract.changeAufenthalt;

/**
 * Changes title and Rechtskreise from a day on; what held before stays. A change of the Rechtskreis moves people between
 * authorities, where they get lost, so it leaves an event and a line in the Verlauf (Ausschreibung Kreis Steinfurt).
 */
export async function changeAufenthalt(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, actor, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  requireFassung({ fassung: fall.fassung }, body);
  const zeilen = await readMerkmal(tx, kreisId, fall.personId);
  await refuse(call, fall.aufgenommenAm, zeilen);

  const { ab, titel, gruppe } = body;
  const ort = { kreisId, personId: fall.personId, ab };
  const geltend = titel === null ? null : geltenderTitel({ ...body, titel }, ab);
  const neu = {
    rechtskreis: [...new Set(body.rechtskreis)],
    aufenthaltsgruppe: listOf(aufenthaltsgruppeOf(titel, gruppe)),
  };
  const titelwechsel = await setMerkmal(tx, ort, 'aufenthaltstitel', geltend === null ? [] : [geltend]);
  const wechsel = await setMerkmal(
    tx,
    ort,
    'rechtskreis',
    neu.rechtskreis.map((wert) => ({ wert, laeuftAbAm: null })),
  );
  await setMerkmal(
    tx,
    ort,
    'aufenthaltsgruppe',
    neu.aufenthaltsgruppe.map((wert) => ({ wert, laeuftAbAm: null })),
  );
  for (const merkmal of ['rechtskreis', 'aufenthaltsgruppe'] as const) {
    await setFallMerkmal(tx, { kreisId, fallId, ab }, merkmal, neu[merkmal]);
  }
  await tx.run(sql`update fall set fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${fallId}`);
  // The first record of a Rechtskreis, and its correction on the same day, is no change of it.
  const rechtskreiswechsel = wechsel.geaendert && wechsel.vorher.length > 0 && ab > fall.aufgenommenAm;
  await recordEreignis(tx, {
    kreisId,
    art: rechtskreiswechsel ? 'rechtskreis.gewechselt' : 'aufenthalt.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      fassung: fall.fassung + 1,
      ab,
      titel: titelwechsel.geaendert,
      ...(rechtskreiswechsel ? { vorher: wechsel.vorher, nachher: wechsel.nachher } : {}),
    },
  });
  return { fassung: fall.fassung + 1, rechtskreiswechsel };
}

async function refuse(
  { tx, deps, params, body }: Call<Change>,
  aufgenommenAm: string,
  zeilen: readonly MerkmalZeile[],
): Promise<void> {
  const { ab, titel } = body;
  const vorher = (merkmal: string) =>
    merkmalOn(
      zeilen.filter((z) => z.merkmal === merkmal),
      ab,
    );
  const codes: CodeAngabe[] = body.rechtskreis
    // What stands may stay, even when the list no longer offers it.
    .filter((code) => !vorher('rechtskreis').includes(code))
    .map((code) => ({ instance: '/rechtskreis', liste: 'rechtskreis', code }));
  if (body.gruppe !== null)
    codes.push({ instance: '/gruppe', liste: 'aufenthaltsgruppe', code: body.gruppe });
  refuseFields([
    ...(ab > today(deps.now()) ? [{ instance: '/ab', code: 'datum-in-zukunft' }] : []),
    ...(ab < aufgenommenAm ? [{ instance: '/ab', code: 'datum-vor-aufnahme' }] : []),
    ...(titel === null ? [] : titelRefusals({ ...body, titel }, ab)),
    ...(titel === null ? [] : neuerTitelRefusals(titel, vorher('aufenthaltstitel')[0] ?? null, ab)),
    ...(await unknownCodes(tx, params.kreisId, codes, ab)),
  ]);
}

function listOf(wert: string | null): string[] {
  return wert === null ? [] : [wert];
}
