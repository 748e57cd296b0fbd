import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { closeCase, handOver, standIn } from '#test/support/arrange-fall.ts';
import { jpeg, multipart, pdf, png, verraeterisch, type Teil } from '#test/support/dateien.ts';
import { actorPlan, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let fallId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from vertretung`);
  ({ fallId } = await app.admit());
});

const angaben = { titel: 'Pass von Rima', art: 'ausweis', am: '2020-05-01', laeuftAbAm: '2030-04-30' };
const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}/dokument${rest}`;
const teil = (inhalt: Buffer, typ = ''): Teil => ({ name: 'datei', inhalt, typ });

function add(
  datei: Teil,
  changed: object = {},
  weitere: readonly Teil[] = [],
  by: ActorName = 'casemanager',
) {
  const worte = { name: 'angaben', inhalt: JSON.stringify({ ...angaben, ...changed }) };
  return app.as(by).send('POST', path(), multipart(worte, datei, ...weitere));
}

const list = async (by: ActorName = 'casemanager') => app.as(by).get(path());

/** The file as it is kept, opened with the person's key. */
async function stored(dokumentId: string): Promise<{ sealed: Buffer; plain: Buffer }> {
  const [row] = await look(
    app,
    sql<{
      sealed: Buffer;
      schluessel: Buffer;
    }>`select d.datei_siegel as sealed, p.schluessel_verpackt as schluessel
      from dokument d join fall f on f.id = d.fall_id join person p on p.id = f.person_id where d.id = ${dokumentId}`,
  );
  const key = await app.owner((tx) => app.schluessel.personKey(tx, kreis, traeger.alpha, row!.schluessel));
  return { sealed: row!.sealed, plain: unseal(key, row!.sealed, `dokument:${dokumentId}`) };
}

describe('keeping an attachment', () => {
  test.each([
    ['a photograph', jpeg(), 'image/jpeg'],
    ['a picture', png(), 'image/png'],
    ['a PDF', pdf(), 'application/pdf'],
  ])(
    'M169 %s is freed of place and device, sealed, and comes back as it is kept',
    async (_what, bytes, typ) => {
      const { status, body } = await add(teil(bytes, typ));
      expect([status, body.bereinigt]).toEqual([201, true]);
      const { sealed, plain } = await stored(body.dokumentId);
      expect(bytes.toString('latin1')).toContain(verraeterisch);
      expect(plain.toString('latin1')).not.toContain('Rima');
      expect(plain.subarray(0, 3)).toEqual(bytes.subarray(0, 3));
      for (const word of [plain.subarray(0, 8), plain.subarray(-16)])
        expect(sealed.includes(word)).toBe(false);
      const file = await app.as('casemanager').get(path(`/${body.dokumentId}/datei`));
      expect(Buffer.from(file.bytes)).toEqual(plain);
      expect(file.headers.get('content-type')).toBe(typ);
      expect(file.headers.get('cache-control')).toBe('no-store');
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename\*=UTF-8''dokument-[0-9a-f]{8}\./,
      );
    },
  );

  test('M169 title, kind, days and preview stand in one list; no word of the title is stored readable', async () => {
    const vorschau: Teil = { name: 'vorschau', inhalt: png(), typ: 'image/png' };
    const { dokumentId } = (await add(teil(jpeg()), {}, [vorschau])).body;
    const { body } = await list();
    expect(body).toMatchObject({
      dokument: [
        {
          ...angaben,
          id: dokumentId,
          medientyp: 'image/jpeg',
          bereinigt: true,
          vonName: 'Konto casemanager',
        },
      ],
      abilities: { write: true },
    });
    const small = Buffer.from(body.dokument[0].vorschau.split(',')[1], 'base64').toString('latin1');
    expect(small.slice(1, 4)).toBe('PNG');
    expect(small).not.toContain('Rima');
    const [row] = await look(
      app,
      sql<{ alles: string }>`select d::text as alles from dokument d where id = ${dokumentId}`,
    );
    expect(row!.alles).not.toContain(Buffer.from('Pass').toString('hex'));
    expect(row!.alles).not.toContain('Pass');
    const events = await look(
      app,
      sql<{
        art: string;
        daten: object;
      }>`select art, daten from ereignis where gegenstand_id = ${fallId} and art like 'dokument.%'`,
    );
    expect(JSON.stringify(events)).not.toMatch(/Pass|Rima/);
    expect(events).toMatchObject([{ art: 'dokument.abgelegt', daten: { dokumentArt: 'ausweis' } }]);
  });

  test('M169 a file that lies is refused at its field with the reason, and nothing is kept', async () => {
    const lies = await add(teil(png(), 'application/pdf'));
    expect([lies.status, lies.body.felder]).toEqual([
      422,
      [{ instance: '/datei', code: 'datei-anders-als-behauptet' }],
    ]);
    expect((await add(teil(Buffer.from('<svg onload=alert(1)>'), 'image/png'))).body.code).toBe('datei-typ');
    expect((await add(teil(png({ breite: 9_999, hoehe: 9_999 })))).body.code).toBe('datei-zu-viele-punkte');
    const fake: Teil = { name: 'vorschau', inhalt: pdf() };
    expect((await add(teil(png()), {}, [fake])).status).toBe(422);
    const big = Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024)]);
    expect((await add(teil(big))).body.code).toBe('datei-zu-gross');
    expect((await app.as('casemanager').send('POST', path(), Buffer.from('kein multipart'))).body.code).toBe(
      'dokument-unlesbar',
    );
    expect((await list()).body.dokument).toEqual([]);
  });

  test('what is said about it is checked with it, all fields at once', async () => {
    const wrong = await add(teil(png()), { titel: ' ', art: 'rechnung', am: 'gestern' });
    expect(wrong.body.felder).toEqual([
      { instance: '/titel', code: 'pflichtfeld' },
      { instance: '/art', code: 'wert-ungueltig' },
      { instance: '/am', code: 'datum-ungueltig' },
    ]);
    const days = await add(teil(png()), { am: addDays(today(), 1), laeuftAbAm: today() });
    expect(days.body.felder).toEqual([
      { instance: '/am', code: 'datum-in-zukunft' },
      { instance: '/laeuftAbAm', code: 'dokument-ende-vor-beginn' },
    ]);
  });
});

