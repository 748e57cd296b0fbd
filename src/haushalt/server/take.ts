import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { haushaltContract } from '../contract.ts';
import { countOn, fehlende } from '../rules.ts';
import { insertHaushalt } from './add.ts';
import { loadUmfeldFall } from './load.ts';
import { readCounted, withPersonen } from './personen.ts';
import { readListed, readNamed } from './read.ts';

type Take = typeof haushaltContract.takeHaushalt;

/** Enters those whom the first talk or the number names and the list lacks: without names, from the admission on. */
export async function takeHaushalt(call: Call<Take>): Promise<Answer<Take>> {
  const { tx, deps, params } = call;
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const fall = await loadUmfeldFall(call);
  const { personen: zahl, genannt } = await readNamed(
    tx,
    { kreisId, fallId, personId: fall.personId },
    heute,
  );
  const gezaehlt = countOn(await readCounted(tx, fall), heute);
  const fehlt = fehlende(genannt, zahl, await readListed(tx, kreisId, fallId), gezaehlt);
  if (fehlt === null) throw new Refusal('vorschlag-fehlt', 409);
  const neu = [
    ...Array.from({ length: fehlt.kinder }, () => 'kind' as const),
    ...Array.from({ length: fehlt.andere }, () => 'sonstige' as const),
  ];
  const personen = await withPersonen(tx, fall, heute, async () => {
    for (const beziehung of neu) {
      await insertHaushalt(tx, fall, {
        vorname: '',
        familienname: '',
        geburtsjahr: null,
        beziehung,
        lebensbereich: [],
        notiz: '',
        zaehlt: true,
        seit: fall.aufgenommenAm,
        bis: null,
      });
    }
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'haushalt.uebernommen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { ...fehlt, personen },
  });
  return { anzahl: neu.length, personen };
}
