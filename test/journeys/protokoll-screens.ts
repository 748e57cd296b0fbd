import { ersterFall, nacheinander, reiter, type Weg } from './screen-wege.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

const konto = 'datenschutz.unna';
const pfad = '/k/unna/protokoll';

/** Asks who read the first case of the list. */
const zugriffe: Weg = async (page) => {
  await ersterFall(page);
  await page.goto(`${page.url()}?teil=einwilligungen`);
  await page.locator('[data-zugriffe] .card-head button').click();
  await expect(page.locator('[data-zugriffe] tbody tr').first()).toBeVisible();
};

/** The protocol of the data-protection officer, and who read a file. */
export const protokollScreens: readonly Screen[] = [
  { titel: 'Akte, wer sie gelesen hat', konto: 'casemanager.luenen', pfad: '/k/unna/fall', oeffne: zugriffe },
  { titel: 'Protokoll, Zugriffe', konto, pfad },
  { titel: 'Protokoll, Auffälligkeiten', konto, pfad, oeffne: nacheinander(reiter(2)) },
  { titel: 'Protokoll, Stichprobe', konto, pfad, oeffne: nacheinander(reiter(3)) },
];
