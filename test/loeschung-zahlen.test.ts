import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTable } from '#src/auswertung/server/write-file.ts';
import { wirkung } from '#src/loeschung/wirkung.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { kreis, traeger, type ActorName } from './support/fixture.ts';
import { insertWelt, moment, tag, welt } from './support/loeschung-welt.ts';
import { asAdmin } from './support/relation.ts';

let app: TestApp;
/** A paper says when it was made; the day on which these are made stands still. */
const now = new Date('2024-06-30T12:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: () => now });
});
afterAll(() => app.close());

const counts: readonly ActorName[] = ['koordination', 'koordinationNorden', 'traegerleitung'];

/** Every table of figures as accounts of different scope get it, at the days and at what was known then. */
async function readFiguren(
  stichtage: readonly number[],
  kenntnis: readonly (string | null)[],
): Promise<Map<string, unknown>> {
  const tage = stichtage.map(tag).toSorted();
  const questions = [
    ...kenntnis.flatMap((stand) => {
      const bekannt = stand === null ? '' : `&kenntnisstand=${encodeURIComponent(stand)}`;
      return [
        ...['', '&veroeffentlicht=1', `&traeger=${traeger.alpha}`, '&region=norden'].map(
          (more) => `auswertung/fallzahlen?stichtag=${tage.join(',')}${bekannt}${more}`,
        ),
        ...['geschlecht', 'herkunftsland'].map(
          (m) => `auswertung/merkmal?merkmal=${m}&stichtag=${tage.at(-1)}${bekannt}`,
        ),
        ...['kontaktweg', 'handlungsfeld'].map(
          (m) => `auswertung/kontaktmerkmal?merkmal=${m}&von=2022-01-01&bis=2022-12-31${bekannt}`,
        ),
        ...['sonstige', 'beratung'].map(
          (art) => `auswertung/kontakte?art=${art}&von=2022-01&bis=2022-12${bekannt}`,
        ),
      ];
    }),
    'auswertung/beratungszeit?von=2022-01&bis=2022-12',
    'uebergabe',
  ];
  const answers = new Map<string, unknown>();
  // The key of a hand-over is no figure: it changes, so that the protocol leads to no fact.
  const withoutKeys = (body: unknown): unknown =>
    Array.isArray(body) ? body.map(({ id: _id, ...row }) => JSON.stringify(row)).toSorted() : body;
  for (const who of counts) {
    for (const question of questions) {
      const { status, body } = await app.as(who).get(`/kreis/${kreis}/${question}`);
      answers.set(`${who} ${question}`, {
        status,
        body: question === 'uebergabe' ? withoutKeys(body) : body,
      });
    }
  }
  return answers;
}

/** Every row that is counted or will be, without its keys, as often as it stands there. */
async function readTatsachen(): Promise<Map<string, unknown>> {
  const facts = Object.entries(wirkung).flatMap(([name, each]) =>
    each.art === 'tatsache' ? [{ name, spalten: each.spalten }] : [],
  );
  return asAdmin(app, async (tx) => {
    const result = new Map<string, unknown>();
    for (const { name, spalten } of facts) {
      const columns = spalten.filter(
        (spalte) =>
          !/^(nummer|geloescht_am|fall_id|anfrage_id|ziel_id|schritt_id|assessment_id|vermittlung_id|uebergabe_id)$/.test(
            spalte,
          ) ||
          (name === 'hilfeplan_version' && spalte === 'nummer'),
      );
      const list = sql.join(columns.map((spalte) => sql.ref(spalte)));
      result.set(
        name,
        await tx.all(
          sql`select ${list}, count(*) as n from ${sql.table(name)} where kreis_id = ${kreis} group by ${list} order by ${list}`,
        ),
      );
    }
    return result;
  });
}

/** Erases some of the people who are there, chosen by the seed. */
function eraseSome(anzahl: number, seed: number): Promise<number> {
  return asAdmin(app, async (tx) => {
    const people = await tx.all(sql<{ id: string }>`
      select id from person where kreis_id = ${kreis} order by md5(id::text || ${String(seed)}) limit ${anzahl}`);
    for (const { id } of people)
      await tx.run(sql`select person_tilgen(${kreis}, ${id}, ${'2024-06-30'}::date)`);
    return people.length;
  });
}

test('M401 M359 whoever is erased, every figure of every day and Kenntnisstand stays, for every account that may count', async () => {
  let erased = 0;
  await fc.assert(
    fc.asyncProperty(welt, async ({ akten, seed, geloescht, stichtage, bekannt }) => {
      await insertWelt(app, akten, seed);
      const kenntnis = [null, moment(bekannt), moment(bekannt).slice(0, 10), '2024-06-30'];
      const before = { figuren: await readFiguren(stichtage, kenntnis), tatsachen: await readTatsachen() };
      erased += await eraseSome(geloescht, seed);
      expect(await readTatsachen()).toEqual(before.tatsachen);
      expect(await readFiguren(stichtage, kenntnis)).toEqual(before.figuren);
      expect(
        [...before.figuren.values()].every((answer) => (answer as { status: number }).status < 404),
      ).toBe(true);
    }),
    { numRuns: 5, endOnFailure: true },
  );
  expect(erased).toBeGreaterThan(8);
}, 120_000);

test('M401 a published paper comes out byte for byte the same after everybody in it is erased', async () => {
  const paper = async () => {
    const { body } = await app
      .as('koordination')
      .get(
        `/kreis/${kreis}/auswertung/fallzahlen?stichtag=2022-06-30,2022-12-31&veroeffentlicht=1&kenntnisstand=2024-01-01`,
      );
    return Promise.all(
      (['pdf', 'xlsx', 'csv'] as const).map((format) =>
        writeTable({ tabelle: 'fallzahlen', daten: body }, { format, sprache: 'de', now }),
      ),
    );
  };
  const before = await paper();
  await eraseSome(10_000, 1);
  expect(
    (
      await asAdmin(app, (tx) =>
        tx.one(sql<{ n: number }>`select count(*)::int as n from person where kreis_id = ${kreis}`),
      )
    ).n,
  ).toBe(0);
  const after = await paper();
  expect(after.map((bytes, i) => Buffer.compare(Buffer.from(bytes), Buffer.from(before[i]!)))).toEqual([
    0, 0, 0,
  ]);
});
