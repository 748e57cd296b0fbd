export type RolleName =
  | 'casemanager'
  | 'casemanager_abh'
  | 'koordination'
  | 'verwaltungsassistenz'
  | 'ki_leitung'
  | 'traegerleitung'
  | 'abh_ebh'
  | 'lenkungskreis'
  | 'controlling'
  | 'ministerium'
  | 'datenschutz'
  | 'administration'
  | 'partner'
  | 'notzugriff'
  | 'uebernahme';

export interface Rolle {
  readonly kreisId: string;
  readonly rolle: RolleName;
  readonly traegerId: string | null;
  readonly regionId: string | null;
  readonly gueltigBis: string | null;
}

/** Who acts: an account with the roles that are valid at this moment. */
export interface Actor {
  readonly kreisId: string;
  readonly kontoId: string;
  readonly name: string;
  readonly sprache: 'de' | 'en';
  /** How strongly the session was signed in: 1 password alone, 2 with a second factor. */
  readonly stufe: number;
  readonly demo: boolean;
  /** The account has roles that count only with a second factor; until then `rollen` is empty. */
  readonly faktorNoetig: boolean;
  /** When the person last proved who she is. */
  readonly bestaetigtAm: Date;
  readonly rollen: readonly Rolle[];
}

/** True when the actor holds one of the roles, in any Kreis or in the one named. */
export function hasRolle(actor: Actor, namen: readonly RolleName[], kreisId?: string): boolean {
  return actor.rollen.some(
    (r) => namen.includes(r.rolle) && (kreisId === undefined || r.kreisId === kreisId),
  );
}
