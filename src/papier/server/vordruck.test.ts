import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { insertAnfrage, insertStelle, releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
});
afterAll(() => app.close());

const get = (path: string, by: ActorName = 'casemanager') => app.as(by).get(`/kreis/${kreis}/papier/${path}`);

async function vordruckId(art: string): Promise<string> {
  const [row] = await look(
    app,
    sql<{ id: string }>`select id from vordruck where art = ${art} and stand <> 'entwurf'`,
  );
  return row!.id;
}

/** Signs a consent through the interface; the case of a person of the case manager. */
async function consent(changed: Record<string, unknown> = {}, sprache = 'deu') {
  const anfrageId = await insertAnfrage(app);
  const as = app.as('casemanager');
  const { body: bogen } = await as.get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=${sprache}`);
  const shown = (text: { vordruckId: string; pruefwert: string }) => ({
    vordruckId: text.vordruckId,
    pruefwert: text.pruefwert,
  });
  const reply = await as.send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/einwilligung`, {
    familienname: 'Ḥaddād',
    vorname: 'Rīmā',
    geburtsdatum: '1991-08-12',
    nameOriginal: '',
    am: today(),
    sprache,
    text: shown(bogen.einwilligung),
    zweck: ['dokumentation', 'auswertung'],
    datenschutzinformation: { ...shown(bogen.datenschutzinformation), ausgehaendigt: true },
    dolmetschen: 'professionell',
    vertretung: [],
    gemeinsam: false,
    unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
    ...changed,
  });
  expect(reply.status).toBe(201);
  return { ...reply.body, bogen } as {
    personId: string;
    einwilligungId: string;
    unterschrift: { id: string }[];
    bogen: { entbindung: { vordruckId: string; pruefwert: string } };
  };
}

async function hashOf(unterschriftId: string | undefined): Promise<string> {
  const [row] = await look(
    app,
    sql<{
      hash: string;
    }>`select encode(text_pruefwert, 'hex') as hash from unterschrift where id = ${unterschriftId}`,
  );
  return row!.hash;
}

describe('a blank Vordruck', () => {
  test('M155 M143 stands in German beside the language of the client, with boxes and lines for the pen', async () => {
    const reply = await get(`vordruck/${await vordruckId('einwilligung')}?sprache=eng`);
    expect(reply.headers.get('content-disposition')).toContain("filename*=UTF-8''einwilligung-eng.pdf");
    const pdf = await readPdf(reply.bytes);
    expect(pdf.text).toContain('Alpha e. V. fragt.');
    expect(pdf.text).toContain('English dokumentation');
    expect(pdf.text).toContain('Übersetzung ungeprüft, maßgeblich ist der deutsche Text.');
    expect(pdf.text).toContain('Fassung 3 · Deutsch, Englisch');
    expect(pdf.text).toContain('Ihre Unterschrift');
    // Yes and no for each of three purposes, none of them ticked.
    expect(pdf.alternatives).toEqual(Array.from({ length: 6 }, () => 'Kästchen zum Ankreuzen'));
    expect(pdf.languages).toContain('en');
  });

  test('M144 the privacy notice names nobody and leaves a line for the day it was handed out', async () => {
    const pdf = await readPdf((await get(`vordruck/${await vordruckId('datenschutzinformation')}`)).bytes);
    expect(pdf.text).toContain('Ausgehändigt am');
    expect(pdf.text).not.toContain('Geburtsdatum');
    expect(pdf.text).not.toContain('ungeprüft');
  });

  test('M145 the release offers what may be said to be ticked, and has a line for one office', async () => {
    const id = await vordruckId('entbindung');
    await look(
      app,
      sql`insert into vordruck (kreis_id, traeger_id, art, fassung, inhalt, angabe)
        select kreis_id, traeger_id, art, 5, jsonb_set(inhalt, '{abschnitt,0,absatz}', '["Mit wem: {stelle}", "Worüber: {inhalt}"]'),
          angabe from vordruck where id = ${id}`,
    );
    const [row] = await look(app, sql<{ id: string }>`select id from vordruck where fassung = 5`);
    const pdf = await readPdf((await get(`vordruck/${row!.id}`)).bytes);
    expect(pdf.text).toMatch(/Mit wem:.*Worüber:.*Aufenthalt.*Gesundheit.*Hilfeplan/);
    expect(pdf.alternatives.length).toBe(9);
  });

  test('a released translation carries no reservation', async () => {
    const id = await vordruckId('datenschutzinformation');
    await arrange(
      app,
      sql`update vordruck_uebersetzung set stand = 'freigegeben', freigegeben_am = now() where vordruck_id = ${id} and sprache = 'eng'`,
    );
    expect((await readPdf((await get(`vordruck/${id}?sprache=eng`)).bytes)).text).not.toContain('ungeprüft');
  });

  test('M155 a draft in a language that is off until released is not printed, and a missing one neither', async () => {
    const id = await vordruckId('einwilligung');
    const off = await get(`vordruck/${id}?sprache=tir`);
    expect([off.status, off.body.code]).toEqual([422, 'uebersetzung-nicht-freigegeben']);
    const missing = await get(`vordruck/${id}?sprache=fra`);
    expect([missing.status, missing.body.code]).toEqual([422, 'uebersetzung-fehlt']);
    expect((await get(`vordruck/${id}?sprache=xxx`)).status).toBe(422);
  });

  test('a draft of the text is for those who word it, and says that it is not to be signed', async () => {
    const [row] = await look(
      app,
      sql<{ id: string }>`insert into vordruck (kreis_id, traeger_id, art, fassung, inhalt, angabe)
        select kreis_id, traeger_id, art, 4, inhalt, angabe from vordruck where id = ${await vordruckId('einwilligung')} returning id`,
    );
    expect((await readPdf((await get(`vordruck/${row!.id}`)).bytes)).text).toContain(
      'nicht zum Unterschreiben',
    );
    expect((await get(`vordruck/${row!.id}`, 'casemanagerBeta')).status).toBe(404);
  });
});

