import type { Page } from '@playwright/test';
import type { Runde, RundeEingabe } from '#src/assessment/runde.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { assessmentContract } from '#src/assessment/contract.ts';

type Stand = Answer<typeof assessmentContract.getAssessment>;

/** Calls the interface from within the page, signed in as whoever looks at it; the parsed answer, if there is one. */
async function frage<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const text = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api/kreis/unna${where}`, {
        method: how!,
        headers: { 'content-type': 'application/json' },
        ...(what === undefined ? {} : { body: what }),
      });
      if (!response.ok) throw new Error(`${how} ${where}: ${response.status} ${await response.text()}`);
      return response.text();
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const stand = (page: Page, fallId: string) => frage<Stand>(page, 'GET', `/fall/${fallId}/assessment`);

/** An open case of the account in which no round was begun. */
export async function fallOhneRunde(page: Page): Promise<string> {
  const { fall } = await frage<{ fall: { id: string; person: unknown; status: string }[] }>(
    page,
    'GET',
    '/fall?anzahl=100',
  );
  for (const { id, person, status } of fall) {
    if (person === null || status === 'abgeschlossen') continue;
    if ((await stand(page, id)).runde.length === 0) return id;
  }
  throw new Error('Every case has a round.');
}

export async function beginneRunde(page: Page, fallId: string): Promise<void> {
  await frage(page, 'POST', `/fall/${fallId}/assessment`, { am: new Date().toISOString().slice(0, 10) });
}

/** Saves the round that is begun, changed. */
export async function speichereRunde(
  page: Page,
  fallId: string,
  change: (runde: RundeEingabe) => RundeEingabe,
): Promise<void> {
  const { runde } = await stand(page, fallId);
  const entwurf = runde.find((each) => each.stand === 'entwurf');
  if (!entwurf) throw new Error('No round is begun.');
  await frage(page, 'PUT', `/fall/${fallId}/assessment/${entwurf.id}`, change(toEingabe(entwurf)));
}

/** Two completed rounds and a third that is begun, in one of the account's cases; made by whoever looks first. */
export async function dreiRunden(page: Page, fallId: string): Promise<void> {
  const { runde } = await stand(page, fallId);
  for (let nummer = runde.length + 1; nummer <= 3; nummer += 1) {
    await beginneRunde(page, fallId);
    if (nummer === 3) return;
    await speichereRunde(page, fallId, (eingabe) => ({
      ...eingabe,
      stand: 'abgeschlossen',
      gespraech: 'Ruhiges Gespräch',
      bereich: eingabe.bereich.map((each, index) => ({
        ...each,
        bedarf: (['dringend', 'bedarf', 'keiner'] as const)[(index + nummer) % 3]!,
        sicht: 'bedarf',
        bearbeitet: 'teilweise',
        worte: index === 0 ? 'Wir sind zu fünft' : '',
        ressource: { ...each.ressource, sozial: { vorhanden: true, text: 'Tante' } },
      })),
      selbststand: {
        rechtlich: 2,
        sozial: 3,
        beruflich: 1,
        finanziell: nummer === 1 ? 1 : 3,
        gesundheitlich: null,
      },
    }));
  }
}

function toEingabe({ fassung, am, stand: state, gespraech, bereich, selbststand }: Runde): RundeEingabe {
  return {
    fassung,
    am,
    stand: state,
    gespraech,
    selbststand,
    bereich: bereich.map(({ neu: _neu, ...rest }) => rest),
  };
}
