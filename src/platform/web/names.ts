import type { Sprache } from '#src/platform/texts.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Coded {
  readonly code: string;
  readonly bezeichnung: string;
  readonly bezeichnungEn: string;
}

/** Name to an id of a list of the Kreis; the id itself when the list does not know it. */
export function nameOf(list: readonly Named[], id: string | null | undefined): string {
  if (id === null || id === undefined) return '–';
  return list.find((each) => each.id === id)?.name ?? id;
}

/** Word for a code in the language of the page. */
export function codeName(list: readonly Coded[] | undefined, code: string | null, sprache: Sprache): string {
  if (code === null) return '–';
  const found = list?.find((each) => each.code === code);
  if (!found) return code;
  return sprache === 'de' ? found.bezeichnung : found.bezeichnungEn;
}

/** Choices of a select from a list of the Kreis. */
export function nameOptions(list: readonly Named[]): { value: string; label: string }[] {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}

/** Choices from a code list: the current codes, and the one already chosen even if it is no longer current. */
export function codeOptions(
  list: readonly (Coded & { readonly aktuell: boolean })[] | undefined,
  sprache: Sprache,
  chosen: readonly string[] = [],
): { value: string; label: string }[] {
  return (list ?? [])
    .filter((each) => each.aktuell || chosen.includes(each.code))
    .map((each) => ({ value: each.code, label: sprache === 'de' ? each.bezeichnung : each.bezeichnungEn }));
}
