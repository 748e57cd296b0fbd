import type { z } from 'zod';
import { addMonths, type Day } from '#src/platform/day.ts';
import type { RegelWert } from '#src/regel/schemata.ts';
import type { andererZugang, zielgruppeBefund } from './contract.ts';

export interface ZielgruppeAngaben {
  readonly am: Day;
  readonly einreiseAm: Day | null;
  readonly andererZugang: z.infer<typeof andererZugang> | null;
}

/**
 * Whether somebody belongs to the target group. Steinfurt: entry within five years and without access to another case
 * management; Coesfeld: no or insufficient access to the support system; focus groups exclude nobody (Konzept Unna 2.1).
 */
export function befundZielgruppe(
  regel: RegelWert<'zielgruppe'>,
  angaben: ZielgruppeAngaben,
): z.infer<typeof zielgruppeBefund> {
  switch (regel.art) {
    case 'alle':
    case 'fokus':
      return 'gehoert_dazu';
    case 'ohne_zugang':
      if (angaben.andererZugang === null) return 'offen';
      return angaben.andererZugang === 'ausreichend' ? 'gehoert_nicht_dazu' : 'gehoert_dazu';
    case 'neuzugewandert': {
      const { am, einreiseAm } = angaben;
      const zuLange = einreiseAm !== null && addMonths(einreiseAm, regel.jahre * 12) < am;
      if (zuLange || angaben.andererZugang === 'ausreichend') return 'gehoert_nicht_dazu';
      return einreiseAm === null || angaben.andererZugang === null ? 'offen' : 'gehoert_dazu';
    }
  }
}

export interface FokusZahlen {
  /** Occupied posts in hundredths of a full-time post. */
  readonly vzaeHundertstel: number;
  readonly aktiv: number;
  readonly fokus: number;
}

/**
 * Places of a Träger and how many of them focus groups may take, so that the share kept open is never undercut
 * ("mindestens ein Drittel", Konzept Kreis Unna 2.1). Null where the Kreis or the Träger has nothing to count by.
 */
export function fokusQuote(
  fallschluessel: RegelWert<'fallschluessel'>,
  zielgruppe: RegelWert<'zielgruppe'>,
  zahlen: FokusZahlen,
) {
  if (zielgruppe.art !== 'fokus' || fallschluessel.art === 'keiner') return null;
  const jeStelle = fallschluessel.art === 'spanne' ? fallschluessel.bis : fallschluessel.zahl;
  const plaetze = Math.floor((zahlen.vzaeHundertstel * jeStelle) / 100);
  if (plaetze === 0) return null;
  const { aktiv, fokus } = zahlen;
  const fokusHoechstens = plaetze - Math.ceil((plaetze * zielgruppe.freierAnteilProzent) / 100);
  const frei = Math.max(0, plaetze - aktiv);
  return {
    gruppen: [...zielgruppe.gruppen],
    freierAnteilProzent: zielgruppe.freierAnteilProzent,
    plaetze,
    aktiv,
    fokus,
    fokusHoechstens,
    fokusFrei: Math.max(0, Math.min(fokusHoechstens - fokus, frei)),
    frei,
  };
}
