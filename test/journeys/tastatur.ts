import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support.ts';

const STATIONS = 150;
const NEIGHBOURS = 15;

/**
 * Works a page with keys alone, as somebody without a mouse does. After each key the focus must stand on something that
 * can be seen, with its mark, and not be hidden under anything (WCAG 2.4.7, 2.4.11).
 */
export class Tastatur {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key and waits until the focus stands somewhere again. */
  async druecke(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    if ((await this.page.evaluate(findFocusFault)) === '') return;
    await expect.poll(() => this.page.evaluate(findFocusFault), { message: `after ${key}` }).toBe('');
  }

  /** Walks with Tab, or back with Shift+Tab, until the focus stands on the target; any radio button stands for its group. */
  async gehe(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let station = 0; station < STATIONS; station += 1) {
      const key = await target.evaluate(keyTowards);
      if (key === '') return;
      await this.druecke(key);
    }
    throw new Error(`No way by Tab to ${String(target)}`);
  }

  /** Walks to a button or link and uses it. */
  async nutze(target: Locator): Promise<void> {
    await test.step(String(target), async () => {
      await this.gehe(target);
      await this.druecke('Enter');
    });
  }

  /** Walks to a field and replaces what is in it. */
  async schreibe(field: Locator, text: string): Promise<void> {
    await test.step(`${String(field)}: ${text}`, async () => {
      await this.gehe(field);
      await this.page.keyboard.press('ControlOrMeta+a');
      await this.page.keyboard.type(text);
    });
  }

  /** Chooses a radio button with the arrows, or ticks a box with the space bar. */
  async waehle(choice: Locator): Promise<void> {
    await test.step(String(choice), async () => {
      await this.gehe(choice);
      for (let step = 0; step < NEIGHBOURS; step += 1) {
        if (await choice.evaluate((each) => each === document.activeElement)) break;
        await this.druecke('ArrowRight');
      }
      if (!(await choice.isChecked())) await this.druecke('Space');
      await expect(choice).toBeChecked();
    });
  }

  /** Chooses from a list that drops down, line by line. */
  async waehleAus(select: Locator, name: string | RegExp): Promise<void> {
    await test.step(`${String(select)}: ${String(name)}`, async () => {
      await this.gehe(select);
      const chosen = select.locator('option:checked');
      await this.druecke('Home');
      for (let step = 0; step < STATIONS; step += 1) {
        const text = (await chosen.textContent()) ?? '';
        if (typeof name === 'string' ? text === name : name.test(text)) return;
        await this.druecke('ArrowDown');
      }
      throw new Error(`No line ${String(name)} in ${String(select)}`);
    });
  }

  /** Goes to a tab of the list of tabs, with the arrows, from wherever the focus stands. */
  async reiter(name: string | RegExp): Promise<void> {
    await test.step(`Reiter ${String(name)}`, async () => {
      const tab = this.page.getByRole('tab', { name });
      await expect(tab).toHaveCount(1);
      await this.gehe(this.page.getByRole('tab', { selected: true }));
      for (let step = 0; step < NEIGHBOURS; step += 1) {
        if ((await tab.getAttribute('aria-selected')) === 'true') break;
        await this.druecke('ArrowRight');
      }
      await expect(tab).toBeFocused();
    });
  }
}

/** Key that leads from the focus to an element; empty when it has it. */
function keyTowards(target: Element): string {
  const focus = document.activeElement;
  const same =
    target instanceof HTMLInputElement &&
    focus instanceof HTMLInputElement &&
    target.type === 'radio' &&
    focus.type === 'radio' &&
    target.name === focus.name;
  if (focus === target || same || focus === null) return '';
  const behind = focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  return behind === 0 ? 'Shift+Tab' : 'Tab';
}

/** What is wrong with the place of the focus; empty when nothing is. */
function findFocusFault(): string {
  const focus = document.activeElement;
  if (!(focus instanceof HTMLElement) || focus === document.body) return 'The focus is lost.';
  const name = `${focus.tagName} ${focus.className} ${focus.innerText.slice(0, 40)}`;
  // Headings and messages that take the focus to be read out need no mark.
  if (focus.tabIndex === -1) return '';
  const chip = focus.closest('.chip');
  const box = chip ?? focus;
  const style = getComputedStyle(box);
  if (style.outlineStyle === 'none' && style.boxShadow === 'none') return `No mark of the focus: ${name}`;
  const { left, top, width, height } = box.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const hit = document.elementFromPoint(left + width * x, top + height * y);
      return hit !== null && (box.contains(hit) || hit === focus.closest('label'));
    }),
  );
  return seen ? '' : `The focus is hidden: ${name}`;
}