describe('a signed paper', () => {
  test('M143 M155 shows name, choices, strokes, day, version and the checksum of the very text that was signed', async () => {
    const { einwilligungId, unterschrift } = await consent({}, 'eng');
    const reply = await get(`einwilligung/${einwilligungId}`);
    expect(reply.status).toBe(200);
    expect(decodeURIComponent(reply.headers.get('content-disposition') ?? '')).not.toContain('addād');
    const pdf = await readPdf(reply.bytes);
    expect(pdf.text).toContain('Ḥaddād, Rīmā');
    expect(pdf.text).toContain('12.08.1991');
    expect(pdf.text).toContain('English verstanden.');
    expect(pdf.text).toContain(formatDay(today()));
    expect(pdf.text).toContain('Fassung 3');
    expect(pdf.text).toContain('professionell gedolmetscht');
    expect(pdf.text).toContain(`Prüfwert (SHA-256): ${await hashOf(unterschrift[0]?.id)}`);
    const yes = ['angekreuzt', 'nicht angekreuzt'];
    const no = yes.toReversed();
    expect(pdf.alternatives).toEqual([...yes, ...yes, ...no, 'Unterschrift, auf dem Bildschirm geleistet']);
  });

  test('a text that changes later changes nothing on the paper', async () => {
    const { einwilligungId } = await consent({}, 'eng');
    await arrange(
      app,
      sql`with alt as (
          update vordruck_uebersetzung set ersetzt_am = now() where sprache = 'eng' and ersetzt_am is null
            and vordruck_id = ${await vordruckId('einwilligung')} returning kreis_id, vordruck_id, sprache, inhalt)
        insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, bearbeitung, inhalt)
        select kreis_id, vordruck_id, sprache, 2, jsonb_set(inhalt, '{erklaerung}', '"Something else."') from alt`,
    );
    const { text } = await readPdf((await get(`einwilligung/${einwilligungId}`)).bytes);
    expect(text).toContain('English verstanden.');
    expect(text).not.toContain('Something else.');
  });

  test('guardians who signed for a child are named; on paper there are no strokes', async () => {
    const { einwilligungId } = await consent({
      geburtsdatum: `${Number(today().slice(0, 4)) - 9}-05-05`,
      vertretung: ['Amal Ḥaddād'],
      unterschrift: [{ rolle: 'vertretung', form: 'papier', strich: [] }],
    });
    const pdf = await readPdf((await get(`einwilligung/${einwilligungId}`)).bytes);
    expect(pdf.text).toContain('Amal Ḥaddād');
    expect(pdf.text).toContain('auf Papier unterschrieben');
    expect(pdf.alternatives).not.toContain('Unterschrift, auf dem Bildschirm geleistet');
  });

  test('M145 a release names the office, the content and the last day, with its own checksum', async () => {
    const { personId, bogen } = await consent();
    const stelleId = await insertStelle(app, 'Jobcenter Norddorf');
    const letzterTag = addDays(today(), 90);
    const { vordruckId: id, pruefwert } = bogen.entbindung;
    const added = await app.as('casemanager').send('POST', `/kreis/${kreis}/person/${personId}/entbindung`, {
      stelleId,
      zweck: 'vermittlung',
      inhalt: ['leistungen', 'arbeit'],
      richtung: 'an',
      am: today(),
      letzterTag,
      sprache: 'deu',
      text: { vordruckId: id, pruefwert },
      vertretungen: 0,
      unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
    });
    expect(added.status).toBe(201);
    const { text } = await readPdf((await get(`entbindung/${added.body.entbindungId}`)).bytes);
    expect(text).toContain('Jobcenter Norddorf');
    expect(text).toContain('Arbeit');
    expect(text).toContain(formatDay(letzterTag));
    expect(text).toContain(await hashOf(added.body.unterschrift[0].id));
    expect((await get(`entbindung/${added.body.entbindungId}`, 'kollegin')).status).toBe(404);
  });

  test('M143 printing leaves a row in the log of reads; strangers and the Koordination get nothing', async () => {
    const { einwilligungId, personId } = await consent();
    await get(`einwilligung/${einwilligungId}`);
    const rows = await look(
      app,
      sql`select vorgang from lesezugriff where ${personId}::uuid = any (person_id) and vorgang like 'papier.%'`,
    );
    expect(rows).toEqual([{ vorgang: 'papier.einwilligung' }]);
    for (const name of ['casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const)
      expect((await get(`einwilligung/${einwilligungId}`, name)).status).toBe(404);
  });

  test('after a withdrawal the paper is gone with the name', async () => {
    const { einwilligungId, personId } = await consent();
    const reply = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: today(), grund: null });
    expect([reply.status, reply.body.code]).toEqual([200, undefined]);
    expect((await get(`einwilligung/${einwilligungId}`)).status).toBe(404);
  });

  test('a consent on older paper is refused with a reason', async () => {
    const { fallId } = await app.admit();
    const [row] = await look(
      app,
      sql<{
        id: string;
      }>`select e.id from einwilligung e join fall f on f.person_id = e.person_id where f.id = ${fallId}`,
    );
    const reply = await get(`einwilligung/${row!.id}`);
    expect([reply.status, reply.body.code]).toEqual([422, 'vordruck-unbekannt']);
  });
});
