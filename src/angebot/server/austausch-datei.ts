import { randomUUID } from 'node:crypto';
import { notFound } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { DateiZeile } from '../austausch.ts';

/** The rows of an uploaded file between preview and import. They lie in the memory of this process only. */
export interface AustauschDatei {
  readonly id: string;
  readonly kreisId: string;
  readonly kontoId: string;
  readonly quelle: string;
  readonly zeilen: readonly DateiZeile[];
  readonly gueltigBis: Date;
}

const lifeMs = 30 * 60_000;
/** All waiting files together; the oldest gives way. */
const most = 20;
const waiting = new Map<string, AustauschDatei>();

export function keepDatei(
  owner: Pick<Actor, 'kontoId'>,
  datei: Pick<AustauschDatei, 'kreisId' | 'quelle' | 'zeilen'>,
  now: Date,
): AustauschDatei {
  dropExpired(now);
  const [oldest] = waiting.keys();
  if (oldest !== undefined && waiting.size >= most) waiting.delete(oldest);
  const kept = {
    ...datei,
    id: randomUUID(),
    kontoId: owner.kontoId,
    gueltigBis: new Date(now.getTime() + lifeMs),
  };
  waiting.set(kept.id, kept);
  return kept;
}

/** The file of this very account; for everyone else it does not exist. */
export function getDatei(
  owner: Pick<Actor, 'kontoId'>,
  kreisId: string,
  id: string,
  now: Date,
): AustauschDatei {
  dropExpired(now);
  const datei = waiting.get(id);
  if (!datei || datei.kontoId !== owner.kontoId || datei.kreisId !== kreisId) throw notFound();
  return datei;
}

export function dropDatei(id: string): void {
  waiting.delete(id);
}

function dropExpired(now: Date): void {
  for (const [id, { gueltigBis }] of waiting) if (gueltigBis <= now) waiting.delete(id);
}
