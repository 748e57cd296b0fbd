import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppress, type Gleichung, type Zelle } from './disclosure.ts';

interface Tafel {
  readonly zellen: Zelle[];
  readonly gleichungen: Gleichung[];
}

/** Rows by columns with both margins and the grand total, as the table of months and Träger is. */
function kreuztabelle(werte: readonly (readonly number[])[]): Tafel {
  const rows = werte.map((_, i) => i);
  const columns = (werte[0] ?? []).map((_, j) => j);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const cell = (id: string, wert: number, summe = false): Zelle => ({ id, wert, klein: 2, summe });
  return {
    zellen: [
      ...werte.flatMap((zeile, i) => zeile.map((wert, j) => cell(`${i}.${j}`, wert))),
      ...rows.map((i) => cell(`${i}.`, sum(werte[i] ?? []), true)),
      ...columns.map((j) => cell(`.${j}`, sum(werte.map((zeile) => zeile[j] ?? 0)), true)),
      cell('.', sum(werte.flat()), true),
    ],
    gleichungen: [
      ...rows.map((i) => ({ summe: `${i}.`, teile: columns.map((j) => `${i}.${j}`) })),
      ...columns.map((j) => ({ summe: `.${j}`, teile: rows.map((i) => `${i}.${j}`) })),
      { summe: '.', teile: rows.map((i) => `${i}.`) },
      { summe: '.', teile: columns.map((j) => `.${j}`) },
    ],
  };
}

/** Hidden cells that a reader can work out: tries every way to fill them, each at least 1, that fits the shown sums. */
function determined({ zellen, gleichungen }: Tafel, verdeckt: ReadonlySet<string>, most: number): string[] {
  const hidden = zellen.filter((z) => verdeckt.has(z.id));
  const values = new Map(zellen.map((z) => [z.id, verdeckt.has(z.id) ? undefined : z.wert]));
  const seen = new Map(hidden.map((z) => [z.id, new Set<number>()]));
  const fits = (g: Gleichung): boolean => {
    const total = values.get(g.summe);
    const parts = g.teile.map((id) => values.get(id));
    const known = parts.reduce<number>((a, b) => a + (b ?? 0), 0);
    const open = parts.filter((p) => p === undefined).length;
    if (total === undefined) return true;
    return open === 0 ? known === total : known + open <= total;
  };
  const fill = (index: number): void => {
    const zelle = hidden[index];
    if (!zelle) return hidden.forEach((z) => seen.get(z.id)?.add(values.get(z.id) ?? 0));
    const touched = gleichungen.filter((g) => g.summe === zelle.id || g.teile.includes(zelle.id));
    for (let wert = Math.max(1, zelle.mindestens ?? 1); wert <= most; wert += 1) {
      values.set(zelle.id, wert);
      if (touched.every(fits)) fill(index + 1);
    }
    values.set(zelle.id, undefined);
  };
  fill(0);
  return [...seen].filter(([, possible]) => possible.size < 2).map(([id]) => id);
}

test('M347 one and two are hidden, zero and three are shown', () => {
  const { zellen } = kreuztabelle([[0, 1, 2, 3]]);
  expect([...suppress(zellen, [])].toSorted()).toEqual(['.1', '.2', '0.1', '0.2']);
});

test('M347 special categories are hidden up to four', () => {
  expect([
    ...suppress(
      [
        { id: 'divers', wert: 4, klein: 4 },
        { id: 'weiblich', wert: 4, klein: 2 },
      ],
      [],
    ),
  ]).toEqual(['divers']);
});

test('M347 where a total would give a figure away, the smallest other one is hidden too, and the total stays', () => {
  const zellen = [54, 47, 1, 16].map((wert, i) => ({ id: `${i}`, wert, klein: 2 }));
  const basis = { id: 'basis', wert: 118, klein: 2, summe: true };
  const verdeckt = suppress([...zellen, basis], [{ summe: 'basis', teile: ['0', '1', '2', '3'] }]);
  expect([...verdeckt].toSorted()).toEqual(['2', '3']);
});

test('M347 two hidden ones that must be one each are not left like that', () => {
  const tafel = {
    zellen: [1, 1, 9, 0].map((wert, i): Zelle => ({ id: `${i}`, wert, klein: 2 })),
    gleichungen: [{ summe: 's', teile: ['0', '1', '2', '3'] }],
  };
  tafel.zellen.push({ id: 's', wert: 11, klein: 2, summe: true });
  const verdeckt = suppress(tafel.zellen, tafel.gleichungen);
  expect(verdeckt.has('2')).toBe(true);
  expect(determined(tafel, verdeckt, 14)).toEqual([]);
});

test('M347 no hidden figure of a table with margins can be worked out', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 3, max: 5 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    );
  fc.assert(
    fc.property(table, (werte) => {
      const tafel = kreuztabelle(werte);
      const verdeckt = suppress(tafel.zellen, tafel.gleichungen);
      for (const zelle of tafel.zellen) {
        if (zelle.wert === 0) expect(verdeckt.has(zelle.id)).toBe(false);
        if (zelle.wert === 1 || zelle.wert === 2) expect(verdeckt.has(zelle.id)).toBe(true);
      }
      // One more than the largest figure is room enough for each hidden one to move.
      const most = Math.max(...tafel.zellen.filter((z) => verdeckt.has(z.id)).map((z) => z.wert), 0) + 1;
      if (verdeckt.size <= 9) expect(determined(tafel, verdeckt, most)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('M347 the sums of the key-date table give nothing away either', () => {
  const row = fc.tuple(fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }), fc.nat(6), fc.nat(6));
  fc.assert(
    fc.property(row, ([traeger, aktivWunsch, ruhendWunsch]) => {
      const gesamt = traeger.reduce((a, b) => a + b, 0);
      const aktiv = Math.min(aktivWunsch, gesamt);
      const ruhend = Math.min(ruhendWunsch, gesamt - aktiv);
      const cell = (id: string, wert: number, summe = false): Zelle => ({ id, wert, klein: 2, summe });
      const tafel: Tafel = {
        zellen: [
          ...traeger.map((n, i) => cell(`t${i}`, n)),
          cell('gesamt', gesamt, true),
          cell('aktiv', aktiv),
          cell('inaktiv', gesamt - aktiv, true),
          cell('ruhend', ruhend),
          cell('abgeschlossen', gesamt - aktiv - ruhend),
        ],
        gleichungen: [
          { summe: 'gesamt', teile: traeger.map((_, i) => `t${i}`) },
          { summe: 'gesamt', teile: ['aktiv', 'inaktiv'] },
          { summe: 'inaktiv', teile: ['ruhend', 'abgeschlossen'] },
        ],
      };
      const verdeckt = suppress(tafel.zellen, tafel.gleichungen);
      const most = Math.max(...tafel.zellen.filter((z) => verdeckt.has(z.id)).map((z) => z.wert), 0) + 1;
      expect(determined(tafel, verdeckt, most)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
