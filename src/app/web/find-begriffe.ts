import glossar from './glossar.json' with { type: 'json' };

export type Begriff = (typeof glossar.begriffe)[number];
export type Abkuerzung = (typeof glossar.abkuerzungen)[number];

/** Words and abbreviations that hold every searched word, in the order of the German alphabet. */
export function findBegriffe(suche: string): { begriffe: Begriff[]; abkuerzungen: Abkuerzung[] } {
  const wanted = plain(suche).split(/\s+/).filter(Boolean);
  const holds = (...texts: string[]) => {
    const text = plain(texts.join(' '));
    return wanted.every((word) => text.includes(word));
  };
  return {
    begriffe: glossar.begriffe
      .filter((b) => holds(b.term, b.english, b.definition, b.bedeutung, b.source))
      .toSorted((a, b) => a.term.localeCompare(b.term, 'de', { ignorePunctuation: true })),
    abkuerzungen: glossar.abkuerzungen.filter((a) => holds(a.name, a.meaning)),
  };
}

/** Without case and marks, so that "Traeger", "träger" and "Trager" find the same. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=[aou])e(?=\p{L})/gu, '');
}
