import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths } from '#src/platform/day.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

const heute = '2026-05-22';
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ now: () => new Date(`${heute}T08:00:00Z`) });
});
afterAll(() => t.close());

interface Line {
  readonly art: string;
  readonly am: string;
  readonly nummer: string | null;
  readonly person: { readonly familienname: string } | null;
}

async function linesOf(name: Parameters<TestApp['as']>[0]): Promise<Line[]> {
  const reply = await t.as(name).get(`/kreis/${kreis}/tag`);
  expect(reply.status).toBe(200);
  return reply.body.faellig;
}

async function insertAnfrage(row: {
  nummer: string;
  frist: string;
  dringlich?: boolean;
  konto?: string;
}): Promise<string> {
  const id = randomUUID();
  await t.owner(async (tx) => {
    await tx.client.query('reset role');
    await tx.run(sql`insert into anfrage (kreis_id, id, nummer, traeger_id, casemanager_id, eingegangen_am, dringlich, frist_am, kommune_id)
      values (${kreis}, ${id}, ${row.nummer}, ${traeger.alpha}, ${row.konto ?? null}, ${addDays(heute, -3)},
        ${row.dringlich ?? false}, ${row.frist}, ${kommune.norden})`);
  });
  return id;
}

test('M108 M109 an Anfrage without an appointment is due until its deadline; a booked appointment ends that', async () => {
  const id = await insertAnfrage({ nummer: 'A-2026-0001', frist: '2026-05-27', dringlich: true });
  await insertAnfrage({ nummer: 'A-2026-0002', frist: '2026-05-20' });
  await insertAnfrage({ nummer: 'A-2026-0003', frist: '2026-05-21', konto: t.konto.kollegin });
  const due = (await linesOf('casemanager')).filter(({ art }) => art === 'ersttermin');
  expect(due.map(({ nummer, am }) => [nummer, am])).toEqual([
    ['A-2026-0002', '2026-05-20'],
    ['A-2026-0001', '2026-05-27'],
  ]);
  await t.owner(async (tx) => {
    await tx.client.query('reset role');
    await tx.run(sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, anfrage_id)
      values (${kreis}, ${traeger.alpha}, ${t.konto.casemanager}, 'beratung', ${`${heute}T12:00:00Z`}, ${`${heute}T13:00:00Z`}, ${id})`);
  });
  const after = await linesOf('casemanager');
  expect(after.filter(({ art }) => art === 'ersttermin').map(({ nummer }) => nummer)).toEqual([
    'A-2026-0002',
  ]);
  expect(after.filter(({ art }) => art === 'termin').map(({ nummer, am }) => [nummer, am])).toEqual([
    ['A-2026-0001', heute],
  ]);
});

test('M185 a case appears before it falls out of "aktiv", with the day, for the one who leads it', async () => {
  const ab = addDays(addMonths(heute, -3), 5);
  const { nummer } = await t.admit('casemanager', {
    aufgenommenAm: ab,
    einwilligung: { erteiltAm: ab, textfassung: '1', sprache: 'ara' },
  });
  const mine = (await linesOf('casemanager')).find(({ art }) => art === 'aktiv_endet');
  expect(mine).toMatchObject({ nummer, am: addMonths(ab, 3), person: { familienname: 'Haddad' } });
  expect((await linesOf('kollegin')).filter(({ art }) => art === 'aktiv_endet')).toEqual([]);
});

test('M10 a residence title appears sixty days before it expires', async () => {
  const { fallId, nummer } = await t.admit('kollegin');
  await t.owner(async (tx) => {
    await tx.client.query('reset role');
    await tx.run(sql`insert into person_merkmal (kreis_id, person_id, merkmal, wert, laeuft_ab_am, gueltig_ab)
      select kreis_id, person_id, 'aufenthaltstitel', 'AE_25_3', ${addDays(heute, 60)}, ${heute} from fall where id = ${fallId}`);
  });
  const line = (await linesOf('kollegin')).find(({ art }) => art === 'titel_endet');
  expect(line).toMatchObject({ nummer, am: addDays(heute, 60) });
});

test('every name that the day shows leaves a row in the access log', async () => {
  const rows = await t.owner(async (tx) => {
    await tx.client.query('reset role');
    return tx.all(sql`select 1 from lesezugriff where vorgang = 'tag.get'`);
  });
  expect(rows.length).toBeGreaterThan(0);
});

test('the Koordination sees no case and no name here', async () => {
  const lines = await linesOf('koordination');
  expect(lines.every(({ person }) => person === null)).toBe(true);
  expect((await t.as('traegerleitung').get(`/kreis/${kreis}/tag`)).status).toBe(404);
});
