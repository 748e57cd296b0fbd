import { mayAdmitFor } from '#src/fall/server/policy.ts';
import { listTeam } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { anfrageRefusals } from './check.ts';
import { findVorschlag, grundOf } from './find-vorschlag.ts';
import { writeAnfrage } from './write.ts';

type Record = typeof anfrageContract.recordAnfrage;

/**
 * Takes in an Anfrage, whoever knocks and wherever they live (Konzept Kreis Unna 2.1): for the own Träger, or for the
 * responsible one, whose team is told. The street found the Ortsteil and is forgotten here.
 */
export async function recordAnfrage({
  tx,
  actor,
  deps,
  params,
  body,
}: Call<Record>): Promise<Answer<Record>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  refuseFields(await anfrageRefusals(tx, kreisId, body, heute));
  const vorschlag = await findVorschlag(tx, kreisId, body);
  const eigen = mayAdmitFor(actor, kreisId, body.traegerId);
  const { strasse: _strasse, uebernehmen, ...angaben } = body;
  const fristAm = body.dringlich ? vorschlag.fristEilig : vorschlag.frist;
  const { anfrageId, nummer } = await writeAnfrage(
    tx,
    {
      ...angaben,
      kreisId,
      ortsteilId: vorschlag.ortsteilId,
      casemanagerId: eigen && uebernehmen ? actor.kontoId : null,
      fristAm,
      zustaendigGrund: grundOf(vorschlag, body.traegerId),
      stand: 'offen',
      personId: null,
      fallId: null,
      vorigeId: null,
    },
    heute,
  );
  if (!eigen) {
    await sendNachricht(tx, {
      kreisId,
      an: await listTeam(tx, kreisId, body.traegerId),
      art: 'anfrage.eingegangen',
      gegenstand: 'anfrage',
      gegenstandId: anfrageId,
      daten: { nummer, fristAm, dringlich: body.dringlich },
    });
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.aufgenommen',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: {
      eingegangenAm: body.eingegangenAm,
      fristAm,
      traegerId: body.traegerId,
      dringlich: body.dringlich,
    },
  });
  return { anfrageId, nummer, eigen };
}
