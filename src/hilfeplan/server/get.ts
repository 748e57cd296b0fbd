import { sql } from 'kysely';
import { isMinderjaehrig } from '#src/einwilligung/unterschrift.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { listVoices } from '#src/papier/server/list-voices.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { hilfeplanContract } from '../contract.ts';
import { isAbgeschlossen } from './load.ts';
import { readPlan, type GelesenerPlan, type GeleseneVersion } from './read-plan.ts';
import { pruefwertOf } from './worte.ts';

type Get = typeof hilfeplanContract.getHilfeplan;
type GetVersion = typeof hilfeplanContract.getHilfeplanVersion;

/** The plan of a case with its goals, and what was signed of it. */
export async function getHilfeplan({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const plan = await readPlan(tx, deps, kreisId, fallId);
  recordRead(tx, plan, 'hilfeplan.get');
  const regel = await getRegel(tx, kreisId, 'plan_name', heute);
  const abgeschlossen = await isAbgeschlossen(tx, kreisId, fallId, heute);
  const offen = plan.eigen && !abgeschlossen;
  return {
    nummer: plan.nummer,
    personId: plan.personId,
    ziel: plan.ziel,
    pruefwert: plan.pruefwert,
    version: plan.version.map(toZeile),
    unterschrieben: plan.version.find(({ stand }) => stand === 'unterschrieben')?.inhalt ?? null,
    wer: regel.unterschrift,
    vertretungen: Math.max(plan.vertretungen, isMinderjaehrig(plan.geburtsdatum, heute) ? 1 : 0),
    sprachen: (await listVoices(tx, kreisId, plan.traegerId)).map(({ sprache }) => sprache),
    abgeschlossen,
    abilities: { changeHilfeplan: offen, signHilfeplan: offen && !plan.vertreten },
  };
}

/** One version as it was frozen, with the one that held before it, so that the difference can be shown. */
export async function getHilfeplanVersion(call: Call<GetVersion>): Promise<Answer<GetVersion>> {
  const { tx, deps, params } = call;
  const plan = await readPlan(tx, deps, params.kreisId, params.fallId);
  const version = plan.version.find(({ id }) => id === params.versionId);
  if (!version) throw notFound();
  recordRead(tx, plan, 'hilfeplan.version');
  const davor = plan.version.find(({ nummer, stand }) => nummer < version.nummer && stand !== 'entwurf');
  return {
    version: toZeile(version),
    inhalt: version.inhalt,
    unversehrt: pruefwertOf(version.inhalt) === version.pruefwert,
    davor: davor?.inhalt ?? null,
  };
}

function toZeile({ inhalt: _inhalt, ...zeile }: GeleseneVersion): Omit<GeleseneVersion, 'inhalt'> {
  return zeile;
}

function recordRead(tx: Tx, { kreisId, personId }: GelesenerPlan, vorgang: string): void {
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], ${vorgang})`);
  markLesezugriff(tx);
}
