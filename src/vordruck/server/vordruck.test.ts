import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { asActor, asAdmin, attempt } from '#test/support/relation.ts';
import type { VordruckArt, VordruckInhalt } from '../inhalt.ts';
import { mapInhalt } from '../rules.ts';
import { readVordruck } from './read-vordruck.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const base = `/kreis/${kreis}/vordruck`;
const angabe = {
  traeger: 'Alpha e. V.',
  anschrift: 'Marktplatz 1, Norddorf, Telefon 0800 0000000',
  datenschutz: 'datenschutz@alpha.example',
};

interface Stand {
  readonly id: string;
  readonly bearbeitung: number;
  readonly inhalt: VordruckInhalt;
  readonly uebersetzung: {
    sprache: string;
    stand: string;
    bearbeitung: number;
    passt: boolean;
    inhalt: VordruckInhalt;
  }[];
}

function send(actor: ActorName, method: 'POST' | 'PUT', path: string, body: unknown) {
  return app.as(actor).send(method, `${base}${path}`, body);
}

async function draft(art: VordruckArt, actor: ActorName = 'casemanager'): Promise<Stand> {
  const { status, body } = await send(actor, 'POST', '', { traegerId: traeger.alpha, art });
  expect(status).toBe(201);
  return get(body.vordruckId);
}

async function get(id: string): Promise<Stand> {
  return (await app.as('traegerleitung').get(`${base}/${id}`)).body;
}

async function release(id: string): Promise<void> {
  const { bearbeitung, inhalt } = await get(id);
  expect((await send('casemanager', 'PUT', `/${id}`, { bearbeitung, inhalt, angabe })).status).toBe(200);
  const freigabe = await send('traegerleitung', 'POST', `/${id}/freigabe`, { bearbeitung: bearbeitung + 1 });
  expect(freigabe.status).toBe(200);
}

function read(art: VordruckArt, traegerId: string = traeger.alpha) {
  return asActor(app, 'casemanager', (tx) => readVordruck(tx, kreis, traegerId, art));
}

function translation(stand: Stand, sprache: string) {
  return stand.uebersetzung.find((each) => each.sprache === sprache)!;
}

test('M143 a Träger starts from the text that comes with Lotse and releases it before anybody signs it', async () => {
  const entwurf = await draft('einwilligung');
  expect(entwurf.uebersetzung).toHaveLength(15);
  expect(entwurf.uebersetzung.every(({ stand, passt }) => stand === 'entwurf' && passt)).toBe(true);
  expect(await read('einwilligung')).toBeUndefined();

  const unfertig = await send('traegerleitung', 'POST', `/${entwurf.id}/freigabe`, { bearbeitung: 1 });
  expect(unfertig.body).toMatchObject({
    code: 'angabe-fehlt',
    felder: [{ instance: '/angabe/anschrift' }, { instance: '/angabe/datenschutz' }],
  });
  await release(entwurf.id);

  const gilt = await read('einwilligung');
  expect(gilt).toMatchObject({ id: entwurf.id, fassung: 1 });
  const text = JSON.stringify(gilt?.inhalt);
  expect(text).toContain('Alpha e. V. berät Sie');
  expect(text).toContain(angabe.anschrift);
  expect(text).not.toMatch(/\{\w+\}/);
  expect(text).toContain('BDSG');
});

test('M155 drafts may be used with their warning, those in four languages only after a human has released them', async () => {
  const { id } = (await read('einwilligung'))!;
  const usable = async () =>
    Object.fromEntries((await read('einwilligung'))!.uebersetzung.map((u) => [u.sprache, u.geprueft]));
  expect(await usable()).toEqual({
    ara: false,
    bul: false,
    eng: false,
    fra: false,
    pes: false,
    ron: false,
    rus: false,
    spa: false,
    sqi: false,
    tur: false,
    ukr: false,
  });
  for (const sprache of ['tir', 'ara']) {
    const { status } = await send('traegerleitung', 'POST', `/${id}/uebersetzung/${sprache}/freigabe`, {
      bearbeitung: 1,
    });
    expect(status).toBe(200);
  }
  expect(await usable()).toMatchObject({ tir: true, ara: true, tur: false });

  const stand = await get(id);
  expect(translation(stand, 'tir')).toMatchObject({
    stand: 'freigegeben',
    freigegebenVon: 'Konto traegerleitung',
  });
  const wer = await asAdmin(app, (tx) =>
    tx.all(sql<{ art: string; daten: unknown }>`
      select art, daten from ereignis where gegenstand_id = ${id} and art like 'vordruck.uebersetzung%' order by am`),
  );
  expect(wer[0]).toMatchObject({ daten: { sprache: 'tir', fassung: 1 } });
});

