import { addDays, type Day } from '#src/platform/day.ts';
import { addWerktag, isWerktag } from '#src/kreis/werktag.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Fallbeispiel } from '../data/fallbeispiel.ts';
import { demoId } from './demo-id.ts';

/** A worked example on its way into the database, as the account that leads it. */
export interface FallbeispielOrt {
  readonly tx: Tx;
  readonly schluessel: Schluessel;
  readonly kreisId: string;
  readonly traegerId: string;
  readonly standortId: string;
  readonly kontoId: string;
  readonly kommuneId: string;
  readonly anfrageId: string;
  readonly personId: string;
  readonly fallId: string;
  /** Key of the person's sealed words. */
  readonly key: Key;
  readonly geburtsdatum: Day;
  readonly beispiel: Fallbeispiel;
  readonly heute: Day;
}

const ohneSamstag = { samstag: false };

/** The same ids in every demo: what it is, and which one. */
export function idOf(
  { kreisId, beispiel }: Pick<FallbeispielOrt, 'kreisId' | 'beispiel'>,
  ...parts: string[]
): string {
  return demoId(kreisId, beispiel.schluessel, ...parts);
}

/** An office of the directory by its name. */
export function stelleId({ kreisId }: Pick<FallbeispielOrt, 'kreisId'>, name: string): string {
  return demoId(kreisId, 'partner', name);
}

/** The day so many days ago, or the working day before it. */
export function dayBefore({ heute }: Pick<FallbeispielOrt, 'heute'>, vorTagen: number): Day {
  let tag = addDays(heute, -vorTagen);
  while (!isWerktag(tag, ohneSamstag)) tag = addDays(tag, -1);
  return tag;
}

/** The working day in about so many days; negative: ago. */
export function dayIn(ort: Pick<FallbeispielOrt, 'heute'>, tage: number): Day {
  return tage < 0 ? dayBefore(ort, -tage) : addWerktag(addDays(ort.heute, tage - 1), 1, ohneSamstag);
}

/** When something of a past day was written down. */
export function erfasstAm(tag: Day): string {
  return `${tag}T13:30:00Z`;
}
