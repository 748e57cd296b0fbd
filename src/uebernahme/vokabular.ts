import { isNoValue, keyOf, organisationKey } from './normalise.ts';

export type Liste =
  | 'geschlecht'
  | 'herkunftsland'
  | 'leistungsbezug'
  | 'lebensbereich'
  | 'zugang'
  | 'ergebnis'
  | 'abschlussgrund'
  | 'ruhegrund';

/** The words of a Kreis as plain data, so that they can travel to the worker. */
export interface Vokabular {
  readonly code: readonly {
    liste: Liste;
    code: string;
    bezeichnung: string;
    bezeichnungEn: string;
    variante: readonly string[];
  }[];
  readonly traeger: readonly {
    id: string;
    name: string;
    rechtsname: string;
    slug: string;
    variante: readonly string[];
  }[];
  readonly kommune: readonly { id: string; name: string; variante: readonly string[] }[];
  readonly ortsteil: readonly { id: string; kommuneId: string; name: string; variante: readonly string[] }[];
  /** Chosen by hand for values that no code list knows; null means "no value". */
  readonly wert: readonly { liste: Liste; text: string; code: string | null }[];
}

/** Result of looking a text up: an id or code, null for "no value", undefined for unknown. */
export type Found = string | null | undefined;

export interface Lookup {
  code(liste: Liste, text: string): Found;
  traeger(text: string): Found;
  kommune(text: string): Found;
  /** The Kommune narrows it; without one the name must be unique in the Kreis. */
  ortsteil(text: string, kommuneId: string | null): { id: string; kommuneId: string } | null | undefined;
}

/** Short forms that sheets use and code lists rarely name, by the key of the value meant. */
const shortForms: Readonly<Partial<Record<Liste, Readonly<Record<string, string>>>>> = {
  geschlecht: {
    m: 'maennlich',
    mann: 'maennlich',
    w: 'weiblich',
    f: 'weiblich',
    frau: 'weiblich',
    d: 'divers',
  },
  leistungsbezug: {
    buergergeld: 'sgbii',
    sgb2: 'sgbii',
    sgb3: 'sgbiii',
    sgb12: 'sgbxii',
    asylbewerberleistungsgesetz: 'asylblg',
    sonstige: 'sonstiges',
  },
};

/** Prepares the words for lookup. A key that means two things means nothing. */
export function openLookup(vokabular: Vokabular): Lookup {
  const codes = new Map<Liste, Map<string, Found>>();
  const listOf = (liste: Liste) =>
    codes.get(liste) ?? codes.set(liste, new Map()).get(liste) ?? new Map<string, Found>();
  for (const entry of vokabular.code) {
    const map = listOf(entry.liste);
    for (const text of [entry.bezeichnung, entry.code, ...entry.variante]) put(map, keyOf(text), entry.code);
  }
  // The English name never displaces a German one.
  for (const { liste, bezeichnungEn, code } of vokabular.code) {
    if (!listOf(liste).has(keyOf(bezeichnungEn))) listOf(liste).set(keyOf(bezeichnungEn), code);
  }
  for (const { liste, text, code } of vokabular.wert) listOf(liste).set(keyOf(text), code);

  const traeger = new Map<string, Found>();
  for (const t of vokabular.traeger) {
    for (const text of [t.name, t.rechtsname, t.slug, ...t.variante])
      put(traeger, organisationKey(text), t.id);
  }
  const kommune = new Map<string, Found>();
  for (const k of vokabular.kommune) {
    for (const text of [k.name, k.id, `Stadt ${k.name}`, `Gemeinde ${k.name}`, ...k.variante])
      put(kommune, keyOf(text), k.id);
  }
  const kommuneName = new Map(vokabular.kommune.map((k) => [k.id, keyOf(k.name)]));

  function ortsteil(
    text: string,
    kommuneId: string | null,
  ): { id: string; kommuneId: string } | null | undefined {
    if (isNoValue(text)) return null;
    const key = keyOf(text);
    const hits = vokabular.ortsteil.filter((o) => {
      if (kommuneId !== null && o.kommuneId !== kommuneId) return false;
      const prefix = kommuneName.get(o.kommuneId) ?? '';
      return [o.name, ...o.variante].some(
        (name) => keyOf(name) === key || keyOf(name) === prefix + key || prefix + keyOf(name) === key,
      );
    });
    const [hit] = hits;
    return hit && hits.length === 1 ? { id: hit.id, kommuneId: hit.kommuneId } : undefined;
  }

  return {
    code: (liste, text) => findCode(listOf(liste), liste, text),
    traeger: (text) => (isNoValue(text) ? null : (traeger.get(organisationKey(text)) ?? undefined)),
    kommune: (text) =>
      isNoValue(text)
        ? null
        : (kommune.get(keyOf(text)) ?? kommune.get(keyOf(text.replace(/^\d{5}\s+/, ''))) ?? undefined),
    ortsteil,
  };
}

function put(map: Map<string, Found>, key: string, value: string): void {
  if (key === '') return;
  map.set(key, map.has(key) && map.get(key) !== value ? undefined : value);
}

function findCode(map: ReadonlyMap<string, Found>, liste: Liste, text: string): Found {
  const key = keyOf(text);
  const exact = map.get(key);
  if (exact !== undefined) return isNoValue(text) ? null : exact;
  if (isNoValue(text)) return null;
  const short = shortForms[liste]?.[key];
  if (short !== undefined && map.get(short) !== undefined) return map.get(short);
  // "Syrien, Arabische Republik", "Iran (Islamische Republik)": the official part after the name says nothing more.
  const head = /^([^,(]+)[,(]/.exec(text)?.[1];
  return liste === 'herkunftsland' && head !== undefined ? map.get(keyOf(head)) : undefined;
}
