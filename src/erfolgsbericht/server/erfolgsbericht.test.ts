import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealZiel } from '#src/hilfeplan/server/worte.ts';
import { today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const inhalt = {
  titel: 'Neuanfang nach der Trennung',
  lage: 'Frau zwischen 30 und 39 Jahren aus dem Nahen und Mittleren Osten',
  thema: 'Wohnen\nArbeit',
  erreicht: 'Eine eigene Wohnung beziehen',
  schritt: 'Die Einbürgerung beantragen',
};

interface Fall {
  readonly fallId: string;
  readonly nummer: string;
  readonly personId: string;
}

/** A case of the case manager whose person agreed that figures and examples are made of it. */
async function openFall(
  zweck = '{dokumentation,auswertung}',
  changed: Record<string, unknown> = {},
): Promise<Fall> {
  const { fallId, nummer } = await app.admit('casemanager', changed);
  const [row] = await look(
    app,
    sql<{ personId: string }>`update einwilligung e set zweck = ${zweck}::text[] from fall f
      where f.id = ${fallId} and e.person_id = f.person_id returning e.person_id as "personId"`,
  );
  return { fallId, nummer, personId: row!.personId };
}

const path = (fallId: string) => `/kreis/${kreis}/fall/${fallId}/erfolgsbericht`;
const get = (fallId: string, by: ActorName = 'casemanager') => app.as(by).get(path(fallId));
const save = (fallId: string, fassung: number, changed = {}, by: ActorName = 'casemanager') =>
  app.as(by).send('PUT', path(fallId), { fassung, ...inhalt, ...changed });
const submit = (fallId: string, fassung = 0, changed = {}, by: ActorName = 'casemanager') =>
  app.as(by).send('POST', `${path(fallId)}/einreichung`, { fassung, ...inhalt, ...changed });
const list = async (by: ActorName = 'koordination') =>
  (await app.as(by).get(`/kreis/${kreis}/erfolgsbericht`)).body;
const review = (id: string, what: 'freigabe' | 'rueckgabe', body: object, by: ActorName = 'koordination') =>
  app.as(by).send('POST', `/kreis/${kreis}/erfolgsbericht/${id}/${what}`, body);

async function waiting(titel: string): Promise<{ id: string; fassung: number }> {
  const { bericht } = await list();
  return bericht.find((b: { inhalt: { titel: string } }) => b.inhalt.titel === titel);
}

/** Goals as they lie in the plan, sealed under the person's key. */
async function insertZiel(fallId: string, lebensbereich: string, stand: string, text: string): Promise<void> {
  const [row] = await look(
    app,
    sql<{ traegerId: string; schluessel: Buffer; id: string }>`
      select f.traeger_id as "traegerId", p.schluessel_verpackt as schluessel, gen_random_uuid() as id
      from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id where f.id = ${fallId}`,
  );
  const { traegerId, schluessel, id } = row!;
  const siegel = await app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const key = await app.schluessel.personKey(tx, kreis, traegerId, schluessel);
    return sealZiel(key, id, { text, worte: '', indikator: '' });
  });
  await arrange(
    app,
    sql`insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, stand, stand_ab, reihenfolge, worte_siegel)
      values (${kreis}, ${id}, ${fallId}, ${lebensbereich}, 1, ${stand}, current_date, 1, ${siegel})`,
  );
}

