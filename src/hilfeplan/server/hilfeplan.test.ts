import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { asActor } from '#test/support/relation.ts';
import { insertStelle, strich } from '#test/support/vordruck.ts';
import type { HilfeplanStand, ZielInhalt } from '../contract.ts';
import { wortlautOf } from '../wortlaut.ts';
import { readOffeneSchritte, readPlan } from './read-plan.ts';

let app: TestApp;
let jobcenter = '';
beforeAll(async () => {
  app = await startTestApp();
  jobcenter = await insertStelle(app, 'Jobcenter Norddorf');
});
afterAll(() => app.close());

let fallId = '';
let personId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
});

type By = Parameters<TestApp['as']>[0];
const path = () => `/kreis/${kreis}/fall/${fallId}/hilfeplan`;
const post = (place: string, body: object, by: By = 'casemanager') =>
  app.as(by).send('POST', `${path()}${place}`, body);
const plan = async (by: By = 'casemanager'): Promise<HilfeplanStand> => (await app.as(by).get(path())).body;

function step(changed: Partial<ZielInhalt['schritt'][number]> = {}): ZielInhalt['schritt'][number] {
  return {
    id: randomUUID(),
    text: 'Bewerbung bei der Baugesellschaft abgeben',
    akteur: 'klient',
    stelleId: null,
    dritte: '',
    faelligAm: addDays(today(), 14),
    ...changed,
  };
}

function goal(changed: Partial<ZielInhalt> = {}): ZielInhalt {
  return {
    lebensbereich: 'wohnen',
    text: 'Die Familie wohnt in einer eigenen Wohnung.',
    worte: 'Ich will, dass die Kinder ein Zimmer haben.',
    indikator: 'Der Mietvertrag ist unterschrieben.',
    prioritaet: 1,
    bisWann: addDays(today(), 180),
    schritt: [step(), step({ akteur: 'dritte', stelleId: jobcenter, text: 'Miete zusichern' })],
    ...changed,
  };
}

async function add(changed: Partial<ZielInhalt> = {}): Promise<string> {
  const reply = await post('/ziel', goal(changed));
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.zielId;
}

async function sign(changed: Record<string, unknown> = {}, by: By = 'casemanager') {
  return post(
    '/unterschrift',
    {
      pruefwert: (await plan()).pruefwert,
      zustimmung: { antwort: 'ja', grund: '' },
      am: today(),
      vertretungen: 0,
      unterschrift: [
        { rolle: 'klient', form: 'bildschirm', strich },
        { rolle: 'fachkraft', form: 'bildschirm', strich },
      ],
      ...changed,
    },
    by,
  );
}

const versions = () =>
  look(
    app,
    sql<{ nummer: number; stand: string; antwort: string | null }>`
      select nummer, stand, antwort from hilfeplan_version where fall_id = ${fallId} order by nummer`,
  );

