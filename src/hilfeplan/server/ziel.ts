import { randomUUID } from 'node:crypto';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { hilfeplanContract, ZielInhalt, ZielZeile } from '../contract.ts';
import { checkZiel } from './check-ziel.ts';
import { loadPlanFall, type PlanOrt } from './load.ts';
import { readZiele } from './read-ziel.ts';
import { insertZiel, takeOutZiel, updateZiel } from './write-plan.ts';

type Add = typeof hilfeplanContract.addZiel;
type Change = typeof hilfeplanContract.changeZiel;
type Remove = typeof hilfeplanContract.removeZiel;

/** A new goal; two colleagues who add one at the same time both succeed. */
export async function addZiel(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, body } = call;
  const ort = await loadPlanFall(call);
  const ziel = await checkZiel(tx, ort.kreisId, body, null, ort.heute);
  const zielId = randomUUID();
  await insertZiel(tx, ort, zielId, ziel, ort.heute);
  await record(tx, ort, 'hilfeplan.ziel_erfasst', zielId, ziel);
  return { zielId, fassung: 1 };
}

/** Saves one goal. When somebody was faster the answer names the fields that differ; the words come through the logged read. */
export async function changeZiel(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, params, body } = call;
  const ort = await loadPlanFall(call);
  const stand = await loadZiel(tx, ort, params.zielId);
  requireFassung(comparable(stand, stand.fassung), comparable(body, body.fassung), [
    'text',
    'worte',
    'indikator',
    'schritt',
  ]);
  const { fassung, ...inhalt } = body;
  const ziel = await checkZiel(tx, ort.kreisId, inhalt, stand.lebensbereich, ort.heute);
  if (wortlaut({ ...stand, ...ziel }) === wortlaut(stand)) return { fassung };
  await updateZiel(tx, ort, params.zielId, ziel, ort.heute);
  await record(tx, ort, 'hilfeplan.ziel_geaendert', params.zielId, ziel);
  return { fassung: fassung + 1 };
}

/** Takes a goal out of the plan. */
export async function removeZiel(call: Call<Remove>): Promise<undefined> {
  const { tx, params, body } = call;
  const ort = await loadPlanFall(call);
  const stand = await loadZiel(tx, ort, params.zielId);
  requireFassung({ fassung: stand.fassung }, body);
  await takeOutZiel(tx, ort, params.zielId);
  await record(tx, ort, 'hilfeplan.ziel_entfernt', params.zielId, stand);
}

async function loadZiel(tx: Tx, ort: PlanOrt, zielId: string): Promise<ZielZeile> {
  const ziel = (await readZiele(tx, ort)).find(({ id }) => id === zielId);
  if (!ziel) throw notFound();
  return ziel;
}

/** A goal in the shape that two versions of it are compared in; steps by what is agreed. */
function comparable(ziel: ZielInhalt, fassung: number) {
  const { lebensbereich, text, worte, indikator, prioritaet, bisWann, schritt } = ziel;
  const schritte = schritt.map((each) => [
    each.id,
    each.text,
    each.akteur,
    each.stelleId,
    each.dritte,
    each.faelligAm,
  ]);
  return {
    fassung,
    lebensbereich,
    text,
    worte,
    indikator,
    prioritaet,
    bisWann,
    schritt: JSON.stringify(schritte),
  };
}

function wortlaut(ziel: Omit<ZielZeile, 'schritt'> & Pick<ZielInhalt, 'schritt'>): string {
  return JSON.stringify(comparable(ziel, 0));
}

function record(tx: Tx, ort: PlanOrt, art: string, zielId: string, ziel: ZielInhalt): Promise<void> {
  return recordEreignis(tx, {
    kreisId: ort.kreisId,
    art,
    gegenstand: 'fall',
    gegenstandId: ort.fallId,
    daten: {
      zielId,
      lebensbereich: ziel.lebensbereich,
      prioritaet: ziel.prioritaet,
      schritte: ziel.schritt.length,
    },
  });
}
