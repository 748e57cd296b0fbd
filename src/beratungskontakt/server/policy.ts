import type { Abilities } from '#src/platform/server/http.ts';

export const beratungskontaktAbilities: Abilities = {
  'beratungskontakt.erfassen': ['casemanager'],
  'sonstiger_kontakt.erfassen': ['casemanager'],
  'sonstiger_kontakt.lesen': ['casemanager', 'koordination'],
};

/** A contact is corrected by the Träger that advised; after an Übergabe the receiving one reads it only. */
export function mayCorrectKontakt(
  fall: { readonly eigen: boolean; readonly traegerId: string },
  kontaktTraegerId: string,
): boolean {
  return fall.eigen && fall.traegerId === kontaktTraegerId;
}
