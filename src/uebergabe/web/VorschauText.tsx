import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import type { FallVorschau, OffeneArbeit } from '../anfrage-contract.ts';
import * as texts from './texts.ts';

const arten = ['schritt', 'aufgabe', 'vermittlung', 'termin', 'ablauf'] as const;

/** Open work of a case as counts in words. */
export function OffenText({ offen }: { readonly offen: OffeneArbeit }) {
  const t = useTexts(texts);
  const parts = arten.filter((art) => offen[art] > 0).map((art) => t.offenArt[art](offen[art]));
  return parts.length === 0 ? t.nichtsOffen : parts.join(', ');
}

/** Areas of life by the words of the Kreis, and whether there are so many that its rule calls the case complex. */
export function BereichText({ kreis, vorschau }: { kreis: KreisStamm; vorschau: FallVorschau }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const names = vorschau.lebensbereich.map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache));
  return (
    <span>
      {names.join(', ') || '–'} {vorschau.komplex && <Badge tone="warning">{t.komplex}</Badge>}
    </span>
  );
}
