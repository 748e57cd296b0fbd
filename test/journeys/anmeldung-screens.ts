import { demoKennwort } from '#src/demo/accounts.ts';
import { knopf, nacheinander, type Weg } from './screen-wege.ts';
import type { Screen } from './screens.ts';
import { expect } from './support.ts';

const casemanager = 'casemanager.luenen';

/** The demo needs no second factor, so the server's answer is turned into that of an account that does. */
const brauchtFaktor: Weg = async (page) => {
  await page.route('**/api/ich', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), faktorNoetig: true } });
  });
  await page.reload();
  await expect(page.locator('.door-form .button-primary')).toBeVisible();
};

const zweiterSchritt: Weg = async (page) => {
  await page.route('**/api/sitzung', (route) =>
    route.fulfill({ json: { kontoId: null, zweiterSchritt: ['totp', 'passkey', 'code'] } }),
  );
  await page.locator('input[name=anmeldename]').fill(casemanager);
  await page.locator('input[name=kennwort]').fill(demoKennwort);
  await page.locator('button[type=submit]').click();
  await expect(page.locator('input[name=code]')).toBeVisible();
};

/** Sign-in with a second factor. */
export const anmeldungScreens: readonly Screen[] = [
  { titel: 'Anmelden, zweiter Schritt', pfad: '/', oeffne: zweiterSchritt },
  { titel: 'Zweiten Faktor einrichten, Wahl', konto: casemanager, pfad: '/konto', oeffne: brauchtFaktor },
  {
    titel: 'Zweiten Faktor einrichten, App',
    konto: casemanager,
    pfad: '/konto',
    oeffne: nacheinander(brauchtFaktor, knopf('.door-form .button-primary')),
  },
];
