import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { actorPlan, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { asActor, attempt } from '#test/support/relation.ts';
import { insertStelle } from '#test/support/vordruck.ts';
import { readAkteure } from './read.ts';

let app: TestApp;
let jobcenter = '';
let schulden = '';
beforeAll(async () => {
  app = await startTestApp();
  jobcenter = await insertStelle(app, 'Jobcenter Norddorf');
  schulden = await insertStelle(app, 'Schuldnerberatung Norddorf', 'fachberatung');
  await arrange(
    app,
    sql`update stelle set ansprechpartner = 'Frau Linde', telefon = '02301 1', weg = 'Anruf, dann Termin'
      where id = ${schulden}`,
  );
});
afterAll(() => app.close());

let fallId = '';
let personId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
});

const cm = () => app.as('casemanager');
const path = (rest: string) => `/kreis/${kreis}/fall/${fallId}/${rest}`;
const umfeld = async () => (await cm().get(path('umfeld'))).body;
const eingabe = {
  stelleId: null as string | null,
  rolle: 'schuldnerberatung',
  name: '',
  beziehung: '',
  kontakt: '',
  lebensbereich: ['wohnen'],
  aufgabe: 'Verhandelt mit den Gläubigern',
  verfahren: 'Meldet sich nach jedem Termin per Telefon',
  vereinbartAm: '2023-03-01',
  seit: '2023-02-01',
  bis: null as string | null,
};
const onkel = {
  ...eingabe,
  rolle: 'familie',
  name: 'Yusuf Haddad',
  beziehung: 'Onkel',
  aufgabe: 'Fährt zu Terminen',
};

async function add(changed: Partial<typeof eingabe> = {}): Promise<string> {
  const reply = await cm().send('POST', path('akteur'), { ...eingabe, stelleId: schulden, ...changed });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.akteurId;
}

async function release(stelleId: string, von = today(), bis = addDays(today(), 90)): Promise<void> {
  await arrange(
    app,
    sql`insert into entbindung (kreis_id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab, gueltig_bis)
      values (${kreis}, ${personId}, ${traeger.alpha}, ${stelleId}, 'vermittlung', '{wohnen}', 'an', ${von}, ${bis})`,
  );
}

const lead = (wer: string, akteurId: string | null, ab: string) =>
  cm().send('PUT', path('federfuehrung'), { wer, akteurId, ab });

