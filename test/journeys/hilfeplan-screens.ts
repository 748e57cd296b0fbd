import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

/** The first case of the list with at least one goal, one of its steps overdue and by somebody else. */
async function mitZiel(page: Page): Promise<string> {
  const fallId = await page.evaluate(async () => {
    const { fall } = (await (await fetch('/api/kreis/unna/fall')).json()) as {
      fall: { id: string; person: unknown }[];
    };
    const id = fall.find(({ person }) => person !== null)?.id ?? '';
    const base = `/api/kreis/unna/fall/${id}/hilfeplan`;
    const plan = (await (await fetch(base)).json()) as { ziel: { schritt: unknown[] }[] };
    if (plan.ziel.length > 0) return id;
    const reply = await fetch(`${base}/ziel`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        lebensbereich: 'wohnen',
        text: 'Die Familie wohnt in einer eigenen Wohnung.',
        worte: 'Die Kinder sollen ein Zimmer haben.',
        indikator: 'Der Mietvertrag ist unterschrieben.',
        prioritaet: 1,
        bisWann: '2030-03-01',
        schritt: [
          {
            id: crypto.randomUUID(),
            text: 'Wohnberechtigungsschein beantragen',
            akteur: 'klient',
            stelleId: null,
            dritte: '',
            faelligAm: null,
          },
          {
            id: crypto.randomUUID(),
            text: 'Mietobergrenze bestätigen',
            akteur: 'dritte',
            stelleId: null,
            dritte: 'Frau Yılmaz',
            faelligAm: '2025-05-01',
          },
        ],
      }),
    });
    if (!reply.ok) throw new Error(await reply.text());
    return id;
  });
  await page.goto(`/k/unna/fall/${fallId}?teil=hilfeplan`);
  await expect(page.locator('.plan-step').first()).toBeVisible();
  return fallId;
}

/** A goal that says too many things at once, and a step that somebody is to do whom nobody named. */
async function unfertig(page: Page): Promise<void> {
  const fallId = await mitZiel(page);
  await page.goto(`/k/unna/fall/${fallId}?teil=hilfeplan&lebensbereich=wohnen`);
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea[name=text]').fill('Wohnung finden und Deutsch lernen');
  await dialog.locator('.plan-step-form input').first().fill('Anrufen');
  await dialog.locator('.plan-step-form input[value=dritte]').check();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.locator('.error-summary')).toBeVisible();
}

/** A person who does not agree and signs nevertheless; nothing is filled in yet. */
async function nichtEinverstanden(page: Page): Promise<void> {
  const fallId = await mitZiel(page);
  await page.goto(`/k/unna/fall/${fallId}/hilfeplan/unterschrift`);
  await page.locator('input[value=nein]').check();
  await page.locator('input[name=trotzdem]').check();
  await page.locator('form:not(search form) button[type=submit]').click();
  await expect(page.locator('.error-summary')).toBeVisible();
}

const konto = 'casemanager.luenen';
const pfad = '/k/unna/fall';

export const hilfeplanScreens: readonly Screen[] = [
  {
    titel: 'Hilfeplan mit überfälligem Schritt',
    konto,
    pfad,
    oeffne: async (page) => void (await mitZiel(page)),
  },
  { titel: 'Neues Ziel mit Fehlern', konto, pfad, oeffne: unfertig },
  { titel: 'Hilfeplan unterschreiben mit Fehlern', konto, pfad, oeffne: nichtEinverstanden },
];
