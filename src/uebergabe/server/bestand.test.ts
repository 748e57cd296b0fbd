import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { insertAnfrage } from '#test/support/anfrage.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let fallIds: string[];
let dritte: string;
const heute = today();

beforeAll(async () => {
  app = await startTestApp();
  // A third colleague of Alpha, so that something can be distributed.
  dritte = randomUUID();
  await arrange(
    app,
    sql`insert into konto (kreis_id, id, anmeldename, name) values (${kreis}, ${dritte}, 'dritte', 'Konto dritte')`,
  );
  await arrange(
    app,
    sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
      values (${kreis}, ${kreis}, ${dritte}, 'casemanager', ${traeger.alpha})`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  for (const table of ['nachricht', 'aufgabe', 'termin', 'anfrage', 'fall', 'abwesenheit'])
    await arrange(app, sql`delete from ${sql.table(table)}`);
  fallIds = [];
  for (const vorname of ['Rima', 'Samir', 'Lina', 'Omar']) {
    fallIds.push((await app.admit('casemanager', { vorname })).fallId);
  }
});

const base = `/kreis/${kreis}/fallbestand`;
function give(changed: object = {}, by: ActorName = 'traegerleitung') {
  return app.as(by).send('POST', `${base}/uebergabe`, {
    traegerId: traeger.alpha,
    vonKontoId: app.konto.casemanager,
    ab: '2024-01-01',
    verteilung: { art: 'gleichmaessig', an: [app.konto.kollegin, dritte] },
    ...changed,
  });
}

const leads = async () =>
  Object.fromEntries(
    (
      await look(
        app,
        sql<{ id: string; konto: string; person: string }>`
          select f.id, f.casemanager_id as konto, p.casemanager_id as person
          from fall f join person p on p.id = f.person_id`,
      )
    ).map(({ id, konto, person }) => [id, konto === person ? konto : 'verschieden']),
  );

/** Cases per case manager on a key date, as they count. */
const counts = async (am: string) =>
  (
    await look(
      app,
      sql<{ n: number; traeger: string }>`
        select count(*)::int as n, count(distinct traeger_id)::text as traeger from fall_zustaendigkeit
        where ersetzt_am is null and gueltig_ab <= ${am}::date and (gueltig_bis is null or gueltig_bis > ${am}::date)
        group by casemanager_id order by 1`,
    )
  ).map(({ n }) => n);

describe('M199 the caseload of a colleague who leaves', () => {
  test('the head of the Träger sees counts and never a case, and distributes all of it evenly', async () => {
    const list = (await app.as('traegerleitung').get(base)).body;
    const row = list.find((each: { kontoId: string }) => each.kontoId === app.konto.casemanager);
    expect(row).toMatchObject({ offen: 4, abgeschlossen: 0, darf: true, name: 'Konto casemanager' });
    const one = await app.as('traegerleitung').get(`${base}/${traeger.alpha}/${app.konto.casemanager}`);
    expect(one.body).toEqual({ offen: 4, abgeschlossen: 0, mitBlatt: null, fall: [] });

    const reply = await give();
    expect(reply.status).toBe(201);
    expect(reply.body.verteilt.map((each: { anzahl: number }) => each.anzahl)).toEqual([2, 2]);
    expect(JSON.stringify(reply.body)).not.toMatch(/Haddad|Rima/);
    const after = Object.values(await leads());
    expect(after.filter((id) => id === app.konto.kollegin)).toHaveLength(2);
    expect(after.filter((id) => id === dritte)).toHaveLength(2);
    expect((await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallIds[0]}`)).status).toBe(404);
    const own = await Promise.all(
      fallIds.map(async (id) => (await app.as('kollegin').get(`/kreis/${kreis}/fall/${id}`)).status),
    );
    expect(own.filter((status) => status === 200)).toHaveLength(2);
  });

  test('earlier key dates stay as they were, and the case stays with its Träger', async () => {
    await give();
    expect(await counts('2023-12-31')).toEqual([4]);
    expect(await counts('2024-01-01')).toEqual([2, 2]);
    const rows = await look(app, sql`select from fall_zustaendigkeit where traeger_id <> ${traeger.alpha}`);
    expect(rows).toEqual([]);
  });

  test('colleagues, the one who leaves and the Koordination are told in numbers', async () => {
    await give();
    const told = await look(
      app,
      sql<{ art: string; wer: string; daten: { anzahl: number } }>`
        select n.art, k.anmeldename as wer, n.daten from nachricht n join konto k on k.id = n.konto_id order by 1, 2`,
    );
    expect(told.map(({ art, wer, daten }) => [art, wer, daten.anzahl])).toEqual([
      ['fallbestand.erhalten', 'dritte', 2],
      ['fallbestand.erhalten', 'kollegin', 2],
      ['fallbestand.uebergeben', 'casemanager', 4],
      ['fallbestand.uebergeben', 'koordination', 4],
      ['fallbestand.uebergeben', 'koordinationnorden', 4],
    ]);
  });

  test('case by case by the colleague herself, with what is not named staying; open Anfragen go back with the rest', async () => {
    const { anfrageId } = await insertAnfrage(app, { casemanagerId: app.konto.casemanager });
    const zuteilung = fallIds.slice(0, 3).map((fallId) => ({ fallId, anKontoId: app.konto.kollegin }));
    const part = await give({ verteilung: { art: 'einzeln', zuteilung } }, 'casemanager');
    expect(part.body).toEqual({ verteilt: [{ kontoId: app.konto.kollegin, anzahl: 3 }], anfragen: 0 });
    expect((await leads())[fallIds[3]!]).toBe(app.konto.casemanager);
    const rest = await give({ verteilung: { art: 'gleichmaessig', an: [dritte] } }, 'casemanager');
    expect(rest.body.anfragen).toBe(1);
    const left = await look(app, sql`select from anfrage where id = ${anfrageId} and casemanager_id is null`);
    expect(left).toHaveLength(1);
  });

  test('appointments and open tasks go with the case, also of a person who withdrew', async () => {
    const [fallId] = fallIds;
    await arrange(
      app,
      sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, fall_id)
        values (${kreis}, ${traeger.alpha}, ${app.konto.casemanager}, 'beratung', '2031-01-01T10:00Z', '2031-01-01T11:00Z', ${fallId})`,
    );
    await arrange(
      app,
      sql`insert into aufgabe (kreis_id, fall_id, zustaendig_id, text_siegel)
        values (${kreis}, ${fallId}, ${app.konto.casemanager}, 'x')`,
    );
    await arrange(
      app,
      sql`update person set gesperrt_am = now() where id in (select person_id from fall where id = ${fallId})`,
    );
    await give({ verteilung: { art: 'gleichmaessig', an: [dritte] } });
    expect((await leads())[fallId!]).toBe(dritte);
    const termin = await look(app, sql<{ casemanager_id: string }>`select casemanager_id from termin`);
    const aufgabe = await look(app, sql<{ zustaendig_id: string | null }>`select zustaendig_id from aufgabe`);
    expect([termin[0]?.casemanager_id, aufgabe[0]?.zustaendig_id]).toEqual([dritte, null]);
  });

  test('is not for others, not for another Träger, not ahead of time and not for cases of somebody else', async () => {
    expect((await give({}, 'kollegin')).status).toBe(404);
    expect((await give({}, 'casemanagerBeta')).status).toBe(404);
    expect((await give({ traegerId: traeger.beta })).status).toBe(404);
    expect((await give({}, 'koordination')).status).toBe(404);
    expect((await give({ ab: '2199-01-01' })).body.code).toBe('datum-in-zukunft');
    const beta = { art: 'gleichmaessig', an: [app.konto.casemanagerBeta] };
    expect((await give({ verteilung: beta })).body.felder[0].code).toBe('konto-fremd');
    const fremd = { art: 'einzeln', zuteilung: [{ fallId: randomUUID(), anKontoId: app.konto.kollegin }] };
    expect((await give({ verteilung: fremd })).body.code).toBe('fall-unbekannt');
    expect(await counts(heute)).toEqual([4]);
    // The functions of the database ask the same of whoever calls them.
    const konto = { kreisId: kreis, kontoId: app.konto.kollegin };
    const seen = await app.db.asKonto(konto, {}, (tx) =>
      tx.all(sql`select from bestand_faelle(${kreis}, ${traeger.alpha}, ${app.konto.casemanager})`),
    );
    expect(seen).toEqual([]);
  });
});

describe('M199 the hand-over sheet', () => {
  const path = () => `/kreis/${kreis}/fall/${fallIds[0]}/uebergabeblatt`;
  const worte = {
    vertrauen: 'Vertraut der Nachbarin',
    umgang: 'Braucht Zeit',
    absprachen: 'Brief ans Jugendamt zugesagt',
    vorsicht: '',
  };

  test('keeps what is in no file sealed, and goes with the case to whoever takes it', async () => {
    const saved = await app.as('casemanager').send('PUT', path(), { ...worte, fassung: 0 });
    expect(saved.body).toEqual({ fassung: 1 });
    const rows = await look(app, sql<{ siegel: Buffer }>`select wissen_siegel as siegel from uebergabeblatt`);
    expect(rows[0]?.siegel.includes('Nachbarin')).toBe(false);
    const stale = await app.as('casemanager').send('PUT', path(), { ...worte, fassung: 0 });
    expect(stale.body.code).toBe('gleichzeitig-geaendert');
    expect((await app.as('casemanagerBeta').get(path())).status).toBe(404);
    expect((await app.as('koordination').get(path())).status).toBe(404);
    await app.as('koordination').send('POST', `/kreis/${kreis}/uebergabe`, {
      fallIds: [fallIds[0]],
      anTraegerId: traeger.beta,
      casemanagerId: null,
      wirksamAm: heute,
      grund: 'zustaendigkeit',
      zustimmungAm: heute,
    });
    const taken = await app.as('casemanagerBeta').get(path());
    expect(taken.body).toMatchObject({ fassung: 1, wissen: worte });
    expect((await app.as('casemanager').get(path())).status).toBe(404);
    const reads = await look(app, sql`select from lesezugriff where vorgang = 'uebergabe.blatt'`);
    expect(reads).toHaveLength(1);
  });

  test('names the open work out of the file: appointment, task, referral, what runs out', async () => {
    const [fallId] = fallIds;
    const ort = await look(
      app,
      sql<{ person_id: string; schluessel: Buffer }>`
        select p.id as person_id, p.schluessel_verpackt as schluessel from fall f join person p on p.id = f.person_id
        where f.id = ${fallId}`,
    );
    const id = randomUUID();
    const konto = { kreisId: kreis, kontoId: app.konto.casemanager };
    const siegel = await app.db.asKonto(konto, {}, async (tx) =>
      sealForPerson(
        await app.schluessel.personKey(tx, kreis, traeger.alpha, ort[0]!.schluessel),
        id,
        'Kita anrufen',
      ),
    );
    for (const statement of [
      sql`insert into aufgabe (kreis_id, id, fall_id, faellig_am, text_siegel) values (${kreis}, ${id}, ${fallId}, '2031-02-01', ${siegel})`,
      sql`insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, fall_id)
        values (${kreis}, ${traeger.alpha}, ${app.konto.casemanager}, 'beratung', '2031-01-01T10:00Z', '2031-01-01T11:00Z', ${fallId})`,
      sql`insert into person_merkmal (kreis_id, person_id, merkmal, wert, laeuft_ab_am, gueltig_ab)
        values (${kreis}, ${ort[0]!.person_id}, 'aufenthaltstitel', 'AE_25_3', ${heute}, '2023-01-01')`,
      sql`with s as (insert into stelle (kreis_id, name, art, kommune_id) values (${kreis}, 'Jobcenter', 'jobcenter', ${kommune.norden}) returning id)
        insert into vermittlung (kreis_id, fall_id, art, stelle_id, lebensbereich, am, stand, stand_am)
        select ${kreis}, ${fallId}, 'vermittlung', s.id, 'arbeit', '2024-01-01', 'gesendet', '2024-01-01' from s`,
    ]) {
      await arrange(app, statement);
    }
    const pdf = await app.as('casemanager').get(`${path()}/papier`);
    const { text, roles } = await readPdf(pdf.bytes);
    expect(text).toMatch(/Übergabeblatt.*01\.01\.2031, 11:00 Uhr.*Kita anrufen.*Jobcenter/s);
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table']));
    expect((await app.as('casemanagerBeta').get(`${path()}/papier`)).status).toBe(404);
    const { body } = await app.as('casemanager').get(path());
    expect(body.posten).toEqual([
      { art: 'termin', text: 'beratung', wer: 'Konto casemanager', bis: '2031-01-01', um: '11:00' },
      { art: 'aufgabe', text: 'Kita anrufen', wer: '', bis: '2031-02-01', um: null },
      { art: 'vermittlung', text: 'Jobcenter', wer: 'gesendet', bis: null, um: null },
      { art: 'titel', text: 'AE_25_3', wer: '', bis: heute, um: null },
    ]);
  });
});
