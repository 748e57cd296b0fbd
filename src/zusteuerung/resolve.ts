import type { Day } from '#src/platform/day.ts';
import type { ZusteuerungRegel } from './contract.ts';

/** What is known of somebody who is to be steered; null: not known. */
export interface ZusteuerungLage {
  readonly am: Day;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly zugang: string | null;
  readonly wohnform: string | null;
  readonly bedarf: 'einfach' | 'komplex' | null;
}

const bedingungen = ['kommuneId', 'ortsteilId', 'zugang', 'wohnform', 'bedarf'] as const;

/**
 * The rule by which somebody is steered (Vorlage 197/23 §2: städtische Übergangswohnung to Team Beratung). A condition
 * about what is not known yet does not fit. Of several, the smallest rank holds, then the one with more conditions.
 */
export function resolveZusteuerung(
  regeln: readonly ZusteuerungRegel[],
  lage: ZusteuerungLage,
): ZusteuerungRegel | undefined {
  return regeln
    .filter(
      (regel) => regel.gueltigAb <= lage.am && (regel.gueltigBis === null || regel.gueltigBis > lage.am),
    )
    .filter((regel) => bedingungen.every((name) => regel[name] === null || regel[name] === lage[name]))
    .toSorted(
      (one, other) =>
        one.rang - other.rang ||
        countBedingungen(other) - countBedingungen(one) ||
        one.id.localeCompare(other.id),
    )[0];
}

/** A rule that names nobody says in its own words that the case management of the place is responsible. */
export function isOhneZiel(regel: Pick<ZusteuerungRegel, 'anTraegerId' | 'anStelleId'>): boolean {
  return regel.anTraegerId === null && regel.anStelleId === null;
}

function countBedingungen(regel: ZusteuerungRegel): number {
  return bedingungen.filter((name) => regel[name] !== null).length;
}
