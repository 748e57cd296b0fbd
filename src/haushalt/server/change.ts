import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { haushaltContract, HaushaltEingabe } from '../contract.ts';
import { haushaltRefusals } from '../rules.ts';
import { unknownAreas } from './add.ts';
import { loadUmfeldFall } from './load.ts';
import { withPersonen } from './personen.ts';
import { openWort, sealWort } from './wort.ts';

type Change = typeof haushaltContract.changeHaushalt;
type Wort = 'vorname' | 'familienname' | 'geburtsjahr' | 'notiz';

/** Changes a member of the household, or says since when somebody no longer lives there. */
export async function changeHaushalt(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, deps, params, body } = call;
  const { kreisId, haushaltId } = params;
  const heute = today(deps.now());
  const fall = await loadUmfeldFall(call);
  const row = await tx.first(sql<
    Omit<HaushaltEingabe, Wort> & { readonly fassung: number; readonly siegel: Buffer }
  >`
    select fassung, beziehung, lebensbereich, zaehlt, seit, bis, wort_siegel as siegel from haushalt
    where kreis_id = ${kreisId} and fall_id = ${fall.id} and id = ${haushaltId} for update`);
  if (!row) throw notFound();
  const { siegel, ...stand } = row;
  requireFassung({ ...stand, ...openWort(fall.key, haushaltId, siegel) }, body, [
    'vorname',
    'familienname',
    'geburtsjahr',
    'notiz',
  ]);
  refuseFields([
    ...haushaltRefusals(body, heute),
    // What stands may stay, even when the list no longer offers it.
    ...(await unknownAreas(
      tx,
      kreisId,
      body.lebensbereich.filter((code) => !stand.lebensbereich.includes(code)),
      heute,
    )),
  ]);
  const fassung = stand.fassung + 1;
  const personen = await withPersonen(tx, fall, heute, () =>
    tx.run(sql`
      update haushalt set beziehung = ${body.beziehung}, lebensbereich = ${[...new Set(body.lebensbereich)]}::text[],
        zaehlt = ${body.zaehlt}, seit = ${body.seit}, bis = ${body.bis},
        wort_siegel = ${sealWort(fall.key, haushaltId, body)}, fassung = ${fassung}
      where kreis_id = ${kreisId} and id = ${haushaltId}`),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'haushalt.geaendert',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { beziehung: body.beziehung, seit: body.seit, bis: body.bis, personen },
  });
  return { fassung, personen };
}
