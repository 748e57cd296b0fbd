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
import { listTeam, readVorlage, writeAnfrage } from './write.ts';

type Pass = typeof anfrageContract.passAnfrage;

/**
 * Passes an Anfrage on to another Träger: it ends here and begins there with the same day and deadline. A name that a
 * consent has brought stays here; the other Träger asks for its own.
 */
export async function passAnfrage({ tx, deps, params, body }: Call<Pass>): Promise<Answer<Pass>> {
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireFassung({ fassung: anfrage.fassung, traegerId: anfrage.traegerId }, body);
  requireOpen(anfrage);
  refuseFields(
    body.traegerId === anfrage.traegerId
      ? [{ instance: '/traegerId', code: 'traeger-unbekannt' }]
      : await traegerRefusals(tx, kreisId, body),
  );
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
      personId: null,
      fallId: null,
      vorigeId: anfrageId,
    },
    heute,
  );
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
    daten: { anTraegerId: body.traegerId, absprache: body.absprache, folgeId: neu.anfrageId },
  });
  return neu;
}
