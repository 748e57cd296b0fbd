import type { BerichtInhalt } from './bericht.ts';

/** What is known of a case in codes and the words of its goals; nothing that names anybody but those words. */
export interface BerichtFakten {
  readonly geschlecht: string | null;
  /** In years. */
  readonly alter: number | null;
  /** After "aus": a region of the world, or the country where the group in the Kreis is large. */
  readonly herkunft: string | null;
  readonly jahreInDeutschland: number | null;
  readonly jahreBegleitet: number;
  readonly kinder: boolean;
  /** Names of the areas of life of the plan. */
  readonly bereich: readonly string[];
  readonly erreicht: readonly string[];
  readonly schritt: readonly string[];
}

/**
 * A text to begin with, in German as it goes to the councils: age in decades, years rounded, region instead of country
 * (M357), themes, reached goals and the next step (M176).
 */
export function proposeBericht(fakten: BerichtFakten): BerichtInhalt {
  const { jahreInDeutschland, jahreBegleitet, bereich } = fakten;
  return {
    titel: bereich.length === 0 ? 'Ein Fallbeispiel' : `Ein Fallbeispiel: ${listed(bereich.slice(0, 3))}`,
    lage: [
      [
        whoOf(fakten.geschlecht),
        ageOf(fakten.alter),
        fakten.herkunft === null ? '' : `aus ${fakten.herkunft}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
      ...(jahreInDeutschland === null ? [] : [`lebt ${sinceOf(jahreInDeutschland)} in Deutschland`]),
      ...(fakten.kinder ? ['lebt mit Kindern im Haushalt'] : []),
      `wird ${sinceOf(jahreBegleitet)} im Case Management begleitet`,
    ].join('\n'),
    thema: bereich.join('\n'),
    erreicht: fakten.erreicht.join('\n'),
    schritt: fakten.schritt.join('\n'),
  };
}

function whoOf(geschlecht: string | null): string {
  if (geschlecht === 'w') return 'Frau';
  return geschlecht === 'm' ? 'Mann' : 'Person';
}

function ageOf(alter: number | null): string {
  if (alter === null) return '';
  if (alter < 20) return 'unter 20 Jahren';
  if (alter >= 70) return 'über 70 Jahre';
  const decade = Math.floor(alter / 10) * 10;
  return `zwischen ${decade} und ${decade + 9} Jahren`;
}

/** Years so that no day can be counted back. */
export function sinceOf(jahre: number): string {
  if (jahre < 2) return 'seit kurzer Zeit';
  if (jahre < 5) return 'seit einigen Jahren';
  return `seit rund ${Math.round(jahre / 5) * 5} Jahren`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`;
}
