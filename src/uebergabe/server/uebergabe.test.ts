import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, nachbar, traeger, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
let zwoelf: string[];

beforeAll(async () => {
  app = await startTestApp();
  zwoelf = [];
  for (let at = 0; at < 12; at += 1) {
    const { fallId } = await app.admit('casemanager', {
      vorname: `Rima ${String.fromCodePoint(65 + at)}`,
      bemerkung: at === 0 ? 'Wohnt bei der Schwester' : '',
    });
    zwoelf.push(fallId);
  }
});
afterAll(() => app.close());

function eingabe(changed: Record<string, unknown> = {}) {
  return {
    fallIds: zwoelf,
    anTraegerId: traeger.beta,
    casemanagerId: null,
    wirksamAm: '2023-06-01',
    grund: 'zustaendigkeit',
    zustimmungAm: '2023-05-20',
    ...changed,
  };
}

function send(actor: ActorName, body: unknown, path = '', kreisId: string = kreis) {
  return app.as(actor).send('POST', `/kreis/${kreisId}/uebergabe${path}`, body);
}

/** Cases per Träger on a day, as they are known now or were known at a moment. */
async function counts(am: string, bekannt?: Date): Promise<Record<string, number>> {
  const konto = { kreisId: kreis, kontoId: app.konto.koordination };
  const rows = await app.db.asKonto(konto, {}, (tx) =>
    tx.as('lotse_zaehler', () =>
      tx.all(sql<{ traeger: string; n: number }>`
        select t.slug as traeger, count(*)::int as n from fall_zustaendigkeit z
        join traeger t on t.kreis_id = z.kreis_id and t.id = z.traeger_id
        where z.kreis_id = ${kreis} and z.gueltig_ab <= ${am}::date and (z.gueltig_bis is null or z.gueltig_bis > ${am}::date)
          and case when ${bekannt ?? null}::timestamptz is null then z.ersetzt_am is null
            else z.erfasst_am <= ${bekannt ?? null}::timestamptz
              and (z.ersetzt_am is null or z.ersetzt_am > ${bekannt ?? null}::timestamptz) end
        group by 1`),
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.traeger, row.n]));
}

test('M196 the preview says what would move and how the figures of both Träger change, and writes nothing', async () => {
  const reply = await send('koordination', eingabe(), '/vorschau');
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ moeglich: 12, hinderlich: 0 });
  expect(reply.body.wirkung).toEqual([
    { traegerId: traeger.alpha, vorher: 12, nachher: 0 },
    { traegerId: traeger.beta, vorher: 0, nachher: 12 },
  ]);
  expect(await counts('2023-06-01')).toEqual({ alpha: 12 });
});

test('the Koordination gets numbers and never a name', async () => {
  const { body } = await send('koordination', eingabe(), '/vorschau');
  expect(JSON.stringify(body)).not.toMatch(/Haddad|Person/);
});

test('a case manager sees only the figures of the own Träger change', async () => {
  const { body } = await send('casemanager', eingabe({ fallIds: zwoelf.slice(0, 1) }), '/vorschau');
  expect(body.wirkung).toEqual([{ traegerId: traeger.alpha, vorher: 12, nachher: 11 }]);
});

test('without the agreement of the clients nothing moves', async () => {
  const preview = await send('koordination', eingabe({ zustimmungAm: null }), '/vorschau');
  expect(preview.body.zeile[0].hinderung).toEqual(['zustimmung-fehlt']);
  const reply = await send('koordination', eingabe({ zustimmungAm: null }));
  expect(reply.status).toBe(409);
  expect(reply.body.code).toBe('uebergabe-unmoeglich');
  expect(await counts('2023-06-01')).toEqual({ alpha: 12 });
});

test('a hand-over is not dated ahead, goes to a Träger that exists and to one of its case managers', async () => {
  expect((await send('koordination', eingabe({ wirksamAm: '2199-01-01' }))).body.code).toBe(
    'datum-in-zukunft',
  );
  expect((await send('koordination', eingabe({ anTraegerId: randomUUID() }))).body.code).toBe(
    'traeger-unbekannt',
  );
  const fremd = eingabe({ casemanagerId: app.konto.kollegin });
  expect((await send('koordination', fremd)).body.code).toBe('konto-fremd');
});

test('a case manager asks the other side instead of moving a case there', async () => {
  const reply = await send('casemanager', eingabe({ fallIds: zwoelf.slice(0, 1) }));
  expect([reply.status, reply.body.code]).toEqual([409, 'anfrage-noetig']);
  expect((await send('koordination', eingabe({ grund: 'wunsch' }))).body.code).toBe('anfrage-noetig');
  expect(await counts('2023-06-01')).toEqual({ alpha: 12 });
});

test('one case that stands in the way keeps all of them where they are', async () => {
  const { fallId } = await app.admit('casemanager', { aufgenommenAm: '2023-07-01' });
  const reply = await send('koordination', eingabe({ fallIds: [...zwoelf, fallId] }));
  expect(reply.status).toBe(409);
  expect(reply.body.daten.fall).toEqual([
    { fallId, nummer: expect.any(String), hinderung: ['datum-vor-aufnahme'] },
  ]);
  expect(await counts('2023-06-01')).toEqual({ alpha: 12 });
});

