import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Fortschritt } from '../contract.ts';
import type { SheetFinding } from './read-sheet.ts';

/** An uploaded workbook between upload and import. It lies in the memory of this process only, for half an hour. */
export interface Datei {
  readonly id: string;
  readonly kreisId: string;
  readonly kontoId: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly sheets: readonly SheetFinding[];
  readonly gueltigBis: Date;
  fortschritt: Fortschritt;
}

const lifeMs = 30 * 60_000;
/** All waiting uploads together; the oldest gives way. */
const maxBytes = 200 * 1024 * 1024;
const waiting = new Map<string, Datei>();

export function keepDatei(
  owner: Pick<Actor, 'kontoId'>,
  kreisId: string,
  file: Pick<Datei, 'name' | 'bytes' | 'sheets'>,
  now: Date,
): Datei {
  dropExpired(now);
  const datei: Datei = {
    ...file,
    id: randomUUID(),
    kreisId,
    kontoId: owner.kontoId,
    gueltigBis: new Date(now.getTime() + lifeMs),
    fortschritt: { stand: 'wartet', gelesen: 0, gesamt: null, uebernahmeId: null, code: null },
  };
  for (const [id, { bytes, fortschritt }] of waiting) {
    if (totalBytes() + file.bytes.length <= maxBytes) break;
    if (fortschritt.stand !== 'laeuft' && bytes.length > 0) waiting.delete(id);
  }
  if (totalBytes() + file.bytes.length > maxBytes) throw new Refusal('speicher-voll', 503);
  waiting.set(datei.id, datei);
  return datei;
}

/** The upload of this very account; for everyone else it does not exist. */
export function getDatei(owner: Pick<Actor, 'kontoId'>, kreisId: string, id: string, now: Date): Datei {
  dropExpired(now);
  const datei = waiting.get(id);
  if (!datei || datei.kontoId !== owner.kontoId || datei.kreisId !== kreisId) throw notFound();
  return datei;
}

export function dropDatei(id: string): void {
  waiting.delete(id);
}

function dropExpired(now: Date): void {
  for (const [id, { gueltigBis, fortschritt }] of waiting) {
    if (gueltigBis <= now && fortschritt.stand !== 'laeuft') waiting.delete(id);
  }
}

function totalBytes(): number {
  return [...waiting.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
}