test('M155 a changed translation is a draft again, and what was signed with the old wording stays readable', async () => {
  const { id } = (await read('einwilligung'))!;
  const before = (await read('einwilligung'))!.uebersetzung.find(({ sprache }) => sprache === 'ara')!;
  const arabisch = translation(await get(id), 'ara');
  const inhalt = mapInhalt(arabisch.inhalt, (text) => `${text} `.trim());
  inhalt.titel = 'موافقة';
  const changed = await send('casemanager', 'PUT', `/${id}/uebersetzung/ara`, { bearbeitung: 1, inhalt });
  expect(changed.body).toEqual({ bearbeitung: 2 });
  const late = await send('kollegin', 'PUT', `/${id}/uebersetzung/ara`, { bearbeitung: 1, inhalt });
  expect(late.body.code).toBe('gleichzeitig-geaendert');

  const after = (await read('einwilligung'))!.uebersetzung.find(({ sprache }) => sprache === 'ara')!;
  expect(after.geprueft).toBe(false);
  expect(after.inhalt.titel).toBe('موافقة');
  expect(after.pruefwert.equals(before.pruefwert)).toBe(false);
  const rows = await asAdmin(app, (tx) =>
    tx.all(sql<{ bearbeitung: number; stand: string; titel: string }>`
      select bearbeitung, stand, inhalt->>'titel' as titel from vordruck_uebersetzung
      where vordruck_id = ${id} and sprache = 'ara' order by bearbeitung`),
  );
  expect(rows).toEqual([
    { bearbeitung: 1, stand: 'freigegeben', titel: arabisch.inhalt.titel },
    { bearbeitung: 2, stand: 'entwurf', titel: 'موافقة' },
  ]);
});

test('M155 a translation without a placeholder or paragraph of the German text is refused at its place', async () => {
  const { id } = (await read('einwilligung'))!;
  const { bearbeitung, inhalt } = translation(await get(id), 'tur');
  const put = (wrong: VordruckInhalt) =>
    send('casemanager', 'PUT', `/${id}/uebersetzung/tur`, { bearbeitung, inhalt: wrong });
  const ohne = mapInhalt(inhalt, (text) => text.replace('{traeger}', 'biz'));
  expect((await put(ohne)).body).toMatchObject({
    code: 'platzhalter-anders',
    felder: expect.arrayContaining([
      { instance: '/inhalt/abschnitt/0/absatz/0', code: 'platzhalter-anders' },
    ]),
  });
  const [first, ...rest] = inhalt.abschnitt;
  const kurz = { ...inhalt, abschnitt: rest };
  expect((await put(kurz)).body.code).toBe('abschnitt-anzahl');
  const lang = { ...inhalt, abschnitt: [{ ...first!, absatz: [...first!.absatz, 'daha'] }, ...rest] };
  expect((await put(lang)).body.felder).toEqual([
    { instance: '/inhalt/abschnitt/0/absatz', code: 'absatz-anzahl' },
  ]);
});

test('M143 M155 a new version keeps the old text for ever, and its translations have to be looked at again', async () => {
  const alt = (await read('einwilligung'))!;
  const entwurf = await draft('einwilligung', 'traegerleitung');
  expect(translation(entwurf, 'tir').stand).toBe('entwurf');
  const zweiter = await send('casemanager', 'POST', '', { traegerId: traeger.alpha, art: 'einwilligung' });
  expect([zweiter.status, zweiter.body.code]).toEqual([409, 'vordruck-entwurf-besteht']);
  const fest = await send('traegerleitung', 'PUT', `/${alt.id}`, {
    bearbeitung: 2,
    inhalt: entwurf.inhalt,
    angabe,
  });
  expect([fest.status, fest.body.code]).toEqual([409, 'vordruck-kein-entwurf']);

  const [first, ...rest] = entwurf.inhalt.abschnitt;
  const inhalt = {
    ...entwurf.inhalt,
    abschnitt: [{ ...first!, absatz: [...first!.absatz, 'Neu.'] }, ...rest],
  };
  await send('casemanager', 'PUT', `/${entwurf.id}`, { bearbeitung: 1, inhalt, angabe });
  const zuFrueh = await send('traegerleitung', 'POST', `/${entwurf.id}/uebersetzung/tir/freigabe`, {
    bearbeitung: 1,
  });
  expect(zuFrueh.body.code).toBe('vordruck-nicht-freigegeben');
  expect((await send('traegerleitung', 'POST', `/${entwurf.id}/freigabe`, { bearbeitung: 2 })).status).toBe(
    200,
  );

  const neu = (await read('einwilligung'))!;
  expect([neu.id, neu.fassung]).toEqual([entwurf.id, 2]);
  expect(neu.uebersetzung).toEqual([]);
  const passtNicht = await send('traegerleitung', 'POST', `/${entwurf.id}/uebersetzung/tir/freigabe`, {
    bearbeitung: 1,
  });
  expect(passtNicht.body.code).toBe('uebersetzung-passt-nicht');

  const { body } = await app.as('casemanager').get(`${base}/${alt.id}`);
  expect(body).toMatchObject({ stand: 'abgeloest', fassung: 1 });
  expect(await get(entwurf.id)).toMatchObject({ vorige: { fassung: 1, inhalt: body.inhalt } });
  const veraltet = await send('casemanager', 'PUT', `/${alt.id}/uebersetzung/tur`, {
    bearbeitung: 1,
    inhalt: translation(await get(alt.id), 'tur').inhalt,
  });
  expect(veraltet.body.code).toBe('vordruck-abgeloest');
});

