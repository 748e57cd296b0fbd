import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { today } from '#src/platform/day.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { jpeg } from '#test/support/dateien.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { insertAnfrage, releaseVordrucke, strich } from '#test/support/vordruck.ts';
import { anhangOrt } from './anhang.ts';
import { strichOrt, textOrt } from './sign.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
});
afterAll(() => app.close());

let anfrageId = '';
beforeEach(async () => {
  anfrageId = await insertAnfrage(app);
});

const path = () => `/kreis/${kreis}/anfrage/${anfrageId}/einwilligung`;

/** A form as the page fills it in, in a language. */
async function filledIn(changed: Record<string, unknown> = {}, sprache = 'deu') {
  const { body } = await app
    .as('casemanager')
    .get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=${sprache}`);
  const shown = (text: { vordruckId: string; pruefwert: string }) => ({
    vordruckId: text.vordruckId,
    pruefwert: text.pruefwert,
  });
  return {
    familienname: 'Haile',
    vorname: 'Selam',
    geburtsdatum: '1994-02-03',
    nameOriginal: 'ሰላም ኃይለ',
    am: today(),
    sprache,
    text: shown(body.einwilligung),
    zweck: ['dokumentation', 'auswertung'],
    datenschutzinformation: { ...shown(body.datenschutzinformation), ausgehaendigt: true },
    dolmetschen: 'ehrenamtlich',
    vertretung: [],
    gemeinsam: false,
    unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
    ...changed,
  };
}

async function send(
  changed: Record<string, unknown> = {},
  sprache = 'deu',
  headers: Record<string, string> = {},
) {
  return app.as('casemanager').send('POST', path(), await filledIn(changed, sprache), headers);
}

const counts = () =>
  look(
    app,
    sql<Record<string, number>>`select (select count(*)::int from person) as person,
    (select count(*)::int from einwilligung) as einwilligung, (select count(*)::int from unterschrift) as unterschrift,
    (select count(*)::int from aushaendigung) as aushaendigung, (select count(*)::int from geheimtext) as geheimtext`,
  );

async function keyOf(personId: string) {
  const [row] = await look(
    app,
    sql<{ schluessel: Buffer }>`select schluessel_verpackt as schluessel from person where id = ${personId}`,
  );
  return app.owner((tx) => app.schluessel.personKey(tx, kreis, traeger.alpha, row!.schluessel));
}

describe('giving', () => {
  test('M143 M140 a signed consent makes the named record: person, signature, notice and Anfrage in one step', async () => {
    const reply = await send({}, 'eng');
    expect(reply.status).toBe(201);
    const { personId, einwilligungId, begleitung } = reply.body;
    expect(begleitung).toBe('keine');
    const [person] = await look(
      app,
      sql`select p.familienname, p.name_original, p.traeger_id, p.casemanager_id, e.sprache, e.zweck, e.dolmetschen,
        e.textfassung, a.person_id = p.id as verbunden
      from person p join einwilligung e on e.id = p.einwilligung_id join anfrage a on a.id = ${anfrageId}
      where p.id = ${personId} and e.id = ${einwilligungId}`,
    );
    expect(person).toEqual({
      familienname: 'Haile',
      name_original: 'ሰላም ኃይለ',
      traeger_id: traeger.alpha,
      casemanager_id: app.konto.casemanager,
      sprache: 'eng',
      zweck: ['dokumentation', 'auswertung'],
      dolmetschen: 'ehrenamtlich',
      textfassung: '3',
      verbunden: true,
    });
  });

  test('M144 the notice handed out is kept with its day, version and language', async () => {
    const { personId } = (await send({}, 'eng')).body;
    const rows = await look(
      app,
      sql`select a.am, a.sprache, v.fassung, v.art from aushaendigung a join vordruck v on v.id = a.vordruck_id
      where a.person_id = ${personId}`,
    );
    expect(rows).toEqual([{ am: today(), sprache: 'eng', fassung: 3, art: 'datenschutzinformation' }]);
    const refused = await filledIn();
    refused.datenschutzinformation.ausgehaendigt = false;
    anfrageId = await insertAnfrage(app);
    const reply = await app.as('casemanager').send('POST', path(), refused);
    expect([reply.status, reply.body.felder]).toEqual([
      422,
      [{ instance: '/datenschutzinformation/ausgehaendigt', code: 'datenschutzinformation-fehlt' }],
    ]);
  });

  test('M143 strokes and the text they stand under lie sealed, with the SHA-256 of exactly this text', async () => {
    const { personId, unterschrift } = (await send({}, 'eng')).body;
    const [row] = await look(
      app,
      sql<{ text_pruefwert: Buffer; text_siegel: Buffer; strich_siegel: Buffer }>`
        select text_pruefwert, text_siegel, strich_siegel from unterschrift where id = ${unterschrift[0].id}`,
    );
    const key = await keyOf(personId);
    const text = unsealForPerson(key, textOrt(unterschrift[0].id), row!.text_siegel);
    expect(row!.text_pruefwert).toEqual(createHash('sha256').update(text).digest());
    expect(text).toContain('Alpha e. V. fragt.');
    expect(text).toContain('[x] English auswertung');
    expect(text).toContain('[ ] Deutsch uebergabe');
    expect(JSON.parse(unsealForPerson(key, strichOrt(unterschrift[0].id), row!.strich_siegel))).toEqual(
      strich,
    );
  });

  test('a translation in a language that is off until released is not offered and not recorded', async () => {
    const { body } = await app
      .as('casemanager')
      .get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=tir`);
    expect(body.sprachen).toEqual([{ code: 'eng', stand: 'entwurf' }]);
    expect(body.einwilligung.uebersetzung).toBeNull();
    const { personId } = (await send({}, 'tir')).body;
    expect(await look(app, sql`select sprache from einwilligung where person_id = ${personId}`)).toEqual([
      { sprache: 'deu' },
    ]);
  });

  test('a translation that no longer fits the German text is not offered, shown or recorded', async () => {
    const [english] = await look(
      app,
      sql<{ inhalt: { abschnitt: unknown[] } }>`select u.inhalt from vordruck_uebersetzung u
        join vordruck v on v.id = u.vordruck_id and v.art = 'einwilligung'
        where u.sprache = 'eng' and v.traeger_id = ${traeger.alpha}`,
    );
    const put = (inhalt: unknown) =>
      arrange(
        app,
        sql`with t as (select set_config('session_replication_role', 'replica', true))
          update vordruck_uebersetzung u set inhalt = ${JSON.stringify(inhalt)}::jsonb from vordruck v, t
          where v.id = u.vordruck_id and v.art = 'einwilligung' and u.sprache = 'eng'`,
      );
    await put({
      ...english!.inhalt,
      abschnitt: [...english!.inhalt.abschnitt, ...english!.inhalt.abschnitt],
    });
    try {
      const { body } = await app
        .as('casemanager')
        .get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=eng`);
      expect([body.sprachen, body.einwilligung.uebersetzung]).toEqual([[], null]);
      expect(body.datenschutzinformation.uebersetzung.sprache).toBe('eng');
      const { personId } = (await send({}, 'eng')).body;
      expect(await look(app, sql`select sprache from einwilligung where person_id = ${personId}`)).toEqual([
        { sprache: 'deu' },
      ]);
    } finally {
      await put(english!.inhalt);
    }
  });

  test('a double submission under one key counts once', async () => {
    const key = { 'idempotency-key': 'einwilligung-0001' };
    const body = await filledIn();
    const first = await app.as('casemanager').send('POST', path(), body, key);
    const second = await app.as('casemanager').send('POST', path(), body, key);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    const rows = await look(app, sql`select id from einwilligung where person_id = ${first.body.personId}`);
    expect(rows).toHaveLength(1);
  });

  test('a second consent beside one that holds is refused, for the Anfrage and for the person', async () => {
    const { personId } = (await send()).body;
    const again = await send();
    expect([again.status, again.body.code]).toEqual([409, 'einwilligung-besteht']);
    const { familienname: _f, vorname: _v, geburtsdatum: _g, nameOriginal: _n, ...rest } = await filledIn();
    const renewed = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/person/${personId}/einwilligung`, rest);
    expect([renewed.status, renewed.body.code]).toEqual([409, 'einwilligung-besteht']);
  });

  test('M140 without a released text of the Träger nobody is named', async () => {
    anfrageId = await insertAnfrage(app, traeger.beta);
    const body = await filledIn();
    const reply = await app.as('casemanagerBeta').send('POST', path(), body);
    expect([reply.status, reply.body.code]).toEqual([422, 'vordruck-fehlt']);
  });

  test('a text that has changed since it was shown has to be read again', async () => {
    const body = await filledIn();
    const reply = await app
      .as('casemanager')
      .send('POST', path(), { ...body, text: { ...body.text, pruefwert: '0'.repeat(64) } });
    expect([reply.status, reply.body.code]).toEqual([409, 'vordruck-geaendert']);
  });

  test.each([
    [{ geburtsdatum: '2199-01-01' }, '/geburtsdatum', 'datum-in-zukunft'],
    [{ am: '2199-01-01' }, '/am', 'datum-in-zukunft'],
    [{ am: '2020-01-01' }, '/am', 'bildschirm-nur-heute'],
    [{ zweck: ['auswertung'] }, '/zweck', 'dokumentation-noetig'],
    [{ zweck: ['dokumentation', 'landesdatenbank'] }, '/zweck', 'code-unbekannt'],
    [{ unterschrift: [] }, '/unterschrift', 'unterschrift-fehlt'],
    [
      { unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich: [] }] },
      '/unterschrift/0/strich',
      'unterschrift-leer',
    ],
    [
      { unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich: [[[5, 5, 0, 0.5]]] }] },
      '/unterschrift/0/strich',
      'unterschrift-leer',
    ],
    [{ geburtsdatum: `${Number(today().slice(0, 4)) - 9}-05-05` }, '/vertretung', 'vertretung-fehlt'],
    [{ vertretung: ['Abeba Haile'], gemeinsam: true }, '/vertretung', 'vertretung-gemeinsam'],
    [{ vertretung: ['Abeba Haile'] }, '/unterschrift', 'unterschrift-vertretung-fehlt'],
    [{ familienname: 'Шевченко' }, '/familienname', 'name-andere-schrift'],
    [{ vorname: '„Ali“' }, '/vorname', 'name-zeichen'],
    [{ familienname: '' }, '/familienname', 'pflichtfeld'],
  ])('refused at the field, nothing half stored: %o', async (changed, instance, code) => {
    const before = await counts();
    const reply = await send(changed);
    expect(reply.status).toBe(422);
    expect(reply.body.felder).toContainEqual({ instance, code });
    expect(await counts()).toEqual(before);
  });

  test('for a child both parents sign, and their names lie sealed', async () => {
    const beide = { rolle: 'vertretung', form: 'bildschirm', strich };
    const reply = await send({
      geburtsdatum: `${Number(today().slice(0, 4)) - 9}-01-01`,
      vertretung: ['Abeba Haile', 'Dawit Haile'],
      gemeinsam: true,
      unterschrift: [beide, beide],
    });
    expect(reply.status).toBe(201);
    const [row] = await look(
      app,
      sql<{
        id: string;
        siegel: Buffer;
      }>`select g.id, g.siegel from einwilligung e join geheimtext g on g.id = e.vertretung_id
      where e.id = ${reply.body.einwilligungId}`,
    );
    expect(row!.siegel.toString('latin1')).not.toContain('Abeba');
    expect(unsealForPerson(await keyOf(reply.body.personId), row!.id, row!.siegel)).toBe(
      'Abeba Haile\nDawit Haile',
    );
  });

  test('M150 what the event and the messages say of it holds no name', async () => {
    await send();
    const rows = await look(
      app,
      sql<{ t: string }>`select daten::text as t from ereignis union all select daten::text from nachricht`,
    );
    expect(rows.map((row) => row.t).join(' ')).not.toMatch(/Haile|Selam|ሰላም/);
  });
});

