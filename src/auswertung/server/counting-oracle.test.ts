import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { insertHistories, type FallHistory, type Spanne } from '#test/support/fall-history.ts';
import { asZaehler } from './as-zaehler.ts';
import { reportFallzahlen } from './report-fallzahlen.ts';
import { reportMerkmal } from './report-merkmal.ts';
import type { Fallzahlen, MerkmalTabelle } from '../tabelle.ts';

/**
 * Histories are generated as what people recorded, in the order in which they did. The oracle replays these records one
 * by one for every case, day and Kenntnisstand; the database gets the rows that such records leave behind.
 */
type Status = 'aktiv' | 'ruhend' | 'abgeschlossen';
type Vermerk =
  | { readonly art: 'status'; readonly ab: number; readonly status: Status }
  | { readonly art: 'traeger'; readonly ab: number; readonly traeger: number }
  | { readonly art: 'wert'; readonly ab: number; readonly wert: string }
  | {
      readonly art: 'kontakt';
      readonly ab: number;
      readonly qualifiziert: boolean;
      readonly geloescht: number | null;
    };
interface Akte {
  readonly aufnahme: number;
  readonly kommune: number;
  readonly traeger: number;
  /** In recording order; record n was made n + 1 days after the admission was recorded. */
  readonly vermerke: readonly Vermerk[];
}
interface Welt {
  readonly akten: readonly Akte[];
  readonly monate: number | null;
  readonly wechsel: number;
  readonly stichtage: readonly number[];
  readonly bekannt: number | null;
}

const start = '2022-01-01';
const span = 240;
const tag = (n: number): Day => addDays(start, n);
/** Recording happens late: after the whole period, one day per record. */
const moment = (n: number): string => `${addDays('2024-01-01', n)}T12:00:00Z`;
const kommunen = ['05999001', '05999002'];
const traeger = [randomUUID(), randomUUID(), randomUUID()];
const namen = ['A', 'B', 'C'];

