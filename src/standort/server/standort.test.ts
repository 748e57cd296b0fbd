import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { standortHinweise } from '../rules.ts';

let app: TestApp;
const rathaus = randomUUID();
const treff = randomUUID();
const beta = randomUUID();
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
  await app.owner((tx) =>
    tx.run(sql`insert into standort (kreis_id, id, traeger_id, kommune_id, name, art) values
      (${kreis}, ${rathaus}, ${traeger.alpha}, ${kommune.norden}, 'Rathaus', 'intern'),
      (${kreis}, ${treff}, ${traeger.alpha}, ${kommune.sueden}, 'Treff <Süd>', 'extern'),
      (${kreis}, ${beta}, ${traeger.beta}, null, 'Beta', 'intern')`),
  );
});
afterAll(() => app.close());

const leer = { anschrift: '', telefon: '', email: '', oeffnung: '', ausstattung: [], raum: [] };

function change(id: string, body: Record<string, unknown>, by: ActorName = 'casemanager') {
  return app.as(by).send('PUT', `/kreis/${kreis}/standort/${id}`, { ...leer, fassung: 1, ...body });
}

async function list() {
  return (await app.as('casemanager').get(`/kreis/${kreis}/standort`)).body;
}

async function find(id: string) {
  return (await list()).standort.find((each: { id: string }) => each.id === id);
}

test('M119 a place without a protected room is pointed out until it has one', async () => {
  expect(standortHinweise(await find(rathaus))).toContain('kein_geschuetzter_raum');
  const offen = { raum: [{ name: 'Foyer', geschuetzt: false }] };
  expect((await change(rathaus, offen)).body).toEqual({ fassung: 2 });
  expect(standortHinweise(await find(rathaus))).toContain('kein_geschuetzter_raum');
  const raum = [
    { name: 'Foyer', geschuetzt: false },
    { name: 'Raum 2', geschuetzt: true },
  ];
  await change(rathaus, { raum, telefon: '02371 4711', fassung: 2 });
  const found = await find(rathaus);
  expect(found.raum).toEqual(raum);
  expect(standortHinweise(found)).toEqual([]);
});

test('M121 M152 counselling outside needs the whole checklist, and files travel in their container only', async () => {
  const raum = [{ name: 'Nebenraum', geschuetzt: true }];
  const ohne = ['laptop', 'mobiltelefon', 'schrank', 'drucker'];
  await change(treff, { raum, ausstattung: ohne });
  expect(standortHinweise(await find(treff))).toEqual(['transportbehaeltnis_fehlt']);
  await change(treff, { raum, ausstattung: ['transportbehaeltnis', 'laptop'], fassung: 2 });
  expect(standortHinweise(await find(treff))).toEqual(['ausstattung_fehlt']);
  await change(treff, { raum, ausstattung: [...ohne, 'transportbehaeltnis'], fassung: 3 });
  expect(standortHinweise(await find(treff))).toEqual([]);
  const intern = { art: 'intern' as const, ausstattung: [], raum };
  expect(standortHinweise(intern)).toEqual([]);
});

function distribute(
  prozente: readonly [string, number][],
  gueltigAb: string,
  by: ActorName = 'koordination',
) {
  return app.as(by).send('POST', `/kreis/${kreis}/traeger/${traeger.alpha}/stundenanteil`, {
    gueltigAb,
    anteil: prozente.map(([standortId, prozent]) => ({ standortId, prozent })),
  });
}

test('M120 the shares of a Träger make 100 per cent, and a change from a day on is an event', async () => {
  const zuViel = await distribute(
    [
      [rathaus, 70],
      [treff, 40],
    ],
    '2026-01-01',
  );
  expect(zuViel.body.felder).toEqual([{ instance: '/anteil', code: 'anteile-nicht-hundert' }]);
  const fremd = await distribute(
    [
      [rathaus, 70],
      [beta, 30],
    ],
    '2026-01-01',
  );
  expect(fremd.body.felder).toEqual([{ instance: '/anteil/1/standortId', code: 'standort-fremd' }]);
  expect(
    (
      await distribute(
        [
          [rathaus, 70],
          [treff, 30],
        ],
        '2026-01-01',
      )
    ).status,
  ).toBe(201);
  expect(
    (
      await distribute(
        [
          [rathaus, 50],
          [treff, 50],
        ],
        '2026-04-01',
      )
    ).status,
  ).toBe(201);
  const { stundenanteil } = await list();
  const shares = stundenanteil.map(
    (each: {
      gueltigAb: string;
      gueltigBis: string | null;
      anteil: { standortId: string; prozent: number }[];
    }) => [
      each.gueltigAb,
      each.gueltigBis,
      each.anteil.find(({ standortId }) => standortId === treff)?.prozent,
      each.anteil.reduce((sum, { prozent }) => sum + prozent, 0),
    ],
  );
  expect(shares).toEqual([
    ['2026-01-01', '2026-04-01', 30, 100],
    ['2026-04-01', null, 50, 100],
  ]);
  const events = await app.owner((tx) =>
    tx.all(
      sql<{
        daten: { ab: string };
      }>`select daten from ereignis where art = 'stundenanteil.gesetzt' order by id`,
    ),
  );
  expect(events.map(({ daten }) => daten.ab)).toEqual(['2026-01-01', '2026-04-01']);
  expect((await distribute([[rathaus, 100]], '2026-05-01', 'casemanager')).status).toBe(404);
});

