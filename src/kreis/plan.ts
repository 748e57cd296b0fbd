import { z } from 'zod';
import { day } from '#src/platform/day.ts';
import { regelSchemata } from '#src/regel/schemata.ts';
import { kreisId } from './contract.ts';
import { checkPlan } from './check-plan.ts';

const text = z.string().trim().min(1).max(300);
const slug = z
  .string()
  .regex(/^[a-z0-9_]{2,60}$/, { error: 'ein Kurzname hat 2 bis 60 Zeichen: a-z, 0-9 und _' });
const texte = z.array(text).readonly();

/** `ab` is the first day, `bis` the first day on which it no longer holds. */
const zeitraum = { ab: day, bis: day.optional() };

/** A value of a code list; `gemeinsam` is the common key of all Kreise, by default the code itself. */
const codePlan = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'ein Code hat 1 bis 60 Zeichen: a-z, 0-9 und _' }),
  bezeichnung: text,
  bezeichnungEn: text,
  gemeinsam: text.optional(),
  variante: texte.optional(),
});
export type CodePlan = z.output<typeof codePlan>;

const codes = z.array(codePlan).min(1, { error: 'die Liste ist leer' }).readonly();
const listenPlan = z.strictObject({
  geschlecht: codes,
  herkunftsland: codes,
  leistungsbezug: codes,
  lebensbereich: codes,
  zugang: codes,
  ergebnis: codes,
  abschlussgrund: codes,
  ruhegrund: codes,
});
export type ListenPlan = z.output<typeof listenPlan>;

const kommunePlan = z.strictObject({
  ags: z.string().regex(/^\d{8}$/, { error: 'der Gemeindeschlüssel hat acht Ziffern' }),
  name: text,
  variante: texte.optional(),
  /** Centre in degrees (WGS 84), for the schematic map. */
  mitte: z
    .strictObject({ laenge: z.number().min(-180).max(180), breite: z.number().min(-90).max(90) })
    .optional(),
  ortsteil: z
    .array(z.strictObject({ name: text, variante: texte, strasse: texte }))
    .readonly()
    .optional(),
});

const regionPlan = z.strictObject({
  slug,
  name: text,
  art: z.enum(['teilregion', 'regionalgruppe', 'regionalbereich']),
  eigeneKoordination: z.boolean().optional(),
  /** Names of Kommunen. */
  kommune: texte,
});

const traegerPlan = z.strictObject({
  slug,
  name: text,
  rechtsname: text,
  variante: texte.optional(),
  art: z.enum(['kommune', 'freier_traeger', 'kreis']),
  standort: z
    .array(z.strictObject({ name: text, kommune: text, art: z.literal('extern').optional() }))
    .readonly(),
});
export type TraegerPlan = z.output<typeof traegerPlan>;

const gebietPlan = z.strictObject({ ...zeitraum, traeger: slug, kommune: texte, ortsteil: text.optional() });

const behoerdePlan = z.strictObject({
  art: z.enum(['abh', 'ebh']),
  name: text,
  /** Name of the ABH of which this EBH is a part. */
  teilVon: text.optional(),
  kommune: texte,
  /** Yearly figures reported by the authority itself. */
  reihe: z
    .strictObject({
      name: z.enum(['aufenthalt_25a_25b', 'einbuergerung']),
      quelle: text,
      jahre: z.array(z.tuple([z.int().min(1950).max(2199), z.int().min(0)]).readonly()).readonly(),
    })
    .optional(),
});

const vertragPlan = z.strictObject({
  ...zeitraum,
  traeger: slug,
  region: slug.optional(),
  art: z.enum([
    'weiterleitungsvertrag',
    'vertrag',
    'refinanzierungsvereinbarung',
    'kooperationsvereinbarung',
  ]),
});

