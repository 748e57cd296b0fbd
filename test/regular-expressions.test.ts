import { Worker } from 'node:worker_threads';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { listFiles, isTest, read } from './structure/files.ts';

interface Found {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression in the sources, with its place. */
function listPatterns(): Found[] {
  const files = listFiles('src').filter((path) => /\.tsx?$/.test(path) && !isTest(path));
  return files.flatMap((path) => {
    const found: Found[] = [];
    const text = read(path);
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) for (const each of node) walk(each);
      if (typeof node !== 'object' || node === null) return;
      if ('regex' in node && 'start' in node) {
        const { pattern, flags } = node.regex as { pattern: string; flags: string };
        found.push({
          place: `${path}:${text.slice(0, Number(node.start)).split('\n').length}`,
          pattern,
          flags,
        });
        return;
      }
      for (const each of Object.values(node)) if (typeof each === 'object') walk(each);
    };
    walk(parseSync(path, text).program);
    return found;
  });
}

const length = 100_000;
const anything = ['a', '0', ' ', '\n', '-', '.', '/', '"', '@', 'ä', '\0', 'a ', '0.', 'a-'];

/** Texts that make an expression try again and again: what it looks for many times, and an end that it does not want. */
function hostileTexts(pattern: string): string[] {
  const words = (pattern.replaceAll(/\\[a-zA-Z]/g, ' ').match(/[\p{L}\d<>%:/;&="-]{2,}/gu) ?? []).slice(0, 4);
  const starts = ['', ...words.slice(0, 1)];
  return [...anything, ...words].flatMap((unit) => {
    const many = unit.repeat(Math.ceil(length / unit.length));
    return starts.map((start) => `${start}${many}\u0001`);
  });
}

const program = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ at, pattern, flags, texts }) => {
    const expression = new RegExp(pattern, flags.replace('y', 'g'));
    for (const text of texts) {
      // As matchAll and replaceAll do: every place of the text is tried.
      if (flags.includes('g')) for (const _ of text.matchAll(expression));
      else expression.test(text);
    }
    parentPort.postMessage(at);
  });`;

/** Runs expressions one after the other beside this thread; answers those that did not come back. */
async function findEndless(patterns: readonly Found[], patience: number): Promise<string[]> {
  const endless: string[] = [];
  let worker = new Worker(program, { eval: true });
  for (const [at, found] of patterns.entries()) {
    const message = { at, pattern: found.pattern, flags: found.flags, texts: hostileTexts(found.pattern) };
    const done = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patience);
      worker.once('message', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
    worker.postMessage(message);
    if (await done) continue;
    endless.push(`${found.place} /${found.pattern}/${found.flags}`);
    await worker.terminate();
    worker = new Worker(program, { eval: true });
  }
  await worker.terminate();
  return endless;
}

/** One expression over some hundred texts of 100,000 characters takes milliseconds; one that tries again takes minutes. */
const patience = 5_000;

test(
  'D7 no regular expression of the sources is kept busy by 100,000 hostile characters',
  { timeout: 120_000 },
  async () => {
    const all = new Map(listPatterns().map((each) => [`${each.pattern}/${each.flags}`, each]));
    expect(all.size).toBeGreaterThan(100);
    expect(await findEndless([...all.values()], patience)).toEqual([]);
  },
);

test('the search finds an expression that tries again', { timeout: 60_000 }, async () => {
  const bad = { place: 'here', pattern: '^(?:a+)+$', flags: '' };
  const good = { place: 'there', pattern: '^a+$', flags: '' };
  expect(await findEndless([bad, good], 2_000)).toEqual(['here /^(?:a+)+$/']);
});
