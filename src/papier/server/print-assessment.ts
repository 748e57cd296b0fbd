import { sql } from 'kysely';
import { readRunden, roundBefore } from '#src/assessment/server/load.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { papierContract } from '../contract.ts';
import { assessmentText } from '../assessment-text.ts';
import { toAssessmentContent } from './assessment-paper.ts';
import { asOf, languageOf, marked, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('assessment.typ');

interface Row {
  readonly fallId: string;
  readonly nummer: string;
  readonly personId: string;
  readonly traegerId: string;
  readonly schluessel: Buffer;
}

/** A round with its comparison to the one before; 404 where the person is out of sight or locked. */
export async function printAssessment({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printAssessment>): Promise<FileAnswer> {
  const { kreisId, assessmentId } = params;
  const fall = await tx.first(sql<Row>`
    select f.id as "fallId", f.nummer, p.id as "personId", p.traeger_id as "traegerId",
      p.schluessel_verpackt as schluessel
    from assessment a
    join fall f on f.kreis_id = a.kreis_id and f.id = a.fall_id
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where a.kreis_id = ${kreisId} and a.id = ${assessmentId}`);
  if (!fall) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${fall.personId}::uuid], 'papier.assessment')`);
  markLesezugriff(tx);
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const runden = await readRunden(tx, kreisId, fall.fallId, key);
  const runde = runden.find(({ id }) => id === assessmentId);
  if (!runde) throw notFound();
  const names = await tx.all(sql<{ code: string; name: string }>`
    select code, bezeichnung as name from codeliste where kreis_id = ${kreisId} and liste = 'lebensbereich'`);
  const sender = await readSender(tx, kreisId, fall.traegerId);
  const sheet = sheetOf(sender, languageOf('deu'), assessmentText.titel, [
    `${assessmentText.titel} · ${fall.nummer} · ${asOf(deps.now())}`,
  ]);
  const content = toAssessmentContent({
    nummer: fall.nummer,
    runde,
    vorige: roundBefore(runden, runde.runde),
    names: new Map(names.map(({ code, name }) => [code, name])),
  });
  return {
    name: `assessment-${fall.nummer}-${runde.runde}.pdf`,
    bytes: ({ text }) => compilePaper(template, { ...marked(sheet, text), ...content }, deps.now()),
    inline: true,
  };
}
