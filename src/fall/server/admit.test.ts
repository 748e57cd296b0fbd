import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { look } from '#test/support/look.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const person = {
  familienname: 'Öztürk',
  vorname: 'Ayşe',
  geburtsdatum: '1990-05-01',
  einwilligung: { erteiltAm: '2023-02-01', textfassung: '2', sprache: 'tur' },
  aufgenommenAm: '2023-02-03',
  traegerId: traeger.alpha,
  kommuneId: kommune.norden,
  ortsteilId: null,
  zugang: 'schule',
  merkmal: {
    geschlecht: 'w',
    herkunftsland: 'sy',
    leistungsbezug: null,
    lebensbereich: ['wohnen', 'arbeit'],
  },
  bemerkung: 'möchte vormittags',
};

function admit(changed: object = {}, by: Parameters<TestApp['as']>[0] = 'casemanager') {
  return app.as(by).send('POST', `/kreis/${kreis}/fall`, { ...person, ...changed });
}

describe('admission', () => {
  test('M134 M140 a person with consent becomes a case with everything that is counted', async () => {
    const reply = await admit();
    expect(reply.status).toBe(201);
    const { fallId, nummer } = reply.body;
    expect(nummer).toMatch(/^MU-\d{4}$/);
    const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}`);
    expect(body).toMatchObject({
      nummer,
      person: { familienname: 'Öztürk', vorname: 'Ayşe', geburtsdatum: '1990-05-01' },
      traegerId: traeger.alpha,
      casemanagerId: app.konto.casemanager,
      aufgenommenAm: '2023-02-03',
      fassung: 1,
      zugang: 'schule',
      bemerkung: 'möchte vormittags',
      merkmal: {
        geschlecht: 'w',
        herkunftsland: 'sy',
        leistungsbezug: null,
        lebensbereich: ['arbeit', 'wohnen'],
      },
      einwilligung: {
        personId: expect.any(String),
        erteiltAm: '2023-02-01',
        textfassung: '2',
        sprache: 'tur',
        widerrufenAm: null,
        ablaufAm: null,
      },
      statusHerkunft: 'aufnahme',
      aktivBis: '2023-05-03',
      status: 'ruhend',
      aktivRegel: { art: 'kontakt', monate: 3 },
      episode: [{ nummer: 1, ab: '2023-02-03', bis: null, grund: null }],
      zustaendigkeit: [{ traegerId: traeger.alpha, ab: '2023-02-03', bis: null, anlass: 'aufnahme' }],
      abilities: { recordBeratungskontakt: true, changeFall: true, closeFall: true, reopenFall: false },
    });
  });

  test('numbers run on over the whole Kreis, also past cases that the actor does not see', async () => {
    const one = await admit();
    const two = await admit({ traegerId: traeger.beta }, 'casemanagerBeta');
    const three = await admit();
    const numbers = [one, two, three].map((reply) => Number(reply.body.nummer.slice(3)));
    expect(numbers.map((n) => n - (numbers[0] ?? 0))).toEqual([0, 1, 2]);
  });

  test('two who admit at the same moment get two numbers', async () => {
    const replies = await Promise.all([
      admit(),
      admit({}, 'kollegin'),
      admit({ traegerId: traeger.beta }, 'casemanagerBeta'),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map((reply) => reply.body.nummer)).size).toBe(3);
  });

  test.each([
    ['without a signature', { einwilligung: undefined }, 'eingabe-ungueltig'],
    ['signed after admission', { aufgenommenAm: '2023-01-31' }, 'einwilligung-nach-aufnahme'],
    ['in the future', { aufgenommenAm: '2199-01-01' }, 'datum-in-zukunft'],
    ['with a name in another script', { familienname: 'Хаддад' }, 'name-andere-schrift'],
    ['with signs outside DIN 91379', { vorname: '„Rima“' }, 'name-zeichen'],
    ['for another Träger', { traegerId: traeger.beta }, 'traeger-fremd'],
    ['with an unknown code', { zugang: 'brieftaube' }, 'code-unbekannt'],
    [
      'with a Merkmal of another list',
      { merkmal: { ...person.merkmal, geschlecht: 'sy' } },
      'code-unbekannt',
    ],
    ['in a Kommune of another Kreis', { kommuneId: kommune.nachbar }, 'code-unbekannt'],
  ])('M140 is refused %s, and nothing remains', async (_name, changed, code) => {
    const before = await countPersons();
    const reply = await admit(changed);
    expect(reply.status).toBe(422);
    expect(reply.body.code).toBe(code);
    expect(await countPersons()).toBe(before);
  });

  test('M140 the database itself refuses a person without consent', async () => {
    const konto = { kreisId: kreis, kontoId: app.konto.casemanager };
    const insert = app.db.asKonto(konto, {}, (tx) =>
      tx.run(sql`insert into person (kreis_id, traeger_id, casemanager_id, einwilligung_id, familienname, suchform, suchlaut, schluessel_verpackt)
        values (${kreis}, ${traeger.alpha}, ${konto.kontoId}, gen_random_uuid(), 'Ohne', 'ohne', 'an', '\\x00')`),
    );
    await expect(insert).rejects.toMatchObject({ code: '23503', constraint: 'person_nur_mit_einwilligung' });
  });

  test('a key used twice admits one person', async () => {
    const before = await countPersons();
    const header = { 'idempotency-key': 'aufnahme-0001' };
    const send = () => app.as('casemanager').send('POST', `/kreis/${kreis}/fall`, person, header);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(await countPersons()).toBe(before + 1);
  });

  test('every admission leaves an event without a name', async () => {
    const { body } = await admit();
    const events = await look(app, sql`select art, daten from ereignis where gegenstand_id = ${body.fallId}`);
    expect(events).toEqual([
      {
        art: 'fall.aufgenommen',
        daten: { aufgenommenAm: '2023-02-03', traegerId: traeger.alpha, einwilligungAm: '2023-02-01' },
      },
    ]);
  });
});

async function countPersons(): Promise<number> {
  const rows = await look(app, sql<{ n: number }>`select count(*)::int as n from person`);
  return rows[0]?.n ?? 0;
}