describe('goals and steps', () => {
  test('M159 a goal holds priority, indicator, own words, and steps with actor and day; the words lie sealed', async () => {
    const zielId = await add();
    await add({ prioritaet: 3, text: 'Später', schritt: [] });
    const { ziel } = await plan();
    expect(
      ziel.map(({ id, prioritaet, stand, fassung }) => [id === zielId, prioritaet, stand, fassung]),
    ).toEqual([
      [true, 1, 'offen', 1],
      [false, 3, 'offen', 1],
    ]);
    expect(ziel[0]).toMatchObject({ worte: 'Ich will, dass die Kinder ein Zimmer haben.', standAb: today() });
    expect(
      ziel[0]!.schritt.map(({ akteur, dritte, stelleId, stand }) => [akteur, dritte, stelleId, stand]),
    ).toEqual([
      ['klient', '', null, 'offen'],
      ['dritte', 'Jobcenter Norddorf', jobcenter, 'offen'],
    ]);
    const rows = await look(
      app,
      sql`select worte_siegel from hilfeplan_ziel union all select worte_siegel from hilfeplan_schritt`,
    );
    const ereignis = await look(app, sql`select daten from ereignis where gegenstand_id = ${fallId}`);
    expect(JSON.stringify([rows, ereignis])).not.toMatch(/Wohnung|Kinder|Miete|Jobcenter/);
    const read = await look(
      app,
      sql`select vorgang from lesezugriff where ${personId}::uuid = any (person_id) and vorgang like 'hilfeplan%'`,
    );
    expect(read).toContainEqual({ vorgang: 'hilfeplan.get' });
  });

  test('M159 a goal without words, a step by nobody and an unknown office are refused at their fields', async () => {
    const { status, body } = await post(
      '/ziel',
      goal({
        text: ' ',
        schritt: [
          step({ akteur: null }),
          step({ akteur: 'dritte' }),
          step({ akteur: 'dritte', stelleId: randomUUID() }),
        ],
      }),
    );
    expect([status, body.felder]).toEqual([
      422,
      [
        { instance: '/text', code: 'ziel-fehlt' },
        { instance: '/schritt/0/akteur', code: 'akteur-fehlt' },
        { instance: '/schritt/1/dritte', code: 'dritte-fehlt' },
        { instance: '/schritt/2/dritte', code: 'stelle-unbekannt' },
      ],
    ]);
    expect((await plan()).ziel).toEqual([]);
  });

  test('M162 two people at one goal: the second learns which fields differ and loses nothing; new goals never collide', async () => {
    const zielId = await add();
    const [stand] = (await plan()).ziel;
    const { fassung, stand: _stand, standAb: _ab, id: _id, schritt, ...felder } = stand!;
    const same = schritt.map(({ stand: _s, standAb: _a, ...each }) => each);
    const put = (changed: object) =>
      app
        .as('casemanager')
        .send('PUT', `${path()}/ziel/${zielId}`, { ...felder, schritt: same, fassung, ...changed });
    expect((await put({ prioritaet: 2 })).body).toEqual({ fassung: 2 });
    const late = await put({ text: 'Etwas anderes', schritt: [...same, step({ text: 'Neuer Schritt' })] });
    expect([late.status, late.body.code, late.body.daten.geaendert.toSorted()]).toEqual([
      409,
      'gleichzeitig-geaendert',
      ['prioritaet', 'schritt', 'text'],
    ]);
    expect(late.body.daten.aktuell).toMatchObject({ fassung: 2, prioritaet: 2 });
    expect(JSON.stringify(late.body)).not.toContain('eigenen Wohnung');
    const combined = await put({
      fassung: 2,
      prioritaet: 2,
      text: 'Etwas anderes',
      schritt: [...same.slice(1), step()],
    });
    expect(combined.body).toEqual({ fassung: 3 });
    // What changes nothing is no new version of the goal.
    const again = await put({
      fassung: 3,
      prioritaet: 2,
      text: 'Etwas anderes',
      schritt: (await plan()).ziel[0]!.schritt.map(({ stand: _s, standAb: _a, ...each }) => each),
    });
    expect(again.body).toEqual({ fassung: 3 });
    const both = await Promise.all([post('/ziel', goal()), post('/ziel', goal())]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await plan()).ziel).toHaveLength(3);
  });

  test('a step of another goal cannot be written through this one', async () => {
    await add();
    const { schritt } = (await plan()).ziel[0]!;
    const stolen = await post('/ziel', goal({ schritt: [step({ id: schritt[0]!.id })] }));
    expect([stolen.status, stolen.body.code]).toEqual([422, 'schritt-unbekannt']);
    expect((await plan()).ziel).toHaveLength(1);
  });

  test('M166 M176 steps and goals are ticked off with their day and can be counted for any day; corrections stay visible', async () => {
    await arrange(app, sql`update fall set aufgenommen_am = '2023-01-10' where id = ${fallId}`);
    const zielId = await add();
    const { schritt } = (await plan()).ziel[0]!;
    const done = (id: string, stand: string, vorher: string, am = today()) =>
      post(`/schritt/${id}/stand`, { vorher, stand, am });
    expect((await done(schritt[0]!.id, 'erledigt', 'offen')).status).toBe(204);
    const stale = await done(schritt[0]!.id, 'entfallen', 'offen');
    expect([stale.status, stale.body.daten.aktuell]).toEqual([409, { stand: 'erledigt', am: today() }]);
    const reached = (am: string, vorher: string, stand = 'erreicht') =>
      post(`/ziel/${zielId}/stand`, { vorher, stand, am });
    expect((await reached(addDays(today(), 1), 'offen')).body.code).toBe('datum-in-zukunft');
    expect((await reached('2023-01-09', 'offen')).body.code).toBe('datum-vor-aufnahme');
    expect((await reached(today(), 'offen')).status).toBe(204);
    expect((await reached('2024-05-02', 'erreicht')).status).toBe(204);
    expect((await reached('2024-05-02', 'erreicht')).body.code).toBe('stand-unveraendert');
    const [ziel] = (await plan()).ziel;
    expect([ziel!.stand, ziel!.standAb, ziel!.fassung]).toEqual(['erreicht', '2024-05-02', 1]);
    const rows = await look(
      app,
      sql`select stand, gueltig_ab as am, ersetzt_am is null as gilt from hilfeplan_stand
        where ziel_id = ${zielId} and schritt_id is null order by erfasst_am, ersetzt_am nulls last`,
    );
    expect(rows).toEqual([
      { stand: 'offen', am: today(), gilt: false },
      { stand: 'erreicht', am: today(), gilt: false },
      { stand: 'erreicht', am: '2024-05-02', gilt: true },
    ]);
  });

  test('M166 what is left to do is read in the order in which it is due, without the steps of reached goals', async () => {
    const soon = await add({
      text: 'Zuerst',
      schritt: [
        step({ text: 'ohne Tag', faelligAm: null }),
        step({ text: 'bald', faelligAm: addDays(today(), -3) }),
      ],
    });
    const reached = await add({ text: 'Erreicht' });
    await post(`/ziel/${reached}/stand`, { vorher: 'offen', stand: 'erreicht', am: today() });
    const offen = await asActor(app, 'casemanager', async (tx) => {
      const read = await readPlan(tx, app.deps, kreis, fallId);
      return readOffeneSchritte(tx, read);
    });
    expect(offen.map(({ text, ziel, zielId }) => [text, ziel, zielId === soon])).toEqual([
      ['bald', 'Zuerst', true],
      ['ohne Tag', 'Zuerst', true],
    ]);
  });
});

