import { sql } from 'kysely';
import { addDays, today } from '#src/platform/day.ts';
import type { TestApp } from './app.ts';
import { kreis, type ActorName } from './fixture.ts';
import { look } from './look.ts';

/** A request as it is typed by those who work with the person. */
export const ersuchen = {
  fallNummer: '',
  art: 'auskunft',
  eingegangenAm: addDays(today(), -10),
  weg: 'brief',
  durch: 'person',
  nachweis: false,
  recht: null,
  feld: null,
  anlass: null,
  wunsch: '',
};

export function personOf(app: TestApp, fallId: string): Promise<string> {
  return look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`).then(
    ([row]) => row?.id ?? '',
  );
}

/** Steps of one request by accounts of the fixture; the version is read anew for each. */
export function requestOf(app: TestApp, ersuchenId: string) {
  const path = `/kreis/${kreis}/ersuchen/${ersuchenId}`;
  const fassung = async () => {
    const [row] = await look(
      app,
      sql<{ fassung: number }>`select fassung from ersuchen where id = ${ersuchenId}`,
    );
    return row?.fassung ?? 0;
  };
  return {
    path,
    step: async (by: ActorName, name: string, body: object = {}) =>
      app.as(by).send('POST', `${path}/${name}`, { fassung: await fassung(), ...body }),
    get: (by: ActorName, rest = '') => app.as(by).get(`${path}${rest}`),
  };
}

export const stattgegeben = { entscheidung: 'stattgegeben', ablehnung: null, antwort: '' };
