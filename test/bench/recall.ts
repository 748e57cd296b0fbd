import { send } from './clients.ts';
import type { BenchTarget, Probe } from './load.ts';
import { umschriften } from './names.ts';
import { askSuche } from './operations.ts';

interface Treffer {
  readonly person: { readonly id: string; readonly familienname: string; readonly vorname: string } | null;
}

/** How well the search finds: share of the persons sought among the first 20, share of fitting ones among those shown. */
export async function measureRecall(
  port: number,
  target: BenchTarget,
): Promise<{ art: Probe['art']; proben: number; recall: number; precision: number }[]> {
  const arten = [...new Set(target.proben.map(({ art }) => art))];
  return Promise.all(
    arten.map(async (art) => {
      const proben = target.proben.filter((probe) => probe.art === art);
      let found = 0;
      let shown = 0;
      let fitting = 0;
      for (const { personId, suche } of proben) {
        const { fall } = JSON.parse(await send(port, undefined, askSuche(target, suche, 20))) as {
          fall: readonly Treffer[];
        };
        if (fall.some(({ person }) => person?.id === personId)) found += 1;
        const gruppe = umschriften.find((names) => names.includes(suche));
        if (!gruppe) continue;
        shown += fall.length;
        fitting += fall.filter(({ person }) =>
          `${person?.familienname} ${person?.vorname}`.split(' ').some((name) => gruppe.includes(name)),
        ).length;
      }
      return { art, proben: proben.length, recall: found / proben.length, precision: fitting / shown };
    }),
  );
}
