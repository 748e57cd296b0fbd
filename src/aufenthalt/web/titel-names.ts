import type { Sprache } from '#src/platform/texts.ts';
import type { ComboOption } from '#src/ui/web/ComboBox.tsx';
import { findTitel, titelListe, type Titel } from '../titel.ts';

/** Name of a title in the language of the page; the code itself where the list does not know it. */
export function titelName(sprache: Sprache, code: string): string {
  const titel = findTitel(code);
  return titel ? nameOf(sprache, titel) : code;
}

/** Choices of titles: "nicht erhoben" first, because asking is not the rule. */
export function titelOptions(sprache: Sprache, ended: (titel: Titel) => string): readonly ComboOption[] {
  const isOpen = ({ code }: Titel) => code === 'NOT_RECORDED' || code === 'UNKNOWN';
  return [...titelListe.filter(isOpen), ...titelListe.filter((titel) => !isOpen(titel))].map((titel) => ({
    value: titel.code,
    label: nameOf(sprache, titel),
    detail: [titel.grundlage, titel.neuBis === undefined ? '' : ended(titel)].filter(Boolean).join(', '),
  }));
}

function nameOf(sprache: Sprache, titel: Titel): string {
  return sprache === 'de' ? titel.bezeichnung : titel.bezeichnungEn;
}