test('whoever does not see a case cannot find it here either', async () => {
  const body = eingabe({ fallIds: zwoelf.slice(0, 1) });
  expect((await send('kollegin', body)).status).toBe(404);
  expect((await send('casemanagerBeta', body)).status).toBe(404);
  expect((await send('koordinationSueden', body)).status).toBe(404);
  expect((await send('verwaltungsassistenz', body)).status).toBe(404);
  expect((await send('nachbarKoordination', body)).status).toBe(404);
  expect((await send('nachbarKoordination', body, '', nachbar)).status).toBe(404);
});

test('M196 M197 twelve cases change the Träger; earlier key dates and what was known before stay as they were', async () => {
  const vorher = await app.owner((tx) => tx.one(sql<{ jetzt: Date }>`select clock_timestamp() as jetzt`));
  const reply = await send('koordinationNorden', eingabe());
  expect(reply.status).toBe(201);
  expect(reply.body.anzahl).toBe(12);

  expect(await counts('2023-05-31')).toEqual({ alpha: 12 });
  expect(await counts('2023-06-01')).toEqual({ beta: 12 });
  expect(await counts('2023-06-01', vorher.jetzt)).toEqual({ alpha: 12 });

  const list = await app.as('koordinationNorden').get(`/kreis/${kreis}/uebergabe`);
  expect(list.body).toMatchObject([
    { vonTraegerId: traeger.alpha, anTraegerId: traeger.beta, wirksamAm: '2023-06-01', anzahl: 12 },
  ]);
  expect((await app.as('koordinationSueden').get(`/kreis/${kreis}/uebergabe`)).body).toEqual([]);
});

test('after the hand-over the notes open at the receiving Träger and at no other', async () => {
  const [fallId] = zwoelf;
  const path = `/kreis/${kreis}/fall/${fallId}`;
  expect((await app.as('casemanager').get(path)).status).toBe(404);
  const akte = await app.as('casemanagerBeta').get(path);
  expect(akte.status).toBe(200);
  expect(akte.body.bemerkung).toBe('Wohnt bei der Schwester');

  const konto = { kreisId: kreis, kontoId: app.konto.casemanagerBeta };
  await app.db.asKonto(konto, {}, async (tx) => {
    const row = await tx.one(sql<{ schluessel: Buffer; id: string; siegel: Buffer }>`
      select p.schluessel_verpackt as schluessel, g.id, g.siegel from fall f
      join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      join geheimtext g on g.kreis_id = f.kreis_id and g.id = f.bemerkung_id
      where f.id = ${fallId!}`);
    const key = await app.schluessel.personKey(tx, kreis, traeger.beta, row.schluessel);
    expect(unsealForPerson(key, row.id, row.siegel)).toBe('Wohnt bei der Schwester');
    await expect(app.schluessel.personKey(tx, kreis, traeger.alpha, row.schluessel)).rejects.toThrow();
  });
});

test('every case keeps an event of its hand-over, without names', async () => {
  const rows = await app.owner((tx) =>
    tx.all(sql<{ gegenstand_id: string; daten: Record<string, unknown> }>`
      select gegenstand_id, daten from ereignis where art = 'fall.uebergeben'`),
  );
  expect(rows.map((row) => row.gegenstand_id).toSorted()).toEqual(zwoelf.toSorted());
  expect(rows[0]?.daten).toMatchObject({ von: traeger.alpha, an: traeger.beta, ab: '2023-06-01' });
});

test('a case that moved does not move again before that day, and may go back later', async () => {
  const [fallId] = zwoelf;
  const back = { fallIds: [fallId], anTraegerId: traeger.alpha, casemanagerId: app.konto.casemanager };
  const early = await send(
    'koordinationNorden',
    eingabe({ ...back, wirksamAm: '2023-05-25', zustimmungAm: '2023-05-20' }),
  );
  expect(early.body.daten.fall[0].hinderung).toEqual(['nach-juengerem-wechsel']);
  const reply = await send('koordinationNorden', eingabe({ ...back, wirksamAm: '2023-09-01' }));
  expect(reply.status).toBe(201);
  expect(await counts('2023-09-01')).toEqual({ alpha: 2, beta: 11 });
  expect((await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`)).status).toBe(200);
  expect((await app.as('kollegin').get(`/kreis/${kreis}/fall/${fallId}`)).status).toBe(404);
});

test('a closed case may be handed over too', async () => {
  const { fallId } = await app.admit('casemanager', { kommuneId: kommune.sueden });
  const akte = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`);
  const closed = await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/status`, {
    fassung: akte.body.fassung,
    status: 'abgeschlossen',
    ab: '2023-03-01',
    grund: 'umzug',
    begruendung: '',
  });
  expect(closed.status).toBe(200);
  expect((await send('koordination', eingabe({ fallIds: [fallId] }))).status).toBe(201);
});
