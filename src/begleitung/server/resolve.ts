import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { begleitungContract } from '../contract.ts';
import { klaerungRefusals } from '../rules.ts';
import { loadDoppelbetreuung } from './list.ts';

type Resolve = typeof begleitungContract.resolveDoppelbetreuung;

interface Seite {
  readonly fragende: boolean;
  readonly traegerId: string;
  readonly nummer: string | null;
  readonly an: string[];
}

/** Notes the outcome of the mediation and tells each side what it needs: its own number, who leads, its own tasks. */
export async function resolveDoppelbetreuung(call: Call<Resolve>): Promise<Answer<Resolve>> {
  const { tx, params, body, deps } = call;
  const { kreisId, doppelbetreuungId: id } = params;
  const known = (await loadDoppelbetreuung(tx, kreisId)).find((each) => each.id === id);
  if (known?.stand !== 'offen') throw notFound();
  const codes = [
    ...body.fragendeAufgaben.map((code) => ({ instance: '/fragendeAufgaben', liste: 'lebensbereich', code })),
    ...body.andereAufgaben.map((code) => ({ instance: '/andereAufgaben', liste: 'lebensbereich', code })),
  ];
  refuseFields([
    ...klaerungRefusals(body, [known.fragende.traegerId, known.andere.traegerId]),
    ...(await unknownCodes(tx, kreisId, codes, today(deps.now()))),
  ]);
  const seiten = await tx.all(sql<Seite>`
    select fragende, traeger_id as "traegerId", nummer, an
    from doppelbetreuung_klaeren(${kreisId}, ${id}::uuid, ${body.stand}, ${body.traegerId}::uuid,
      ${body.fragendeAufgaben}::text[], ${body.andereAufgaben}::text[])`);
  if (seiten.length === 0) throw notFound();
  for (const seite of seiten) await tell(call, seite, seiten);
  await recordEreignis(tx, {
    kreisId,
    art: 'doppelbetreuung.geklaert',
    gegenstand: 'doppelbetreuung',
    gegenstandId: id,
    daten: { stand: body.stand },
  });
  return undefined;
}

/** Where they are two people, the Träger that never knew of a question hears nothing. */
async function tell(
  { tx, params, body }: Call<Resolve>,
  seite: Seite,
  seiten: readonly Seite[],
): Promise<void> {
  if (body.stand === 'verschieden' && !seite.fragende) return;
  const andere = seiten.find((each) => each.fragende !== seite.fragende);
  const absprache =
    body.stand === 'federfuehrung'
      ? {
          andererTraegerId: andere?.traegerId,
          aufgaben: seite.fragende ? body.fragendeAufgaben : body.andereAufgaben,
        }
      : {};
  await sendNachricht(tx, {
    kreisId: params.kreisId,
    an: seite.an,
    art: 'doppelbetreuung.geklaert',
    daten: {
      stand: body.stand,
      nummer: seite.nummer ?? '',
      fuehrt: body.traegerId === null ? null : body.traegerId === seite.traegerId,
      ...absprache,
    },
  });
}
