import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

type Texts = Readonly<Record<string, unknown>>;

/** Every German text of the pages that reads otherwise in English. */
export async function listGermanTexts(): Promise<ReadonlySet<string>> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const german = new Set<string>();
  const english = new Set<string>();
  for (const file of globSync('src/**/web/texts.ts', { cwd: root })) {
    const { de, en } = (await import(`${root}${file}`)) as { de: Texts; en: Texts };
    collect(de, german);
    collect(en, english);
  }
  // A language is offered in its own words.
  english.add('English');
  return german.difference(english);
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, into);
}

/** Texts and names of a page that are German; what stands inside `except` is somebody else's. */
export async function findGermanTexts(
  page: Page,
  german: ReadonlySet<string>,
  except: string,
): Promise<string[]> {
  const shown = await page.evaluate((selector) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [document.title.replace(/ · Lotse$/, '')];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest(selector)) found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(selector)) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim());
  }, except);
  return [...new Set(shown)].filter((text) => german.has(text));
}
