import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { fieldRefusal, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vermittlungContract } from '../contract.ts';
import { zeitRefusals } from '../rules.ts';
import { findZiel } from './find-ziel.ts';
import { loadOffen } from './load.ts';
import { makeSchreiben } from './make-schreiben.ts';
import { partnerKonten } from './partner-konten.ts';
import { insertVermittlung } from './write.ts';

type Add = typeof vermittlungContract.addVermittlung;

/**
 * Makes contact with an office (Konzept Kreis Unna 2.3). Without a channel nothing leaves; with one exactly the chosen
 * and released lines do, and their sealed copy is kept.
 */
export async function addVermittlung(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadOffen(call);
  const heute = today(deps.now());
  refuseFields(zeitRefusals(body, { heute, aufgenommenAm: fall.aufgenommenAm }));
  const ziel = await findZiel(tx, kreisId, body);
  if (ziel.fuehrtSelbst) throw new Refusal('nur-verweis', 422);
  if (body.kanal === null && body.inhalt.length > 0) throw fieldRefusal('/kanal', 'kanal-fehlt');
  const sendung = body.kanal === null ? null : await makeSchreiben(tx, kreisId, fall, ziel, body, heute);
  const vermittlungId = randomUUID();
  const stand = body.senden ? 'gesendet' : 'vorbereitet';
  if (body.kanal === 'partnerkonto') await tellPartner(tx, { kreisId, stelleId: ziel.stelleId, stand });
  await insertVermittlung(tx, {
    ...body,
    kreisId,
    fallId,
    vermittlungId,
    art: 'vermittlung',
    angebotId: ziel.angebotId,
    stelleId: ziel.stelleId,
    inhalt: sendung === null ? [] : [...new Set(body.inhalt)],
    entbindungId: sendung?.entbindungId ?? null,
    siegel:
      sendung === null ? null : sealForPerson(fall.key, vermittlungId, JSON.stringify(sendung.schreiben)),
    stand,
  });
  await recordEreignis(tx, {
    kreisId,
    art: stand === 'gesendet' ? 'vermittlung.gesendet' : 'vermittlung.vorbereitet',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      vermittlungId,
      stelleId: ziel.stelleId,
      angebotId: ziel.angebotId,
      lebensbereich: body.lebensbereich,
      kanal: body.kanal,
      inhalt: sendung === null ? [] : body.inhalt,
      am: body.am,
    },
  });
  return { vermittlungId };
}

interface AnPartner {
  readonly kreisId: string;
  readonly stelleId: string;
  readonly stand: 'vorbereitet' | 'gesendet';
}

/** An office without an account cannot be written to by one; the others get a hint without content. */
export async function tellPartner(tx: Tx, { kreisId, stelleId, stand }: AnPartner): Promise<void> {
  const konten = await tx.all(sql<{ id: string }>`
    select k.konto_id as id from (${partnerKonten(kreisId)}) k where k.stelle_id = ${stelleId}`);
  if (konten.length === 0) throw fieldRefusal('/kanal', 'partnerkonto-fehlt');
  if (stand === 'vorbereitet') return;
  await sendNachricht(tx, {
    kreisId,
    an: konten.map(({ id }) => id),
    art: 'vermittlung.eingegangen',
  });
}
