import { sql } from 'kysely';
import { caresFor, readsPerson } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { regelOn, toRegel } from '#src/regel/server/get-regel.ts';
import type { assessmentContract } from '../contract.ts';
import { nextReassessment } from '../rules.ts';
import { isClosed, readRunden } from './load.ts';

type Get = typeof assessmentContract.getAssessment;

interface FallRow {
  readonly nummer: string;
  readonly aufgenommenAm: Day;
  readonly traegerId: string;
  readonly personId: string;
  readonly schluessel: Buffer;
  readonly abgeschlossen: boolean;
  readonly eigen: boolean;
  readonly regel: unknown;
}

/** Every round of a case with its words, for those who work on it or to whom it is open. */
export async function getAssessment({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const fall = await tx.first(sql<FallRow>`
    select f.nummer, f.aufgenommen_am as "aufgenommenAm", p.traeger_id as "traegerId", p.id as "personId",
      p.schluessel_verpackt as schluessel, ${isClosed(kreisId, fallId, heute)} as abgeschlossen,
      ${caresFor('f')} as eigen, ${regelOn(kreisId, 're_assessment', heute)} as regel
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${readsPerson('f')}`);
  if (!fall) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${fall.personId}::uuid], 'assessment.get')`);
  markLesezugriff(tx);
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const runde = await readRunden(tx, kreisId, fallId, key);
  const letzte = runde.findLast(({ stand }) => stand === 'abgeschlossen');
  const entwurf = runde.some(({ stand }) => stand === 'entwurf');
  return {
    nummer: fall.nummer,
    aufgenommenAm: fall.aufgenommenAm,
    runde,
    naechstesBis:
      letzte && !fall.abgeschlossen
        ? nextReassessment(letzte.am, toRegel('re_assessment', fall.regel))
        : null,
    abilities: {
      startAssessment: fall.eigen && !fall.abgeschlossen && !entwurf,
      saveAssessment: fall.eigen && !fall.abgeschlossen && entwurf,
    },
  };
}
