import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { asActor } from '#test/support/relation.ts';
import { emptyBereich, emptySelbststand, type Bereich, type Runde } from '../runde.ts';

let app: TestApp;
let fallId: string;
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-06-30T10:00:00Z') });
  await arrange(
    app,
    sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
      select ${kreis}, 'lebensbereich', code, code, code, code from unnest(array['wohnen', 'arbeit', 'gesundheit']) c (code)
      on conflict do nothing`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/assessment${rest}`;
const get = (by: By = 'casemanager') => app.as(by).get(path());
const start = (am = '2023-02-01', by: By = 'casemanager') => app.as(by).send('POST', path(), { am });
const save = (id: string, eingabe: object, by: By = 'casemanager') =>
  app.as(by).send('PUT', path(`/${id}`), eingabe);
const area = (code: string, changed: Partial<Bereich> = {}): Bereich => ({
  ...emptyBereich(code),
  ...changed,
});
const wohnen = area('wohnen', {
  bedarf: 'dringend',
  sicht: 'bedarf',
  worte: 'Kanarienvogel im Käfig',
  ressource: {
    persoenlich: { vorhanden: true, text: 'verhandelt gern' },
    sozial: { vorhanden: false, text: '' },
    materiell: { vorhanden: null, text: '' },
  },
});
const eingabe = (changed: object = {}) => ({
  fassung: 1,
  am: '2023-02-01',
  stand: 'entwurf',
  gespraech: 'Ruhiges Gespräch',
  bereich: [wohnen, area('arbeit', { bedarf: 'bedarf' })],
  selbststand: { ...emptySelbststand, rechtlich: 2, finanziell: 1 },
  ...changed,
});

/** A completed round. */
async function complete(am = '2023-02-01', changed: object = {}): Promise<string> {
  const { assessmentId } = (await start(am)).body;
  const reply = await save(assessmentId, eingabe({ am, stand: 'abgeschlossen', ...changed }));
  expect([reply.status, reply.body]).toEqual([200, { fassung: 2 }]);
  return assessmentId;
}

async function close(): Promise<void> {
  await arrange(
    app,
    sql`update fall_status set gueltig_bis = '2023-05-01' where fall_id = ${fallId} and ersetzt_am is null`,
  );
  await arrange(
    app,
    sql`insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab)
      values (${kreis}, ${fallId}, 'abgeschlossen', 'ziel_erreicht', 'hand', '2023-05-01')`,
  );
}

describe('M157 an Assessment', () => {
  test('begins with the Lebensbereiche of the admission and keeps needs, views and resources of a talk', async () => {
    const begun = await start();
    expect([begun.status, begun.body.runde]).toEqual([201, 1]);
    const first: Runde = (await get()).body.runde[0];
    expect(first.bereich.map(({ code, bedarf }) => `${code} ${bedarf}`).toSorted()).toEqual([
      'arbeit bedarf',
      'wohnen bedarf',
    ]);
    await save(begun.body.assessmentId, eingabe());
    const { body } = await get();
    expect(body.runde).toMatchObject([
      { runde: 1, art: 'assessment', stand: 'entwurf', fassung: 2, gespraech: 'Ruhiges Gespräch' },
    ]);
    expect(body.runde[0].bereich.find((each: Bereich) => each.code === 'wohnen')).toEqual({
      ...wohnen,
      neu: false,
    });
  });

  test('begins with the ratings of the Screening where there is one', async () => {
    const bedarf = { bereich: [{ code: 'gesundheit', bewertung: 'schwer', helfer: ['angehoerige'] }] };
    const plain = { ...bedarf, institutionen: null, sprache: null, schwereCode: null };
    await arrange(
      app,
      sql`with a as (insert into anfrage (kreis_id, nummer, traeger_id, eingegangen_am, frist_am)
          values (${kreis}, ${`A-${fallId.slice(0, 8)}`}, ${traeger.alpha}, '2023-01-05', '2023-01-19') returning id)
        insert into erstberatung (kreis_id, anfrage_id, traeger_id, casemanager_id, person_id, am, vorschlag,
          vorschlag_grund)
        select ${kreis}, a.id, ${traeger.alpha}, ${app.konto.casemanager}, f.person_id, '2023-01-09', 'case_management',
          'schwelle' from a, fall f where f.id = ${fallId}`,
    );
    const { personId, key } = await keyOf();
    const bogenId = await app.owner(async (tx) => {
      await tx.run(sql`set local role none`);
      return addGeheimtext(
        tx,
        kreis,
        personId,
        key,
        JSON.stringify({ einschaetzung: plain, abweichungCode: null, angaben: null }),
      );
    });
    await arrange(app, sql`update erstberatung set bogen_id = ${bogenId} where person_id = ${personId}`);
    await start();
    const [first] = (await get()).body.runde;
    expect(first.bereich).toEqual([
      {
        ...area('gesundheit', { bedarf: 'dringend' }),
        ressource: { ...emptyBereich('x').ressource, sozial: { vorhanden: true, text: '' } },
        neu: false,
      },
    ]);
  });

  test('one round is worked on at a time; a draft can be thrown away, a completed round cannot', async () => {
    const { assessmentId } = (await start()).body;
    expect((await start()).body.code).toBe('assessment-offen');
    expect((await app.as('casemanager').send('DELETE', path(`/${assessmentId}`))).status).toBe(204);
    const id = await complete();
    for (const reply of [
      await app.as('casemanager').send('DELETE', path(`/${id}`)),
      await save(id, eingabe({ fassung: 2 })),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([409, 'assessment-abgeschlossen']);
    }
  });

  test('is not completed while nothing is rated; as a draft it is kept', async () => {
    const { assessmentId } = (await start()).body;
    const leer = { bereich: [area('wohnen')], selbststand: emptySelbststand };
    const reply = await save(assessmentId, eingabe({ ...leer, stand: 'abgeschlossen' }));
    expect([reply.status, reply.body.felder]).toEqual([
      422,
      [{ instance: '/bereich', code: 'assessment-leer' }],
    ]);
    expect((await save(assessmentId, eingabe(leer))).status).toBe(200);
  });

  test('an area that the Kreis does not have is refused', async () => {
    const { assessmentId } = (await start()).body;
    const reply = await save(assessmentId, eingabe({ bereich: [area('astrologie', { bedarf: 'bedarf' })] }));
    expect(reply.body.felder).toEqual([{ instance: '/bereich', code: 'code-unbekannt' }]);
  });
});

describe('M158 resources and words', () => {
  test('resources are countable as codes by the counting role, words are legible to nobody without the key', async () => {
    await complete();
    const counted = await asActor(app, 'koordination', (tx) =>
      tx.as('lotse_zaehler', () =>
        tx.all(sql`select lebensbereich, ressource_persoenlich as p, ressource_sozial as s, ressource_materiell as m
          from assessment_bereich where fall_id = ${fallId} order by 1`),
      ),
    );
    expect(counted).toEqual([
      { lebensbereich: 'arbeit', p: null, s: null, m: null },
      { lebensbereich: 'wohnen', p: true, s: false, m: null },
    ]);
    for (const column of ['assessment_bereich.worte_siegel', 'assessment.gespraech_siegel']) {
      const [table = '', name = ''] = column.split('.');
      await expect(
        asActor(app, 'koordination', (tx) =>
          tx.as('lotse_zaehler', () => tx.all(sql`select ${sql.ref(name)} from ${sql.table(table)}`)),
        ),
      ).rejects.toThrow(/permission denied/);
    }
    const stored = await look(
      app,
      sql`select (select json_agg(a) from assessment a where fall_id = ${fallId})::text
        || (select json_agg(b) from assessment_bereich b where fall_id = ${fallId})::text
        || (select json_agg(e) from ereignis e where gegenstand_id = ${fallId})::text as alles`,
    );
    expect(JSON.stringify(stored)).not.toMatch(/Kanarienvogel|verhandelt|Ruhiges/);
  });
});

describe('M167 M171 a Re-Assessment', () => {
  test('starts from the needs of the last round and says what was worked on and what is new', async () => {
    await complete();
    const { assessmentId } = (await start('2023-06-01')).body;
    const begun: Runde = (await get()).body.runde[1];
    expect(begun.bereich.find(({ code }) => code === 'wohnen')).toMatchObject({
      bedarf: 'dringend',
      sicht: null,
      worte: '',
      ressource: { persoenlich: { vorhanden: true, text: 'verhandelt gern' } },
    });
    const bereich = [
      area('wohnen', { bedarf: 'keiner' }),
      area('arbeit', { bedarf: 'bedarf', bearbeitet: 'teilweise' }),
      area('gesundheit', { bedarf: 'bedarf', bearbeitet: 'ja' }),
    ];
    const zweite = { am: '2023-06-01', stand: 'abgeschlossen', selbststand: emptySelbststand };
    const early = await save(assessmentId, eingabe({ ...zweite, bereich }));
    expect(early.body.felder).toEqual([{ instance: '/bereich/0/bearbeitet', code: 'bearbeitet-fehlt' }]);
    await save(
      assessmentId,
      eingabe({ ...zweite, bereich: [{ ...bereich[0], bearbeitet: 'ja' }, ...bereich.slice(1)] }),
    );
    const rows = await look(
      app,
      sql`select b.lebensbereich as code, b.bedarf, b.bearbeitet, b.neu from assessment_bereich b
        join assessment a on a.id = b.assessment_id where a.fall_id = ${fallId} and a.art = 're_assessment' order by 1`,
    );
    expect(rows).toEqual([
      { code: 'arbeit', bedarf: 'bedarf', bearbeitet: 'teilweise', neu: false },
      // It came up in between: there was nothing to work on.
      { code: 'gesundheit', bedarf: 'bedarf', bearbeitet: null, neu: true },
      { code: 'wohnen', bedarf: 'keiner', bearbeitet: 'ja', neu: false },
    ]);
  });

  test('M170 self-reliance stands per dimension and round, as the outcome', async () => {
    await complete();
    await complete('2023-06-01', {
      bereich: [area('wohnen', { bedarf: 'keiner', bearbeitet: 'ja' })],
      selbststand: { ...emptySelbststand, rechtlich: 4, finanziell: 3, sozial: 5 },
    });
    const counted = await asActor(app, 'koordination', (tx) =>
      tx.as('lotse_zaehler', () =>
        tx.all(sql`select s.dimension, array_agg(s.stufe order by a.runde) as stufe from selbststand s
          join assessment a on a.kreis_id = s.kreis_id and a.id = s.assessment_id and a.stand = 'abgeschlossen'
          where s.fall_id = ${fallId} group by 1 order by 1`),
      ),
    );
    expect(counted).toEqual([
      { dimension: 'finanziell', stufe: [1, 3] },
      { dimension: 'rechtlich', stufe: [2, 4] },
      { dimension: 'sozial', stufe: [5] },
    ]);
  });

  test('M168 is due by the rule of the Kreis only, and no more once the case is closed', async () => {
    await complete('2023-01-20');
    const due = async () =>
      (await app.as('casemanager').get(`/kreis/${kreis}/tag`)).body.faellig.filter(
        (line: { art: string; fallId: string }) => line.art === 're_assessment' && line.fallId === fallId,
      );
    expect([(await get()).body.naechstesBis, await due()]).toEqual([null, []]);
    await arrange(
      app,
      sql`insert into regel (kreis_id, schluessel, wert, gueltig_ab, begruendung)
        values (${kreis}, 're_assessment', '{"art": "regelmaessig", "monate": 5}', '2022-01-01', 'Beschluss')`,
    );
    expect((await get()).body.naechstesBis).toBe('2023-06-20');
    expect(await due()).toMatchObject([{ am: '2023-06-20' }]);
    await close();
    expect([(await get()).body.naechstesBis, await due()]).toEqual([null, []]);
    await arrange(app, sql`delete from regel where schluessel = 're_assessment'`);
  });
});

test('M167 M170 the printed profile compares with the round before, accessibly and without a name', async () => {
  await complete();
  const id = await complete('2023-06-01', {
    bereich: [
      area('wohnen', { bedarf: 'keiner', bearbeitet: 'ja' }),
      area('gesundheit', { bedarf: 'bedarf' }),
    ],
    selbststand: { ...emptySelbststand, rechtlich: 4 },
  });
  const print = (by: By) => app.as(by).get(`/kreis/${kreis}/papier/assessment/${id}`);
  const pdf = await readPdf((await print('casemanager')).bytes);
  for (const words of [
    'Runde 1 vom 01.02.2023 und Runde 2 vom 01.06.2023',
    'Bearbeitet: Wohnen: gedeckt',
    'Neu: Gesundheit',
    'Geblieben: Arbeit: nicht wieder besprochen',
    'Hält Fristen selbst ein',
    'Ruhiges Gespräch',
  ])
    expect(pdf.text).toContain(words);
  expect(pdf.alternatives.join(' ')).toContain('Wohnen: dringend, jetzt kein Bedarf');
  expect(pdf.metadata).toContain('pdfuaid');
  expect(pdf.text).not.toMatch(/Haddad|Rima/);
  expect((await print('kollegin')).status).toBe(404);
});

test('M157 whoever saves an older version gets what stands now, and which fields differ; words are only named', async () => {
  const { assessmentId } = (await start()).body;
  await save(assessmentId, eingabe());
  const mine = eingabe({
    gespraech: 'Anders',
    bereich: [area('wohnen', { bedarf: 'bedarf', worte: 'Papagei' }), area('arbeit', { bedarf: 'bedarf' })],
  });
  const reply = await save(assessmentId, mine);
  expect([reply.status, reply.body.code]).toEqual([409, 'gleichzeitig-geaendert']);
  expect(reply.body.daten.geaendert.toSorted()).toEqual(['bereich', 'gespraech', 'worte']);
  expect(reply.body.daten.aktuell).toMatchObject({
    fassung: 2,
    bereich: { wohnen: { bedarf: 'dringend', sicht: 'bedarf', persoenlich: true } },
    selbststand: { rechtlich: 2 },
  });
  expect(JSON.stringify(reply.body)).not.toMatch(/Kanarienvogel|Ruhiges/);
  expect((await save(assessmentId, { ...mine, fassung: 2 })).body).toEqual({ fassung: 3 });
});

test('M157 a closed case shows its rounds and takes no more', async () => {
  await complete();
  const { assessmentId } = (await start('2023-03-01')).body;
  await close();
  for (const reply of [
    await start('2023-04-01'),
    await save(assessmentId, eingabe({ am: '2023-03-01' })),
    await app.as('casemanager').send('DELETE', path(`/${assessmentId}`)),
  ]) {
    expect([reply.status, reply.body.code]).toEqual([422, 'fall-abgeschlossen']);
  }
  const { body } = await get();
  expect(body.runde).toHaveLength(2);
  expect(body.abilities).toEqual({ startAssessment: false, saveAssessment: false });
});

test('M157 the Koordination and colleagues do not see it, a substitute does, with a line in the access log', async () => {
  await complete();
  for (const by of ['koordination', 'kollegin', 'casemanagerBeta', 'traegerleitung'] as const) {
    expect([by, (await get(by)).status]).toEqual([by, 404]);
  }
  await arrange(
    app,
    sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
      values (${kreis}, ${app.konto.kollegin}, ${app.konto.casemanager}, ${traeger.alpha}, current_date, current_date + 1)`,
  );
  expect((await get('kollegin')).body.runde).toHaveLength(1);
  await arrange(app, sql`delete from vertretung`);
  const log = await look(
    app,
    sql`select count(*)::int as zahl from lesezugriff l join fall f on l.person_id @> array[f.person_id]
      where f.id = ${fallId} and l.vorgang = 'assessment.get' and l.konto_id = ${app.konto.kollegin}`,
  );
  expect(log).toEqual([{ zahl: 1 }]);
});

test('M157 the withdrawal hides it from everybody at once, also from the database role of the application', async () => {
  const id = await complete();
  await arrange(
    app,
    sql`update person set gesperrt_am = now() where id = (select person_id from fall where id = ${fallId})`,
  );
  for (const reply of [await get(), await start('2023-05-01'), await save(id, eingabe({ fassung: 2 }))]) {
    expect([403, 404]).toContain(reply.status);
  }
  expect((await get()).status).toBe(404);
  for (const table of ['assessment', 'assessment_bereich', 'selbststand']) {
    const rows = await asActor(app, 'casemanager', (tx) =>
      tx.all(sql`select from ${sql.table(table)} where fall_id = ${fallId}`),
    );
    expect([table, rows.length]).toEqual([table, 0]);
  }
});

async function keyOf() {
  return app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const row = await tx.one(sql<{ personId: string; schluessel: Buffer }>`
      select p.id as "personId", p.schluessel_verpackt as schluessel from fall f join person p on p.id = f.person_id
      where f.id = ${fallId}`);
    return {
      personId: row.personId,
      key: await app.schluessel.personKey(tx, kreis, traeger.alpha, row.schluessel),
    };
  });
}
