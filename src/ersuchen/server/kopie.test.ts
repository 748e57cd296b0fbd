import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type Reply, type TestApp } from '#test/support/app.ts';
import { ersuchen, personOf, requestOf, stattgegeben } from '#test/support/ersuchen.ts';
import { kreis } from '#test/support/fixture.ts';
import { handOver, standIn } from '#test/support/arrange-fall.ts';
import { look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { multipart, png } from '#test/support/dateien.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

let fallId: string;
let personId: string;
let r: ReturnType<typeof requestOf>;
/** What a test starts from went through. */
function must({ status }: Reply, expected: number): void {
  if (status !== expected) throw new Error(`${status} instead of ${expected}`);
}

beforeEach(async () => {
  ({ fallId } = await app.admit('casemanager', { bemerkung: 'Kennt Zaynab Kanarienvogel aus der Schule.' }));
  personId = await personOf(app, fallId);
  const cm = app.as('casemanager');
  const base = `/kreis/${kreis}/fall/${fallId}`;
  const kind = {
    vorname: 'Zaynab',
    familienname: 'Kanarienvogel',
    geburtsjahr: 2015,
    beziehung: 'kind',
    lebensbereich: [],
    zaehlt: true,
    notiz: 'Zwillingsschwester heißt Mirjam',
    seit: '2023-02-01',
    bis: null,
  };
  must(await cm.send('POST', `${base}/haushalt`, kind), 201);
  const notiz = { text: 'Sie lernt Deutsch. Zaynabs Lehrer rief an.', ebene: 'ich' };
  must(await cm.send('POST', `${base}/notiz`, notiz), 201);
  const aufgabe = { text: 'Frau KANARIENVOGEL anrufen', faelligAm: null, zustaendigId: null };
  must(await cm.send('POST', `${base}/aufgabe`, aufgabe), 201);
  const { body } = await cm.send('POST', `/kreis/${kreis}/ersuchen`, { ...ersuchen, personId });
  r = requestOf(app, body.ersuchenId);
  must(await r.step('casemanager', 'identitaet', { identitaet: 'bekannt' }), 200);
});

async function release() {
  const prepared = await r.step('casemanager', 'vorbereitung', stattgegeben);
  const { pruefwert } = prepared.body;
  expect((await r.step('datenschutz', 'freigabe', { pruefwert })).status).toBe(200);
  return pruefwert as string;
}

test('M68 M150 the copy holds the whole file, and no word of third parties leaves in PDF or JSON', async () => {
  const compiled = await r.step('casemanager', 'zusammenstellung');
  expect(compiled.body.vorschlaege).toBeGreaterThanOrEqual(6);
  const review = (await r.get('casemanager', '/kopie')).body;
  expect(JSON.stringify(review)).toContain('Zaynabs Lehrer');
  expect(review.schwaerzung.every((each: { grund: string }) => each.grund === 'dritte')).toBe(true);
  expect((await r.get('casemanager', '/datei/pdf')).status).toBe(404);
  const pruefwert = await release();

  const pdf = (await r.get('casemanager', '/datei/pdf')).bytes;
  const json = (await r.get('casemanager', '/datei/json')).bytes;
  expect(createHash('sha256').update(pdf).update(json).digest('hex')).toBe(pruefwert);
  const text = new TextDecoder().decode(json);
  const paper = await readPdf(pdf);
  for (const released of [text, paper.text]) {
    expect(released).not.toMatch(/zaynab|kanarien|mirjam/i);
    expect(released).toContain('[geschwärzt]');
    expect(released).toContain('Sie lernt Deutsch.');
    expect(released).toContain('Haddad');
  }
  expect(paper.metadata).toContain('pdfuaid');
  const copy = JSON.parse(text);
  expect(copy.abschnitte.notiz).toMatchObject([{ ebene: 'nur für die Fachkraft selbst' }]);
  expect(copy.abschnitte.haushalt).toMatchObject([{ beziehung: 'Kind', vorname: '[geschwärzt]' }]);
  expect(copy.rahmen).toMatchObject({ Beschwerde: expect.stringContaining('LDI NRW') });
  // The file itself is as it was.
  const umfeld = (await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallId}/umfeld`)).body;
  expect(JSON.stringify(umfeld)).toContain('Kanarienvogel');
});

test('M150 more is left out by hand, a proposal can be taken back, and the second account sees both as numbers', async () => {
  await r.step('casemanager', 'zusammenstellung');
  const { abschnitte, schwaerzung } = (await r.get('casemanager', '/kopie')).body;
  const zeile = abschnitte.find((a: { abschnitt: string }) => a.abschnitt === 'notiz').zeilen[0];
  const wert: string = zeile.felder.find((f: { feld: string }) => f.feld === 'text').wert;
  const von = wert.indexOf('Lehrer');
  const place = { abschnitt: 'notiz', zeile: zeile.id, feld: 'text', von, bis: von + 6, grund: 'quelle' };
  const cm = app.as('casemanager');
  expect((await cm.send('POST', `${r.path}/schwaerzung`, place)).status).toBe(201);
  const beyond = await cm.send('POST', `${r.path}/schwaerzung`, { ...place, bis: 9_999 });
  expect([beyond.status, beyond.body.felder[0].code]).toEqual([422, 'stelle-fehlt']);
  const proposal = schwaerzung.find((s: { abschnitt: string }) => s.abschnitt === 'aufgabe');
  expect((await cm.send('DELETE', `${r.path}/schwaerzung/${proposal.id}`)).status).toBe(204);
  await release();
  const seen = (await r.get('datenschutz')).body;
  expect(seen.umfang).toContainEqual({ abschnitt: 'notiz', zeilen: 1, schwaerzungen: 2, verworfen: 0 });
  expect(seen.umfang).toContainEqual({ abschnitt: 'aufgabe', zeilen: 1, schwaerzungen: 0, verworfen: 1 });
  expect(seen.schwaerzung).toContainEqual({ abschnitt: 'notiz', grund: 'quelle', anzahl: 1 });
  const copy = (await r.get('casemanager', '/datei/json')).body;
  expect(copy.abschnitte.notiz[0].text).toBe('Sie lernt Deutsch. [geschwärzt] [geschwärzt] rief an.');
  expect(copy.abschnitte.aufgabe[0].text).toBe('Frau KANARIENVOGEL anrufen');
  // Nothing can be changed after the fact.
  expect((await cm.send('POST', `${r.path}/schwaerzung`, place)).status).toBe(409);
});

test('M150 whoever releases sees counts and reasons, never content; nobody else sees the request at all', async () => {
  await r.step('casemanager', 'zusammenstellung');
  await r.step('casemanager', 'vorbereitung', stattgegeben);
  for (const name of ['datenschutz', 'traegerleitung'] as const) {
    const seen = await r.get(name);
    expect(seen.body).toMatchObject({
      person: null,
      personId: null,
      wunsch: '',
      abilities: { release: true },
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/Haddad|Rima|zaynab|kanarien|Deutsch/i);
    for (const rest of ['/kopie', '/datei/pdf', '/datei/json', '/brief/eingang'])
      expect([name, rest, (await r.get(name, rest)).status]).toEqual([name, rest, 404]);
  }
  for (const name of [
    'kollegin',
    'casemanagerBeta',
    'koordination',
    'administration',
    'nachbarCasemanager',
    'ki_leitung',
  ] as const) {
    expect([name, (await r.get(name)).status]).toEqual([name, 404]);
    const list = await app.as(name).get(`/kreis/${kreis}/ersuchen`);
    expect(JSON.stringify(list.body)).not.toContain(r.path.slice(-36));
  }
});

test('M150 no name in events, messages or sealed columns', async () => {
  await r.step('casemanager', 'zusammenstellung');
  await release();
  const [row] = await look(
    app,
    sql<{ alles: string }>`select
      (select string_agg(e::text, ' ') from ereignis e where e.art like 'ersuchen.%')
      || (select string_agg(n::text, ' ') from nachricht n where n.art like 'ersuchen.%')
      || (select string_agg(k::text, ' ') from ersuchen_kopie k)
      || (select string_agg(s::text, ' ') from ersuchen_schwaerzung s)
      || (select string_agg(s::text, ' ') from ersuchen_schritt s) as alles`,
  );
  expect(row!.alles).toContain('ersuchen.freigegeben');
  expect(row!.alles).not.toMatch(/Haddad|Rima|zaynab|kanarien/i);
});

test('M68 what is taken along (Art. 20) holds what the person gave, not what colleagues wrote', async () => {
  const cm = app.as('casemanager');
  const angaben = { titel: 'Zeugnis', art: 'zeugnis', am: null, laeuftAbAm: null };
  const file = multipart(
    { name: 'angaben', inhalt: JSON.stringify(angaben) },
    { name: 'datei', inhalt: png(), typ: 'image/png' },
  );
  expect((await cm.send('POST', `/kreis/${kreis}/fall/${fallId}/dokument`, file)).status).toBe(201);
  const { body } = await cm.send('POST', `/kreis/${kreis}/ersuchen`, {
    ...ersuchen,
    personId,
    art: 'uebertragbarkeit',
  });
  r = requestOf(app, body.ersuchenId);
  await r.step('casemanager', 'identitaet', { identitaet: 'ausweis' });
  const early = await r.step('casemanager', 'vorbereitung', stattgegeben);
  expect(early.body.code).toBe('kopie-fehlt');
  await r.step('casemanager', 'zusammenstellung');
  await release();
  const copy = (await r.get('casemanager', '/datei/json')).body;
  expect(Object.keys(copy.abschnitte)).toEqual([
    'stammdaten',
    'einwilligung',
    'entbindung',
    'merkmal',
    'termin',
    'dokument',
    'haushalt',
  ]);
  expect(copy.abschnitte.stammdaten).toMatchObject([{ familienname: 'Haddad', vorname: 'Rima' }]);
  expect(copy.anlagen).toMatchObject([{ medientyp: 'image/png', titel: 'Zeugnis' }]);
  expect(Buffer.from(copy.anlagen[0].inhaltBase64, 'base64').toString('latin1', 1, 4)).toBe('PNG');
});

test('M150 notes of another Träger from before a hand-over are not of this controller', async () => {
  await handOver(app, fallId, 'casemanagerBeta');
  await standIn(app, 'kollegin', 'casemanager');
  const { body } = await app
    .as('casemanagerBeta')
    .send('POST', `/kreis/${kreis}/ersuchen`, { ...ersuchen, personId });
  const after = requestOf(app, body.ersuchenId);
  await after.step('casemanagerBeta', 'identitaet', { identitaet: 'bekannt' });
  await after.step('casemanagerBeta', 'zusammenstellung');
  const review = JSON.stringify((await after.get('casemanagerBeta', '/kopie')).body);
  expect(review).not.toContain('Sie lernt Deutsch');
  expect(review).toContain('Zaynab');
  expect((await after.get('kollegin')).status).toBe(404);
});
