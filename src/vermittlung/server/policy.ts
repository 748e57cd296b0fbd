import { liestAkte } from '#src/fall/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Those who work on a case refer; an office sees and answers what was sent to it. */
export const vermittlungAbilities: Abilities = {
  'vermittlung.lesen': liestAkte,
  'vermittlung.schreiben': ['casemanager'],
  'eingang.lesen': ['partner'],
  'eingang.antworten': ['partner'],
};