describe('on paper', () => {
  const papier = { unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }], am: '2026-01-05' };
  const pdf = Buffer.from('%PDF-1.7\nunterschrieben\nstartxref\n0\n%%EOF\n');

  async function signed() {
    const { personId, unterschrift } = (await send(papier)).body;
    return { personId, scan: `/kreis/${kreis}/person/${personId}/unterschrift/${unterschrift[0].id}/scan` };
  }

  test('M143 the scan may follow, is checked by its content, and lies sealed', async () => {
    const { personId, scan } = await signed();
    expect((await app.as('casemanager').send('POST', scan, pdf)).status).toBe(204);
    const back = await app.as('casemanager').get(scan);
    expect([back.status, back.headers.get('content-type'), Buffer.from(back.bytes)]).toEqual([
      200,
      'application/pdf',
      pdf,
    ]);
    const [row] = await look(
      app,
      sql<{ id: string; siegel: Buffer }>`select id, siegel from anhang where person_id = ${personId}`,
    );
    expect(row!.siegel.toString('latin1')).not.toContain('unterschrieben');
    expect(unseal(await keyOf(personId), row!.siegel, anhangOrt(row!.id))).toEqual(pdf);
    expect((await app.as('casemanager').send('POST', scan, pdf)).body.code).toBe('scan-besteht');
    expect((await app.as('kollegin').get(scan)).status).toBe(404);
  });

  test.each([
    ['a text called a scan', Buffer.from('unterschrieben'), 422, 'scan-typ'],
    ['a web page', Buffer.from('<html>'), 422, 'scan-typ'],
    ['a page behind the head of a PDF', Buffer.from('%PDF-1.7\n<html>'), 422, 'scan-beschaedigt'],
    ['a picture of too many points', jpeg({ breite: 60_000, hoehe: 60_000 }), 422, 'scan-beschaedigt'],
    ['nothing', Buffer.alloc(0), 422, 'scan-leer'],
    ['more than 10 MB', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]), 413, 'datei-zu-gross'],
  ])('%s is refused and nothing is kept', async (_what, bytes, status, code) => {
    const { personId, scan } = await signed();
    const reply = await app.as('casemanager').send('POST', scan, bytes);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await look(app, sql`select id from anhang where person_id = ${personId}`)).toEqual([]);
  });

  test('a signature on screen takes no scan', async () => {
    const { personId, unterschrift } = (await send()).body;
    const reply = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/person/${personId}/unterschrift/${unterschrift[0].id}/scan`, pdf);
    expect(reply.body.code).toBe('scan-nur-papier');
  });
});

test('M150 consent, scan and register exist for those alone who work with the person', async () => {
  const { personId } = (await send()).body;
  const list = `/kreis/${kreis}/person/${personId}/einwilligung`;
  const { body } = await app.as('casemanager').get(list);
  expect(body).toMatchObject({ name: 'Selam Haile', gesperrtAm: null, minderjaehrig: false });
  for (const other of [
    'kollegin',
    'casemanagerBeta',
    'koordination',
    'administration',
    'datenschutz',
  ] as const) {
    expect((await app.as(other).get(list)).status).toBe(404);
  }
  await arrange(app, sql`delete from lesezugriff`);
  await app.as('casemanager').get(list);
  expect(await look(app, sql`select person_id, vorgang from lesezugriff`)).toEqual([
    { person_id: [personId], vorgang: 'einwilligung.list' },
  ]);
});
