import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { asActor } from '#test/support/relation.ts';
import { releaseVordrucke, strich } from '#test/support/vordruck.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await releaseVordrucke(app);
});
afterAll(() => app.close());

let fallId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const cm = () => app.as('casemanager');
const path = (rest: string, of = fallId) => `/kreis/${kreis}/fall/${of}/${rest}`;
const haushalt = async (of = fallId) => (await cm().get(path('umfeld', of))).body.haushalt;
const amira = {
  vorname: 'Amira',
  familienname: 'Haddad',
  geburtsjahr: 2015 as number | null,
  beziehung: 'kind',
  lebensbereich: ['gesundheit'],
  notiz: 'Braucht eine Brille',
  zaehlt: true,
  seit: '2023-01-10',
  bis: null as string | null,
};

async function add(changed: Partial<typeof amira> = {}): Promise<string> {
  const reply = await cm().send('POST', path('haushalt'), { ...amira, ...changed });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.haushaltId;
}

/** Cases and persons as the published table of the Kreis counts them today. */
async function counted(): Promise<{ gesamt: number; personen: number }> {
  const { body } = await app
    .as('koordination')
    .get(`/kreis/${kreis}/auswertung/fallzahlen?stichtag=${today()}`);
  const [{ gesamt, personen }] = body.fallzahlen;
  return { gesamt, personen: personen ?? gesamt };
}

describe('household in the case', () => {
  test('M181 M182 small needs of a child stand in the case of the parent: sealed, and no case more than before', async () => {
    const { gesamt } = await counted();
    await add();
    const stand = await haushalt();
    expect(stand.haushalt).toEqual([
      expect.objectContaining({
        vorname: 'Amira',
        geburtsjahr: 2015,
        beziehung: 'kind',
        lebensbereich: ['gesundheit'],
        notiz: 'Braucht eine Brille',
        eigenerAb: null,
      }),
    ]);
    expect([stand.personen, (await counted()).gesamt]).toEqual([2, gesamt]);
    const rows = await look(
      app,
      sql<{
        text: string;
      }>`select encode(wort_siegel, 'escape') as text from haushalt where fall_id = ${fallId}
        union all select daten::text from ereignis where gegenstand_id = ${fallId}`,
    );
    for (const { text } of rows) expect(text).not.toMatch(/Amira|Brille|2015/);
  });

  test('M184 persons follow who lives there from when to when, and what was counted before stays known', async () => {
    const before = await counted();
    const id = await add({ seit: '2023-03-01' });
    await add({ vorname: 'Karim', seit: '2023-05-01' });
    await add({ vorname: 'Gast', zaehlt: false });
    await cm().send('PUT', path(`haushalt/${id}`), {
      ...amira,
      seit: '2023-03-01',
      bis: '2023-07-01',
      fassung: 1,
    });
    const rows = await look(
      app,
      sql`select wert, gueltig_ab as ab, gueltig_bis as bis from fall_merkmal
        where fall_id = ${fallId} and merkmal = 'personen' and ersetzt_am is null order by gueltig_ab`,
    );
    expect(rows).toEqual([
      { wert: '2', ab: '2023-03-01', bis: '2023-05-01' },
      { wert: '3', ab: '2023-05-01', bis: '2023-07-01' },
      { wert: '2', ab: '2023-07-01', bis: null },
    ]);
    expect((await haushalt()).personen).toBe(2);
    expect(await counted()).toEqual({ gesamt: before.gesamt, personen: before.personen + 1 });
    const former = await look(
      app,
      sql`select 1 from fall_merkmal where fall_id = ${fallId} and merkmal = 'personen' and ersetzt_am is not null`,
    );
    expect(former.length).toBeGreaterThan(0);
  });

  test('M184 a number out of a workbook is not made smaller by filling the list, and proposed to be listed', async () => {
    await arrange(
      app,
      sql`insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
        values (${kreis}, ${fallId}, 'personen', '4', '2023-01-10')`,
    );
    await add();
    expect(await haushalt()).toMatchObject({
      personen: 4,
      vorschlag: { herkunft: 'zahl', kinder: 0, andere: 2 },
    });
    expect((await cm().send('POST', path('haushalt/vorschlag'))).body).toEqual({ anzahl: 2, personen: 4 });
    expect(await haushalt()).toMatchObject({ personen: 4, vorschlag: null });
    expect((await cm().send('POST', path('haushalt/vorschlag'))).body.code).toBe('vorschlag-fehlt');
  });

  test('M182 what the first talk noted of the household is proposed and taken over without typing', async () => {
    await arrange(
      app,
      sql`insert into person_merkmal (kreis_id, person_id, merkmal, wert, gueltig_ab)
        select kreis_id, person_id, 'haushalt', '4:2', '2023-01-10' from fall where id = ${fallId}`,
    );
    expect((await haushalt()).vorschlag).toEqual({ herkunft: 'erstberatung', kinder: 2, andere: 1 });
    await cm().send('POST', path('haushalt/vorschlag'));
    const stand = await haushalt();
    expect(stand.haushalt.map((h: { beziehung: string }) => h.beziehung).toSorted()).toEqual([
      'kind',
      'kind',
      'sonstige',
    ]);
    expect([stand.personen, stand.vorschlag]).toEqual([4, null]);
  });

  test.each([
    ['tomorrow', { seit: addDays(today(), 1) }, '/seit', 'datum-in-zukunft'],
    ['moving out before moving in', { bis: '2023-01-10' }, '/bis', 'haushalt-ende-vor-beginn'],
    ['born after today', { geburtsjahr: 2100 }, '/geburtsjahr', 'geburtsjahr-in-zukunft'],
    ['an area that the Kreis does not have', { lebensbereich: ['mond'] }, '/lebensbereich', 'code-unbekannt'],
  ])('M182 %s is refused at its field', async (_what, changed, instance, code) => {
    const reply = await cm().send('POST', path('haushalt'), { ...amira, ...changed });
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
  });
});

