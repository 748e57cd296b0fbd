import type { Day } from '#src/platform/day.ts';
import type { FallZeile } from '../contract.ts';
import { aktivBis, effectiveStatus, type AktivRegel, type StatusZeile } from '../rules.ts';

/** What a case line is made of as the reads fetch it; the names are null for those who see the number only. */
export interface ZeilenStand {
  readonly id: string;
  readonly nummer: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly aufgenommenAm: Day;
  readonly letzterKontakt: Day | null;
  readonly letzterQualifizierter: Day | null;
  readonly personId: string | null;
  readonly familienname: string | null;
  readonly vorname: string | null;
  readonly geburtsdatum: Day | null;
}

/** The line of a case on a day, its status by the rule of the Kreis. */
export function toFallZeile(
  stand: ZeilenStand,
  status: Pick<StatusZeile, 'status' | 'herkunft' | 'ab'>,
  regel: AktivRegel,
  am: Day,
): FallZeile {
  const { personId, familienname, vorname } = stand;
  return {
    id: stand.id,
    nummer: stand.nummer,
    person:
      personId === null || familienname === null || vorname === null
        ? null
        : { id: personId, familienname, vorname, geburtsdatum: stand.geburtsdatum },
    traegerId: stand.traegerId,
    casemanagerId: stand.casemanagerId,
    kommuneId: stand.kommuneId,
    ortsteilId: stand.ortsteilId,
    status: effectiveStatus(status, stand.letzterQualifizierter, regel, am),
    aktivBis: aktivBis(status, stand.letzterQualifizierter, regel),
    aufgenommenAm: stand.aufgenommenAm,
    letzterKontakt: stand.letzterKontakt,
  };
}