const stellePlan = z.strictObject({
  ...zeitraum,
  baustein: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'ist 1, 2 oder 3' }),
  ebene: z.enum(['vertrag', 'bescheid', 'besetzung']),
  bezeichnung: text,
  traeger: slug.optional(),
  behoerde: text.optional(),
  kommune: text.optional(),
  ortsteil: text.optional(),
  /** Hundredths of a full-time post. */
  vzae: z.int().min(1).max(10_000),
  quelle: z.string().max(300),
});
export type StellePlan = z.output<typeof stellePlan>;

const satzPlan = z.strictObject({
  ...zeitraum,
  art: z.enum(['personalkosten_je_vzae', 'sachkosten_je_vzae']),
  cent: z.int().min(0),
  quelle: z.string().max(300),
});

/** Settings that a Kreis set on one day; a later one of the same key ends the earlier. */
const regelPlan = z.strictObject({
  ab: day,
  quelle: z.string().max(300),
  werte: z.strictObject(regelSchemata).partial(),
});

/** Everything that a Kreis is made of, except accounts and cases. */
export const kreisPlan = z
  .strictObject({
    id: kreisId,
    ags: z.string().regex(/^\d{5}$/, { error: 'der Kreisschlüssel hat fünf Ziffern' }),
    name: text,
    art: z.enum(['kreis', 'kreisfreie_stadt']).optional(),
    kommune: z.array(kommunePlan).min(1, { error: 'ein Kreis hat mindestens eine Kommune' }).readonly(),
    region: z.array(regionPlan).readonly(),
    traeger: z.array(traegerPlan).readonly(),
    gebiet: z.array(gebietPlan).readonly(),
    behoerde: z.array(behoerdePlan).readonly(),
    vertrag: z.array(vertragPlan).readonly(),
    stelle: z.array(stellePlan).readonly(),
    satz: z.array(satzPlan).readonly(),
    liste: listenPlan,
    regel: z.array(regelPlan).readonly(),
  })
  .superRefine((plan, context) => {
    for (const { path, message } of checkPlan(plan))
      context.addIssue({ code: 'custom', path: [...path], message });
  });
export type KreisPlan = z.output<typeof kreisPlan>;

/** Reads ground data; every mistake as one German line that names its place. */
export function readKreisPlan(daten: unknown): { readonly plan: KreisPlan } | { readonly fehler: string[] } {
  const result = kreisPlan.safeParse(daten, { error: (issue) => message(issue) });
  if (result.success) return { plan: result.data };
  return {
    fehler: result.error.issues.map((issue) => `${placeOf(issue.path, daten)}: ${sentence(issue.message)}`),
  };
}

const words: Readonly<Record<string, string>> = {
  'datum-ungueltig': 'das ist kein Tag in der Form JJJJ-MM-TT',
  'spanne-verkehrt': 'der Anfang der Spanne liegt über ihrem Ende',
};

function sentence(text: string): string {
  return words[text] ?? text;
}

function message(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'fehlt'
        : `erwartet wird ${typeNames[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `das Feld ${issue.keys.map((key) => `"${key}"`).join(', ')} gibt es hier nicht`;
    case 'invalid_value':
      return `ist ${issue.values.map((value) => JSON.stringify(value)).join(' oder ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'ist leer' : `ist kleiner als ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `hat mehr als ${issue.maximum} Zeichen`
        : `ist größer als ${issue.maximum}`;
    default:
      return 'ist ungültig';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  tuple: 'eine Liste',
  object: 'ein Objekt',
};

/** traeger › 3 (Stadt Dülmen) › standort › 1 › kommune; entries are counted from one and called by their name. */
function placeOf(path: readonly PropertyKey[], daten: unknown): string {
  let at: unknown = daten;
  const parts = path.map((key) => {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    return typeof key === 'number' ? `${key + 1}${nameOf(at)}` : String(key);
  });
  return parts.length === 0 ? 'Datei' : parts.join(' › ');
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return ` (${value})`;
  if (typeof value !== 'object' || value === null) return '';
  const names: unknown[] = ['name', 'bezeichnung', 'code', 'traeger', 'slug'].map((key) =>
    Reflect.get(value, key),
  );
  const name = names.find((candidate) => typeof candidate === 'string');
  return name === undefined ? '' : ` (${String(name)})`;
}
