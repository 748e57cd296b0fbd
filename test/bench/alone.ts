import { measure, type Ask } from './clients.ts';
import type { BenchTarget } from './load.ts';

interface Vorgang {
  readonly name: string;
  readonly goalMs: number;
  readonly ask: Ask;
}

function vorgaenge({ kreisId, token, zehnJahreFallId }: BenchTarget): Vorgang[] {
  const headers = { cookie: `lotse=${token}` };
  return [
    {
      name: 'Fallakte nach zehn Jahren (500 Kontakte, 8 Fassungen, 40 Vermittlungen)',
      goalMs: 15,
      ask: { method: 'GET', path: `/api/kreis/${kreisId}/fall/${zehnJahreFallId}`, headers },
    },
    {
      name: 'Netzwerk: 5.000 Angebote gefiltert (Lebensbereich, Sprache, freie Plätze)',
      goalMs: 15,
      ask: {
        method: 'GET',
        path: `/api/kreis/${kreisId}/angebot?lebensbereich=wohnen&sprache=ara&freie=ja`,
        headers,
      },
    },
    {
      name: 'Netzwerk: 5.000 Angebote durchsucht',
      goalMs: 15,
      ask: { method: 'GET', path: `/api/kreis/${kreisId}/angebot?suche=angebot%2012`, headers },
    },
    { name: 'Mein Tag', goalMs: 20, ask: { method: 'GET', path: `/api/kreis/${kreisId}/tag`, headers } },
  ];
}

/** Operations with a goal of their own in milliseconds: whole requests of one client, after twenty to warm up. */
export async function measureAlone(port: number, target: BenchTarget) {
  const results = [];
  for (const { name, goalMs, ask } of vorgaenge(target)) {
    await measure(port, 1, 20, () => [ask]);
    results.push({ name, goalMs, ...(await measure(port, 1, 200, () => [ask])) });
  }
  return results;
}
