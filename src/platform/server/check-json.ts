import { Refusal } from '#src/platform/refusal.ts';

/** No form of Lotse goes deeper, and none has so many fields. */
const mostDepth = 40;
const mostKeys = 20_000;

/** Names that would reach into the prototype of an object. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON after one look over the text, before anything grows out of it: refuses what is deeper or has more keys than
 * any form, a key twice in one object, keys that mean the prototype, and bytes that are no UTF-8. Throws 400.
 */
export function readCheckedJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw refusal();
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refusal();
  }
}

/** Finds brackets and keys; whether the rest is JSON at all is left to the parser. */
function scan(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let keys = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b:
        open.push(new Set());
        break;
      case 0x5b:
        open.push(undefined);
        break;
      case 0x7d:
      case 0x5d:
        open.pop();
        break;
      case 0x22: {
        const end = endOfString(text, at);
        const within = open.at(-1);
        if (within && isKey(text, end)) {
          keys += 1;
          takeKey(within, text.slice(at, end));
        }
        at = end - 1;
        break;
      }
      default:
    }
    if (open.length > mostDepth || keys > mostKeys) throw refusal();
  }
}

/** Position behind the closing quotation mark. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at + 1;
  }
  throw refusal();
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}

function takeKey(within: Set<string>, quoted: string): void {
  const key = quoted.includes('\\') ? unescapeKey(quoted) : quoted.slice(1, -1);
  if (dangerous.has(key) || within.has(key)) throw refusal();
  within.add(key);
}

function unescapeKey(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw refusal();
  }
}

function refusal(): Refusal {
  return new Refusal('eingabe-kein-json', 400);
}