describe('map of actors', () => {
  test('M172 M173 M296 shows offices and private helpers with tasks, procedure, and whom to call there', async () => {
    const amt = await add();
    await add({ ...onkel, stelleId: null });
    const { akteur, vorname, familienname, abilities } = await umfeld();
    expect([vorname, familienname, abilities.change]).toEqual(['Rima', 'Haddad', true]);
    expect(akteur).toEqual([
      expect.objectContaining({
        id: amt,
        rolle: 'schuldnerberatung',
        aufgabe: 'Verhandelt mit den Gläubigern',
        verfahren: 'Meldet sich nach jedem Termin per Telefon',
        vereinbartAm: '2023-03-01',
        freigabe: null,
        stelle: expect.objectContaining({
          name: 'Schuldnerberatung Norddorf',
          ansprechpartner: 'Frau Linde',
          weg: 'Anruf, dann Termin',
        }),
      }),
      expect.objectContaining({ stelle: null, name: 'Yusuf Haddad', beziehung: 'Onkel', freigabe: null }),
    ]);
  });

  test('M172 names and words lie sealed, events hold codes only', async () => {
    await add({ ...onkel, stelleId: null });
    const rows = await look(
      app,
      sql<{ text: string }>`select encode(wort_siegel, 'escape') as text from akteur where fall_id = ${fallId}
        union all select daten::text from ereignis where gegenstand_id = ${fallId}`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { text } of rows) expect(text).not.toMatch(/Yusuf|Onkel|Gläubiger/);
  });

  test('M172 a helper without a release that holds today is shown to nobody else, a private one never', async () => {
    await add();
    await add({ stelleId: jobcenter, rolle: 'jobcenter' });
    await add({ ...onkel, stelleId: null });
    const others = () =>
      asActor(app, 'casemanager', async (tx) => {
        const { schluessel } = await tx.one(
          sql<{
            schluessel: Buffer;
          }>`select schluessel_verpackt as schluessel from person where id = ${personId}`,
        );
        const key = await app.schluessel.personKey(tx, kreis, traeger.alpha, schluessel);
        const rows = await readAkteure(
          tx,
          { kreisId: kreis, fallId, key },
          { am: today(), nurMitFreigabe: true },
        );
        return rows.map(({ rolle }) => rolle);
      });
    expect(await others()).toEqual([]);
    await release(schulden);
    await release(jobcenter, '2023-01-10', '2023-06-10');
    expect(await others()).toEqual(['schuldnerberatung']);
    const seen = (await umfeld()).akteur.map((a: { rolle: string; freigabe: unknown }) => [
      a.rolle,
      a.freigabe,
    ]);
    expect(seen).toEqual([
      ['schuldnerberatung', { letzterTag: addDays(today(), 89) }],
      ['jobcenter', null],
      ['familie', null],
    ]);
    await arrange(app, sql`update entbindung set widerrufen_am = current_date where person_id = ${personId}`);
    expect(await others()).toEqual([]);
  });

  test('M172 the paper names only actors with a release, unless everything is chosen for the file', async () => {
    const led = await add({ stelleId: jobcenter, rolle: 'jobcenter' });
    await add();
    await add({ ...onkel, stelleId: null });
    await lead('akteur', led, '2023-03-01');
    await release(schulden);
    const outside = await readPdf((await cm().get(path('umfeld/papier'))).bytes);
    expect(outside.text).toContain('Schuldnerberatung Norddorf');
    expect(outside.text).not.toMatch(/Jobcenter|Yusuf|Onkel/);
    expect(outside.alternatives.join()).toContain('1 Akteur');
    const inside = await readPdf((await cm().get(path('umfeld/papier?umfang=alle'))).bytes);
    for (const word of ['Jobcenter Norddorf', 'Yusuf Haddad', 'nicht weitergeben'])
      expect(inside.text).toContain(word);
    expect((await app.as('koordination').get(path('umfeld/papier'))).status).toBe(404);
  });

  test('M172 neither the Koordination nor anybody who does not read the person finds the map or its rows', async () => {
    await add();
    await lead('casemanagement', null, '2023-03-01');
    const stranger = (Object.keys(actorPlan) as ActorName[]).filter((name) => name !== 'casemanager');
    for (const name of stranger) {
      expect([name, (await app.as(name).get(path('umfeld'))).status]).toEqual([name, 404]);
      for (const table of ['akteur', 'federfuehrung']) {
        const rows = await asActor(app, name, (tx) =>
          tx.all(sql`select 1 from ${sql.table(table)} where fall_id = ${fallId}`),
        );
        expect([name, table, rows.length]).toEqual([name, table, 0]);
      }
    }
  });

  test.each([
    ['neither office nor name', { stelleId: null }, '/name', 'akteur-ohne-namen'],
    [
      'an office that does not exist',
      { stelleId: '99999999-9999-4999-8999-999999999999' },
      '/stelleId',
      'stelle-unbekannt',
    ],
    ['an area that the Kreis does not have', { lebensbereich: ['mond'] }, '/lebensbereich', 'code-unbekannt'],
    ['an end before the beginning', { bis: '2023-02-01' }, '/bis', 'akteur-ende-vor-beginn'],
    ['tomorrow', { seit: addDays(today(), 1) }, '/seit', 'datum-in-zukunft'],
  ])('%s is refused at its field', async (_what, changed, instance, code) => {
    const reply = await cm().send('POST', path('akteur'), { ...eingabe, stelleId: schulden, ...changed });
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
  });

  test('M173 the same office in the same role stands there once; a change on an old version is refused with what stands', async () => {
    const id = await add();
    const twice = await cm().send('POST', path('akteur'), { ...eingabe, stelleId: schulden });
    expect(twice.body.felder).toEqual([{ instance: '/stelleId', code: 'akteur-doppelt' }]);
    const change = (changed: object) =>
      cm().send('PUT', path(`akteur/${id}`), { ...eingabe, stelleId: schulden, fassung: 1, ...changed });
    expect((await change({ aufgabe: 'Stellt den Insolvenzantrag' })).body).toEqual({ fassung: 2 });
    const late = await change({ aufgabe: 'Anderes', vereinbartAm: null });
    expect([late.status, late.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
    expect(late.body.daten.geaendert.toSorted()).toEqual(['aufgabe', 'vereinbartAm']);
    expect(JSON.stringify(late.body)).not.toContain('Insolvenz');
    expect((await umfeld()).akteur[0].aufgabe).toBe('Stellt den Insolvenzantrag');
  });
});

describe('Federführung', () => {
  test('M103 is agreed per case, held by one at a time, with its history', async () => {
    const id = await add();
    await lead('casemanagement', null, '2023-02-01');
    await lead('akteur', id, '2023-04-01');
    expect((await umfeld()).federfuehrung).toEqual([
      { akteurId: null, ab: '2023-02-01', bis: '2023-04-01', vonName: 'Konto casemanager' },
      { akteurId: id, ab: '2023-04-01', bis: null, vonName: 'Konto casemanager' },
    ]);
    await lead('casemanagement', null, '2023-03-15');
    const verlauf = (await umfeld()).federfuehrung;
    expect(verlauf.map((f: { akteurId: string | null; bis: unknown }) => [f.akteurId, f.bis])).toEqual([
      [null, null],
    ]);
    const known = await look(
      app,
      sql`select akteur_id as id from federfuehrung where fall_id = ${fallId} and ersetzt_am is not null`,
    );
    expect(known).toHaveLength(3);
    const second = attempt(
      app,
      'casemanager',
      sql`insert into federfuehrung (kreis_id, fall_id, akteur_id, gueltig_ab)
        values (${kreis}, ${fallId}, ${id}, '2023-05-01')`,
    );
    await expect(second).rejects.toThrow('federfuehrung_nur_eine');
  });

  test('M103 whoever leads is not ended or removed before somebody else leads', async () => {
    const id = await add();
    await lead('akteur', id, '2023-03-01');
    const end = { ...eingabe, stelleId: schulden, fassung: 1, bis: '2023-06-01' };
    const refused = await cm().send('PUT', path(`akteur/${id}`), end);
    expect(refused.body.felder).toEqual([{ instance: '/bis', code: 'akteur-fuehrt' }]);
    await lead('niemand', null, '2023-06-01');
    expect((await cm().send('PUT', path(`akteur/${id}`), end)).status).toBe(200);
    expect((await cm().send('DELETE', path(`akteur/${id}`))).body.code).toBe('akteur-fuehrte');
    const back = await lead('akteur', id, '2023-07-01');
    expect(back.body.felder).toEqual([{ instance: '/ab', code: 'federfuehrung-vor-beteiligung' }]);
  });

  test.each([
    ['before the admission', '2023-01-09', 'datum-vor-aufnahme'],
    ['tomorrow', addDays(today(), 1), 'datum-in-zukunft'],
  ])('M103 %s nobody leads', async (_what, ab, code) => {
    const reply = await lead('casemanagement', null, ab);
    expect(reply.body.felder).toEqual([{ instance: '/ab', code }]);
  });

  test('M103 no actor of another case leads this one', async () => {
    const id = await add();
    ({ fallId } = await app.admit());
    const reply = await lead('akteur', id, '2023-03-01');
    expect(reply.body.felder).toEqual([{ instance: '/akteurId', code: 'akteur-unbekannt' }]);
  });
});

test('a withdrawn consent hides the map at once, a closed case is read and not written', async () => {
  await add();
  const { body: fall } = await cm().get(`/kreis/${kreis}/fall/${fallId}`);
  await cm().send('POST', path('status'), {
    fassung: fall.fassung,
    status: 'abgeschlossen',
    ab: today(),
    grund: 'umzug',
    begruendung: '',
  });
  expect((await umfeld()).abilities.change).toBe(false);
  const reply = await cm().send('POST', path('akteur'), { ...onkel, stelleId: null });
  expect([reply.status, reply.body.code]).toEqual([409, 'fall-abgeschlossen']);
  await arrange(app, sql`update person set gesperrt_am = now() where id = ${personId}`);
  expect((await cm().get(path('umfeld'))).status).toBe(404);
  const rows = await asActor(app, 'casemanager', (tx) =>
    tx.all(sql`select 1 from akteur where fall_id = ${fallId}`),
  );
  expect(rows).toEqual([]);
});
