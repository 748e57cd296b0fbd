import { sql } from 'kysely';
import { openPerson, readErstberatung, toErstberatung } from '#src/erstberatung/server/load.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Sprache } from '#src/platform/texts.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { papierContract } from '../contract.ts';
import { screeningText } from '../screening-text.ts';
import { toScreeningContent, type Codes } from './screening-paper.ts';
import { readTemplate, type Sheet } from './sheet.ts';

const template = readTemplate('screening.typ');

/** The sheet without a word in it, with the Lebensbereiche of the Kreis; the same in the whole Kreis (M124). */
export async function printBlankScreening({
  tx,
  actor,
  params,
  query,
  deps,
}: Call<typeof papierContract.printBlankScreening>): Promise<FileAnswer> {
  const sprache = query.sprache ?? actor.sprache;
  const content = {
    ...(await readSheet(tx, params.kreisId, sprache, deps.now())),
    ...toScreeningContent({
      sprache,
      codes: await readCodes(tx, params.kreisId, sprache),
      nummer: '',
      bogen: null,
    }),
  };
  return { name: 'screening-bogen.pdf', bytes: compilePaper(template, content, deps.now()), inline: true };
}

/** The sheet of an Anfrage with its number, blank before the talk; 404 where the person is out of sight or locked. */
export async function printScreening(call: Call<typeof papierContract.printScreening>): Promise<FileAnswer> {
  const { tx, actor, params, query, deps } = call;
  const { kreisId, anfrageId } = params;
  const sprache = query.sprache ?? actor.sprache;
  const anfrage = await tx.first(sql<{ nummer: string; personId: string | null }>`
    select a.nummer, a.person_id as "personId" from anfrage a
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and a.traeger_id = any (app_uuids('app.cm_traeger'))`);
  if (!anfrage) throw notFound();
  const { personId, nummer } = anfrage;
  const key = personId === null ? undefined : await openPerson(tx, deps, kreisId, personId);
  const [row] = await readErstberatung(tx, kreisId, sql`e.anfrage_id = ${anfrageId}`);
  if (personId !== null) {
    tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      values (${kreisId}, app_konto(), array[${personId}::uuid], 'papier.screening')`);
  }
  markLesezugriff(tx);
  const content = {
    ...(await readSheet(tx, kreisId, sprache, deps.now())),
    ...toScreeningContent({
      sprache,
      codes: await readCodes(tx, kreisId, sprache),
      nummer,
      bogen: row ? toErstberatung(row, key) : null,
    }),
  };
  return {
    name: `screening-bogen-${nummer}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}

/** Header and footer: the sheet belongs to the Kreis, not to one Träger. */
async function readSheet(tx: Tx, kreisId: string, sprache: Sprache, now: Date): Promise<Sheet> {
  const text = screeningText[sprache];
  const { name } = await tx.one(sql<{ name: string }>`select name from kreis where id = ${kreisId}`);
  return {
    language: { tag: sprache, dir: 'ltr' },
    title: text.titel,
    author: name,
    head: { left: name, right: text.programm },
    foot: [`${text.titel} · ${text.stand}: ${formatDay(today(now))}`],
    page: text.seite,
    of: text.von,
  };
}

async function readCodes(tx: Tx, kreisId: string, sprache: Sprache): Promise<Codes> {
  const rows = await tx.all(sql<{ liste: string; code: string; name: string }>`
    select liste, code, case when ${sprache} = 'de' then bezeichnung else bezeichnung_en end as name from codeliste
    where kreis_id = ${kreisId} and liste in ('lebensbereich', 'leistungsbezug', 'rechtskreis')
      and (liste <> 'lebensbereich' or gueltig_bis is null or gueltig_bis > current_date)
    order by rang, bezeichnung`);
  const codes: Record<string, Map<string, string>> = {};
  for (const { liste, code, name } of rows) (codes[liste] ??= new Map()).set(code, name);
  return codes;
}
