import { useSprache } from '#src/platform/web/sprache.tsx';
import type { CodeTexts } from '#src/platform/web/problem.ts';
import { laufGrund, zellGrund } from '../grund-texts.ts';

/** Words for the refusal codes of files, runs and cells. */
export function useCodes(): CodeTexts {
  const { sprache } = useSprache();
  return { ...laufGrund[sprache], ...zellGrund[sprache] };
}
