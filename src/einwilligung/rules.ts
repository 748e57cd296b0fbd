import { addDays, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { EinwilligungStandCode } from './contract.ts';

export interface Einwilligung {
  readonly erteiltAm: Day;
  readonly widerrufenAm: Day | null;
  /** Last day; null where it has no end. */
  readonly ablaufAm: Day | null;
}

/** No consent, no name: what keeps a named record from being made (Konzept Kreis Unna 5.2). */
export function namedRecordRefusals(
  erteiltAm: Day | null,
  aufgenommenAm: Day,
  heute: Day,
): readonly FieldRefusal[] {
  const instance = '/einwilligung/erteiltAm';
  if (erteiltAm === null) return [{ instance, code: 'einwilligung-fehlt' }];
  if (erteiltAm > heute) return [{ instance, code: 'datum-in-zukunft' }];
  if (erteiltAm > aufgenommenAm) return [{ instance, code: 'einwilligung-nach-aufnahme' }];
  return [];
}

/**
 * Why a day may not be documented by name, undefined when it may: a withdrawal ends it, whatever day it is; a consent with
 * an end covers its days only.
 */
export function documentationRefusal(einwilligung: Einwilligung | null, am: Day): string | undefined {
  if (einwilligung === null || einwilligung.widerrufenAm !== null) return 'einwilligung-widerrufen';
  return einwilligung.ablaufAm !== null && einwilligung.ablaufAm < am ? 'einwilligung-abgelaufen' : undefined;
}

/** A consent that ends says so on a day that is still to come, the day of the signature at the earliest. */
export function ablaufRefusals(ablaufAm: Day | null, am: Day, heute: Day): readonly FieldRefusal[] {
  return ablaufAm !== null && (ablaufAm < am || ablaufAm < heute)
    ? [{ instance: '/ablaufAm', code: 'ablauf-vorbei' }]
    : [];
}

/** So many days before its end a consent is shown as running out, as long as Mein Tag warns. */
const BALD = 60;

/** How a consent stands on a day; `juengste`: no later one stands in its place. */
export function einwilligungStandOn(
  einwilligung: Omit<Einwilligung, 'erteiltAm'>,
  juengste: boolean,
  am: Day,
): EinwilligungStandCode {
  const { widerrufenAm, ablaufAm } = einwilligung;
  if (widerrufenAm !== null) return 'widerrufen';
  if (!juengste) return 'abgeloest';
  if (ablaufAm === null) return 'gilt';
  if (ablaufAm < am) return 'abgelaufen';
  return ablaufAm <= addDays(am, BALD) ? 'laeuft_aus' : 'gilt';
}
