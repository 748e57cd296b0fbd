import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange } from '#test/support/look.ts';

let app: TestApp;
const fallOf: Partial<Record<ActorName, string>> = {};

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-04-01T10:00:00Z') });
  for (const by of ['casemanager', 'kollegin'] as const)
    fallOf[by] = (await app.admit(by, { familienname: `Fall von ${by}`, traegerId: traeger.alpha })).fallId;
});
afterAll(() => app.close());

test.each(['kommune', 'freier_traeger', 'kreis'])(
  'M51 a case manager employed by a Träger of the kind %s sees own cases by name and no others',
  async (art) => {
    await arrange(app, sql`update traeger set art = ${art} where id = ${traeger.alpha}`);
    const { status, body } = await app.as('casemanager').get(`/kreis/${kreis}/fall`);
    expect(status).toBe(200);
    const { fall } = body as unknown as { fall: { id: string; person: { familienname: string } | null }[] };
    expect(fall.map(({ id, person }) => [id, person?.familienname])).toEqual([
      [fallOf.casemanager, 'Fall von casemanager'],
    ]);
    const akte = await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallOf.casemanager}`);
    expect(akte.status).toBe(200);
    expect((await app.as('casemanager').get(`/kreis/${kreis}/fall/${fallOf.kollegin}`)).status).toBe(404);
  },
);

test('M55 the assistant of the coordination has its figures and sees no case', async () => {
  const figures = `/kreis/${kreis}/auswertung/fallzahlen?stichtag=2023-04-01`;
  const [assistant, coordination] = [app.as('verwaltungsassistenz'), app.as('koordination')];
  const { fallzahlen } = (await assistant.get(figures)).body;
  expect(fallzahlen).toEqual((await coordination.get(figures)).body.fallzahlen);
  expect(fallzahlen).toMatchObject([{ gesamt: 2 }]);
  expect((await coordination.get(`/kreis/${kreis}/fall`)).status).toBe(200);
  for (const path of [`/kreis/${kreis}/fall`, `/kreis/${kreis}/fall/${fallOf.casemanager}`])
    expect((await assistant.get(path)).status).toBe(404);
});
