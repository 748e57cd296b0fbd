import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { planInhalt, type PlanInhalt } from '../plan.ts';
import { wortlautOf } from '../wortlaut.ts';

const zielWorte = z.strictObject({ text: z.string(), worte: z.string(), indikator: z.string() });
const schrittWorte = z.strictObject({ text: z.string(), dritte: z.string() });
type ZielWorte = z.infer<typeof zielWorte>;
type SchrittWorte = z.infer<typeof schrittWorte>;

/** Seals the words of a goal, bound to its row. */
export function sealZiel(key: Key, id: string, { text, worte, indikator }: ZielWorte): Buffer {
  return sealForPerson(key, id, JSON.stringify({ text, worte, indikator }));
}

export function openZiel(key: Key, id: string, siegel: Buffer): ZielWorte {
  return zielWorte.parse(JSON.parse(unsealForPerson(key, id, siegel)));
}

/** Seals the words of a step, bound to its row. */
export function sealSchritt(key: Key, id: string, { text, dritte }: SchrittWorte): Buffer {
  return sealForPerson(key, id, JSON.stringify({ text, dritte }));
}

export function openSchritt(key: Key, id: string, siegel: Buffer): SchrittWorte {
  return schrittWorte.parse(JSON.parse(unsealForPerson(key, id, siegel)));
}

/** Seals a frozen plan, bound to its version. */
export function sealInhalt(key: Key, versionId: string, inhalt: PlanInhalt): Buffer {
  return sealForPerson(key, versionId, JSON.stringify(inhalt));
}

export function openInhalt(key: Key, versionId: string, siegel: Buffer): PlanInhalt {
  return planInhalt.parse(JSON.parse(unsealForPerson(key, versionId, siegel)));
}

/** SHA-256 (hex) of what is agreed in a plan. */
export function pruefwertOf(inhalt: PlanInhalt): string {
  return createHash('sha256').update(wortlautOf(inhalt)).digest('hex');
}
