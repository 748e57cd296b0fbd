import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireFreigabe, type Freigabe } from '#src/einwilligung/server/require-freigabe.ts';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { asActor } from '#test/support/relation.ts';
import { insertStelle, releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
let abh = '';
let jobcenter = '';
beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
  abh = await insertStelle(app, 'Ausländerbehörde Kreis', 'abh');
  jobcenter = await insertStelle(app, 'Jobcenter Norddorf');
});
afterAll(() => app.close());

let personId = '';
let fallId = '';
beforeEach(async () => {
  const fall = await app.admit('casemanager', {
    einwilligung: { erteiltAm: '2023-01-10', textfassung: '1', sprache: 'deu' },
  });
  ({ fallId } = fall);
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
});

const cm = () => app.as('casemanager');
const person = () => `/kreis/${kreis}/person/${personId}`;

async function filledIn(changed: Record<string, unknown> = {}) {
  const { body } = await cm().get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=eng`);
  const { vordruckId, pruefwert } = body.entbindung;
  return {
    stelleId: jobcenter,
    zweck: 'vermittlung',
    inhalt: ['wohnen', 'leistungen'],
    richtung: 'an',
    am: today(),
    letzterTag: addDays(today(), 90),
    sprache: 'eng',
    text: { vordruckId, pruefwert },
    vertretungen: 0,
    unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }],
    ...changed,
  };
}

async function release(changed: Record<string, unknown> = {}): Promise<string> {
  const reply = await cm().send('POST', `${person()}/entbindung`, await filledIn(changed));
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.entbindungId;
}

function share(changed: Record<string, unknown> = {}) {
  return cm().send('POST', `${person()}/weitergabe`, {
    stelleId: jobcenter,
    zweck: 'vermittlung',
    inhalt: ['wohnen'],
    form: 'gespraech',
    text: 'Frau Haddad sucht eine Wohnung.',
    ...changed,
  });
}

describe('release', () => {
  test('M145 names one office, purpose, content, direction and end, and stands in the register', async () => {
    const entbindungId = await release();
    const { body } = await cm().get(`${person()}/entbindung`);
    expect(body).toEqual([
      expect.objectContaining({
        id: entbindungId,
        stelleName: 'Jobcenter Norddorf',
        zweck: 'vermittlung',
        inhalt: ['wohnen', 'leistungen'],
        richtung: 'an',
        letzterTag: addDays(today(), 90),
        sprache: 'eng',
        stand: 'aktiv',
        eigen: true,
      }),
    ]);
    expect(body[0].unterschrift).toHaveLength(1);
  });

  test.each([
    [{ stelleId: null }, '/stelleId', 'stelle-fehlt'],
    [{ stelleId: '99999999-9999-4999-8999-999999999999' }, '/stelleId', 'stelle-unbekannt'],
    [{ inhalt: [] }, '/inhalt', 'inhalt-fehlt'],
    [{ letzterTag: '2020-01-01' }, '/letzterTag', 'frist-vor-beginn'],
    [{ letzterTag: undefined }, '/letzterTag', 'pflichtfeld'],
    [{ zweck: 'kurzer_draht' }, '/zweck', 'kurzer-draht-nur-behoerde'],
    [{ unterschrift: [] }, '/unterschrift', 'unterschrift-fehlt'],
    [
      { unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich: [] }] },
      '/unterschrift/0/strich',
      'unterschrift-leer',
    ],
    [{ vertretungen: 1 }, '/unterschrift', 'unterschrift-vertretung-fehlt'],
  ])('M145 refused at the field, nothing half stored: %o', async (changed, instance, code) => {
    const reply = await cm().send('POST', `${person()}/entbindung`, await filledIn(changed));
    expect([reply.status, reply.body.felder]).toEqual([422, expect.arrayContaining([{ instance, code }])]);
    const rows = await look(
      app,
      sql`select id from entbindung where person_id = ${personId}
      union all select id from unterschrift where person_id = ${personId}`,
    );
    expect(rows).toEqual([]);
  });

  test('for a child somebody has to sign', async () => {
    await arrange(app, sql`update person set geburtsdatum = current_date - 3000 where id = ${personId}`);
    const reply = await cm().send('POST', `${person()}/entbindung`, await filledIn());
    expect(reply.body.felder).toEqual([{ instance: '/vertretungen', code: 'vertretung-fehlt' }]);
    const vertretung = { rolle: 'vertretung', form: 'papier', strich: [] };
    const signed = await filledIn({ vertretungen: 1, unterschrift: [vertretung] });
    expect((await cm().send('POST', `${person()}/entbindung`, signed)).status).toBe(201);
  });

  test('M151 one is withdrawn alone; what was prepared on it is stopped, the others hold', async () => {
    const first = await release();
    await release({ stelleId: abh, zweck: 'kurzer_draht', inhalt: ['aufenthalt'] });
    const { weitergabeId } = (await share()).body;
    const reply = await cm().send('POST', `${person()}/entbindung/${first}/widerruf`, { am: today() });
    expect([reply.status, reply.body]).toEqual([200, { weitergaben: 1 }]);
    const { body } = await cm().get(`${person()}/entbindung`);
    expect(body.map((e: { stand: string }) => e.stand)).toEqual(['aktiv', 'widerrufen']);
    expect((await cm().send('POST', `${person()}/weitergabe/${weitergabeId}/gabe`)).body.code).toBe(
      'weitergabe-gestoppt',
    );
    expect(
      (await cm().send('POST', `${person()}/entbindung/${first}/widerruf`, { am: today() })).status,
    ).toBe(404);
    expect((await share()).body.code).toBe('entbindung-fehlt');
  });
});

describe('sharing', () => {
  test('M146 only on the strength of a release, written first, logged when given', async () => {
    expect((await share()).body.code).toBe('entbindung-fehlt');
    await release();
    const { weitergabeId } = (await share()).body;
    const before = await cm().get(`${person()}/weitergabe`);
    expect(before.body).toEqual([
      expect.objectContaining({
        stand: 'vorbereitet',
        text: 'Frau Haddad sucht eine Wohnung.',
        stelleName: 'Jobcenter Norddorf',
      }),
    ]);
    expect((await cm().send('POST', `${person()}/weitergabe/${weitergabeId}/gabe`)).status).toBe(204);
    expect((await cm().get(`${person()}/weitergabe`)).body[0].stand).toBe('gegeben');
    expect((await cm().send('POST', `${person()}/weitergabe/${weitergabeId}/gabe`)).body.code).toBe(
      'weitergabe-gegeben',
    );
    const events = await look(
      app,
      sql<{
        art: string;
        daten: string;
      }>`select art, daten::text from ereignis where gegenstand_id = ${personId} order by id`,
    );
    expect(events.map(({ art }) => art)).toEqual([
      'entbindung.erteilt',
      'weitergabe.vorbereitet',
      'weitergabe.gegeben',
    ]);
    expect(events.map(({ daten }) => daten).join(' ')).not.toContain('Haddad');
  });

  test.each([
    ['another office', () => ({ stelleId: abh })],
    ['another purpose', () => ({ zweck: 'fallkonferenz' })],
    ['more than the release names', () => ({ inhalt: ['wohnen', 'gesundheit'] })],
  ])('M146 nothing goes to %s', async (_what, changed) => {
    await release();
    expect((await share(changed())).body.code).toBe('entbindung-fehlt');
  });

  test('M147 the short wire to the ABH opens with its own release and with no other', async () => {
    await release({ stelleId: abh, inhalt: ['aufenthalt'] });
    const wire = { stelleId: abh, zweck: 'kurzer_draht', inhalt: ['aufenthalt'] };
    expect((await share(wire)).body.code).toBe('entbindung-fehlt');
    await release(wire);
    expect((await share(wire)).status).toBe(201);
  });

  test('M148 the case manager at the place of residence is told on the wish of the person only', async () => {
    const team = await insertStelle(app, `Beratung Südstadt ${personId.slice(0, 4)}`, 'migrationsberatung');
    const wish = { stelleId: team, zweck: 'uebergabe', inhalt: ['kontaktdaten'] };
    expect((await share(wish)).body.code).toBe('entbindung-fehlt');
    await release(wish);
    expect((await share(wish)).status).toBe(201);
  });

  test('M149 the ABH may pass contact details to us where the person wishes it, and learns nothing by that', async () => {
    const ask = (freigabe: Partial<Freigabe>) =>
      asActor(app, 'casemanager', (tx) =>
        requireFreigabe(tx, kreis, personId, {
          stelleId: abh,
          zweck: 'vermittlung',
          inhalt: ['kontaktdaten'],
          ...freigabe,
        }),
      );
    await expect(ask({ richtung: 'von' })).rejects.toMatchObject({ code: 'entbindung-fehlt' });
    const entbindungId = await release({ stelleId: abh, inhalt: ['kontaktdaten'], richtung: 'von' });
    await expect(ask({ richtung: 'von' })).resolves.toBe(entbindungId);
    await expect(ask({ richtung: 'an' })).rejects.toMatchObject({ code: 'entbindung-fehlt' });
    await expect(ask({ richtung: 'von', inhalt: ['gesundheit'] })).rejects.toMatchObject({
      code: 'entbindung-fehlt',
    });
    await expect(ask({ richtung: 'von', inhalt: [] })).rejects.toMatchObject({ code: 'entbindung-fehlt' });
  });

  test('M146 a release that ran out between writing and giving stops it', async () => {
    await release();
    const { weitergabeId } = (await share()).body;
    await arrange(
      app,
      sql`update entbindung set gueltig_ab = '2020-01-01', gueltig_bis = current_date where person_id = ${personId}`,
    );
    const reply = await cm().send('POST', `${person()}/weitergabe/${weitergabeId}/gabe`);
    expect([reply.status, reply.body.code]).toEqual([422, 'entbindung-fehlt']);
    expect((await cm().send('DELETE', `${person()}/weitergabe/${weitergabeId}`)).status).toBe(204);
    expect((await cm().get(`${person()}/weitergabe`)).body[0].stand).toBe('gestoppt');
  });

  test('M146 a release given to one Träger does not hold for the one who takes over', async () => {
    await release();
    const moved = await app.as('koordination').send('POST', `/kreis/${kreis}/uebergabe`, {
      fallIds: [fallId],
      anTraegerId: traeger.beta,
      casemanagerId: app.konto.casemanagerBeta,
      wirksamAm: today(),
      grund: 'zustaendigkeit',
      zustimmungAm: today(),
    });
    expect(moved.status).toBe(201);
    const { body } = await app.as('casemanagerBeta').get(`${person()}/entbindung`);
    expect(body).toEqual([expect.objectContaining({ eigen: false })]);
    const reply = await app.as('casemanagerBeta').send('POST', `${person()}/weitergabe`, {
      stelleId: jobcenter,
      zweck: 'vermittlung',
      inhalt: ['wohnen'],
      form: 'papier',
      text: 'x',
    });
    expect(reply.body.code).toBe('entbindung-fehlt');
  });
});

test('M154 whoever works on the system level sees neither name nor release, with whatever path', async () => {
  await release();
  await share();
  for (const who of [
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'lenkungskreis',
    'ministerium',
    'controlling',
  ] as const) {
    for (const path of ['einwilligung', 'entbindung', 'weitergabe']) {
      expect((await app.as(who).get(`${person()}/${path}`)).status).toBe(404);
    }
    for (const table of [
      'person',
      'einwilligung',
      'entbindung',
      'unterschrift',
      'weitergabe',
      'aushaendigung',
      'anhang',
    ]) {
      const rows = await asActor(app, who, (tx) => tx.all(sql`select 1 from ${sql.table(table)}`));
      expect([who, table, rows.length]).toEqual([who, table, 0]);
    }
  }
});