describe('the proposal', () => {
  test('M357 M176 is made of themes, reached goals and the next step, with rounded facts and a region', async () => {
    const { fallId } = await openFall();
    await insertZiel(fallId, 'wohnen', 'erreicht', 'Eine eigene Wohnung beziehen');
    await insertZiel(fallId, 'arbeit', 'offen', 'Eine Arbeit finden');
    const { status, body } = await get(fallId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ stand: 'kein', eingewilligt: true, inhalt: null, fassung: 0 });
    expect(body.vorschlag.erreicht).toBe('Eine eigene Wohnung beziehen');
    expect(body.vorschlag.schritt).toBe('Eine Arbeit finden');
    expect(body.vorschlag.thema.split('\n').toSorted()).toEqual(['Arbeit', 'Wohnen']);
    expect(body.vorschlag.lage).toMatch(
      /^Frau zwischen 30 und 39 Jahren aus dem Nahen und Mittleren Osten\n/,
    );
    const reads = await look(app, sql`select 1 from lesezugriff where vorgang = 'erfolgsbericht.get'`);
    expect(reads.length).toBe(1);
  });

  test('M357 a country is named only where many cases share it', async () => {
    const { fallId } = await openFall(undefined, {
      merkmal: { geschlecht: 'm', herkunftsland: 'ua', leistungsbezug: null, lebensbereich: [] },
    });
    const before = (await get(fallId)).body;
    expect(before.vorschlag.lage).toContain('aus Osteuropa');
    expect(before.verratend).toContainEqual({ art: 'land', wort: 'Ukraine', anfang: false });
    await arrange(
      app,
      sql`with neu as (insert into fall (kreis_id, nummer, traeger_id, kommune_id, aufgenommen_am)
            select kreis_id, 'Z-' || n, traeger_id, kommune_id, aufgenommen_am from fall, generate_series(1, 25) n
            where id = ${fallId} returning id)
        insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
        select ${kreis}, id, 'herkunftsland', 'ua', '2023-01-10' from neu`,
    );
    const after = (await get(fallId)).body;
    expect(after.vorschlag.lage).toContain('aus der Ukraine');
    expect(after.verratend.filter((w: { art: string }) => w.art === 'land')).toEqual([]);
  });
});