const day = fc.integer({ min: 0, max: span });
const kontakt = fc.record({
  art: fc.constant('kontakt' as const),
  ab: day,
  qualifiziert: fc.constantFrom(true, true, false),
  geloescht: fc.option(fc.nat(9), { freq: 2 }),
});
// Mostly contacts: a case that nobody touches by hand is the one where they decide.
const vermerk: fc.Arbitrary<Vermerk> = fc.oneof(
  { weight: 5, arbitrary: kontakt },
  {
    weight: 1,
    arbitrary: fc.record({
      art: fc.constant('status' as const),
      ab: day,
      status: fc.constantFrom<Status>('aktiv', 'ruhend', 'abgeschlossen'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ art: fc.constant('traeger' as const), ab: day, traeger: fc.nat(2) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      art: fc.constant('wert' as const),
      ab: day,
      wert: fc.constantFrom('x', 'y', 'ohne_angabe'),
    }),
  },
);
const welt: fc.Arbitrary<Welt> = fc.record({
  akten: fc.array(
    fc.record({
      aufnahme: fc.nat(60),
      kommune: fc.nat(1),
      traeger: fc.nat(2),
      vermerke: fc.array(vermerk, { maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  monate: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
  wechsel: day,
  stichtage: fc.uniqueArray(day, { minLength: 2, maxLength: 6 }),
  bekannt: fc.option(fc.integer({ min: 0, max: 9 })),
});

/** Nothing can begin before the admission. */
function begin(akte: Akte, ab: number): number {
  return Math.max(akte.aufnahme, ab);
}

/** The slow way: the last record that was known and has begun decides. */
function look(akte: Akte, am: number, { monate, bekannt }: Welt) {
  if (akte.aufnahme > am || (bekannt !== null && bekannt < 0)) return undefined;
  let status: { wort: Status; seit: number; gesetzt: boolean } = {
    wort: 'aktiv',
    seit: akte.aufnahme,
    gesetzt: false,
  };
  let wer = akte.traeger;
  let wert: string | null = null;
  let kontakt = false;
  akte.vermerke.forEach((v, nr) => {
    const known = bekannt === null || nr + 1 <= bekannt;
    if (!known || (v.art === 'kontakt' ? v.ab : begin(akte, v.ab)) > am) return;
    switch (v.art) {
      case 'status':
        status = { wort: v.status, seit: begin(akte, v.ab), gesetzt: true };
        return;
      case 'traeger':
        wer = v.traeger;
        return;
      case 'wert':
        wert = v.wert;
        return;
      case 'kontakt': {
        const gone = v.geloescht !== null && (bekannt === null || nr + 1 + v.geloescht <= bekannt);
        if (v.qualifiziert && !gone && monate !== null && tag(v.ab) > addMonths(tag(am), -monate))
          kontakt = true;
      }
    }
  });
  const frisch = monate === null || kontakt || tag(status.seit) > addMonths(tag(am), -monate);
  return {
    traeger: wer,
    wert: wert === 'ohne_angabe' ? null : wert,
    status: status.wort === 'aktiv' && !status.gesetzt && !frisch ? 'ruhend' : status.wort,
  };
}

/** Rows as operations leave them: what begins on a day ends what held before, and rows that were replaced stay. */
function rowsOf<T extends object>(
  akte: Akte,
  first: T | undefined,
  changes: readonly { nr: number; ab: number; row: T }[],
): (Spanne & T)[] {
  const rows: (Spanne & T)[] = first
    ? [{ ...first, ab: tag(akte.aufnahme), bis: null, erfasst_am: moment(0), ersetzt_am: null }]
    : [];
  for (const change of changes) {
    const ab = tag(begin(akte, change.ab));
    const am = moment(change.nr + 1);
    for (const row of rows.filter((r) => r.ersetzt_am === null && (r.bis ?? '9999') > ab)) {
      rows[rows.indexOf(row)] = { ...row, ersetzt_am: am };
      if (row.ab < ab) rows.push({ ...row, bis: ab, erfasst_am: am, ersetzt_am: null });
    }
    rows.push({ ...change.row, ab, bis: null, erfasst_am: am, ersetzt_am: null });
  }
  return rows;
}

function toHistory(akte: Akte): FallHistory {
  const changes = <A extends Vermerk['art'], T>(art: A, row: (v: Extract<Vermerk, { art: A }>) => T) =>
    akte.vermerke.flatMap((v, nr) =>
      v.art === art ? [{ nr, ab: v.ab, row: row(v as Extract<Vermerk, { art: A }>) }] : [],
    );
  const statusRow = (status: Status, herkunft: 'aufnahme' | 'hand') => ({ status, herkunft });
  return {
    kommune: kommunen[akte.kommune]!,
    aufgenommenAm: tag(akte.aufnahme),
    erfasst_am: moment(0),
    status: rowsOf(
      akte,
      statusRow('aktiv', 'aufnahme'),
      changes('status', (v) => statusRow(v.status, 'hand')),
    ),
    zustaendigkeit: rowsOf(
      akte,
      { traeger: traeger[akte.traeger]! },
      changes('traeger', (v) => ({ traeger: traeger[v.traeger]! })),
    ),
    merkmal: rowsOf(
      akte,
      undefined,
      changes('wert', (v) => ({ merkmal: 'geschlecht', wert: v.wert })),
    ),
    kontakt: changes('kontakt', (v) => v).map(({ nr, row }) => ({
      am: tag(row.ab),
      qualifiziert: row.qualifiziert,
      traeger: traeger[0]!,
      erfasst_am: moment(nr + 1),
      ersetzt_am: row.geloescht === null ? null : moment(nr + 1 + row.geloescht),
    })),
  };
}

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;
let lfd = 0;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 2);
  admin = openOwner(database.connection('lotse_admin'));
});

afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
});

/** A Kreis of its own for each generated world; the region loses its Kommune to the other one on the day "wechsel". */
async function build(plan: Welt): Promise<string> {
  const kreisId = `kreis${(lfd += 1)}`;
  await admin.owner(async (tx) => {
    const region = randomUUID();
    await tx.run(sql`insert into kreis (id, ags, name) values (${kreisId}, '05999', 'Kreis')`);
    await tx.run(
      sql`insert into kommune (kreis_id, id, name) select ${kreisId}, k, k from unnest(${kommunen}::text[]) k`,
    );
    await tx.run(sql`insert into traeger (kreis_id, id, slug, name, rechtsname, art)
      select ${kreisId}, t.id, lower(t.name) || 'x', t.name, t.name, 'kommune' from unnest(${traeger}::uuid[], ${namen}::text[]) t(id, name)`);
    await tx.run(
      sql`insert into region (kreis_id, id, slug, name, art) values (${kreisId}, ${region}, 'teil', 'Teil', 'teilregion')`,
    );
    await tx.run(sql`insert into region_kommune (kreis_id, region_id, kommune_id, gueltig_ab, gueltig_bis) values
      (${kreisId}, ${region}, ${kommunen[0]}, '-infinity', ${tag(plan.wechsel)}), (${kreisId}, ${region}, ${kommunen[1]}, ${tag(plan.wechsel)}, null)`);
    const regel = plan.monate === null ? { art: 'gemeldet' } : { art: 'kontakt', monate: plan.monate };
    await tx.run(sql`insert into regel (kreis_id, schluessel, wert, gueltig_ab, erfasst_am)
      values (${kreisId}, 'aktiv_regel', ${JSON.stringify(regel)}::jsonb, '2000-01-01', '2000-01-01')`);
  });
  await insertHistories(admin.owner, kreisId, { fall: plan.akten.map(toHistory) });
  return kreisId;
}

function oracle(plan: Welt, region: boolean) {
  return plan.stichtage
    .toSorted((a, b) => a - b)
    .map((am) => {
      const da = plan.akten
        .filter((akte) => !region || akte.kommune === (am < plan.wechsel ? 0 : 1))
        .flatMap((akte) => look(akte, am, plan) ?? []);
      const count = (status: string) => da.filter((f) => f.status === status).length;
      return {
        stichtag: tag(am),
        gesamt: da.length,
        personen: null,
        aktiv: count('aktiv'),
        ruhend: count('ruhend'),
        abgeschlossen: count('abgeschlossen'),
        inaktiv: count('ruhend') + count('abgeschlossen'),
        traeger: namen.map((_, i) => da.filter((f) => f.traeger === i).length),
        wert: ['x', 'y', null].map((wert) => da.filter((f) => f.wert === wert).length),
      };
    });
}

test('M185 M186 M188 M197 M337 M338 M359 the count equals a slow replay of everything that was recorded, by day and Kenntnisstand', async () => {
  await fc.assert(
    fc.asyncProperty(welt, fc.boolean(), async (plan, inRegion) => {
      const kreisId = await build(plan);
      const konto = (await kommandozeile(admin, kreisId))!;
      const region = inRegion ? { region: 'teil' } : {};
      const kenntnisstand = plan.bekannt === null ? {} : { kenntnisstand: moment(plan.bekannt) };
      const stichtag = plan.stichtage.map(tag).toSorted();
      const frage = { ...region, ...kenntnisstand, veroeffentlicht: false };
      const counted: { fallzahlen: Fallzahlen; merkmale: MerkmalTabelle[] } = await db.asKonto(
        konto,
        {},
        (tx) =>
          asZaehler(tx, async () => {
            const auftrag = {
              tx,
              kreisId,
              erlaubt: { art: 'kreis' as const },
              liste: false,
              now: new Date(),
            };
            const fallzahlen = await reportFallzahlen(auftrag, { stichtag, ...frage });
            const merkmale: MerkmalTabelle[] = [];
            for (const am of stichtag)
              merkmale.push(await reportMerkmal(auftrag, { merkmal: 'geschlecht', stichtag: am, ...frage }));
            return { fallzahlen, merkmale };
          }),
      );
      const got = counted.fallzahlen.fallzahlen.map((z, i) => {
        const m = counted.merkmale[i]!;
        const of = (code: string) => m.werte.find((w) => w.code === code)?.anzahl ?? 0;
        return {
          ...z,
          traeger: namen.map((name) => z.traeger[name] ?? 0),
          wert: [of('x'), of('y'), m.ohneAngabe],
        };
      });
      expect(got).toEqual(oracle(plan, inRegion));
    }),
    { numRuns: 50 },
  );
}, 120_000);
