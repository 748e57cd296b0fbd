import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import { changeMerkmal, merkmalOn, type MerkmalStand } from './merkmal.ts';

const tag = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2023-01-01', days));
const werte = fc.uniqueArray(fc.constantFrom('sgb_ii', 'asylblg', 'aufenthg'), { maxLength: 3 });
const wechsel = fc.record({ ab: tag, werte });

/** The history after changes in any order of their days. */
function play(
  changes: readonly { readonly ab: string; readonly werte: readonly string[] }[],
): MerkmalStand[] {
  let zeilen: MerkmalStand[] = [];
  let next = 0;
  for (const { ab, werte: wanted } of changes) {
    const { ersetzt, neu } = changeMerkmal(
      zeilen,
      wanted.map((wert) => ({ wert, laeuftAbAm: null })),
      ab,
    );
    zeilen = [
      ...zeilen.filter(({ id }) => !ersetzt.includes(id)),
      ...neu.map((zeile) => ({ ...zeile, id: String((next += 1)) })),
    ];
  }
  return zeilen;
}

test('M9 from the day on exactly the new values hold, on every earlier day what held before', () => {
  fc.assert(
    fc.property(fc.array(wechsel, { minLength: 1, maxLength: 8 }), tag, (changes, am) => {
      const last = changes.at(-1)!;
      const before = play(changes.slice(0, -1));
      const after = play(changes);
      const expected = am < last.ab ? merkmalOn(before, am) : last.werte;
      expect(merkmalOn(after, am).toSorted()).toEqual([...expected].toSorted());
    }),
  );
});

test('no value stands twice on a day, and no row is empty', () => {
  fc.assert(
    fc.property(fc.array(wechsel, { maxLength: 8 }), tag, (changes, am) => {
      const zeilen = play(changes);
      const now = merkmalOn(zeilen, am);
      expect(new Set(now).size).toBe(now.length);
      expect(zeilen.filter(({ ab, bis }) => bis !== null && bis <= ab)).toEqual([]);
    }),
  );
});