describe('signing', () => {
  test('M160 M162 a plan without goals or with an unfinished one is refused, with the way to it', async () => {
    expect((await sign()).body.code).toBe('plan-ohne-ziele');
    await add();
    await add({ schritt: [] });
    expect((await sign()).body.felder).toEqual([{ instance: '/ziel/1', code: 'ziel-ohne-schritt' }]);
    expect(await versions()).toEqual([]);
  });

  test('M160 both sign; what was signed is frozen with a checksum that anyone can recompute', async () => {
    await add();
    const { status, body } = await sign();
    expect([status, body.nummer]).toEqual([201, 1]);
    const { body: read } = await app.as('casemanager').get(`${path()}/version/${body.versionId}`);
    expect(read.unversehrt).toBe(true);
    expect(createHash('sha256').update(wortlautOf(read.inhalt)).digest('hex')).toBe(body.pruefwert);
    expect(read.inhalt.zustimmung).toEqual({ antwort: 'ja', grund: '' });
    expect(
      read.version.unterschrift.map(({ rolle, form }: { rolle: string; form: string }) => [rolle, form]),
    ).toEqual([
      ['klient', 'bildschirm'],
      ['fachkraft', 'bildschirm'],
    ]);
    const [kept] = await look(
      app,
      sql<{ gleich: boolean }>`select bool_and(u.text_pruefwert = v.pruefwert) as gleich from unterschrift u
        join hilfeplan_version v on v.id = u.gegenstand_id where u.gegenstand = 'hilfeplan' and v.id = ${body.versionId}`,
    );
    expect(kept).toEqual({ gleich: true });
    await expect(
      look(app, sql`update hilfeplan_version set antwort = 'nein' where id = ${body.versionId}`),
    ).rejects.toThrow('a signed version is not changed');
  });

  test('M160 a signature under a text that has changed since it was shown is refused, with both checksums', async () => {
    const zielId = await add();
    const { pruefwert, ziel } = await plan();
    const { fassung, stand: _s, standAb: _a, id: _i, schritt, ...felder } = ziel[0]!;
    await app.as('casemanager').send('PUT', `${path()}/ziel/${zielId}`, {
      ...felder,
      text: 'Anderer Text',
      schritt: schritt.map(({ stand: _st, standAb: _sa, ...each }) => each),
      fassung,
    });
    const refused = await sign({ pruefwert });
    expect([refused.status, refused.body.code, refused.body.daten]).toEqual([
      409,
      'plan-geaendert',
      { gezeigt: pruefwert, jetzt: (await plan()).pruefwert },
    ]);
    expect(await versions()).toEqual([]);
  });

  test('M162 a change leads to a new version beside the old one; ticking off does not', async () => {
    const zielId = await add();
    await sign();
    const before = await plan();
    await post(`/schritt/${before.ziel[0]!.schritt[0]!.id}/stand`, {
      vorher: 'offen',
      stand: 'erledigt',
      am: today(),
    });
    expect((await plan()).pruefwert).toBe(before.pruefwert);
    const second = await add({ text: 'Zweites Ziel' });
    await post(`/ziel/${zielId}/entfernung`, { fassung: 1 });
    expect((await plan()).pruefwert).not.toBe(before.pruefwert);
    const { body } = await sign();
    expect(await versions()).toEqual([
      { nummer: 1, stand: 'abgeloest', antwort: 'ja' },
      { nummer: 2, stand: 'unterschrieben', antwort: 'ja' },
    ]);
    const { body: read } = await app.as('casemanager').get(`${path()}/version/${body.versionId}`);
    expect([read.davor.ziel[0].id, read.inhalt.ziel[0].id]).toEqual([zielId, second]);
  });

  test('M160 paper: the printed draft keeps its number until it is signed, the scan follows', async () => {
    await add();
    const { pruefwert } = await plan();
    const printed = await post('/version', { pruefwert });
    expect([printed.status, printed.body.nummer]).toEqual([201, 1]);
    await add({ text: 'Kam nach dem Druck dazu' });
    expect((await sign({ pruefwert })).body.code).toBe('plan-geaendert');
    const unterschrift = ['klient', 'fachkraft'].map((rolle) => ({ rolle, form: 'papier', strich: [] }));
    expect((await sign({ unterschrift })).body.daten.gezeigt).toBe(pruefwert);
    const again = await post('/version', { pruefwert: (await plan()).pruefwert });
    expect(again.body).toEqual(printed.body);
    const signed = await sign({ am: addDays(today(), -1), unterschrift });
    expect([signed.status, signed.body.versionId]).toEqual([201, printed.body.versionId]);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const scan = await app
      .as('casemanager')
      .send(
        'POST',
        `/kreis/${kreis}/person/${personId}/unterschrift/${signed.body.unterschrift[0].id}/scan`,
        png,
        { 'content-type': 'image/png' },
      );
    expect(scan.status).toBe(204);
    expect((await plan()).version[0]!.unterschrift.filter(({ scan: has }) => has)).toHaveLength(1);
    const back = await sign({ am: addDays(today(), -2), unterschrift });
    expect(back.body.code).toBe('datum-vor-unterschrift');
  });

  test('M162 who could not answer signs nothing, with the reason; who does not agree is asked for hers', async () => {
    await add();
    const fachkraft = [{ rolle: 'fachkraft', form: 'bildschirm', strich }];
    expect(
      (await sign({ zustimmung: { antwort: 'keine_antwort', grund: '' }, unterschrift: fachkraft })).body
        .felder,
    ).toEqual([{ instance: '/zustimmung/grund', code: 'grund-fehlt' }]);
    expect((await sign({ unterschrift: fachkraft })).body.code).toBe('unterschrift-fehlt');
    const signed = await sign({
      zustimmung: { antwort: 'keine_antwort', grund: 'Liegt im Krankenhaus.' },
      unterschrift: fachkraft,
    });
    expect(signed.status).toBe(201);
    expect((await plan()).version[0]!.zustimmung).toEqual({
      antwort: 'keine_antwort',
      grund: 'Liegt im Krankenhaus.',
    });
    expect((await sign({ zustimmung: { antwort: 'nein', grund: 'Erst die Wohnung.' } })).status).toBe(201);
    expect((await versions()).map(({ antwort }) => antwort)).toEqual(['keine_antwort', 'nein']);
  });

  test('M161 the rule of the Kreis says what the plan is called and who signs it', async () => {
    await add();
    await arrange(
      app,
      sql`insert into regel (kreis_id, schluessel, wert, gueltig_ab, begruendung)
        values (${kreis}, 'plan_name', '{"name": "Integrationsvereinbarung", "unterschrift": "klient"}', '2023-01-01', 'Satzung')`,
    );
    const stamm = await app.as('casemanager').get(`/kreis/${kreis}`);
    const klient = await sign({ unterschrift: [{ rolle: 'klient', form: 'bildschirm', strich }] });
    const { wer } = await plan();
    await arrange(app, sql`delete from regel where schluessel = 'plan_name'`);
    expect([stamm.body.vokabular.hilfeplan, wer, klient.status]).toEqual([
      'Integrationsvereinbarung',
      'klient',
      201,
    ]);
  });
});

