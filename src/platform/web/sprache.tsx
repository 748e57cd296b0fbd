import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import type { Same, Sprache } from '#src/platform/texts.ts';
import { textsInWorten, WorteContext } from './worte.ts';

interface SpracheState {
  readonly sprache: Sprache;
  readonly setSprache: (sprache: Sprache) => void;
}

const SpracheContext = createContext<SpracheState>({ sprache: 'de', setSprache: () => undefined });

const STORE = 'lotse.sprache';

/** Language of the last visit, else the browser's; German unless English is clearly wanted. */
export function initialSprache(): Sprache {
  const kept = localStorage.getItem(STORE);
  if (kept === 'de' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'de';
}

/** Makes the language known to all texts, to the page's lang attribute and to the next visit. */
export function SpracheProvider({ value, children }: { value: SpracheState; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = value.sprache;
    localStorage.setItem(STORE, value.sprache);
  }, [value.sprache]);
  return <SpracheContext value={value}>{children}</SpracheContext>;
}

export function useSprache(): SpracheState {
  return use(SpracheContext);
}

/**
 * Texts in the language of the page, German ones in the words of its Kreis: `useTexts(texts)` with
 * `import * as texts from './texts.ts'`.
 */
export function useTexts<T extends object>(texts: { readonly de: T; readonly en: Same<T> }): T | Same<T> {
  const { sprache } = use(SpracheContext);
  const worte = use(WorteContext);
  const { de, en } = texts;
  const german = useMemo(() => textsInWorten(de, worte), [de, worte]);
  return sprache === 'de' ? german : en;
}
