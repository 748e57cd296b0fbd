import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/refusal.ts';
import { readCheckedJson } from './check-json.ts';

function outcome(bytes: string | Buffer): unknown {
  try {
    return { read: readCheckedJson(Buffer.from(bytes as string)) };
  } catch (error) {
    return error instanceof Refusal ? `${error.status} ${error.code}` : error;
  }
}

const refused = '400 eingabe-kein-json';

test.each<[string, string | Buffer]>([
  ['10,000 arrays deep', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['10,000 objects deep', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['brackets that never close', '[{'.repeat(400_000)],
  ['100,000 keys', `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
  ['__proto__', '{"__proto__":{"admin":true}}'],
  ['__proto__ written otherwise', '{"\\u005f_proto__":{"admin":true}}'],
  ['constructor within', '{"a":[{"constructor":{"prototype":{}}}]}'],
  ['a key twice', '{"rolle":"casemanager","rolle":"administration"}'],
  ['a key twice, written otherwise', '{"rolle":1,"r\\u006flle":2}'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['a byte order mark', '\uFEFF{}'],
  ['nothing', ''],
  ['half a text', '{"a":"'],
  ['a text that ends in a backslash', '"\\'],
  ['what is no JSON', '{"a":NaN}'],
])('D6 %s is refused before anything grows out of it', (_what, text) => {
  expect(outcome(text)).toBe(refused);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

/** Objects with twice the same key do not come out of an object; keys of the prototype are refused above. */
const json = fc
  .jsonValue({ maxDepth: 8, noUnicodeString: false })
  .filter((value) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));

test('whatever a form can say is read as it was sent', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(0, 2), (value, space) => {
      expect(outcome(JSON.stringify(value, null, space))).toEqual({
        read: JSON.parse(JSON.stringify(value)),
      });
    }),
  );
});

test('the same key in different objects, and braces and quotation marks in texts, are nothing unusual', () => {
  const text = '[{"a":"{\\"a\\":1}"},{"a":"]\\\\"},{"b":{"a":[[]]}}]';
  expect(outcome(text)).toEqual({ read: JSON.parse(text) });
});