test('M169 deleting needs a reason: the content is gone, who deleted it and why stays', async () => {
  const { dokumentId } = (await add(teil(png()))).body;
  const change = (body: object) => app.as('casemanager').send('PUT', path(`/${dokumentId}`), body);
  expect((await change({ ...angaben, titel: 'Reisepass', fassung: 1 })).body).toEqual({ fassung: 2 });
  expect((await change({ ...angaben, fassung: 1 })).body.daten).toMatchObject({ geaendert: ['titel'] });
  const remove = (grund: string | null) =>
    app.as('casemanager').send('POST', path(`/${dokumentId}/loeschung`), { grund, fassung: 2 });
  expect((await remove(null)).status).toBe(422);
  expect((await remove('falscher_fall')).body).toEqual({ fassung: 3 });
  expect((await list()).body.dokument).toMatchObject([
    {
      id: dokumentId,
      titel: null,
      vorschau: null,
      geloescht: { vonName: 'Konto casemanager', grund: 'falscher_fall' },
    },
  ]);
  expect((await app.as('casemanager').get(path(`/${dokumentId}/datei`))).status).toBe(404);
  const left = await look(
    app,
    sql`select 1 from dokument where id = ${dokumentId} and coalesce(titel_siegel, datei_siegel, vorschau_siegel) is not null`,
  );
  expect(left).toEqual([]);
});

test('M399 attachments are of those who work on the case: substitute and next Träger yes, Koordination no', async () => {
  const { dokumentId } = (await add(teil(png()))).body;
  const sees = async (by: ActorName) => [
    (await list(by)).status,
    (await app.as(by).get(path(`/${dokumentId}/datei`))).status,
  ];
  expect([await sees('kollegin'), await sees('koordination')]).toEqual([
    [404, 404],
    [404, 404],
  ]);
  await standIn(app, 'kollegin', 'casemanager');
  expect(await sees('kollegin')).toEqual([200, 200]);
  for (const name of ['koordination', 'casemanagerBeta', 'nachbarCasemanager', 'administration'] as const) {
    const konto = { kreisId: actorPlan[name].kreisId, kontoId: app.konto[name] };
    const rows = await app.db.asKonto(konto, {}, (tx) =>
      tx.all(sql`select id from dokument where id = ${dokumentId}`),
    );
    expect([name, rows]).toEqual([name, []]);
  }
  await handOver(app, fallId, 'casemanagerBeta');
  expect([await sees('casemanagerBeta'), await sees('casemanager')]).toEqual([
    [200, 200],
    [404, 404],
  ]);
});

test('M399 every opening is logged; a closed case is read only; a withdrawal hides all', async () => {
  const { dokumentId } = (await add(teil(png()))).body;
  await list();
  await app.as('casemanager').get(path(`/${dokumentId}/datei`));
  const reads = await look(
    app,
    sql<{
      vorgang: string;
    }>`select l.vorgang from lesezugriff l join fall f on f.person_id = any (l.person_id)
      where f.id = ${fallId} and l.vorgang like 'dokument.%' order by l.vorgang`,
  );
  expect(reads.map(({ vorgang }) => vorgang)).toEqual(['dokument.get', 'dokument.list']);
  await closeCase(app, fallId);
  expect((await add(teil(png()))).body.code).toBe('fall-abgeschlossen');
  expect((await list()).body).toMatchObject({ abilities: { write: false }, dokument: [{ id: dokumentId }] });
  await arrange(
    app,
    sql`update person set gesperrt_am = now() where id = (select person_id from fall where id = ${fallId})`,
  );
  expect((await list()).status).toBe(404);
  expect((await app.as('casemanager').get(path(`/${dokumentId}/datei`))).status).toBe(404);
});
