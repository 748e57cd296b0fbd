import type { Abilities } from '#src/platform/server/http.ts';

/** The team and the Koordination see who is away; everyone records only the own absence. */
export const vertretungAbilities: Abilities = {
  'abwesenheit.lesen': ['casemanager', 'koordination'],
  'abwesenheit.pflegen': ['casemanager'],
};

/** True when the account works on a case in place of the colleague who leads it. */
export function inVertretung(
  fall: { readonly eigen: boolean; readonly casemanagerId: string | null },
  kontoId: string,
): boolean {
  return fall.eigen && fall.casemanagerId !== null && fall.casemanagerId !== kontoId;
}
