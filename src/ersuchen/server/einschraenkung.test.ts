import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type Reply, type TestApp } from '#test/support/app.ts';
import { standIn } from '#test/support/arrange-fall.ts';
import { ersuchen, personOf, requestOf, stattgegeben } from '#test/support/ersuchen.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { attempt } from '#test/support/relation.ts';
import { insertAngebot, insertEntbindung } from '#test/support/vermittlung.ts';
import { insertStelle } from '#test/support/vordruck.ts';

let app: TestApp;
let stelleId: string;
let angebotId: string;
beforeAll(async () => {
  app = await startTestApp();
  stelleId = await insertStelle(app, 'Wohnraumhilfe', 'wohnen');
  angebotId = await insertAngebot(app, stelleId, 'Wohnberatung');
});
afterAll(() => app.close());

const heute = today();
let fallId: string;
let personId: string;
let entbindungId: string;
beforeEach(async () => {
  ({ fallId } = await app.admit());
  personId = await personOf(app, fallId);
  entbindungId = await insertEntbindung(app, personId, stelleId, ['kontaktdaten']);
});

const cm = () => app.as('casemanager');
const weitergabe = { zweck: 'vermittlung', inhalt: ['kontaktdaten'], form: 'papier', text: 'Adresse' };
const uebergabe = () => ({
  fallIds: [fallId],
  anTraegerId: traeger.beta,
  casemanagerId: null,
  wirksamAm: addDays(heute, -5),
  grund: 'umzug',
  zustimmungAm: addDays(heute, -10),
});
const vermittlung = () => ({
  angebotId,
  stelleId: null,
  lebensbereich: 'wohnen',
  am: heute,
  terminAm: null,
  terminUm: null,
  inhalt: ['kontaktdaten'],
  ohne: [],
  zielId: null,
  schrittId: null,
  kanal: 'papier',
  rueckmeldungBis: addDays(heute, 14),
  senden: false,
});

/** Every way on which data of a person leave the hands that keep them. */
const channels: Readonly<Record<string, () => Promise<Reply>>> = {
  weitergabe: () =>
    cm().send('POST', `/kreis/${kreis}/person/${personId}/weitergabe`, { ...weitergabe, stelleId }),
  vermittlung: () => cm().send('POST', `/kreis/${kreis}/fall/${fallId}/vermittlung`, vermittlung()),
  uebergabeAnfrage: () =>
    cm().send('POST', `/kreis/${kreis}/uebergabe/anfrage`, {
      ...uebergabe(),
      fristAm: addDays(heute, 14),
      nachricht: '',
      vorigeId: null,
    }),
  uebergabe: () =>
    app
      .as('koordination')
      .send('POST', `/kreis/${kreis}/uebergabe`, { ...uebergabe(), grund: 'zustaendigkeit' }),
};

async function restrict(art = 'widerspruch', anlass: string | null = null) {
  const reply = await cm().send('POST', `/kreis/${kreis}/ersuchen`, { ...ersuchen, personId, art, anlass });
  expect(reply.status).toBe(201);
  return requestOf(app, reply.body.ersuchenId);
}
const ofPerson = async () => (await cm().get(`/kreis/${kreis}/person/${personId}/ersuchen`)).body;

test.each(Object.keys(channels))(
  'M151 an objection stops %s at once, and lifting opens it again',
  async (name) => {
    const r = await restrict();
    const stopped = await channels[name]!();
    expect([stopped.status, JSON.stringify(stopped.body)]).toEqual([
      409,
      expect.stringContaining('person-eingeschraenkt'),
    ]);
    const [{ id }] = (await ofPerson()).einschraenkung;
    const lift = (mitgeteiltAm = heute) =>
      cm().send('POST', `/kreis/${kreis}/person/${personId}/einschraenkung/${id}/aufhebung`, {
        mitgeteiltAm,
      });
    expect((await lift()).body.code).toBe('einschraenkung-offen');
    await r.step('casemanager', 'identitaet', { identitaet: 'bekannt' });
    await r.step('casemanager', 'vorbereitung', {
      entscheidung: 'abgelehnt',
      ablehnung: 'rechtsansprueche',
      antwort: 'Es läuft ein Verfahren.',
    });
    await r.step('datenschutz', 'freigabe', { pruefwert: null });
    await r.step('casemanager', 'abschluss', { uebergeben: 'brief', am: heute });
    expect((await lift(addDays(heute, 1))).status).toBe(422);
    expect((await lift()).status).toBe(204);
    expect((await lift()).status).toBe(404);
    expect((await channels[name]!()).status).toBe(201);
  },
);

