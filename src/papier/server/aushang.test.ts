import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';

let app: TestApp;
const id = {
  standort: '77777777-0000-4000-8000-000000000001',
  raum: '77777777-0000-4000-8000-000000000002',
  sprechstunde: '77777777-0000-4000-8000-000000000003',
  anfrage: '77777777-0000-4000-8000-000000000004',
  termin: '77777777-0000-4000-8000-000000000005',
  abgesagt: '77777777-0000-4000-8000-000000000006',
  intern: '77777777-0000-4000-8000-000000000007',
};

beforeAll(async () => {
  // A Tuesday; the next two are a public holiday's eve and cancelled ones.
  app = await startTestApp({ now: () => new Date('2025-04-01T08:00:00Z') });
  await look(
    app,
    sql`
    with s as (insert into standort (kreis_id, id, traeger_id, kommune_id, name, anschrift, telefon, email, oeffnung)
      values (${kreis}, ${id.standort}, ${traeger.alpha}, ${kommune.norden}, 'Beratungshaus Norddorf',
        'Lindenweg 4, 59999 Norddorf', '02999 4711', 'beratung@alpha.example', ${'Montag bis Donnerstag 9–16 Uhr\nFreitag 9–12 Uhr'})),
    r as (insert into raum (kreis_id, id, standort_id, name) values (${kreis}, ${id.raum}, ${id.standort}, '1.04')),
    h as (insert into sprechstunde (kreis_id, id, traeger_id, standort_id, art, wochentag, von, bis, gueltig_ab)
      values (${kreis}, ${id.sprechstunde}, ${traeger.alpha}, ${id.standort}, 'sprechstunde', 2, '09:00', '12:00', '2025-01-01'),
        (${kreis}, gen_random_uuid(), ${traeger.alpha}, ${id.standort}, 'sprachcafe', 4, '15:00', '17:00', '2025-01-01'),
        (${kreis}, gen_random_uuid(), ${traeger.alpha}, ${id.standort}, 'stadtteilarbeit', 5, '10:00', '11:00', '2025-06-01')),
    x as (insert into sprechstunde_ausfall (kreis_id, sprechstunde_id, am, grund)
      values (${kreis}, ${id.sprechstunde}, '2025-04-08', 'abwesenheit'), (${kreis}, ${id.sprechstunde}, '2025-04-15', 'raum')),
    a as (insert into anfrage (kreis_id, id, nummer, traeger_id, eingegangen_am, frist_am)
      values (${kreis}, ${id.anfrage}, 'A-2025-0012', ${traeger.alpha}, '2025-03-28', '2025-04-11'))
    insert into termin (kreis_id, id, traeger_id, casemanager_id, standort_id, raum_id, art, beginn, ende, anfrage_id, dolmetschen, stand)
    select ${kreis}, t.id::uuid, ${traeger.alpha}, ${app.konto.casemanager}::uuid, ${id.standort}, ${id.raum}, t.art,
      '2025-04-03T12:30:00Z', '2025-04-03T13:30:00Z', case when t.art = 'intern' then null else ${id.anfrage}::uuid end, 'ara', t.stand
    from (values (${id.termin}, 'beratung', 'geplant'), (${id.abgesagt}, 'beratung', 'abgesagt'), (${id.intern}, 'intern', 'geplant'))
      t (id, art, stand)`,
  );
});
afterAll(() => app.close());

const get = (path: string, by: ActorName = 'casemanager') => app.as(by).get(`/kreis/${kreis}/papier/${path}`);
async function read(path: string, by?: ActorName) {
  const reply = await get(path, by);
  expect([reply.status, reply.body?.code]).toEqual([200, undefined]);
  return readPdf(reply.bytes);
}