describe('linked cases', () => {
  const link = (andererFallId: string, changed: object = {}) =>
    cm().send('POST', path('verbindung'), { andererFallId, beziehung: 'kind', haushaltId: null, ...changed });

  test('M183 M184 a child with complex need comes in by Anfrage and consent of a guardian, and is linked when admitted', async () => {
    const parent = fallId;
    const id = await add();
    const start = () => cm().send('POST', path(`haushalt/${id}/anfrage`));
    const { anfrageId } = (await start()).body;
    expect((await start()).body.anfrageId).toBe(anfrageId);
    const { body: anfrage } = await cm().get(`/kreis/${kreis}/anfrage/${anfrageId}`);
    expect(anfrage).toMatchObject({
      lebensbereich: ['gesundheit'],
      zustaendigGrund: 'familie',
      personId: null,
    });
    const { body: bogen } = await cm().get(`/kreis/${kreis}/traeger/${traeger.alpha}/bogen?sprache=deu`);
    const shown = ({ vordruckId, pruefwert }: { vordruckId: string; pruefwert: string }) => ({
      vordruckId,
      pruefwert,
    });
    const signed = await cm().send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/einwilligung`, {
      familienname: 'Haddad',
      vorname: 'Amira',
      geburtsdatum: '2015-01-01',
      nameOriginal: '',
      am: today(),
      sprache: 'deu',
      text: shown(bogen.einwilligung),
      zweck: ['dokumentation'],
      datenschutzinformation: { ...shown(bogen.datenschutzinformation), ausgehaendigt: true },
      dolmetschen: 'kein',
      vertretung: ['Rima Haddad'],
      gemeinsam: false,
      unterschrift: [{ rolle: 'vertretung', form: 'bildschirm', strich }],
    });
    expect([signed.status, signed.body.code]).toEqual([201, undefined]);
    const { body: named } = await cm().get(`/kreis/${kreis}/anfrage/${anfrageId}`);
    const admitted = await cm().send('POST', `/kreis/${kreis}/anfrage/${anfrageId}/aufnahme`, {
      fassung: named.fassung,
      aufgenommenAm: today(),
      kommuneId: null,
      ortsteilId: null,
      zugang: null,
      merkmal: { geschlecht: null, herkunftsland: null, leistungsbezug: null, lebensbereich: ['gesundheit'] },
      fokusgruppe: null,
      mitwirkung: true,
      bemerkung: '',
    });
    expect([admitted.status, admitted.body.code]).toEqual([201, undefined]);
    const child = admitted.body.fallId;
    expect((await haushalt(parent)).verbindung).toEqual([
      expect.objectContaining({ fallId: child, beziehung: 'kind', vorname: 'Amira', haushaltId: id }),
    ]);
    expect((await haushalt(child)).verbindung).toEqual([
      expect.objectContaining({ fallId: parent, beziehung: 'elternteil', vorname: 'Rima', haushaltId: null }),
    ]);
    // Counted once: no longer among the persons of the parent's case, from the day of the own one.
    expect((await haushalt(parent)).personen).toBe(1);
    const [row] = await look(
      app,
      sql`select wert from fall_merkmal where fall_id = ${parent} and merkmal = 'personen' and ersetzt_am is null
        and gueltig_ab <= current_date - 1 and (gueltig_bis is null or gueltig_bis > current_date - 1)`,
    );
    expect(row).toEqual({ wert: '2' });
    expect((await start()).body.code).toBe('eigener-fall-besteht');
  });

  test('M183 cases of one Träger are linked and unlinked from either side; a member counts again then', async () => {
    const parent = fallId;
    const id = await add();
    const { fallId: child } = await app.admit('casemanager', { vorname: 'Amira' });
    expect((await link(child, { haushaltId: id })).status).toBe(201);
    expect((await link(child)).body.felder).toEqual([
      { instance: '/andererFallId', code: 'verbindung-besteht' },
    ]);
    expect((await link(parent)).body.felder).toEqual([{ instance: '/andererFallId', code: 'fall-derselbe' }]);
    expect((await haushalt()).personen).toBe(1);
    const [verbindung] = (await haushalt(child)).verbindung;
    expect(verbindung).toMatchObject({ fallId: parent, beziehung: 'elternteil' });
    expect((await cm().send('DELETE', path(`verbindung/${verbindung.id}`, child))).status).toBe(204);
    expect(await haushalt(parent)).toMatchObject({ verbindung: [], personen: 2 });
  });

  test('M183 a case out of sight cannot be linked, and a linked one that is out of sight does not exist', async () => {
    const { fallId: foreign } = await app.admit('casemanagerBeta');
    const { fallId: colleagues } = await app.admit('kollegin', { vorname: 'Samir' });
    for (const other of [foreign, colleagues, '99999999-9999-4999-8999-999999999999']) {
      expect((await link(other)).body.felder).toEqual([
        { instance: '/andererFallId', code: 'fall-unbekannt' },
      ]);
    }
    const { fallId: child } = await app.admit('casemanager', { vorname: 'Amira' });
    await link(child);
    const { body: fall } = await cm().get(`/kreis/${kreis}/fall/${child}`);
    const moved = await cm().send('POST', path('zuweisung', child), {
      fassung: fall.fassung,
      casemanagerId: app.konto.kollegin,
      ab: today(),
    });
    expect(moved.status).toBe(200);
    expect((await haushalt()).verbindung).toEqual([]);
    for (const name of ['casemanager', 'kollegin', 'koordination'] as const) {
      const rows = await asActor(app, name, (tx) =>
        tx.all(sql`select 1 from fall_verbindung where fall_id = ${fallId}`),
      );
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  test('M183 a withdrawn consent of one hides the link from the other, and the household with it', async () => {
    await add();
    const { fallId: child } = await app.admit('casemanager', { vorname: 'Amira' });
    await link(child);
    await arrange(
      app,
      sql`update person set gesperrt_am = now() where id = (select person_id from fall where id = ${child})`,
    );
    expect((await haushalt()).verbindung).toEqual([]);
    expect((await cm().get(path('umfeld', child))).status).toBe(404);
    await arrange(
      app,
      sql`update person set gesperrt_am = now() where id = (select person_id from fall where id = ${fallId})`,
    );
    expect((await cm().send('POST', path('haushalt'), amira)).status).not.toBe(201);
    const rows = await asActor(app, 'casemanager', (tx) =>
      tx.all(sql`select 1 from haushalt where fall_id = ${fallId}`),
    );
    expect(rows).toEqual([]);
  });
});
