import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, addMonths, today } from '#src/platform/day.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { ersuchen, personOf, requestOf, stattgegeben } from '#test/support/ersuchen.ts';
import { actorPlan, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { attempt } from '#test/support/relation.ts';

let app: TestApp;
let jetzt = new Date();
beforeAll(async () => {
  app = await startTestApp({ now: () => jetzt });
});
afterAll(() => app.close());

const heute = today();
let fallId: string;
let nummer: string;
let personId: string;
beforeEach(async () => {
  jetzt = new Date();
  ({ fallId, nummer } = await app.admit());
  personId = await personOf(app, fallId);
});

const path = `/kreis/${kreis}/ersuchen`;
const record = (changed: object = {}, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', path, { ...ersuchen, personId, ...changed });
async function recorded(changed: object = {}, by: ActorName = 'casemanager') {
  const reply = await record(changed, by);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  return requestOf(app, reply.body.ersuchenId);
}
const refusal = { entscheidung: 'abgelehnt', ablehnung: 'richtig', antwort: 'Ihr Pass nennt diesen Tag.' };

describe('taking it down', () => {
  test('M68 M151 the clock runs from the day it came in; representatives show their proof, the officer knows a number only', async () => {
    const wrong = await record({
      eingegangenAm: addDays(heute, 1),
      durch: 'vertretung',
      art: 'berichtigung',
    });
    expect(wrong.body.felder).toEqual([
      { instance: '/eingegangenAm', code: 'datum-in-zukunft' },
      { instance: '/nachweis', code: 'nachweis-fehlt' },
      { instance: '/feld', code: 'feld-fehlt' },
    ]);
    const r = await recorded({ eingegangenAm: '2026-03-02', wunsch: 'Alles über mich' });
    const own = (await r.get('casemanager')).body;
    expect(own).toMatchObject({
      fristAm: '2026-04-02',
      person: 'Rima Haddad',
      wunsch: 'Alles über mich',
      ampel: 'ueberfaellig',
    });

    const byNumber = { personId: null, fallNummer: nummer, art: 'loeschung' };
    const officer = await recorded(byNumber, 'datenschutz');
    expect((await officer.get('datenschutz')).body).toMatchObject({ fallNummer: nummer, person: null });
    expect((await officer.get('casemanager')).body).toMatchObject({ person: 'Rima Haddad' });
    expect((await record({ ...byNumber, wunsch: 'Worte' }, 'datenschutz')).body.felder[0].code).toBe(
      'worte-nur-fallfuehrung',
    );
    expect((await record({ ...byNumber, fallNummer: 'X-1' }, 'datenschutz')).body.felder[0].code).toBe(
      'fall-unbekannt',
    );
    expect((await record(byNumber, 'casemanager')).body.felder[0].code).toBe('fall-unbekannt');
    expect((await record({}, 'kollegin')).status).toBe(404);
    const inbox = (await app.as('casemanager').get(`/kreis/${kreis}/nachricht`)).body.nachricht;
    expect(inbox[0]).toMatchObject({ art: 'ersuchen.eingegangen', gegenstandId: officer.path.slice(-36) });
  });

  test('M151 two more months only when the person was told why within the first; it is shown where the day is planned', async () => {
    const r = await recorded({ eingegangenAm: addDays(heute, -20) });
    const extend = (mitgeteiltAm: string) =>
      r.step('casemanager', 'verlaengerung', { mitgeteiltAm, grund: 'umfang' });
    expect((await extend(addDays(heute, 1))).body.code).toBe('datum-in-zukunft');
    const done = await extend(heute);
    expect(done.body.fristAm >= addMonths(addDays(heute, -20), 3)).toBe(true);
    expect((await extend(heute)).body.code).toBe('verlaengerung-besteht');
    const late = await recorded({ eingegangenAm: addDays(heute, -60) });
    const refused = await late.step('casemanager', 'verlaengerung', { mitgeteiltAm: heute, grund: 'umfang' });
    expect(refused.body.code).toBe('verlaengerung-zu-spaet');
    const tag = (await app.as('casemanager').get(`/kreis/${kreis}/tag`)).body.faellig;
    const lines = tag.filter(
      (f: { art: string; fallId: string }) => f.art === 'ersuchen' && f.fallId === fallId,
    );
    expect(lines).toMatchObject([{ am: (await late.get('casemanager')).body.fristAm }]);
  });
});

describe('two people', () => {
  test('M150 who prepared may not release, whatever other role the account holds; a third account may', async () => {
    const r = await recorded({ art: 'berichtigung', feld: 'geburtsdatum' });
    expect((await r.step('casemanager', 'vorbereitung', refusal)).body.code).toBe('schritt-folgt-nicht');
    await r.step('casemanager', 'identitaet', { identitaet: 'ausweis' });
    expect((await r.step('casemanager', 'vorbereitung', { ...refusal, antwort: '' })).body.code).toBe(
      'ablehnung-ohne-text',
    );
    expect((await r.step('casemanager', 'vorbereitung', refusal)).status).toBe(200);
    expect((await r.step('casemanager', 'freigabe', { pruefwert: null })).status).toBe(404);
    await arrange(
      app,
      sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id) values
        (${kreis}, ${kreis}, ${app.konto.casemanager}, 'datenschutz', null),
        (${kreis}, ${kreis}, ${app.konto.casemanager}, 'traegerleitung', ${traeger.alpha})`,
    );
    const both = await r.step('casemanager', 'freigabe', { pruefwert: null });
    expect([both.status, both.body.code]).toEqual([403, 'vier-augen']);
    expect((await r.get('casemanager')).body).toMatchObject({
      vierAugen: true,
      abilities: { release: false },
    });
    const raw = sql`update ersuchen set stand = 'freigegeben', freigegeben_von = app_konto()
      where person_id = ${personId}`;
    expect(await attempt(app, 'casemanager', raw)).toBe('refused');
    await arrange(
      app,
      sql`delete from rolle where konto_id = ${app.konto.casemanager} and rolle in ('datenschutz', 'traegerleitung')`,
    );
    // A forged name of another account does not help either.
    const forged = sql`update ersuchen set stand = 'freigegeben', freigegeben_von = ${app.konto.datenschutz}
      where person_id = ${personId}`;
    expect(await attempt(app, 'casemanager', forged)).toBe('refused');
    expect(
      await attempt(
        app,
        'datenschutz',
        sql`update ersuchen set entscheidung = 'stattgegeben', ablehnung = null,
      stand = 'freigegeben', freigegeben_von = app_konto() where person_id = ${personId}`,
      ),
    ).toBe('refused');

    expect((await r.step('traegerleitung', 'rueckgabe', { grund: 'begruendung' })).status).toBe(200);
    await r.step('casemanager', 'vorbereitung', refusal);
    expect((await r.step('traegerleitung', 'freigabe', { pruefwert: null })).status).toBe(200);
    expect(
      await attempt(
        app,
        'casemanager',
        sql`update ersuchen set entscheidung = 'vermerkt', ablehnung = null
      where person_id = ${personId}`,
      ),
    ).toBe('refused');
  });

  test('M150 releasing asks again who one is, and confirms the copy that was shown', async () => {
    const r = await recorded();
    await r.step('casemanager', 'identitaet', { identitaet: 'bekannt' });
    await r.step('casemanager', 'zusammenstellung');
    const { pruefwert } = (await r.step('casemanager', 'vorbereitung', stattgegeben)).body;
    jetzt = new Date(Date.now() + 3_600_000);
    expect((await r.step('datenschutz', 'freigabe', { pruefwert })).body.code).toBe('bestaetigung-noetig');
    jetzt = new Date();
    expect((await r.step('datenschutz', 'freigabe', { pruefwert: '0'.repeat(64) })).status).toBe(409);
    expect((await r.step('datenschutz', 'freigabe', { pruefwert })).status).toBe(200);
  });

  test('M150 an officer of another Träger, and one without the second factor, oversee nothing', async () => {
    const r = await recorded();
    const officer = async (traegerId: string, stufe: number) => {
      const kontoId = randomUUID();
      const token = randomUUID();
      await arrange(
        app,
        sql`with k as (insert into konto (kreis_id, id, anmeldename, name)
          values (${kreis}, ${kontoId}, ${`ds-${kontoId}`}, 'Beauftragte') returning id),
        r as (insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
          select ${kreis}, ${kreis}, id, 'datenschutz', ${traegerId}::uuid from k)
        insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
        select ${kreis}, id, ${hashToken(token)}, ${stufe}::int, now() + interval '1 hour' from k`,
      );
      const { status } = await app.app.request(`/api${r.path}`, { headers: { cookie: `lotse=${token}` } });
      return status;
    };
    expect([
      await officer(traeger.alpha, 2),
      await officer(traeger.beta, 2),
      await officer(traeger.alpha, 1),
    ]).toEqual([200, 404, 404]);
  });
});

test('M68 letters: receipt and a refusal that names the reason and where to complain; a disputed particular is noted', async () => {
  await arrange(app, sql`update traeger set rechtsname = 'Caritasverband Nord' where id = ${traeger.alpha}`);
  const r = await recorded({ art: 'berichtigung', feld: 'geburtsdatum', recht: 'kdg' });
  const letter = await readPdf((await r.get('casemanager', '/brief/eingang')).bytes);
  expect(letter.text).toContain('§ 18 KDG');
  expect(letter.text).toContain('Guten Tag Rima Haddad');
  expect((await r.get('casemanager', '/brief/antwort')).status).toBe(404);
  await r.step('casemanager', 'identitaet', { identitaet: 'ausweis' });
  const akte = async () =>
    (await app.as('casemanager').get(`/kreis/${kreis}/person/${personId}/ersuchen`)).body;
  expect((await akte()).bestritten).toMatchObject([{ feld: 'geburtsdatum', offen: true }]);
  await r.step('casemanager', 'vorbereitung', { ...stattgegeben, entscheidung: 'vermerkt' });
  expect((await r.step('traegerleitung', 'rueckgabe', { grund: 'begruendung' })).status).toBe(200);
  await r.step('casemanager', 'vorbereitung', refusal);
  await r.step('datenschutz', 'freigabe', { pruefwert: null });
  const answer = (await readPdf((await r.get('casemanager', '/brief/antwort')).bytes)).text;
  expect(answer).toContain('Ihr Pass nennt diesen Tag.');
  expect(answer).toContain('Katholisches Datenschutzzentrum');
  expect(
    (await r.step('casemanager', 'abschluss', { uebergeben: 'brief', am: addDays(heute, 1) })).status,
  ).toBe(422);
  expect((await r.step('casemanager', 'abschluss', { uebergeben: 'brief', am: heute })).status).toBe(200);
  const done = (await r.get('datenschutz')).body;
  expect(done).toMatchObject({ stand: 'abgelehnt', ampel: 'fertig' });
  expect(done.schritt.map((s: { schritt: string }) => s.schritt)).toEqual([
    'eingegangen',
    'identitaet_geprueft',
    'vorbereitet',
    'zurueckgegeben',
    'vorbereitet',
    'freigegeben',
    'abgelehnt',
  ]);
  expect((await akte()).bestritten).toEqual([]);
  await arrange(app, sql`update traeger set rechtsname = 'Träger Alpha' where id = ${traeger.alpha}`);
});

test('M151 after a withdrawal nobody reads content, the erasure is still decided by number, and a row without content remains', async () => {
  const r = await recorded({ art: 'loeschung', wunsch: 'Bitte alles löschen' });
  await app
    .as('casemanager')
    .send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: heute, grund: null });
  expect((await r.get('casemanager')).status).toBe(404);
  expect((await app.as('casemanager').get(`/kreis/${kreis}/person/${personId}/ersuchen`)).status).toBe(404);
  await r.step('datenschutz', 'identitaet', { identitaet: 'rueckruf' });
  expect((await r.step('datenschutz', 'vorbereitung', { ...stattgegeben, antwort: 'Worte' })).status).toBe(
    422,
  );
  expect((await r.step('datenschutz', 'vorbereitung', stattgegeben)).status).toBe(200);
  expect((await r.step('datenschutz', 'freigabe', { pruefwert: null })).body.code).toBe('vier-augen');
  expect((await r.step('traegerleitung', 'freigabe', { pruefwert: null })).status).toBe(200);
  const { loeschlaufId } = (await r.get('datenschutz')).body;
  expect(await look(app, sql`select anlass from loeschlauf where id = ${loeschlaufId}`)).toEqual([
    { anlass: 'ersuchen' },
  ]);
  await arrange(app, sql`delete from loeschlauf_posten where person_id = ${personId}`);
  await arrange(app, sql`delete from fall where id = ${fallId}`);
  await arrange(app, sql`delete from person where id = ${personId}`);
  const left = await look(
    app,
    sql`select person_id, fall_nummer, worte_siegel, art, stand from ersuchen where id = ${r.path.slice(-36)}`,
  );
  expect(left).toEqual([
    { person_id: null, fall_nummer: null, worte_siegel: null, art: 'loeschung', stand: 'freigegeben' },
  ]);
  expect((await r.step('datenschutz', 'abschluss', { uebergeben: 'brief', am: heute })).status).toBe(200);
});

test('M150 as SQL: only those who work with the person and those who oversee her Träger see rows, nobody else', async () => {
  const r = await recorded();
  const id = r.path.slice(-36);
  const visible: Partial<Record<ActorName, number>> = { casemanager: 1, datenschutz: 1, traegerleitung: 1 };
  for (const name of Object.keys(actorPlan) as ActorName[]) {
    const konto = { kreisId: actorPlan[name].kreisId, kontoId: app.konto[name] };
    const [rows, steps] = await app.db.asKonto(konto, {}, async (tx) => [
      await tx.all(sql`select 1 from ersuchen where id = ${id}`),
      await tx.all(sql`select 1 from ersuchen_schritt where ersuchen_id = ${id}`),
    ]);
    expect([name, rows?.length, steps?.length]).toEqual([name, visible[name] ?? 0, visible[name] ?? 0]);
    expect([
      name,
      await attempt(app, name, sql`delete from ersuchen_schritt where ersuchen_id = ${id}`),
    ]).toEqual([name, 'refused']);
    expect([name, await attempt(app, name, sql`delete from ersuchen where id = ${id}`)]).toEqual([
      name,
      'refused',
    ]);
  }
});
