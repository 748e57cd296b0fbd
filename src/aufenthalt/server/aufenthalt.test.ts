import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commonLists } from '#src/kreis/common-lists.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { titelListe } from '../titel.ts';

let app: TestApp;
let fallId: string;
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-06-30T10:00:00Z') });
  for (const liste of ['rechtskreis', 'aufenthaltsgruppe'] as const) {
    for (const { code, bezeichnung, bezeichnungEn } of commonLists[liste]) {
      await arrange(
        app,
        sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
          values (${kreis}, ${liste}, ${code}, ${bezeichnung}, ${bezeichnungEn}, ${code}) on conflict do nothing`,
      );
    }
  }
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const path = () => `/kreis/${kreis}/fall/${fallId}/aufenthalt`;
const duldung = {
  fassung: 1,
  ab: '2023-02-01',
  titel: 'DULDUNG_60D',
  laeuftAbAm: '2023-12-31',
  verlaengerung: false,
  gruppe: null,
  rechtskreis: ['asylblg'],
};
const change = (changed: object = {}, by: By = 'casemanager') =>
  app.as(by).send('PUT', path(), { ...duldung, ...changed });
const chance = {
  fassung: 2,
  ab: '2023-10-01',
  titel: 'AE_104C',
  laeuftAbAm: '2025-03-31',
  rechtskreis: ['sgb_ii', 'aufenthg'],
};
const verlauf = async (by: By = 'casemanager') =>
  (await app.as(by).get(`/kreis/${kreis}/fall/${fallId}/verlauf`)).body as {
    art: string;
    ab: string;
    daten: Record<string, unknown>;
    vonName: string | null;
  }[];

describe('title and Rechtskreise of a case', () => {
  test('M11 a change of the Rechtskreis keeps what held before, and stands in the Verlauf and as an event', async () => {
    expect((await change()).body).toEqual({ fassung: 2, rechtskreiswechsel: false });
    expect((await change(chance)).body).toEqual({ fassung: 3, rechtskreiswechsel: true });
    const wechsel = (await verlauf()).filter(({ art }) => art === 'rechtskreis');
    expect(wechsel).toEqual([
      {
        am: expect.any(String),
        art: 'rechtskreis',
        ab: '2023-10-01',
        daten: { merkmal: 'rechtskreis', vorher: ['asylblg'], nachher: ['aufenthg', 'sgb_ii'] },
        vonName: 'Konto casemanager',
      },
    ]);
    const ereignis = await look(
      app,
      sql<{
        daten: unknown;
      }>`select daten from ereignis where gegenstand_id = ${fallId} and art = 'rechtskreis.gewechselt'`,
    );
    expect(ereignis).toEqual([
      {
        daten: {
          fassung: 3,
          ab: '2023-10-01',
          titel: true,
          vorher: ['asylblg'],
          nachher: ['sgb_ii', 'aufenthg'],
        },
      },
    ]);
  });

  test('a correction on the day of the first record is no change of the Rechtskreis', async () => {
    await change();
    const corrected = await change({ fassung: 2, rechtskreis: ['sgb_ii'] });
    expect(corrected.body.rechtskreiswechsel).toBe(false);
    expect((await verlauf()).filter(({ art }) => art === 'rechtskreis')).toEqual([]);
  });

  test('M9 M10 several Rechtskreise and the group are countable from the day on, with their history', async () => {
    await change();
    await change(chance);
    const rows = await look(
      app,
      sql`select merkmal, wert, gueltig_ab as ab, gueltig_bis as bis from fall_merkmal
        where fall_id = ${fallId} and ersetzt_am is null and merkmal in ('rechtskreis', 'aufenthaltsgruppe')
        order by merkmal, gueltig_ab, wert`,
    );
    expect(rows).toEqual([
      { merkmal: 'aufenthaltsgruppe', wert: 'geduldet', ab: '2023-02-01', bis: '2023-10-01' },
      { merkmal: 'aufenthaltsgruppe', wert: 'chancen_104c', ab: '2023-10-01', bis: null },
      { merkmal: 'rechtskreis', wert: 'asylblg', ab: '2023-02-01', bis: '2023-10-01' },
      { merkmal: 'rechtskreis', wert: 'aufenthg', ab: '2023-10-01', bis: null },
      { merkmal: 'rechtskreis', wert: 'sgb_ii', ab: '2023-10-01', bis: null },
    ]);
    const { body } = await app.as('casemanager').get(path());
    expect(body.merkmal).toContainEqual({
      merkmal: 'aufenthaltstitel',
      wert: 'DULDUNG_60D',
      laeuftAbAm: '2023-12-31',
      ab: '2023-02-01',
      bis: '2023-10-01',
    });
  });

  test('changing other Angaben of the case leaves Rechtskreise and group alone', async () => {
    await change();
    const { body: fall } = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`);
    const reply = await app.as('casemanager').send('PUT', `/kreis/${kreis}/fall/${fallId}`, {
      fassung: 2,
      familienname: 'Haddad',
      vorname: 'Rima',
      geburtsdatum: null,
      kommuneId: fall.kommuneId,
      ortsteilId: null,
      zugang: 'schule',
      merkmal: { ...fall.merkmal, leistungsbezug: 'sgb_ii' },
      merkmalAb: '2023-05-01',
      bemerkung: '',
    });
    expect(reply.status).toBe(200);
    const rows = await look(
      app,
      sql`select wert from fall_merkmal where fall_id = ${fallId} and ersetzt_am is null and gueltig_bis is null
        and merkmal in ('rechtskreis', 'aufenthaltsgruppe') order by 1`,
    );
    expect(rows).toEqual([{ wert: 'asylblg' }, { wert: 'geduldet' }]);
  });

  test('the Koordination sees the change of Rechtskreis by the number of the case, never the title', async () => {
    await change();
    await change(chance);
    expect((await app.as('koordination').get(path())).status).toBe(404);
    const seen = await verlauf('koordination');
    expect(seen.map(({ art }) => art)).toContain('rechtskreis');
    expect(JSON.stringify(seen)).not.toMatch(/AE_104C|DULDUNG/);
  });

  test.each([
    ['tomorrow', { ab: '2026-07-01', laeuftAbAm: null }, '/ab', 'datum-in-zukunft'],
    ['before admission', { ab: '2023-01-01' }, '/ab', 'datum-vor-aufnahme'],
    ['a title expired on its first day', { laeuftAbAm: '2023-01-31' }, '/laeuftAbAm', 'titel-abgelaufen'],
    [
      '§ 104c after the last day of new grants',
      { titel: 'AE_104C', ab: '2026-01-01', laeuftAbAm: '2027-06-30' },
      '/titel',
      'titel-nicht-mehr-erteilt',
    ],
    ['an unknown Rechtskreis', { rechtskreis: ['sgb_ix_alt'] }, '/rechtskreis', 'code-unbekannt'],
  ])('%s is refused at its field', async (_name, changed, instance, code) => {
    const reply = await change(changed);
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
  });

  test('whoever holds § 104c keeps it after the last day of new grants', async () => {
    await change({ titel: 'AE_104C', ab: '2025-12-31', laeuftAbAm: '2027-06-30' });
    const later = await change({ fassung: 2, titel: 'AE_104C', ab: '2026-02-01', laeuftAbAm: '2027-06-30' });
    expect(later.status).toBe(200);
  });
});

test('every group of a title is a value of the common list', () => {
  const groups = new Set<string>(commonLists.aufenthaltsgruppe.map(({ code }) => code));
  expect(titelListe.filter(({ gruppe }) => gruppe !== null && !groups.has(gruppe))).toEqual([]);
});
