import { listTeam } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { traegerRefusals } from './check.ts';
import { endAnfrage } from './end.ts';
import { loadAnfrage, requireOpen } from './load.ts';
import { loadMitgabe, mitgabeRefusals, movePerson } from './move-person.ts';
import { readVorlage, writeAnfrage } from './write.ts';

type Pass = typeof anfrageContract.passAnfrage;

/**
 * Passes an Anfrage on to another Träger: it ends here and begins there with the same day and deadline. A name that a
 * consent has brought stays here, unless the person wished that it goes along with the Screening-Bogen and agreed to it
 * (Konzept Kreis Unna 5.1: from the ABH to the case manager at the place of residence).
 */
export async function passAnfrage({ tx, deps, params, body }: Call<Pass>): Promise<Answer<Pass>> {
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireFassung({ fassung: anfrage.fassung, traegerId: anfrage.traegerId }, body);
  requireOpen(anfrage);
  const person = body.zustimmungAm === null ? undefined : await loadMitgabe(tx, kreisId, anfrage);
  refuseFields([
    ...(body.traegerId === anfrage.traegerId
      ? [{ instance: '/traegerId', code: 'traeger-unbekannt' }]
      : await traegerRefusals(tx, kreisId, body)),
    ...mitgabeRefusals(body.zustimmungAm, person, heute),
  ]);
  const vorlage = await readVorlage(tx, kreisId, anfrageId);
  await endAnfrage(tx, kreisId, anfrage, { ausgang: 'weitergeleitet', am: heute });
  const neu = await writeAnfrage(
    tx,
    {
      ...vorlage,
      kreisId,
      traegerId: body.traegerId,
      standortId: body.standortId,
      casemanagerId: null,
      zustaendigGrund: 'weitergeleitet',
      stand: 'offen',
      personId: person?.personId ?? null,
      fallId: null,
      vorigeId: anfrageId,
    },
    heute,
  );
  if (person) await movePerson(tx, deps.schluessel, kreisId, person, body.traegerId);
  await sendNachricht(tx, {
    kreisId,
    an: await listTeam(tx, kreisId, body.traegerId),
    art: 'anfrage.weitergeleitet',
    gegenstand: 'anfrage',
    gegenstandId: neu.anfrageId,
    daten: {
      nummer: neu.nummer,
      vonTraegerId: anfrage.traegerId,
      fristAm: anfrage.fristAm,
      absprache: body.absprache,
    },
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.weitergeleitet',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: {
      anTraegerId: body.traegerId,
      absprache: body.absprache,
      folgeId: neu.anfrageId,
      zustimmungAm: body.zustimmungAm,
    },
  });
  return neu;
}
