import { demoKennwort } from '#src/demo/accounts.ts';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { entbindeFuer, nimmAufOhneSeite } from './fallarbeit-support.ts';
import { expect, test } from './support.ts';
import { Tastatur } from './tastatur.ts';

// A picture of the page for each of some thousand keys would take longer than the keys.
test.use({ eigeneInstallation: 'tastatur', trace: 'off' });

const pKonto = 'Ein Pfändungsschutzkonto (P-Konto) einrichten';
const gutachten = 'Ein psychiatrisches Gutachten für anstehende Gerichtstermine erhalten';

test('M156 M159 M160 M163 M166 M167 M170 M175 M176 M193 Der ganze Regelkreis allein mit der Tastatur', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const tasten = new Tastatur(page);
  const dialog = page.getByRole('dialog');
  const knopf = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const weg = page.getByRole('region', { name: 'Regelkreis' });
  const steht = weg.getByRole('listitem').filter({ hasText: 'hier steht der Fall' });

  await test.step('meldet sich an und öffnet die Akte', async () => {
    await page.goto('/');
    await tasten.schreibe(page.getByLabel('Anmeldename'), 'casemanager.luenen');
    await tasten.schreibe(page.getByLabel('Kennwort', { exact: true }), demoKennwort);
    await tasten.druecke('Enter');
    await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
    const fallId = await nimmAufOhneSeite(page, { familienname: 'Sabbagh', vorname: 'Anas' });
    await entbindeFuer(page, fallId, 'Verbraucherzentrale Lünen', ['kontaktdaten', 'leistungen']);
    await tasten.nutze(
      page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Fälle' }),
    );
    await expect(page.locator('[data-row-link]').first()).toBeVisible();
    await tasten.druecke('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('sabbagh');
    await expect(page.locator('[data-row-link]')).toHaveCount(1);
    await tasten.nutze(page.locator('[data-row-link]'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anas Sabbagh');
  });

  await test.step('erfasst mit K das erste Gespräch', async () => {
    await tasten.druecke('k');
    await tasten.waehle(dialog.getByRole('checkbox', { name: 'Gesundheit' }));
    await tasten.waehle(dialog.getByRole('checkbox', { name: 'Leistungsbezug/Finanzen' }));
    await tasten.druecke('ControlOrMeta+Enter');
    await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();
    await expect(steht).toContainText('Assessment');
  });

  await test.step('Assessment: Bedarfe mit Ziffern, eigene Sicht, Selbstständigkeit', async () => {
    await tasten.nutze(page.getByRole('link', { name: 'Zum Assessment' }));
    await tasten.nutze(knopf('Assessment beginnen'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Runde 1 · Assessment/);
    const einschaetzung = (bereich: string) =>
      page
        .getByRole('radiogroup', { name: `Einschätzung: ${bereich}`, exact: true })
        .getByRole('radio')
        .last();
    await tasten.gehe(einschaetzung('Leistungsbezug/Finanzen'));
    await tasten.druecke('2');
    await tasten.gehe(einschaetzung('Gesundheit'));
    await tasten.druecke('2');
    await tasten.gehe(einschaetzung('Arbeit'));
    await tasten.druecke('1');
    await tasten.waehleAus(page.getByLabel('Finanziell'), /^1/);
    await tasten.waehleAus(page.getByLabel('Gesundheitlich'), /^2/);
    await tasten.nutze(knopf('Runde abschließen'));
    await expect(page.getByText('Die Runde ist abgeschlossen.')).toBeVisible();
  });

  await test.step('aus dem Bedarf wird ein Ziel, aus einer Vorlage: das P-Konto', async () => {
    await tasten.nutze(page.getByRole('link', { name: 'Ziel daraus machen: Leistungsbezug/Finanzen' }));
    await tasten.waehleAus(dialog.getByLabel('Mit einer Vorlage beginnen'), pKonto);
    await tasten.schreibe(dialog.getByLabel('In eigenen Worten'), 'Dass am Ersten wieder Geld da ist.');
    await tasten.waehle(dialog.getByRole('radio', { name: '1 – zuerst' }));
    await tasten.schreibe(
      dialog.getByRole('textbox', { name: /^Bis wann/ }).first(),
      formatDay(addDays(today(), 30)),
    );
    await tasten.schreibe(dialog.getByLabel('oder Name'), 'Sparkasse');
    await tasten.nutze(dialog.getByRole('button', { name: 'Ziel speichern' }));
    await expect(page.getByText('Das Ziel ist gespeichert.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Ziele' }).locator('> li')).toHaveCount(1);
    await tasten.nutze(knopf('Ziel hinzufügen'));
    await tasten.waehleAus(dialog.getByLabel('Lebensbereich'), 'Gesundheit');
    await tasten.waehleAus(dialog.getByLabel('Mit einer Vorlage beginnen'), gutachten);
    await tasten.nutze(dialog.getByRole('button', { name: 'Schritt entfernen 3' }));
    await tasten.nutze(dialog.getByRole('button', { name: 'Ziel speichern' }));
    await expect(page.getByRole('list', { name: 'Ziele' }).locator('> li')).toHaveCount(2);
    await expect(knopf('Ziel hinzufügen')).toBeFocused();
  });

  await test.step('geht den Plan gemeinsam durch; unterschrieben wird auf Papier', async () => {
    await tasten.nutze(page.getByRole('link', { name: 'Gemeinsam unterschreiben' }));
    await tasten.waehle(page.getByRole('radio', { name: 'Ja, stimmt zu' }));
    await tasten.waehle(page.getByRole('radio', { name: 'Auf Papier' }));
    await tasten.nutze(knopf('Zum Unterschreiben ausdrucken'));
    await expect(page.getByText('Fassung 1 ist gedruckt und wartet auf die Unterschriften.')).toBeVisible();
    await tasten.nutze(knopf('Als unterschrieben festhalten'));
    await expect(page.getByText('Fassung 1 ist unterschrieben.')).toBeVisible();
    await tasten.reiter('Überblick');
    await expect(page.getByText(/^Der Plan ist seit dem .* unterschrieben\. Vermitteln Sie/)).toBeVisible();
  });

  await test.step('vermittelt an die Schuldnerberatung; die Vorschau zeigt, was hinausgeht', async () => {
    await tasten.nutze(page.getByRole('link', { name: 'Zu den Vermittlungen' }));
    await tasten.nutze(knopf('Vermitteln'));
    await tasten.waehleAus(dialog.getByLabel('Lebensbereich'), 'Leistungsbezug/Finanzen');
    await tasten.schreibe(dialog.getByRole('combobox', { name: /^Angebot/ }), 'Schulden');
    await tasten.druecke('Enter');
    const gefunden = dialog.getByRole('listbox', { name: 'Angebot' }).getByRole('option');
    await expect(gefunden).toHaveText([/^Schulden- und Insolvenzberatung/]);
    await tasten.druecke('Enter');
    await expect(dialog.locator('.vermittlung-schreiben')).toContainText('Anas Sabbagh');
    await tasten.nutze(dialog.getByRole('button', { name: 'Vermitteln' }));
    await expect(page.getByRole('dialog', { name: /^Schreiben an die Stelle/ })).toBeVisible();
    await tasten.druecke('Escape');
    await expect(page.getByText('gesendet')).toBeVisible();
  });

  await test.step('trägt die Antwort ein, in zwei Tasten', async () => {
    await tasten.nutze(knopf(/^Rückmeldung/));
    await tasten.nutze(knopf('angenommen'));
    await expect(page.getByText('Eingetragen: angenommen.')).toBeVisible();
    await expect(knopf(/^Rückmeldung/)).toBeVisible();
    await tasten.reiter('Überblick');
    await expect(steht).toContainText('Monitoring');
  });

  await test.step('spricht wieder mit ihm, hakt Schritte ab, und ein Ziel ist erreicht', async () => {
    await tasten.druecke('k');
    await tasten.waehle(dialog.getByRole('checkbox', { name: 'Leistungsbezug/Finanzen' }));
    await tasten.schreibe(dialog.getByLabel('Notiz'), 'Die Bank hat die Umwandlung bestätigt.');
    await tasten.druecke('ControlOrMeta+Enter');
    await expect(page.getByText('Der Kontakt ist gespeichert.')).toBeVisible();
    await tasten.reiter(/Hilfeplan$/);
    for (const ziel of [pKonto, gutachten]) {
      const standAendern = knopf(new RegExp(`^Stand ändern ?: ${RegExp.escape(ziel)}$`));
      const schritte = page.getByRole('list', { name: `Schritte: ${ziel}` }).getByRole('checkbox');
      await expect(schritte).toHaveCount(ziel === pKonto ? 3 : 2);
      await tasten.waehle(schritte.first());
      await tasten.waehle(schritte.last());
      await tasten.nutze(standAendern);
      await tasten.waehle(dialog.getByRole('radio', { name: 'erreicht', exact: true }));
      await tasten.nutze(dialog.getByRole('button', { name: 'Festhalten' }));
      await expect(dialog).toHaveCount(0);
      await expect(standAendern).toBeFocused();
    }
    await expect(page.getByText(`erreicht am ${formatDay(today())}`)).toHaveCount(2);
  });

  await test.step('Re-Assessment: was bearbeitet wurde, und wie er jetzt steht', async () => {
    await tasten.reiter('Überblick');
    await expect(page.getByText(/^Alle Ziele sind erreicht oder aufgegeben/)).toBeVisible();
    await tasten.nutze(page.getByRole('link', { name: 'Zum Assessment' }));
    await tasten.nutze(knopf('Re-Assessment beginnen'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Runde 2 · Re-Assessment/);
    for (const bereich of ['Leistungsbezug/Finanzen', 'Gesundheit', 'Arbeit']) {
      await tasten.gehe(
        page
          .getByRole('radiogroup', { name: `Wurde ${bereich} bearbeitet?` })
          .getByRole('radio')
          .first(),
      );
      await tasten.druecke(bereich === 'Arbeit' ? '2' : '0');
    }
    await tasten.gehe(
      page
        .getByRole('radiogroup', { name: 'Einschätzung: Leistungsbezug/Finanzen', exact: true })
        .getByRole('radio')
        .first(),
    );
    await tasten.druecke('0');
    await tasten.waehleAus(page.getByLabel('Finanziell'), /^3/);
    await tasten.nutze(knopf('Runde abschließen'));
    await expect(page.getByText('Leistungsbezug/Finanzen: gedeckt')).toBeVisible();
    await expect(page.getByText('Stufe 3, zuvor 1')).toBeVisible();
  });

  await test.step('schließt mit dem gemeinsamen Gespräch ab; der nächste Schritt ist Arbeit', async () => {
    await tasten.reiter('Überblick');
    await tasten.nutze(page.locator('.page-actions').getByRole('button', { name: 'Abschließen' }));
    await tasten.schreibe(dialog.getByLabel('Was wurde erreicht?'), 'P-Konto und Gutachten sind da.');
    await tasten.schreibe(dialog.getByLabel('Wie geht es weiter?'), 'Probearbeit in der Fahrradwerkstatt.');
    await tasten.nutze(dialog.getByRole('button', { name: 'Fall abschließen' }));
    await tasten.nutze(dialog.getByRole('link', { name: /^Grund: / }));
    await expect(dialog.getByLabel('Grund')).toBeFocused();
    await tasten.waehleAus(dialog.getByLabel('Grund'), 'Hilfebedarfe bearbeitet');
    await tasten.druecke('ControlOrMeta+Enter');
    await expect(page.getByText('Der Status ist geändert.')).toBeVisible();
    await expect(
      page.getByRole('paragraph').filter({ hasText: '2 von 2 Zielen sind erreicht.' }),
    ).toBeVisible();
    await expect(page.getByText('Probearbeit in der Fahrradwerkstatt.')).toBeVisible();
    await expect(page.getByText(/^Abschlussgespräch: gemeinsam, persönlich, am /)).toBeVisible();
    await expect(steht).toHaveCount(0);
  });
});