test('M151 what was prepared before does not leave any more', async () => {
  const prepared = (await channels['weitergabe']!()).body.weitergabeId;
  const letter = (await channels['vermittlung']!()).body.vermittlungId;
  await restrict('einschraenkung', 'unrechtmaessig');
  const give = await cm().send('POST', `/kreis/${kreis}/person/${personId}/weitergabe/${prepared}/gabe`);
  const send = await cm().send('POST', `/kreis/${kreis}/fall/${fallId}/vermittlung/${letter}/sendung`, {
    fassung: 1,
  });
  expect([give.body.code, send.body.code]).toEqual(['person-eingeschraenkt', 'person-eingeschraenkt']);
});

test('M151 the database holds what the application might forget', async () => {
  await restrict();
  await arrange(
    app,
    sql`insert into erfolgsbericht_entwurf (kreis_id, fall_id, inhalt_siegel, erfasst_von)
      values (${kreis}, ${fallId}, 'x', ${app.konto.casemanager})`,
  );
  const statements = {
    weitergabe: sql`insert into weitergabe (kreis_id, person_id, entbindung_id, inhalt, form)
      values (${kreis}, ${personId}, ${entbindungId}, '{kontaktdaten}', 'papier')`,
    vermittlung: sql`insert into vermittlung (kreis_id, fall_id, art, stelle_id, lebensbereich, am, kanal, entbindung_id,
        schreiben_siegel, stand, stand_am)
      values (${kreis}, ${fallId}, 'vermittlung', ${stelleId}, 'wohnen', current_date, 'papier', ${entbindungId}, 'x', 'gesendet',
        current_date)`,
    uebergabe: sql`update person set traeger_id = ${traeger.beta} where id = ${personId}`,
    erfolgsbericht: sql`insert into erfolgsbericht (kreis_id, entwurf_id, inhalt, eingereicht_von)
      select ${kreis}, id, '{}', app_konto() from erfolgsbericht_entwurf where fall_id = ${fallId}`,
    aufheben: sql`update person set eingeschraenkt_am = null where id = ${personId}`,
  };
  for (const [name, statement] of Object.entries(statements))
    expect([name, await attempt(app, 'casemanager', statement)]).toEqual([name, 'refused']);
});

test('M150 M151 a restricted person is read by her own Case Manager only: no substitute, no team', async () => {
  await standIn(app, 'kollegin', 'casemanager');
  const path = `/kreis/${kreis}/person/${personId}/ersuchen`;
  expect((await app.as('kollegin').get(path)).status).toBe(200);
  const r = await restrict('einschraenkung', 'bestritten');
  expect((await app.as('kollegin').get(path)).status).toBe(404);
  const akte = await app.as('kollegin').get(`/kreis/${kreis}/fall/${fallId}`);
  expect(JSON.stringify(akte.body)).not.toContain('Haddad');
  expect((await ofPerson()).einschraenkung).toMatchObject([{ anlass: 'bestritten', aufgehobenAm: null }]);
  // Granted, it stays until somebody lifts it.
  await r.step('casemanager', 'identitaet', { identitaet: 'bekannt' });
  await r.step('casemanager', 'vorbereitung', stattgegeben);
  await r.step('datenschutz', 'freigabe', { pruefwert: null });
  await r.step('casemanager', 'abschluss', { uebergeben: 'persoenlich', am: heute });
  expect((await channels['weitergabe']!()).status).toBe(409);
  const [row] = await look(
    app,
    sql<{ offen: number }>`select count(*)::int as offen from einschraenkung
    where person_id = ${personId} and aufgehoben_am is null`,
  );
  expect(row!.offen).toBe(1);
  await arrange(app, sql`delete from vertretung`);
});