describe('who sees a plan', () => {
  test('M159 neither the Koordination nor another Träger reads it, the substitute does while it lasts', async () => {
    await add();
    for (const by of ['koordination', 'kollegin', 'casemanagerBeta'] as const) {
      expect([by, (await app.as(by).get(path())).status]).toEqual([by, 404]);
      expect([by, (await post('/ziel', goal(), by)).status]).toEqual([by, 404]);
    }
    await arrange(
      app,
      sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
        values (${kreis}, ${app.konto.kollegin}, ${app.konto.casemanager}, ${traeger.alpha}, current_date, current_date + 1)`,
    );
    expect((await plan('kollegin')).ziel).toHaveLength(1);
    expect((await post('/ziel', goal(), 'kollegin')).status).toBe(201);
    expect((await plan('kollegin')).abilities).toEqual({ changeHilfeplan: true, signHilfeplan: false });
    expect((await sign({}, 'kollegin')).body.code).toBe('nur-fallfuehrung');
    await arrange(app, sql`delete from vertretung`);
    expect((await app.as('kollegin').get(path())).status).toBe(404);
  });

  test('M159 a withdrawn consent hides the plan from everybody at once', async () => {
    const zielId = await add();
    const { body: signed } = await sign();
    await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: today(), grund: null });
    for (const reply of [
      await app.as('casemanager').get(path()),
      await app.as('casemanager').get(`${path()}/version/${signed.versionId}`),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([404, 'nicht-gefunden']);
    }
    for (const reply of [
      await post(`/ziel/${zielId}/stand`, { vorher: 'offen', stand: 'erreicht', am: today() }),
      await post('/ziel', goal()),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([403, 'nicht-erlaubt']);
    }
  });

  test('M159 a closed case keeps its plan to be read; writing waits for the readmission', async () => {
    const zielId = await add();
    await arrange(
      app,
      sql`with vorher as (
          update fall_status set gueltig_bis = ${today()} where fall_id = ${fallId} returning kreis_id, fall_id
        )
        insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab)
        select kreis_id, fall_id, 'abgeschlossen', 'bearbeitet', 'hand', ${today()}::date from vorher`,
    );
    const read = await plan();
    expect([read.ziel.length, read.abilities.changeHilfeplan]).toEqual([1, false]);
    for (const reply of [
      await post('/ziel', goal()),
      await sign(),
      await post(`/ziel/${zielId}/entfernung`, { fassung: 1 }),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([409, 'fall-abgeschlossen']);
    }
  });
});
