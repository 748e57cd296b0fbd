import type { Locator, Page } from '@playwright/test';
import { addDays, today } from '#src/platform/day.ts';
import { expect, test, waehle } from './support.ts';

export interface Anklopfen {
  readonly zugang: string;
  readonly unterweg?: string;
  readonly stelle?: string;
  readonly kommune: string;
  readonly bereiche?: readonly string[];
  readonly sprache?: string;
  readonly dringlich?: true;
}

/** Fills the form of a new Anfrage and stays on it. */
export async function fuelleAnfrage(page: Page, kreisId: string, anklopfen: Anklopfen): Promise<void> {
  await test.step('nimmt die Anfrage auf, ohne nach einem Namen zu fragen', async () => {
    await page.goto(`/k/${kreisId}/anfrage/neu`);
    await waehle(page, anklopfen.zugang);
    if (anklopfen.unterweg !== undefined) {
      await page.getByLabel('Wie aufmerksam geworden').selectOption(anklopfen.unterweg);
    }
    if (anklopfen.stelle !== undefined) {
      await page.getByRole('combobox', { name: 'Wer hat zugesteuert' }).fill(anklopfen.stelle);
      await page.getByRole('option', { name: anklopfen.stelle }).click();
    }
    for (const bereich of anklopfen.bereiche ?? []) await waehle(page, bereich);
    if (anklopfen.sprache !== undefined) {
      await page.getByLabel('Sprache', { exact: true }).selectOption(anklopfen.sprache);
    }
    if (anklopfen.dringlich) await page.getByLabel('Dringlich').check();
    await page.getByLabel('Kommune').selectOption(anklopfen.kommune);
    await expect(page.getByText('Erster Termin spätestens am')).toBeVisible();
    await expect(page.getByLabel('Standort')).toBeVisible();
  });
}

/** Sends the form of a new Anfrage; answers with its number. */
export async function sendeAnfrage(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Anfrage speichern' }).click();
  await expect(page).toHaveURL(/\/anfrage\/[0-9a-f-]{36}$/);
  return (await page.getByRole('heading', { level: 1 }).innerText()).replace('Anfrage ', '');
}

export interface Bogen {
  /** Areas with a need, by the words of the sheet. */
  readonly bedarf: readonly string[];
  readonly entscheidung: string;
  readonly geklaert?: true;
}

/** Opens the Screening-Bogen of an Anfrage, rates and decides. */
export async function fuelleBogen(page: Page, anfrage: string, bogen: Bogen): Promise<void> {
  await test.step('füllt den Screening-Bogen aus', async () => {
    await page.goto(`${anfrage}/erstberatung`);
    for (const name of bogen.bedarf) {
      await waehle(page.getByRole('radiogroup', { name, exact: true }), 'Bedarf');
    }
    await page.getByRole('radio', { name: bogen.entscheidung, exact: true }).check();
    if (bogen.geklaert) await page.getByRole('radio', { name: 'ja, geklärt' }).check();
  });
}

export interface Person {
  readonly familienname: string;
  readonly vorname: string;
  /** As typed, 04.03.2011. */
  readonly geboren: string;
}

/** Fills name and the agreement of the Einwilligung of an Anfrage in the language of the client. */
export async function fuelleEinwilligung(
  page: Page,
  anfrage: string,
  person: Person,
  sprache = 'deu',
): Promise<void> {
  await test.step('füllt die Einwilligung aus', async () => {
    await page.goto(`${anfrage}/einwilligung`);
    await page.getByLabel('Familienname').fill(person.familienname);
    await page.getByLabel('Vorname').fill(person.vorname);
    await page.getByLabel('Geburtsdatum').fill(person.geboren);
    await page.getByLabel('Sprache neben dem deutschen Text').selectOption(sprache);
    await page.locator('.purpose input[value=dokumentation]').check();
    await page.locator('.purpose input[value=auswertung]').check();
    await page.getByRole('checkbox', { name: /^heute ausgehändigt/ }).check();
  });
}

/** Draws a signature into a field; without one into the only field of the page. */
export async function zeichneUnterschrift(
  page: Page,
  field: Locator = page.locator('canvas.signature'),
): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(box.x + 20 + step * 14, box.y + 60 + (step % 2 === 0 ? 22 : -22));
  }
  await page.mouse.up();
}

/** From the open Anfrage to a named record: consent signed on the screen. */
export async function unterschreibe(page: Page, anfrage: string, person: Person): Promise<void> {
  await fuelleEinwilligung(page, anfrage, person);
  await zeichneUnterschrift(page);
  await page.getByRole('button', { name: 'Einwilligung speichern' }).click();
  await expect(page.getByText('Die Einwilligung ist gespeichert.')).toBeVisible();
}

/** Fills the open admission of a named Anfrage; answers with the address of the case. */
export async function nimmAuf(page: Page): Promise<string> {
  await test.step('nimmt den Fall auf', async () => {
    await page.getByLabel('Freiwilligkeit und aktive Mitwirkung sind besprochen').check();
    await page.getByRole('button', { name: 'Aufnehmen' }).click();
    await expect(page).toHaveURL(/\/fall\/[0-9a-f-]{36}$/);
  });
  return new URL(page.url()).pathname;
}

/** Address of the first own case with a name, found by its place in the list of the demo. */
export async function ersteAkte(page: Page): Promise<string> {
  if (page.url() === 'about:blank') await page.goto('/k/unna/konto');
  const id = await page.evaluate(async () => {
    const answer = await fetch(
      '/api/kreis/unna/fall?sortierung=nummer&casemanager=ich&status=aktiv&anzahl=1',
    );
    const { fall } = (await answer.json()) as { fall: { id: string }[] };
    return fall[0]?.id ?? '';
  });
  return `/k/unna/fall/${id}`;
}

/** Has the person of the first own case release the Jobcenter on paper, past the pages. */
export async function entbinde(page: Page): Promise<void> {
  const akte = await ersteAkte(page);
  const reply = await page.evaluate(
    async ([fallId, letzterTag]) => {
      const base = '/api/kreis/unna';
      const fall = await (await fetch(`${base}/fall/${fallId}`)).json();
      const personId = fall.einwilligung.personId;
      const { stelle } = await (await fetch(`${base}/stelle`)).json();
      const texte = await (await fetch(`${base}/traeger/${fall.traegerId}/bogen?sprache=deu`)).json();
      const { vordruckId, pruefwert } = texte.entbindung;
      const answer = await fetch(`${base}/person/${personId}/entbindung`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          stelleId: stelle.find((each: { name: string }) => each.name === 'Jobcenter Kreis Unna').id,
          zweck: 'vermittlung',
          inhalt: ['wohnen', 'arbeit'],
          richtung: 'beide',
          am: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }),
          letzterTag,
          sprache: 'deu',
          text: { vordruckId, pruefwert },
          vertretungen: 0,
          unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }],
        }),
      });
      return answer.ok ? '' : answer.text();
    },
    [akte.split('/').at(-1) ?? '', addDays(today(), 90)] as const,
  );
  expect(reply).toBe('');
}
