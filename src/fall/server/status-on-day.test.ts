import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { arrange, look } from '#test/support/look.ts';
import { kreis } from '#test/support/fixture.ts';
import { effectiveStatus, rowOn, type AktivRegel, type StatusZeile } from '../rules.ts';
import { statusOnDay } from './status-on-day.ts';

let app: TestApp;
const fallIds: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  for (let n = 0; n < 12; n += 1) {
    const am = addDays('2023-10-20', n * 4);
    const { fallId } = await app.admit('casemanager', { aufgenommenAm: am });
    fallIds.push(fallId);
    for (let k = 0; k < n % 4; k += 1) {
      await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/beratungskontakt`, {
        am: addDays(am, 20 + k * 37),
        qualifiziert: k !== 1,
        format: 'telefon',
        ort: 'kein',
        dauerMinuten: null,
        sprache: null,
        dolmetschen: 'kein',
        lebensbereich: ['wohnen'],
        notiz: '',
      });
    }
    if (n % 3 === 2) {
      await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/status`, {
        fassung: 1,
        status: n % 2 ? 'ruhend' : 'abgeschlossen',
        ab: addDays(am, 100),
        grund: n % 2 ? 'nicht_gemeldet' : 'umzug',
        begruendung: '',
      });
    }
  }
  // One case as an import leaves it: the word of the workbook counts as it is.
  await arrange(app, sql`update fall_status set herkunft = 'uebernahme' where fall_id = ${fallIds[0]}`);
});
afterAll(() => app.close());

const regeln: AktivRegel[] = [
  { art: 'kontakt', monate: 3 },
  { art: 'kontakt', monate: 1 },
  { art: 'gemeldet' },
];

async function countedByRule(stichtag: string, regel: AktivRegel) {
  const histories = await look(
    app,
    sql<{ fall_id: string; status: StatusZeile[]; qualifiziert: string | null; am: string }>`
    select f.id as fall_id, f.aufgenommen_am as am,
      (select json_agg(json_build_object('status', s.status, 'grund', s.grund, 'herkunft', s.herkunft, 'ab', s.gueltig_ab, 'bis', s.gueltig_bis)
        order by s.gueltig_ab) from fall_status s where s.fall_id = f.id and s.ersetzt_am is null) as status,
      (select max(b.am)::text from beratungskontakt b where b.fall_id = f.id and b.qualifiziert and b.ersetzt_am is null
        and b.am <= ${stichtag}::date) as qualifiziert
    from fall f where f.aufgenommen_am <= ${stichtag}::date`,
  );
  return Object.fromEntries(
    histories.map(({ fall_id, status, qualifiziert }) => {
      const row = rowOn(status, stichtag);
      return [fall_id, row && effectiveStatus(row, qualifiziert, regel, stichtag)];
    }),
  );
}

test.each(regeln)('M185 M186 every case counts on every day as the rule %o says', async (regel) => {
  for (let stichtag = '2023-10-15'; stichtag < '2024-06-10'; stichtag = addDays(stichtag, 3)) {
    const rows = await look(
      app,
      sql<{ fall_id: string; status: string }>`
      select fall_id, status from ${statusOnDay({ kreisId: kreis, stichtag, kenntnisstand: null, regel })} s`,
    );
    expect([stichtag, Object.fromEntries(rows.map((r) => [r.fall_id, r.status]))]).toEqual([
      stichtag,
      await countedByRule(stichtag, regel),
    ]);
  }
});

test('a day as Kenntnisstand stands for its end, in summer and in winter time', async () => {
  await arrange(
    app,
    sql`update fall_status set erfasst_am = '2023-07-01 23:59:59+02' where fall_id = ${fallIds[0]}`,
  );
  await arrange(
    app,
    sql`update fall_status set erfasst_am = '2023-12-01 23:59:59+01' where fall_id = ${fallIds[1]}`,
  );
  const known = async (kenntnisstand: string) => {
    const on = { kreisId: kreis, stichtag: '2023-12-10', kenntnisstand, regel: { art: 'gemeldet' } as const };
    const rows = await look(app, sql<{ fall_id: string }>`select fall_id from ${statusOnDay(on)} s`);
    return rows.length;
  };
  expect([await known('2023-06-30'), await known('2023-07-01')]).toEqual([0, 1]);
  expect([await known('2023-11-30'), await known('2023-12-01')]).toEqual([1, 2]);
});
