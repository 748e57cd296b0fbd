import type { Abilities } from '#src/platform/server/http.ts';

export const tagAbilities: Abilities = { 'tag.lesen': ['casemanager', 'koordination'] };
