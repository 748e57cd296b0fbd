import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/support/relation.ts';
import { runKontoCli } from './konto-cli.ts';

let world: World & { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function* line(text: string) {
  yield text;
}

/** Runs the command as the terminal does; exit code and what it printed. */
async function konto(command: string, stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runKontoCli(
    command.split(' '),
    { ...world, config: { url: 'http://lotse.test' } },
    {
      stdin: line(stdin),
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  return { code, out, err };
}

async function rollen(anmeldename: string): Promise<unknown> {
  const { out } = await konto('liste --kreis musterkreis --json');
  const { konten } = JSON.parse(out) as { konten: { anmeldename: string; rollen: unknown }[] };
  return konten.find((zeile) => zeile.anmeldename === anmeldename)?.rollen;
}

test('an account is made with a role and a password that is shown once', async () => {
  const made = await konto(
    'anlegen a.kaya --kreis musterkreis --name Aylin --rolle casemanager --traeger beta --json',
  );
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toEqual({
    anmeldename: 'a.kaya',
    kennwort: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
  });
  expect(await rollen('a.kaya')).toEqual([
    { kreis: 'musterkreis', rolle: 'casemanager', traeger: 'beta', region: null, bis: null },
  ]);
  expect((await konto('liste')).out).toContain('casemanager (beta) in musterkreis');
});

test('an account of a partner names its office', async () => {
  await world.owner((tx) =>
    tx.run(sql`insert into stelle (kreis_id, name, art) values ('musterkreis', 'Schulamt', 'schule')`),
  );
  const without = await konto('anlegen p.amt --kreis musterkreis --name Amt --rolle partner --json');
  expect(without).toMatchObject({ code: 1, out: '{"abgelehnt":"rolle-braucht-stelle"}\n' });
  const unknown = await konto(
    'anlegen p.amt --kreis musterkreis --name Amt --rolle partner --stelle Fremdamt --json',
  );
  expect(unknown.out).toBe('{"abgelehnt":"stelle-unbekannt"}\n');
  const made = await konto(
    'anlegen p.amt --kreis musterkreis --name Amt --rolle partner --stelle Schulamt --json',
  );
  expect(made.code).toBe(0);
  expect((await konto('rolle p.amt --rolle partner --stelle Schulamt --beenden')).code).toBe(0);
});

test('an invitation makes the account and shows the link once; the list says the state', async () => {
  const made = await konto(
    'einladen i.neu --kreis musterkreis --name Ina --rolle traegerleitung --traeger beta --mail i@beta.example --json',
  );
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toEqual({
    anmeldename: 'i.neu',
    link: expect.stringMatching(/^http:\/\/lotse\.test\/einladung#[\w-]{43}$/),
    gueltigBis: expect.any(String),
  });
  expect((await konto('liste --kreis musterkreis')).out).toContain('Ina (eingeladen)');
  const again = await konto('einladen i.neu');
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('/einladung#') });
  expect((await konto('einladen niemand --json')).out).toBe('{"abgelehnt":"konto-unbekannt"}\n');
});

test('a password may come from standard input and is then not repeated', async () => {
  const made = await konto('anlegen b.lang --kreis musterkreis --name Bea --eingabe', 'Leiter-Apfel-17\n');
  expect(made).toEqual({ code: 0, out: 'Das Konto b.lang ist angelegt.\n', err: '' });
  const weak = await konto('kennwort b.lang --eingabe', 'b.lang-b.lang\n');
  expect(weak).toMatchObject({ code: 1, err: expect.stringContaining('zu leicht zu erraten') });
});

test('the ability to import is given for a time, prolonged and ended', async () => {
  const without = await konto('rolle koordination --rolle uebernahme --json');
  expect(without).toMatchObject({ code: 1, out: '{"abgelehnt":"rolle-braucht-frist"}\n' });
  expect((await konto('rolle koordination --rolle uebernahme --bis 2099-01-31')).code).toBe(0);
  expect((await konto('rolle koordination --rolle uebernahme --bis 2099-12-31')).code).toBe(0);
  expect(await rollen('koordination')).toContainEqual(
    expect.objectContaining({ rolle: 'uebernahme', bis: '2099-12-31' }),
  );
  expect(await rollen('koordination')).toHaveLength(2);
  expect((await konto('rolle koordination --rolle uebernahme --beenden')).code).toBe(0);
  expect(await rollen('koordination')).toHaveLength(1);
  expect((await konto('rolle koordination --rolle uebernahme --beenden')).code).toBe(1);
});

test('locking, opening and signing out say what they did', async () => {
  expect((await konto('sperren kollegin')).out).toContain('gesperrt');
  expect((await konto('liste --kreis musterkreis')).out).toContain('Konto kollegin (gesperrt)');
  expect((await konto('entsperren kollegin')).code).toBe(0);
  expect((await konto('abmelden kollegin --json')).out).toBe('{"anmeldename":"kollegin","beendet":0}\n');
});

test.each([
  ['anlegen kollegin --kreis musterkreis --name X', 'anmeldename-vergeben'],
  ['anlegen a --kreis musterkreis --name X', 'anmeldename-ungueltig'],
  ['anlegen neu.name --kreis nirgendwo --name X', 'kreis-unbekannt'],
  ['rolle kollegin --rolle casemanager', 'rolle-braucht-traeger'],
  ['rolle kollegin --rolle casemanager --traeger gamma', 'traeger-unbekannt'],
  ['rolle kollegin --rolle koordination --region westen', 'region-unbekannt'],
  ['rolle kollegin --rolle casemanager --traeger alpha', 'rolle-vorhanden'],
  ['rolle kollegin --rolle uebernahme --bis 2020-01-01', 'frist-vorbei'],
  ['sperren niemand', 'konto-unbekannt'],
])('%s is refused with %s', async (command, code) => {
  expect(await konto(`${command} --json`)).toMatchObject({ code: 1, out: `{"abgelehnt":"${code}"}\n` });
});

test.each([
  'loeschen kollegin',
  'sperren',
  'sperren a b',
  'anlegen x.y --kreis musterkreis',
  'kennwort kollegin --kennwort geheim',
  'rolle kollegin --rolle chef',
  'rolle kollegin --rolle uebernahme --bis morgen',
])('%s is wrong use: exit code 2 and the usage', async (command) => {
  expect(await konto(command)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('lotse konto liste'),
  });
});

test('a lost second factor is reset: factors, recovery codes and sessions go, the account is told', async () => {
  await konto('anlegen f.lost --kreis musterkreis --name Fatma');
  const kontoId = await world.owner(async (tx) => {
    const { id } = await tx.one(sql<{ id: string }>`select id from konto where anmeldename = 'f.lost'`);
    await tx.run(sql`
      insert into faktor_totp (kreis_id, konto_id, name, geheimnis_siegel, bestaetigt_am)
      values ('musterkreis', ${id}, 'Handy', '\\x01', now())`);
    await tx.run(sql`
      insert into wiederherstellungscode (kreis_id, konto_id, pruefwert)
      values ('musterkreis', ${id}, ${'0'.repeat(64)})`);
    await tx.run(sql`
      insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values ('musterkreis', ${id}, 'x', 2, now() + interval '1 hour')`);
    return id;
  });
  expect(await konto('faktor f.lost --json')).toMatchObject({ code: 0, out: '{"anmeldename":"f.lost"}\n' });
  const left = await world.owner((tx) =>
    tx.one(sql<{ anzahl: number; arten: string[] }>`
      select (select count(*) from faktor_totp where konto_id = ${kontoId})
        + (select count(*) from wiederherstellungscode where konto_id = ${kontoId})
        + (select count(*) from sitzung where konto_id = ${kontoId}) as anzahl,
        (select array_agg(art) from nachricht where konto_id = ${kontoId}) as arten`),
  );
  expect(left).toEqual({ anzahl: 0, arten: ['faktor.zurueckgesetzt'] });
  expect((await konto('faktor niemand --json')).out).toBe('{"abgelehnt":"konto-unbekannt"}\n');
});
