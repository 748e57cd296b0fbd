import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

const heute = '2026-05-22';
let now = new Date(`${heute}T08:00:00Z`);
let app: TestApp;
let fallIds: string[];

beforeAll(async () => {
  app = await startTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date(`${heute}T08:00:00Z`);
  await arrange(app, sql`delete from nachricht`);
  fallIds = [];
  for (const vorname of ['Rima', 'Samir', 'Lina']) {
    fallIds.push((await app.admit('casemanager', { vorname })).fallId);
  }
});

const base = `/kreis/${kreis}/uebergabe`;
const eingabe = (changed: object = {}) => ({
  fallIds,
  anTraegerId: traeger.beta,
  casemanagerId: null,
  wirksamAm: '2026-05-01',
  grund: 'umzug',
  zustimmungAm: '2026-04-28',
  fristAm: addDays(heute, 14),
  nachricht: 'Umzug nach Südstadt, Sprachkurs läuft.',
  vorigeId: null,
  ...changed,
});

function ask(changed: object = {}, by: ActorName = 'casemanager') {
  return app.as(by).send('POST', `${base}/anfrage`, eingabe(changed));
}

async function asked(changed: object = {}): Promise<string> {
  const reply = await ask(changed);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  return reply.body.anfrageId;
}

const get = async (id: string, by: ActorName = 'casemanagerBeta') =>
  (await app.as(by).get(`${base}/anfrage/${id}`)).body;

async function answer(id: string, changed: object, by: ActorName = 'casemanagerBeta') {
  const { fassung } = await get(id, by === 'koordination' ? 'koordination' : 'casemanagerBeta');
  return app.as(by).send('POST', `${base}/anfrage/${id}/antwort`, {
    fassung,
    annehmen: [],
    casemanagerId: null,
    ablehnung: null,
    antwort: '',
    ...changed,
  });
}

const linesOf = async (id: string): Promise<string[]> =>
  (await get(id)).fall.map((each: { id: string }) => each.id);

/** Cases of this test per Träger on a key date. */
async function counts(am: string): Promise<Record<string, number>> {
  const rows = await look(
    app,
    sql<{ slug: string; n: number }>`
      select t.slug, count(*)::int as n from fall_zustaendigkeit z
      join traeger t on t.kreis_id = z.kreis_id and t.id = z.traeger_id
      where z.fall_id = any (${fallIds}::uuid[]) and z.ersetzt_am is null and z.gueltig_ab <= ${am}::date
        and (z.gueltig_bis is null or z.gueltig_bis > ${am}::date) group by 1`,
  );
  return Object.fromEntries(rows.map(({ slug, n }) => [slug, n]));
}

const akte = async (by: ActorName, at = 0) =>
  (await app.as(by).get(`/kreis/${kreis}/fall/${fallIds[at]}`)).status;
const told = async () =>
  new Set(
    (
      await look(
        app,
        sql<{ art: string; wer: string }>`
          select n.art, k.anmeldename as wer from nachricht n join konto k on k.id = n.konto_id`,
      )
    ).map(({ art, wer }) => `${art} ${wer}`),
  );

/** Every row of the case and its person, as the database has them. */
const everything = () =>
  look(
    app,
    sql`select f.*, p.schluessel_verpackt, p.casemanager_id as fuehrt, p.fassung as personen_fassung,
        (select json_agg(z order by z.erfasst_am, z.gueltig_ab) from fall_zustaendigkeit z where z.fall_id = f.id) as zustaendig
      from fall f join person p on p.id = f.person_id where f.id = any (${fallIds}::uuid[]) order by f.id`,
  );

