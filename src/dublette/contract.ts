import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const dubletteGrund = z.enum([
  'name-gleich',
  'name-umschrift',
  'name-aehnlich',
  'name-reihenfolge',
  'name-teil-mehr',
  'name-teil-anders',
  'nachname-fehlt',
  'datum-gleich',
  'datum-gleich-unscharf',
  'datum-vertauscht',
  'datum-ziffer',
  'datum-daneben',
  'datum-nur-jahr',
  'datum-fehlt',
  'datum-verschieden',
]);

const name = z.strictObject({
  familienname: z.string(),
  vorname: z.string(),
  geburtsdatum: day.nullable(),
});

/** A record of the own Träger; the name only where the account works on it. */
const eintrag = z.strictObject({
  personId: z.string(),
  /** Fall-Nr., else the number of the Anfrage. */
  nummer: z.string().nullable(),
  fallId: z.string().nullable(),
  anfrageId: z.string().nullable(),
  casemanagerId: z.string().nullable(),
  name: name.nullable(),
  /** The account works on it and can open it. */
  eigen: z.boolean(),
});
export type DubletteEintrag = z.infer<typeof eintrag>;

const bewertung = { punkte: z.number().int(), gruende: z.array(dubletteGrund) };

const dubletteTreffer = eintrag.extend(bewertung);
export type DubletteTreffer = z.infer<typeof dubletteTreffer>;

const vorschlag = z.strictObject({
  id: z.string(),
  stand: z.enum(['vorgeschlagen', 'zusammengefuehrt']),
  vorgeschlagenVon: z.string(),
  vorgeschlagenAm: z.string(),
  entschiedenVon: z.string().nullable(),
  bleibt: eintrag,
  gehtAuf: eintrag,
  ...bewertung,
  /** Both records have an open case. */
  offenerFall: z.boolean(),
  /** The account works on the absorbed record. */
  eigenerFall: z.boolean(),
  abilities: z.strictObject({ entscheiden: z.boolean(), loesen: z.boolean() }),
});
export type Zusammenfuehrung = z.infer<typeof vorschlag>;

const inZusammenfuehrung = z.strictObject({ kreisId, zusammenfuehrungId: z.uuid() });

export const dubletteContract = {
  searchDublette: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/dublette/suche',
    summary: 'Ähnliche Einträge des eigenen Trägers, bevor eine Person angelegt wird',
    liest: true,
    ability: 'dublette.suchen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    body: z.strictObject({
      traegerId: z.uuid(),
      familienname: z.string().max(200),
      vorname: z.string().max(200),
      geburtsdatum: day.nullable(),
    }),
    status: 200,
    out: z.strictObject({ treffer: z.array(dubletteTreffer) }),
  }),
  listDublette: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/dublette',
    summary: 'Ähnliche Einträge unter den eigenen, und Vorschläge zum Zusammenführen',
    ability: 'dublette.suchen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      paar: z.array(z.strictObject({ eintrag, anderer: eintrag, ...bewertung })),
      vorschlag: z.array(vorschlag),
    }),
  }),
  markVerschieden: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/dublette/verschieden',
    summary: 'Zwei ähnliche Einträge sind verschiedene Personen',
    ability: 'dublette.zusammenfuehren',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    body: z.strictObject({ personId: z.uuid(), andereId: z.uuid() }),
    status: 204,
  }),
  proposeZusammenfuehrung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/zusammenfuehrung',
    summary: 'Vorschlagen, zwei Einträge als eine Person zu führen',
    ability: 'dublette.zusammenfuehren',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'schon-vorgeschlagen', 'bleibt-ohne-fall', 'nicht-zusammenfuehrbar'],
    params: inKreis,
    body: z.strictObject({ bleibtId: z.uuid(), gehtAufId: z.uuid() }),
    status: 201,
    out: z.strictObject({ zusammenfuehrungId: z.string() }),
  }),
  decideZusammenfuehrung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/zusammenfuehrung/{zusammenfuehrungId}/entscheidung',
    summary: 'Vorschlag einer Kollegin zustimmen oder ihn ablehnen',
    ability: 'dublette.zusammenfuehren',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'vier-augen',
      'nicht-erlaubt',
      'nicht-zusammenfuehrbar',
      'abschluss-fehlt',
      'code-unbekannt',
      'datum-in-zukunft',
      'datum-vor-letztem-status',
      'gleichzeitig-geaendert',
    ],
    params: inZusammenfuehrung,
    body: z.strictObject({
      zustimmung: z.boolean(),
      /** How the case of the absorbed record ends, where both are open and the account works on it. */
      abschluss: z.strictObject({ grund: z.string().max(60), ab: day }).nullable(),
    }),
    status: 204,
  }),
  undoZusammenfuehrung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/zusammenfuehrung/{zusammenfuehrungId}/loesung',
    summary: 'Zusammenführung lösen oder eigenen Vorschlag zurückziehen',
    ability: 'dublette.zusammenfuehren',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'nicht-erlaubt'],
    params: inZusammenfuehrung,
    status: 204,
  }),
  getZusammenfuehrung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/zusammenfuehrung',
    summary: 'Womit die Person eines eigenen Falls zusammengeführt ist',
    ability: 'dublette.suchen',
    reveals: 'person',
    refusals: [],
    params: z.strictObject({ kreisId, fallId: z.uuid() }),
    out: z.array(z.strictObject({ id: z.string(), bleibt: z.boolean(), anderer: eintrag })),
  }),
};
