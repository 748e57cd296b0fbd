import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations that axe finds, one line per place. */
export async function listAxeViolations(page: Page): Promise<string[]> {
  // Pages allow scripts of their own origin only; evaluate runs outside of that policy.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readAxe());
  }
  const results = await page.evaluate(async (tags) => {
    // A link half under the head of a scrolled page is measured too small.
    window.scrollTo(0, 0);
    // Colours on their way from light to dark are no colours of the page.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    // One that never ends, as of a page that still loads, is not waited for.
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
    await Promise.race([
      Promise.allSettled(ending.map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]);
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ runOnly: tags, resultTypes: ['violations'] });
  }, axeTags);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
}

let axeSource: Promise<string> | undefined;

function readAxe(): Promise<string> {
  axeSource ??= import('node:fs/promises').then((fs) => fs.readFile(axePath, 'utf8'));
  return axeSource;
}

/** Faults that axe does not see: duplicate ids, error texts without a field, missing heading or title. */
export async function listStructureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
      faults.push(`duplicate id ${id}`);
    const described = new Set(
      [...document.querySelectorAll('[aria-describedby], [aria-errormessage]')].flatMap((element) =>
        [element.getAttribute('aria-describedby'), element.getAttribute('aria-errormessage')]
          .join(' ')
          .split(/\s+/),
      ),
    );
    for (const error of document.querySelectorAll('.field-error')) {
      if (!described.has(error.id)) faults.push(`error text without field: ${error.textContent}`);
    }
    const headings = document.querySelectorAll('h1');
    if (headings.length !== 1) faults.push(`${headings.length} h1`);
    if (!/\S · Lotse$/.test(document.title)) faults.push(`title "${document.title}"`);
    if (document.documentElement.lang !== 'de' && document.documentElement.lang !== 'en')
      faults.push('no language');
    return faults;
  });
}

/** What makes a narrow page scroll sideways: the page itself, or a box that is not a labelled region with focus. */
export async function listReflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    // What is there for screen readers only is clipped to nothing.
    function isHidden(element: Element | null): boolean {
      return (
        element !== null && (getComputedStyle(element).clipPath !== 'none' || isHidden(element.parentElement))
      );
    }
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) faults.push(`page is ${root.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const place = `${element.tagName.toLowerCase()}${element.className ? `.${String(element.className).replaceAll(' ', '.')}` : ''}`;
      if (element.matches('.skip, svg *, select, option, input') || isHidden(element)) continue;
      const overflow = getComputedStyle(element).overflowX;
      const scrolls = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      const mayScroll = element.tabIndex >= 0 && element.hasAttribute('aria-label') && overflow === 'auto';
      if (scrolls && overflow !== 'visible' && !mayScroll)
        faults.push(`${place} scrolls: ${element.scrollWidth} > ${element.clientWidth}`);
      const { right, width } = element.getBoundingClientRect();
      const inRegion = element.parentElement?.closest('[tabindex="0"][aria-label]');
      if (width > 0 && right > window.innerWidth + 1 && !inRegion)
        faults.push(`${place} ends at ${Math.round(right)} px`);
    }
    return [...new Set(faults)];
  });
}
