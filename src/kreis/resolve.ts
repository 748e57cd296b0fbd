import type { Day } from '#src/platform/day.ts';
import type { Zustaendigkeit } from './contract.ts';

interface Zeitraum {
  readonly ab: Day;
  /** First day on which it no longer holds; null: open. */
  readonly bis: Day | null;
}

export interface Gebiet extends Zeitraum {
  readonly traegerId: string;
  readonly traegerName: string;
  /** Null: the whole Kommune. */
  readonly ortsteilId: string | null;
}

export interface OrtsteilStrasse extends Zeitraum {
  readonly ortsteilId: string;
  readonly strasse: string;
}

export interface Behoerde extends Zeitraum {
  readonly art: 'abh' | 'ebh';
  readonly id: string;
  readonly name: string;
  readonly angegliedertAn: string | null;
}

/** What is known of one Kommune; all days. */
export interface Ort {
  readonly ortsteil: readonly { readonly id: string; readonly name: string }[];
  readonly strasse: readonly OrtsteilStrasse[];
  readonly gebiet: readonly Gebiet[];
  readonly behoerde: readonly Behoerde[];
}

export interface Frage {
  readonly am: Day;
  readonly ortsteilId?: string | undefined;
  readonly strasse?: string | undefined;
}

/**
 * Who is responsible at a place on a day. A share of the Kommune (Rheine links or rechts der Ems, Vorlage 197/23) is
 * taken from the Ortsteil or found by the street; while it is unknown, all Träger of the shares are answered.
 */
export function resolveZustaendigkeit(ort: Ort, frage: Frage): Zustaendigkeit {
  const { am } = frage;
  const gebiete = ort.gebiet.filter((g) => holds(g, am));
  const gefunden = findOrtsteil(ort, frage);
  const eigene = gebiete.filter((g) => g.ortsteilId !== null && g.ortsteilId === gefunden?.id);
  const geteilt = gebiete.filter((g) => g.ortsteilId !== null);
  const ganz = gebiete.filter((g) => g.ortsteilId === null);
  const traeger = gefunden
    ? [...named(eigene, gefunden.grund), ...named(ganz, 'kommune')]
    : [...named(geteilt, 'ortsteil_offen'), ...named(ganz, 'kommune')];
  const behoerden = ort.behoerde.filter((b) => holds(b, am));
  const abh = behoerden.find((b) => b.art === 'abh');
  const ebh = behoerden.find((b) => b.art === 'ebh');
  return {
    am,
    ortsteil: ort.ortsteil.find((o) => o.id === gefunden?.id) ?? null,
    traeger,
    abh: abh ? { id: abh.id, name: abh.name } : null,
    ebh: ebh ? { id: ebh.id, name: ebh.name } : null,
    ebhTeilDerAbh: ebh !== undefined && ebh.angegliedertAn !== null && ebh.angegliedertAn === abh?.id,
  };
}

function holds(zeitraum: Zeitraum, am: Day): boolean {
  return zeitraum.ab <= am && (zeitraum.bis === null || zeitraum.bis > am);
}

function findOrtsteil(ort: Ort, frage: Frage): { id: string; grund: 'ortsteil' | 'strasse' } | undefined {
  const genannt = ort.ortsteil.find((o) => o.id === frage.ortsteilId);
  if (genannt) return { id: genannt.id, grund: 'ortsteil' };
  const gesucht = normalizeStrasse(frage.strasse ?? '');
  if (gesucht === '') return undefined;
  const treffer = ort.strasse.filter((s) => holds(s, frage.am) && normalizeStrasse(s.strasse) === gesucht);
  const ids = new Set(treffer.map((s) => s.ortsteilId));
  const [id] = ids;
  // A street that runs through both shares decides nothing.
  return ids.size === 1 && id !== undefined ? { id, grund: 'strasse' } : undefined;
}

/** "Osnabrücker Str. 12 a" and "osnabrücker straße" become the same text. */
export function normalizeStrasse(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<!\s)\s+\d+\s*[a-z]?(\s*[-–/]\s*\d+\s*[a-z]?)?\s*$/u, '')
    .replaceAll('ß', 'ss')
    .replace(/str\.?$/u, 'strasse')
    .replaceAll(/[\s.-]+/gu, '');
}

function named<G extends Zustaendigkeit['traeger'][number]['grund']>(gebiete: readonly Gebiet[], grund: G) {
  return gebiete.map((g) => ({ id: g.traegerId, name: g.traegerName, grund }));
}