describe('a report before it leaves', () => {
  test('M357 the draft lies sealed and is kept in versions; an older one is refused', async () => {
    const { fallId } = await openFall();
    expect((await save(fallId, 0)).body).toEqual({ fassung: 1 });
    expect((await save(fallId, 1, { titel: 'Zweite Fassung' })).body).toEqual({ fassung: 2 });
    const late = await save(fallId, 1, { titel: 'Dritte' });
    expect([late.status, late.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
    expect((await get(fallId)).body).toMatchObject({
      stand: 'entwurf',
      fassung: 2,
      inhalt: { titel: 'Zweite Fassung' },
    });
    const [row] = await look(
      app,
      sql<{
        siegel: Buffer;
      }>`select inhalt_siegel as siegel from erfolgsbericht_entwurf where fall_id = ${fallId}`,
    );
    expect(row!.siegel.includes('Zweite')).toBe(false);
    expect((await list()).bericht).toEqual([]);
    expect((await list('casemanager')).eigene).toContainEqual(
      expect.objectContaining({ fallId, stand: 'entwurf' }),
    );
    expect((await list('koordination')).eigene).toEqual([]);
  });

  test.each([
    ['name', 'lage', 'Rima fand eine Wohnung'],
    ['family name written otherwise', 'lage', 'Frau HADDÁD zog um'],
    ['Kommune', 'lage', 'lebt in Norddorf'],
    ['country', 'lage', 'eine Syrerin'],
    ['year of birth', 'titel', 'Jahrgang 1991'],
    ['date', 'erreicht', 'Umzug am 01.03.2023'],
    ['telephone', 'schritt', 'erreichbar unter 02306 1041234'],
    ['office', 'erreicht', 'mit Alpha e. V. gefunden'],
    ['case manager', 'schritt', 'mit Konto casemanager'],
  ] as const)('M357 a text with a %s is not submitted', async (_what, teil, text) => {
    const { fallId } = await openFall();
    const reply = await submit(fallId, 0, { [teil]: text });
    expect(reply.status).toBe(422);
    expect(reply.body.felder).toEqual([{ instance: `/${teil}`, code: 'merkmal-gefunden' }]);
    expect(await look(app, sql`select 1 from erfolgsbericht_entwurf where fall_id = ${fallId}`)).toEqual([]);
  });

  test('M357 without consent to evaluation nothing is made of a case', async () => {
    const { fallId } = await openFall('{dokumentation}');
    expect((await get(fallId)).body.eingewilligt).toBe(false);
    for (const reply of [await save(fallId, 0), await submit(fallId)])
      expect([reply.status, reply.body.code]).toEqual([422, 'auswertung-nicht-eingewilligt']);
  });

  test('M357 a second person reviews the text alone: no case, no number, no author', async () => {
    const { fallId, nummer } = await openFall();
    expect((await submit(fallId, 0, { titel: 'Zur Prüfung' })).status).toBe(200);
    const reply = await app.as('koordination').get(`/kreis/${kreis}/erfolgsbericht`);
    const text = new TextDecoder().decode(reply.bytes);
    expect(text).toContain('Zur Prüfung');
    for (const secret of [fallId, nummer, 'Haddad', app.konto.casemanager])
      expect(text).not.toContain(secret);
    const ids = await look(
      app,
      sql<{ id: string }>`select entwurf_id as id from erfolgsbericht where entwurf_id is not null`,
    );
    for (const { id } of ids) expect(text).not.toContain(id);
    // Until then nobody else in the Kreis reads it, and its author neither changes nor releases it.
    expect((await list('casemanager')).bericht).toEqual([]);
    expect((await list('ki_leitung')).bericht).toEqual([]);
    expect((await save(fallId, 1)).body.code).toBe('bericht-eingereicht');
    const { id, fassung } = await waiting('Zur Prüfung');
    expect((await review(id, 'freigabe', { fassung }, 'casemanager')).status).toBe(404);
    expect((await review(id, 'freigabe', { fassung }, 'nachbarKoordination')).status).toBe(404);
  });

  test('M357 whoever submitted it does not review it, whatever else they are', async () => {
    const { fallId } = await openFall();
    await submit(fallId, 0, { titel: 'Vier Augen' });
    await arrange(
      app,
      sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle) values (${kreis}, ${kreis}, ${app.konto.casemanager}, 'koordination')`,
    );
    const { id, fassung } = await waiting('Vier Augen');
    const own = (await list('casemanager')).bericht.find((b: { id: string }) => b.id === id);
    const reply = await review(id, 'freigabe', { fassung }, 'casemanager');
    await arrange(
      app,
      sql`delete from rolle where konto_id = ${app.konto.casemanager} and rolle = 'koordination'`,
    );
    expect([reply.status, reply.body.code]).toEqual([403, 'vier-augen']);
    expect(own.mayReview).toBe(false);
  });

  test('M357 it comes back with a comment, is submitted again and released; then nothing leads to the case', async () => {
    const { fallId } = await openFall();
    await submit(fallId, 0, { titel: 'Hin und zurück' });
    const first = await waiting('Hin und zurück');
    const mute = await review(first.id, 'rueckgabe', { fassung: first.fassung, kommentar: ' ' });
    expect(mute.body.felder).toEqual([{ instance: '/kommentar', code: 'kommentar-fehlt' }]);
    expect(
      (await review(first.id, 'rueckgabe', { fassung: first.fassung, kommentar: 'Bitte kürzer.' })).status,
    ).toBe(204);
    expect((await get(fallId)).body).toMatchObject({ stand: 'zurueckgegeben', kommentar: 'Bitte kürzer.' });
    expect((await submit(fallId, 1, { titel: 'Hin und zurück, kürzer' })).status).toBe(200);
    const second = await waiting('Hin und zurück, kürzer');
    expect(second.id).toBe(first.id);
    expect((await review(second.id, 'freigabe', { fassung: first.fassung })).status).toBe(409);
    expect((await review(second.id, 'freigabe', { fassung: second.fassung })).status).toBe(204);
    const rows = await look(
      app,
      sql`select entwurf_id, eingereicht_von, stand, freigegeben_am::text as am from erfolgsbericht where id = ${second.id}`,
    );
    expect(rows).toEqual([{ entwurf_id: null, eingereicht_von: null, stand: 'freigegeben', am: today() }]);
    expect((await get(fallId)).body.stand).toBe('freigegeben');
    expect((await list('ki_leitung')).bericht.map((b: { id: string }) => b.id)).toContain(second.id);
    const messages = await look(
      app,
      sql<{
        art: string;
      }>`select art from nachricht where konto_id = ${app.konto.casemanager} and art like 'erfolgsbericht.%' order by art`,
    );
    expect(messages.map(({ art }) => art)).toEqual([
      'erfolgsbericht.freigegeben',
      'erfolgsbericht.zurueckgegeben',
    ]);
  });

  test('M357 what is taken back is gone; what was released can only leave the collection', async () => {
    const { fallId } = await openFall();
    await submit(fallId, 0, { titel: 'Zurückgenommen' });
    expect((await app.as('casemanager').send('POST', `${path(fallId)}/ruecknahme`)).status).toBe(204);
    expect(await waiting('Zurückgenommen')).toBeUndefined();
    expect((await get(fallId)).body).toMatchObject({ stand: 'entwurf', inhalt: { titel: 'Zurückgenommen' } });
    await submit(fallId, 1, { titel: 'Frei' });
    const { id, fassung } = await waiting('Frei');
    await review(id, 'freigabe', { fassung });
    const late = await app.as('casemanager').send('POST', `${path(fallId)}/ruecknahme`);
    expect([late.status, late.body.code]).toEqual([409, 'bericht-freigegeben']);
    const reply = await app.as('koordination').send('DELETE', `/kreis/${kreis}/erfolgsbericht/${id}`);
    expect(reply.status).toBe(204);
    expect((await list()).bericht.some((b: { id: string }) => b.id === id)).toBe(false);
  });
});

describe('withdrawal and deletion', () => {
  test('M357 a withdrawal hides draft and submission from everyone; what was released stays', async () => {
    const open = await openFall();
    await submit(open.fallId, 0, { titel: 'Wartet noch' });
    const free = await openFall();
    await submit(free.fallId, 0, { titel: 'Bleibt stehen' });
    const released = await waiting('Bleibt stehen');
    await review(released.id, 'freigabe', { fassung: released.fassung });
    const { id, fassung } = await waiting('Wartet noch');
    for (const { personId } of [open, free]) {
      const reply = await app
        .as('casemanager')
        .send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: today(), grund: null });
      expect(reply.status).toBe(200);
    }
    expect(await waiting('Wartet noch')).toBeUndefined();
    expect((await review(id, 'freigabe', { fassung })).status).toBe(404);
    expect((await get(open.fallId)).status).toBe(404);
    expect((await list('casemanager')).eigene.some((e: { fallId: string }) => e.fallId === open.fallId)).toBe(
      false,
    );
    expect(await waiting('Bleibt stehen')).toMatchObject({ id: released.id });
  });

  test('M357 with the case its draft and submission are deleted, the released text is not', async () => {
    const open = await openFall();
    await submit(open.fallId, 0, { titel: 'Geht mit' });
    const free = await openFall();
    await submit(free.fallId, 0, { titel: 'Überlebt' });
    const { id, fassung } = await waiting('Überlebt');
    await review(id, 'freigabe', { fassung });
    for (const { fallId } of [open, free]) await arrange(app, sql`delete from fall where id = ${fallId}`);
    const rows = await look(
      app,
      sql<{
        titel: string;
      }>`select inhalt ->> 'titel' as titel from erfolgsbericht where inhalt ->> 'titel' in ('Geht mit', 'Überlebt')`,
    );
    expect(rows).toEqual([{ titel: 'Überlebt' }]);
  });

  test('colleagues, other Träger and the Koordination see no draft', async () => {
    const { fallId } = await openFall();
    await save(fallId, 0);
    for (const name of ['kollegin', 'casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const) {
      expect((await get(fallId, name)).status).toBe(404);
      expect((await save(fallId, 1, {}, name)).status).toBeGreaterThanOrEqual(403);
    }
  });
});

test('M357 only what is released becomes a paper, and nothing on it names anybody', async () => {
  const { fallId, nummer } = await openFall();
  const print = (query = '') => app.as('ki_leitung').get(`/kreis/${kreis}/papier/erfolgsbericht${query}`);
  await submit(fallId, 0, { titel: 'Für den Kreistag' });
  const { id, fassung } = await waiting('Für den Kreistag');
  expect((await print(`?bericht=${id}`)).status).toBe(404);
  await review(id, 'freigabe', { fassung });
  const reply = await print(`?bericht=${id}`);
  expect(reply.status).toBe(200);
  const pdf = await readPdf(reply.bytes);
  for (const words of [
    'Für den Kreistag',
    'Wohnen, Arbeit',
    'Eine eigene Wohnung beziehen',
    'Nächster Schritt',
  ])
    expect(pdf.text).toContain(words);
  for (const secret of ['Haddad', 'Rima', nummer, 'Norddorf']) expect(pdf.text).not.toContain(secret);
});