test('a case manager keeps the places of the own Träger, and two colleagues do not overwrite each other', async () => {
  expect((await change(beta, {})).body.code).toBe('standort-fremd');
  expect((await change(beta, { telefon: '1' }, 'verwaltungsassistenz')).status).toBe(200);
  expect((await change(beta, { telefon: '2' }, 'casemanagerBeta')).body).toMatchObject({
    code: 'gleichzeitig-geaendert',
    daten: { geaendert: ['telefon'] },
  });
  const doppelt = [
    { name: 'Raum 1', geschuetzt: true },
    { name: 'Raum 1', geschuetzt: false },
  ];
  expect((await change(beta, { raum: doppelt, fassung: 2 }, 'casemanagerBeta')).body.code).toBe(
    'raum-doppelt',
  );
  expect((await change(beta, {}, 'nachbarCasemanager')).status).toBe(404);
});

async function page(path: string): Promise<Response> {
  return app.app.request(path);
}

test('M107 where counselling is to be had is public, with opening and open hours, and names no person', async () => {
  await change(
    beta,
    {
      anschrift: 'Markt 1\n59999 Norddorf',
      telefon: '02371 4711-0',
      email: 'beratung@beta.example',
      oeffnung: 'Mo bis Do 9 bis 16 Uhr',
      fassung: 2,
    },
    'casemanagerBeta',
  );
  await app.db.asKonto({ kreisId: kreis, kontoId: app.konto.casemanagerBeta }, {}, async (tx) => {
    const id = randomUUID();
    await tx.run(sql`insert into sprechstunde (kreis_id, id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab)
      values (${kreis}, ${id}, ${traeger.beta}, ${beta}, ${app.konto.casemanagerBeta}, 'sprechstunde', 2, '09:00', '11:30', '2026-01-01')`);
    await tx.run(sql`insert into sprechstunde_ausfall (kreis_id, sprechstunde_id, am, grund)
      values (${kreis}, ${id}, '2026-03-17', 'sonstiges'), (${kreis}, ${id}, '2026-06-16', 'sonstiges')`);
  });
  const { body, status } = await app.nobody.get(`/kontaktblatt/${kreis}`);
  expect(status).toBe(200);
  const ort = body.standort.find((each: { name: string }) => each.name === 'Beta');
  expect(ort).toEqual({
    name: 'Beta',
    traeger: 'Beta',
    kommune: null,
    anschrift: 'Markt 1\n59999 Norddorf',
    telefon: '02371 4711-0',
    email: 'beratung@beta.example',
    oeffnung: 'Mo bis Do 9 bis 16 Uhr',
    sprechstunde: [
      { art: 'sprechstunde', wochentag: 2, von: '09:00', bis: '11:30', ausfall: ['2026-03-17'] },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('Konto');
  expect((await app.nobody.get('/kontaktblatt/gibtesnicht')).status).toBe(404);
});

test('M107 the same as a page for any web site: embeddable, kept for a while, without script, in German and English', async () => {
  const german = await page(`/kontaktblatt/${kreis}`);
  expect(german.headers.get('content-type')).toContain('text/html');
  expect(german.headers.get('cache-control')).toBe('public, max-age=300');
  expect(german.headers.get('x-frame-options')).toBeNull();
  expect(german.headers.get('content-security-policy')).toContain('frame-ancestors *');
  const html = await german.text();
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('dienstags 09:00 bis 11:30 Uhr, offene Sprechstunde (fällt aus am 17.03.2026)');
  expect(html).toContain('href="tel:0237147110"');
  expect(html).toContain('Treff &lt;Süd&gt;');
  expect(html).not.toContain('<script');
  const english = await (await page(`/kontaktblatt/${kreis}?sprache=en`)).text();
  expect(english).toContain('on Tuesdays 09:00 to 11:30, open consultation (not on 17.03.2026)');
  const missing = await page('/kontaktblatt/gibtesnicht');
  expect([missing.status, missing.headers.get('x-frame-options')]).toEqual([404, 'DENY']);
  const rest = await page('/api/zustand');
  expect(rest.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
