import type { Page } from '@playwright/test';
import { expect } from './support.ts';

/**
 * Has the person of an Anfrage sign on paper, past the pages: for tests in which signing is not the story. Whoever is
 * signed in must work on the Anfrage; one that is already signed for stays as it is.
 */
export async function benenne(page: Page, anfrageId: string, kreisId = 'unna'): Promise<void> {
  const reply = await page.evaluate(
    async ([kreis, id]) => {
      const base = `/api/kreis/${kreis}`;
      const stand = await (await fetch(`${base}/anfrage/${id}/einwilligung`)).json();
      if (stand.personId) return '';
      const texte = await (await fetch(`${base}/traeger/${stand.traegerId}/bogen?sprache=deu`)).json();
      const gezeigt = ({ vordruckId, pruefwert }: { vordruckId: string; pruefwert: string }) => ({
        vordruckId,
        pruefwert,
      });
      const answer = await fetch(`${base}/anfrage/${id}/einwilligung`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          am: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }),
          sprache: 'deu',
          text: gezeigt(texte.einwilligung),
          zweck: ['dokumentation'],
          datenschutzinformation: { ...gezeigt(texte.datenschutzinformation), ausgehaendigt: true },
          dolmetschen: 'kein',
          vertretung: [],
          gemeinsam: false,
          unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }],
          familienname: 'Yıldız',
          vorname: 'Selin',
          geburtsdatum: '1990-02-03',
          nameOriginal: '',
        }),
      });
      return answer.ok ? '' : answer.text();
    },
    [kreisId, anfrageId] as const,
  );
  expect(reply).toBe('');
}
