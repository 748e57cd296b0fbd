import { sql } from 'kysely';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { readZugriffe } from '#src/protokoll/server/read-zugriffe.ts';
import { rolleWort, zweckWort } from '#src/protokoll/rolle-text.ts';
import { describeVorgang } from '#src/protokoll/vorgang-text.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { asOf, languageOf, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('zugriffe.typ');

/** Who read the file, on paper for the person: day, function and Träger, operation, purpose (Art. 15 DSGVO). */
export async function printZugriffe({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printZugriffe>): Promise<FileAnswer> {
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<{ nummer: string; personId: string; traegerId: string; name: string }>`
    select f.nummer, p.id as "personId", f.traeger_id as "traegerId", p.vorname || ' ' || p.familienname as name
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  if (!fall) throw notFound();
  const zugriffe = await readZugriffe(tx, kreisId, fall.personId);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${fall.personId}::uuid], 'papier.zugriffe')`);
  markLesezugriff(tx);
  const sender = await readSender(tx, kreisId, fall.traegerId);
  const { zugriffe: text } = paperText;
  const content = {
    ...sheetOf(sender, languageOf('deu'), text.titel, [asOf(deps.now())]),
    heading: text.titel,
    facts: [
      { name: text.fall, wert: fall.nummer },
      { name: text.person, wert: fall.name.trim() },
      { name: paperText.stand, wert: formatDay(today(deps.now())) },
    ],
    lead: text.lead,
    nothing: text.nichts,
    columns: [text.tag, text.wer, text.was, text.anzahl],
    rows: zugriffe.map((row) => ({
      tag: formatDay(row.tag),
      wer: [row.rollen.map((rolle) => rolleWort('de', rolle)).join(', '), row.traeger.join(', ')]
        .filter(Boolean)
        .join(' – '),
      was: [
        describeVorgang('de', 'lesen', row.vorgang),
        ...(row.zweck === null ? [] : [zweckWort('de', row.zweck)]),
      ].join(', '),
      anzahl: String(row.anzahl),
    })),
  };
  return {
    name: `zugriffe-${fall.nummer}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}
