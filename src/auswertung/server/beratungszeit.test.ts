import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { insertHistories } from '#test/support/fall-history.ts';
import { arrange } from '#test/support/look.ts';

let app: TestApp;
const kollegin = randomUUID();

beforeAll(async () => {
  app = await startTestApp();
  await insertHistories(app.owner, kreis, {
    fall: [
      {
        kommune: kommune.norden,
        aufgenommenAm: '2023-01-15',
        status: [{ status: 'aktiv', herkunft: 'aufnahme', ab: '2023-01-15' }],
        zustaendigkeit: [{ traeger: traeger.alpha, ab: '2023-01-15' }],
      },
    ],
  });
  const eilig = await anfrage(true);
  const normal = await anfrage(false);
  await erstberatung(eilig, 60);
  await erstberatung(normal, 45, kollegin);
  await sonstiger(eilig, 30);
  await sonstiger(eilig, 20, kollegin);
  await sonstiger(normal, null);
  await sonstiger(null, 15, kollegin, traeger.beta);
  await begleitung('2023-02-20', 90, kollegin);
  // Three months after the admission the help counts as installed.
  await begleitung('2023-04-14', 60);
  await begleitung('2023-04-15', 25, kollegin);
  await begleitung('2023-05-20', 35);
});
afterAll(() => app.close());

async function anfrage(dringlich: boolean): Promise<string> {
  const id = randomUUID();
  await arrange(
    app,
    sql`insert into anfrage (kreis_id, id, nummer, traeger_id, kommune_id, eingegangen_am, frist_am, dringlich)
      values (${kreis}, ${id}, ${`A-2023-9${dringlich ? 1 : 0}`}, ${traeger.alpha}, ${kommune.norden}, '2023-03-01',
        '2023-03-15', ${dringlich})`,
  );
  return id;
}

async function sonstiger(
  anfrageId: string | null,
  minuten: number | null,
  von: string = app.konto.casemanager,
  traegerId: string = traeger.alpha,
  id = randomUUID(),
): Promise<void> {
  await arrange(
    app,
    sql`insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am, anfrage_id, dauer_minuten, erfasst_von)
      values (${kreis}, ${id}, ${traegerId}, ${kommune.norden}, '2023-03-05', ${anfrageId}, ${minuten}, ${von})`,
  );
}

async function erstberatung(
  anfrageId: string,
  minuten: number,
  von: string = app.konto.casemanager,
): Promise<void> {
  const id = randomUUID();
  await arrange(
    app,
    sql`insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, vorschlag, vorschlag_grund)
      values (${kreis}, ${id}, ${anfrageId}, ${traeger.alpha}, ${app.konto.casemanager}, '2023-03-05', 'kurzberatung', 'bedarfe')`,
  );
  await sonstiger(anfrageId, minuten, von, traeger.alpha, id);
}

async function begleitung(am: string, minuten: number, von: string = app.konto.casemanager): Promise<void> {
  await arrange(
    app,
    sql`insert into beratungskontakt (kreis_id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, dauer_minuten)
      select kreis_id, id, ${traeger.alpha}, ${von}, ${am}, true, 'telefon', 'kein', ${minuten} from fall
      where kreis_id = ${kreis} and aufgenommen_am = '2023-01-15'`,
  );
}

async function count(by: ActorName, query = 'von=2023-01&bis=2023-12') {
  return (await app.as(by).get(`/kreis/${kreis}/auswertung/beratungszeit?${query}`)).body.traeger;
}

test.each(['koordination', 'koordinationNorden', 'casemanager'] as const)(
  'M122 %s sees what the time went into: first talk, short counselling, start of a case, help that is installed',
  async (by) => {
    const [alpha] = await count(by);
    expect(alpha).toEqual({
      traegerId: traeger.alpha,
      name: 'Alpha',
      phase: [
        { phase: 'erstberatung', zahlen: { minuten: 105, kontakte: 2, ohneDauer: 0 } },
        { phase: 'kurzberatung', zahlen: { minuten: 50, kontakte: 3, ohneDauer: 1 } },
        { phase: 'begleitung_beginn', zahlen: { minuten: 150, kontakte: 2, ohneDauer: 0 } },
        { phase: 'begleitung', zahlen: { minuten: 60, kontakte: 2, ohneDauer: 0 } },
      ],
      eilig: 110,
    });
  },
);

test("M122 what one colleague alone did is nobody else's figure", async () => {
  const [, beta] = await count('koordination');
  const leer = { minuten: 0, kontakte: 0, ohneDauer: 0 };
  expect(beta).toEqual({
    traegerId: traeger.beta,
    name: 'Beta',
    phase: [
      { phase: 'erstberatung', zahlen: leer },
      { phase: 'kurzberatung', zahlen: null },
      { phase: 'begleitung_beginn', zahlen: leer },
      { phase: 'begleitung', zahlen: leer },
    ],
    eilig: 0,
  });
  const [februar] = await count('koordination', 'von=2023-02&bis=2023-02');
  expect(februar.phase[2]).toEqual({ phase: 'begleitung_beginn', zahlen: null });
});

test('another region and another Träger are not counted', async () => {
  expect(await count('koordinationSueden')).toEqual([]);
  expect((await count('casemanager')).map((each: { name: string }) => each.name)).toEqual(['Alpha']);
});