describe('M195 asking', () => {
  test('nothing moves, and nobody at the asked Träger reads the person; the Koordination is told', async () => {
    const before = await everything();
    const id = await asked();
    expect(await everything()).toEqual(before);
    expect([await akte('casemanagerBeta'), await akte('casemanager')]).toEqual([404, 200]);
    expect(await told()).toEqual(
      new Set([
        'uebergabe.angefragt casemanagerbeta',
        'uebergabe.ko_angefragt koordination',
        'uebergabe.ko_angefragt koordinationnorden',
      ]),
    );
    const blatt = await app.as('casemanagerBeta').get(`/kreis/${kreis}/fall/${fallIds[0]}/uebergabeblatt`);
    expect(blatt.status).toBe(404);
    expect((await app.as('koordinationSueden').get(`${base}/anfrage/${id}`)).status).toBe(404);
    expect(
      (await app.as('nachbarCasemanager').get(`/kreis/nachbarkreis/uebergabe/anfrage/${id}`)).status,
    ).toBe(404);
  });

  test('the preview has codes and counts only: no name, no number, no key of a case', async () => {
    const id = await asked();
    const body = await get(id);
    expect(body).toMatchObject({
      richtung: 'eingang',
      anzahl: 3,
      grund: 'umzug',
      nachricht: 'Umzug nach Südstadt, Sprachkurs läuft.',
      abilities: { answerUebergabe: true, withdrawUebergabe: false },
    });
    expect(body.fall[0]).toMatchObject({
      fallId: null,
      nummer: null,
      vorschau: {
        kommuneId: kommune.norden,
        sprache: ['ara'],
        lebensbereich: ['arbeit', 'wohnen'],
        komplex: expect.any(Boolean),
        offen: { schritt: 0, aufgabe: 0, vermittlung: 0, termin: 0, ablauf: 0 },
      },
    });
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/Haddad|Rima|Samir|1991/);
    for (const fallId of fallIds) expect(text).not.toContain(fallId);
    expect((await get(id, 'casemanager')).fall[0].fallId).not.toBeNull();
  });

  test('without the agreement of the client nobody is asked, and not twice at a time', async () => {
    const reply = await ask({ zustimmungAm: null });
    expect([reply.status, reply.body.code]).toEqual([409, 'uebergabe-unmoeglich']);
    expect(reply.body.daten.fall[0].hinderung).toEqual(['zustimmung-fehlt']);
    await asked({ fallIds: fallIds.slice(0, 1) });
    const again = await ask();
    expect(again.body.daten.fall.map((each: { hinderung: string[] }) => each.hinderung)).toEqual([
      ['schon-angefragt'],
    ]);
    const direct = await app.as('koordination').send('POST', base, {
      ...eingabe({ grund: 'zustaendigkeit' }),
      fristAm: undefined,
      nachricht: undefined,
      vorigeId: undefined,
    });
    expect(direct.body.daten.fall[0].hinderung).toEqual(['schon-angefragt']);
  });
});

