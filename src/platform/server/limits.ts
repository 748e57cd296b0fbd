import { Refusal } from '#src/platform/refusal.ts';
import { networkOf } from './client-address.ts';

/** What is counted apart: calls of an account, files that leave, files that come, calls without a session. */
export type Eimer = 'konto' | 'ausgabe' | 'anlage' | 'upload' | 'adresse';

interface Rule {
  /** As many at once. */
  readonly most: number;
  /** And so many again within a minute. */
  readonly perMinute: number;
  readonly code: string;
}

/**
 * Far above what a person does and far below what a script needs to carry a Kreis away. Attachments are looked at one
 * after the other in the case and count apart from what is exported and printed. Many colleagues share one address.
 */
const rules: Readonly<Record<Eimer, Rule>> = {
  konto: { most: 600, perMinute: 600, code: 'zu-viele-anfragen' },
  ausgabe: { most: 60, perMinute: 1, code: 'zu-viele-ausgaben' },
  anlage: { most: 300, perMinute: 5, code: 'zu-viele-ausgaben' },
  upload: { most: 60, perMinute: 1, code: 'zu-viele-uploads' },
  adresse: { most: 600, perMinute: 600, code: 'zu-viele-anfragen' },
};

/** Keys kept at once; beyond that the fullest ones, which nobody misses, are forgotten. */
const mostKeys = 20_000;

export interface Limits {
  /** Counts one call; throws 429 with the seconds to wait when there were too many. */
  take(eimer: Eimer, key: string, now: Date): void;
}

/** For tests and measurements, which do in a second what nobody does in an hour. */
export const noLimits: Limits = { take: () => undefined };

interface Level {
  left: number;
  at: number;
}

/** Token buckets in memory: an account or an address that was quiet for a while may do much at once. */
export function openLimits(): Limits {
  const levels = new Map<string, Level>();
  return {
    take: (eimer, key, now) => {
      const rule = rules[eimer];
      const name = `${eimer} ${eimer === 'adresse' ? networkOf(key) : key}`;
      const at = now.getTime();
      const before = levels.get(name) ?? { left: rule.most, at };
      const gained = (Math.max(0, at - before.at) / 60_000) * rule.perMinute;
      const left = Math.min(rule.most, before.left + gained);
      levels.delete(name);
      if (levels.size >= mostKeys) forgetOldest(levels);
      levels.set(name, { left: left < 1 ? left : left - 1, at });
      if (left >= 1) return;
      const sekunden = Math.ceil(((1 - left) / rule.perMinute) * 60);
      throw new Refusal(rule.code, 429, { daten: { sekunden } });
    },
  };
}

/** The map keeps the order of use; a tenth goes at once, so that forgetting costs nothing per call. */
function forgetOldest(levels: Map<string, Level>): void {
  let count = mostKeys / 10;
  for (const name of levels.keys()) {
    levels.delete(name);
    count -= 1;
    if (count === 0) return;
  }
}
