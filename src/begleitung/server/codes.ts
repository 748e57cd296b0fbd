import { createHmac } from 'node:crypto';
import { isNameless, nameParts } from '#src/person/umschrift.ts';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import type { Day } from '#src/platform/day.ts';
import type { Key } from '#src/platform/server/siegel.ts';

/** What a record says about who the person is. */
export interface Angaben {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
}

/**
 * The keyed codes under which two Träger can meet the same person without naming it: HMAC-SHA-256 over variants of name
 * and birth date. One equal code is a possible hit; none of them can be computed without the key.
 */
export function begleitungCodes(key: Key, kreisId: string, angaben: Angaben): Buffer[] {
  return variants(angaben).map((variant) =>
    createHmac('sha256', key).update(`${kreisId}|${variant}`).digest(),
  );
}

/** Given and family name are one set of parts, so an exchange of the two needs no variant of its own. */
function variants({ familienname, vorname, geburtsdatum }: Angaben): string[] {
  const namen = [familienname, vorname].filter((name) => !isNameless(name));
  const form = suchform(...namen);
  const laut = suchlaut(...namen);
  const parts = nameParts(...namen).map((part) => part.laut);
  if (form === '') return [];
  // Without a birth date only the same spelling says anything.
  if (geburtsdatum === null) return parts.length < 2 ? [] : [`ohne|${form}`];
  const tag = orderless(geburtsdatum);
  const exact = !geburtsdatum.endsWith('-01-01');
  const found = [`form|${form}|${tag}`, `laut|${laut}|${tag}`];
  for (const [at, one] of parts.entries()) {
    for (const other of parts.slice(at + 1)) {
      if (one !== other) found.push(`paar|${[one, other].toSorted().join(' ')}|${tag}`);
    }
  }
  // A surname changes with a marriage or is missing in a passport; the first of January is nobody's own day.
  const given = isNameless(vorname) ? [] : nameParts(vorname);
  if (exact) found.push(...given.map((part) => `vorname|${part.laut}|${tag}`));
  return [...new Set(found)];
}

/** Day and month in one order, so that 03.04. and 04.03. of a year give the same code. */
function orderless(tag: Day): string {
  const [year = '', month = '', day = ''] = tag.split('-');
  return Number(day) <= 12 ? `${year} ${[month, day].toSorted().join(' ')}` : `${year} ${month} ${day}`;
}