describe('M195 answering', () => {
  test('declined with a comment leaves everything as it was; both sides and the Koordination are told', async () => {
    const before = await everything();
    const id = await asked();
    await arrange(app, sql`delete from nachricht`);
    const silent = await answer(id, {});
    expect(silent.body.felder).toEqual([{ instance: '/ablehnung', code: 'ablehnung-fehlt' }]);
    const reply = await answer(id, { ablehnung: 'auslastung', antwort: 'Ab Juli wieder.' });
    expect(reply.body).toMatchObject({ stand: 'abgelehnt', angenommen: 0 });
    expect(await everything()).toEqual(before);
    expect(await akte('casemanagerBeta')).toBe(404);
    expect(await told()).toEqual(
      new Set([
        'uebergabe.beantwortet casemanager',
        'uebergabe.ko_beantwortet koordination',
        'uebergabe.ko_beantwortet koordinationnorden',
      ]),
    );
    const after = await get(id, 'casemanager');
    expect(after).toMatchObject({ stand: 'abgelehnt', ablehnung: 'auslastung', antwort: 'Ab Juli wieder.' });
    // What was shown for the question is shown no longer.
    expect((await get(id)).fall.every((each: { vorschau: unknown }) => each.vorschau === null)).toBe(true);
  });

  test('after a refusal the same cases can be asked for again', async () => {
    const first = await asked();
    await answer(first, { ablehnung: 'rueckfrage' });
    const second = await asked({ vorigeId: first });
    expect(await get(second)).toMatchObject({ stand: 'angefragt', anzahl: 3 });
  });

  test('M197 accepted cases count for the new Träger from the agreed day; what was true before stays true', async () => {
    const id = await asked();
    const [one, two, three] = await linesOf(id);
    const reply = await answer(id, {
      annehmen: [one, two],
      ablehnung: 'nicht_zustaendig',
      casemanagerId: app.konto.casemanagerBeta,
    });
    expect(reply.body).toMatchObject({ stand: 'teilweise', angenommen: 2 });
    expect(await counts('2026-04-30')).toEqual({ alpha: 3 });
    expect(await counts('2026-05-01')).toEqual({ alpha: 1, beta: 2 });
    const left = (await get(id, 'casemanager')).fall.find((each: { id: string }) => each.id === three);
    expect(left).toMatchObject({ stand: 'abgelehnt', fallId: expect.any(String) });
    const seen = await Promise.all(fallIds.map((_, at) => akte('casemanagerBeta', at)));
    expect(seen.filter((status) => status === 200)).toHaveLength(2);
    const list = (await app.as('koordination').get(base)).body;
    expect(list[0]).toMatchObject({ vonTraegerId: traeger.alpha, wirksamAm: '2026-05-01', anzahl: 2 });
  });

  test('only the asked Träger answers, once, and not on what somebody else has answered meanwhile', async () => {
    const id = await asked();
    const lines = await linesOf(id);
    expect((await answer(id, { annehmen: lines }, 'casemanager')).status).toBe(403);
    expect((await answer(id, { annehmen: lines }, 'koordination')).status).toBe(403);
    expect((await answer(id, { annehmen: [id] })).body.felder[0].code).toBe('fall-unbekannt');
    expect((await answer(id, { annehmen: lines, casemanagerId: app.konto.casemanager })).body.code).toBe(
      'konto-fremd',
    );
    expect((await answer(id, { annehmen: lines })).status).toBe(200);
    const late = await answer(id, { ablehnung: 'sonstiges' });
    expect([late.status, late.body.code, late.body.daten.stand]).toEqual([
      409,
      'uebergabe-erledigt',
      'angenommen',
    ]);
  });

  test('a withdrawal of consent meanwhile hides the case from the question and cannot be accepted over', async () => {
    const id = await asked();
    const person = await look(
      app,
      sql<{ id: string; person_id: string }>`select id, person_id from fall where id = ${fallIds[0]!}`,
    );
    const reply = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/person/${person[0]!.person_id}/widerruf`, { am: heute, grund: null });
    expect(reply.status).toBe(200);
    const body = await get(id);
    const hidden = body.fall.filter((each: { vorschau: unknown }) => each.vorschau === null);
    expect(hidden).toMatchObject([{ hinderung: ['person-geloescht'] }]);
    const all = await answer(id, { annehmen: body.fall.map((each: { id: string }) => each.id) });
    expect(all.body.daten.fall).toEqual([{ id: hidden[0].id, hinderung: ['person-geloescht'] }]);
    expect(await counts(heute)).toEqual({ alpha: 3 });
  });

  test('unanswered it lapses, taken back it ends; both make room for the next question', async () => {
    const id = await asked();
    now = new Date(`${addDays(heute, 15)}T08:00:00Z`);
    expect(await get(id)).toMatchObject({ stand: 'abgelaufen', abilities: { answerUebergabe: false } });
    expect((await answer(id, { ablehnung: 'sonstiges' })).body.code).toBe('uebergabe-erledigt');
    const next = await asked({ fristAm: addDays(heute, 30) });
    const { fassung } = await get(next);
    const path = `${base}/anfrage/${next}/rueckzug`;
    expect((await app.as('casemanagerBeta').send('POST', path, { fassung })).status).toBe(403);
    expect((await app.as('casemanager').send('POST', path, { fassung })).status).toBe(200);
    expect(await told()).toContain('uebergabe.zurueckgezogen casemanagerbeta');
    await asked({ fristAm: addDays(heute, 30) });
    const list = (await app.as('casemanagerBeta').get(`${base}/anfrage`)).body;
    expect(list.slice(0, 3).map((row: { stand: string }) => row.stand)).toEqual([
      'angefragt',
      'zurueckgezogen',
      'abgelaufen',
    ]);
  });
});