describe('the slip with an appointment', () => {
  test('M155 says when, where, with whom and by which number, in both languages, without a name', async () => {
    const pdf = await read(`terminzettel/${id.termin}?sprache=tur`);
    expect(pdf.language).toBe('tr');
    expect(pdf.languages).toContain('de');
    expect(pdf.pages).toBe(1);
    for (const words of [
      'Ihr Termin',
      'Donnerstag, 03.04.2025',
      'Perşembe, 03.04.2025',
      '14:30–15:30',
      'Beratungshaus Norddorf',
      'Lindenweg 4, 59999 Norddorf',
      '1.04',
      'Konto casemanager',
      '02999 4711',
      'A-2025-0012',
      'Jemand übersetzt für Sie.',
      'ungeprüft',
    ])
      expect(pdf.text).toContain(words);
  });

  test('a cancelled appointment says so, in German alone if asked', async () => {
    const { text } = await read(`terminzettel/${id.abgesagt}`);
    expect(text).toContain('Dieser Termin fällt aus.');
    expect(text).not.toContain('ungeprüft');
  });

  test('there is none for an internal appointment, nor for those who do not work there', async () => {
    expect((await get(`terminzettel/${id.intern}`)).status).toBe(404);
    for (const name of ['casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const)
      expect((await get(`terminzettel/${id.termin}`, name)).status).toBe(404);
  });

  test('M155 a language whose drafts are off waits until the Träger has released one; until then German stands alone', async () => {
    expect((await read(`terminzettel/${id.termin}?sprache=tir`)).language).toBe('de');
    expect((await read(`terminzettel/${id.termin}?sprache=hin`)).language).toBe('de');
    await look(
      app,
      sql`with v as (insert into vordruck (kreis_id, traeger_id, art, fassung, inhalt)
          values (${kreis}, ${traeger.alpha}, 'einwilligung', 1, '{}') returning kreis_id, id)
        insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, inhalt, stand, freigegeben_am)
        select kreis_id, id, 'tir', '{}', 'freigegeben', now() from v`,
    );
    const pdf = await read(`terminzettel/${id.termin}?sprache=tir`);
    expect(pdf.language).toBe('ti');
    expect(pdf.text).not.toContain('ungeprüft');
  });
});

describe('the leaflet of a Standort', () => {
  test('M107 names address, phone, mail, opening and open hours, and greets in many languages', async () => {
    const pdf = await read(`kontaktblatt/${id.standort}`, 'koordination');
    expect(pdf.pages).toBe(1);
    for (const words of [
      'Beratung für Menschen, die neu in Deutschland sind',
      'Beratungshaus Norddorf',
      'Lindenweg 4, 59999 Norddorf',
      '02999 4711',
      'beratung@alpha.example',
      'Montag bis Donnerstag 9–16 Uhr',
      'Freitag 9–12 Uhr',
      'Dienstag',
      '09:00–12:00 Uhr',
      'Sprachcafé',
      'Stand: 01.04.2025',
    ])
      expect(pdf.text).toContain(words);
    expect(pdf.languages).toEqual(expect.arrayContaining(['en', 'ar', 'fa', 'uk', 'tr']));
    expect(pdf.roles).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']));
    // Begins in June only.
    expect(pdf.text).not.toContain('Beratung im Stadtteil');
  });

  test('a Standort of another Kreis does not exist', async () => {
    expect((await get(`kontaktblatt/${id.standort}`, 'nachbarCasemanager')).status).toBe(404);
  });
});

describe('the notice of a cancelled consultation hour', () => {
  test('M115 tells the day that is cancelled and the next on which the door is open, not the reason', async () => {
    const pdf = await read(`ausfall/${id.sprechstunde}/2025-04-08`, 'verwaltungsassistenz');
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain('Dienstag, 08.04.2025, 09:00–12:00 Uhr');
    // The 15th is cancelled as well.
    expect(pdf.text).toMatch(/Nächster Termin\s+Dienstag, 22\.04\.2025, 09:00–12:00 Uhr/);
    expect(pdf.text).toContain('Tuesday, 22.04.2025');
    expect(pdf.text).not.toMatch(/[Aa]bwesen|krank/);
  });

  test('M115 an agreed replacement is the next date when it comes first', async () => {
    await look(app, sql`update sprechstunde_ausfall set ersatz_am = '2025-04-16' where am = '2025-04-15'`);
    const { text } = await read(`ausfall/${id.sprechstunde}/2025-04-15`);
    expect(text).toMatch(/Nächster Termin\s+Mittwoch, 16\.04\.2025/);
  });

  test('there is none for a day that is not cancelled', async () => {
    expect((await get(`ausfall/${id.sprechstunde}/2025-04-22`)).status).toBe(404);
    expect((await get(`ausfall/${id.sprechstunde}/2025-02-30`)).status).toBe(404);
  });
});