test('M144 M145 privacy notice and release from confidentiality are kept for each Träger by itself', async () => {
  for (const art of ['datenschutzinformation', 'entbindung'] as const) {
    await release((await draft(art)).id);
    expect(await read(art, traeger.beta)).toBeUndefined();
  }
  const entbindung = (await read('entbindung'))!;
  const arabisch = entbindung.uebersetzung.find(({ sprache }) => sprache === 'ara')!;
  for (const name of ['{stelle}', '{zweck}', '{inhalt}', '{richtung}', '{frist}']) {
    expect(JSON.stringify(entbindung.inhalt)).toContain(name);
    expect(JSON.stringify(arabisch.inhalt)).toContain(name);
  }
  expect(JSON.stringify((await read('datenschutzinformation'))!.inhalt)).toContain(angabe.datenschutz);
});

test('M144 case managers word the texts of their Träger, its head or the administration releases them', async () => {
  const { id, bearbeitung } = await draft('datenschutzinformation');
  expect((await send('casemanager', 'POST', `/${id}/freigabe`, { bearbeitung })).status).toBe(404);
  expect((await app.as('casemanagerBeta').get(`${base}/${id}`)).status).toBe(404);
  const fremd = await send('casemanagerBeta', 'POST', '', { traegerId: traeger.alpha, art: 'einwilligung' });
  expect([fremd.status, fremd.body.code]).toEqual([422, 'traeger-fremd']);
  const listen = async (actor: ActorName) =>
    (await app.as(actor).get(base)).body.traeger.map((t: { traegerId: string; abilities: unknown }) => [
      t.traegerId,
      t.abilities,
    ]);
  expect(await listen('casemanagerBeta')).toEqual([[traeger.beta, { edit: true, release: false }]]);
  expect(await listen('traegerleitung')).toEqual([[traeger.alpha, { edit: true, release: true }]]);
  expect(await listen('koordination')).toEqual([
    [traeger.alpha, { edit: false, release: false }],
    [traeger.beta, { edit: false, release: false }],
  ]);
  expect((await send('administration', 'POST', `/${id}/freigabe`, { bearbeitung })).status).toBe(200);
});

test('M145 the database itself keeps released texts, and lets nobody release who may not', async () => {
  const { id } = (await read('einwilligung'))!;
  const entwurf = await draft('entbindung');
  const tries: readonly [ActorName, ReturnType<typeof sql>, number | 'refused'][] = [
    ['traegerleitung', sql`update vordruck set inhalt = '{}' where id = ${id}`, 'refused'],
    [
      'traegerleitung',
      sql`update vordruck set stand = 'entwurf', freigegeben_am = null where id = ${id}`,
      'refused',
    ],
    [
      'traegerleitung',
      sql`update vordruck_uebersetzung set inhalt = '{}' where vordruck_id = ${id}`,
      'refused',
    ],
    [
      'casemanager',
      sql`update vordruck set stand = 'freigegeben', freigegeben_am = now() where id = ${entwurf.id}`,
      'refused',
    ],
    [
      'casemanager',
      sql`update vordruck_uebersetzung set stand = 'freigegeben', freigegeben_am = now()
      where vordruck_id = ${id} and sprache = 'tur' and ersetzt_am is null`,
      'refused',
    ],
    ['casemanagerBeta', sql`update vordruck set bearbeitung = 9 where id = ${entwurf.id}`, 0],
    ['koordination', sql`update vordruck set bearbeitung = 9 where id = ${entwurf.id}`, 0],
    ['casemanager', sql`update vordruck set bearbeitung = 9 where id = ${entwurf.id}`, 1],
  ];
  for (const [actor, statement, expected] of tries) {
    expect([actor, await attempt(app, actor, statement)]).toEqual([actor, expected]);
  }
});
