import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { anfrageContract } from '../contract.ts';
import { fristOf } from '../rules.ts';
import { loadAnfrage } from './load.ts';
import { readVorlage, writeAnfrage } from './write.ts';

type Repeat = typeof anfrageContract.repeatAnfrage;

/**
 * Takes somebody in again who came back, for instance because the office of the Verweis has no capacity (Konzept
 * Kreis Steinfurt zu § 104c: case management can be called in at any time). Nothing is typed again, the clock is new.
 */
export async function repeatAnfrage({ tx, actor, deps, params }: Call<Repeat>): Promise<Answer<Repeat>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  if (anfrage.stand !== 'abgeschlossen') throw new Refusal('anfrage-offen', 409);
  const heute = today(deps.now());
  const vorlage = await readVorlage(tx, kreisId, anfrageId);
  const neu = await writeAnfrage(
    tx,
    {
      ...vorlage,
      kreisId,
      casemanagerId: actor.kontoId,
      eingegangenAm: heute,
      fristAm: fristOf(heute, vorlage.dringlich, await getRegel(tx, kreisId, 'werktag', heute)),
      stand: 'offen',
      personId: anfrage.personId,
      fallId: null,
      vorigeId: anfrageId,
    },
    heute,
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.wiederholt',
    gegenstand: 'anfrage',
    gegenstandId: neu.anfrageId,
    daten: { vorigeId: anfrageId },
  });
  return neu;
}
