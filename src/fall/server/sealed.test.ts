import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { look } from '#test/support/look.ts';
import { kommune, kreis } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Every row of every table as text, as a dump would hold it, bytes also as what they spell. */
async function dump(): Promise<string> {
  const tables = await look(
    app,
    sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await look(app, sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`);
    for (const { row } of rows) {
      parts.push(row);
      for (const [, hex = ''] of row.matchAll(/\\x([0-9a-f]+)/g)) {
        parts.push(Buffer.from(hex, 'hex').toString('latin1'), Buffer.from(hex, 'hex').toString('utf8'));
      }
    }
  }
  return parts.join('\n');
}

test('no free text lies readable in the database, whatever was done with it', async () => {
  const words = [
    'Kanarienbemerkung',
    'Kanarienersatz',
    'Kanariennotiz',
    'Kanarienkorrektur',
    'Kanariengrund',
    'Kanarienentwurf',
  ];
  const [bemerkung, ersatz, notiz, korrektur, grund, entwurf] = words.map(
    (word) => `${word} über die Wohnung`,
  );
  const own = app.as('casemanager');
  const { fallId } = await app.admit('casemanager', { bemerkung });
  const fall = `/kreis/${kreis}/fall/${fallId}`;
  const kontakt = {
    am: '2023-02-01',
    qualifiziert: true,
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: null,
    sprache: null,
    dolmetschen: 'kein',
    lebensbereich: ['wohnen'],
    notiz,
  };
  const { body } = await own.send('POST', `${fall}/beratungskontakt`, kontakt, {
    'idempotency-key': 'kanarien-0001',
  });
  await own.send('PUT', `${fall}/beratungskontakt/${body.kontaktId}`, {
    ...kontakt,
    notiz: korrektur,
    fassung: 1,
  });
  await own.send('PUT', fall, {
    fassung: 1,
    familienname: 'Haddad',
    vorname: 'Rima',
    geburtsdatum: null,
    kommuneId: kommune.norden,
    ortsteilId: null,
    zugang: null,
    merkmalAb: '2023-02-01',
    bemerkung: ersatz,
    merkmal: { geschlecht: null, herkunftsland: null, leistungsbezug: null, lebensbereich: [] },
  });
  await own.send('POST', `${fall}/status`, {
    fassung: 2,
    status: 'abgeschlossen',
    ab: '2023-03-01',
    grund: 'umzug',
    begruendung: grund,
  });
  await own.send('PUT', '/entwurf/fall-aufnehmen/neu', { werte: { bemerkung: entwurf } });

  const akte = await own.get(fall);
  expect(akte.body).toMatchObject({ bemerkung: ersatz, status: 'abgeschlossen' });
  expect((await own.get(`${fall}/beratungskontakt`)).body.kontakt[0].notiz).toBe(korrektur);
  const text = await dump();
  expect(text).toContain(fallId);
  expect(words.filter((word) => text.includes(word))).toEqual([]);
});

test('without the key of the person its texts are lost for ever', async () => {
  const { fallId } = await app.admit('casemanager', { bemerkung: 'bleibt nicht' });
  await look(
    app,
    sql`update person set schluessel_verpackt = '\\x00' where id = (select person_id from fall where id = ${fallId})`,
  );
  expect((await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).status).toBe(500);
});
