import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const oeffnungZweck = z.enum([
  'fallverlaufsgespraech',
  'fallkonferenz',
  'fachaufsicht',
  'fallbesprechung',
]);

export const wunschAblehnung = z.enum(['nicht_gewuenscht', 'nicht_noetig', 'anonym_genuegt', 'spaeter']);

export const schutzGrund = z.enum(['mitarbeit', 'angehoerig', 'gefaehrdung']);
export const schutzAufhebung = z.enum(['entfallen', 'fachkraftwechsel', 'versehen']);
export type SchutzGrund = z.infer<typeof schutzGrund>;

const konto = z.strictObject({ id: z.string(), name: z.string().nullable() });

const oeffnung = z.strictObject({
  id: z.string(),
  zweck: oeffnungZweck,
  /** Whom it is for; null: every Koordination that oversees the place. */
  an: konto.nullable(),
  von: konto,
  ab: z.string(),
  bis: z.string(),
});
export type Oeffnung = z.infer<typeof oeffnung>;

const wunsch = z.strictObject({
  id: z.string(),
  zweck: oeffnungZweck,
  von: konto,
  am: z.string(),
  stand: z.enum(['offen', 'geoeffnet', 'abgelehnt']),
  ablehnung: wunschAblehnung.nullable(),
});
export type OeffnungWunsch = z.infer<typeof wunsch>;

const notzugriff = z.strictObject({
  id: z.string(),
  grund: z.string(),
  /** Why, in the words of whoever opened; null for everybody but those who work on the case. */
  begruendung: z.string().nullable(),
  von: konto,
  ab: z.string(),
  bis: z.string(),
  laeuft: z.boolean(),
});

const inOeffnung = inFall.extend({ oeffnungId: z.uuid() });
const inWunsch = inFall.extend({ wunschId: z.uuid() });
const path = '/kreis/{kreisId}/fall/{fallId}/oeffnung';

/** A case in clear for the Koordination, for a purpose and a time (product: Fachaufsicht sees pseudonyms until then). */
export const oeffnungContract = {
  listOeffnung: endpoint({
    method: 'GET',
    path,
    summary: 'Wer einen Fall gerade im Klartext sieht, wer darum bittet, und Notzugriffe',
    ability: 'akte.lesen',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      /** Open now, the longest first. */
      oeffnung: z.array(oeffnung),
      /** Open ones; to whoever asked also the last answer. */
      wunsch: z.array(wunsch),
      /** Those of the last twelve months, newest first; only for those who work on the case. */
      notzugriff: z.array(notzugriff),
      /** Only for her own Case Manager, who alone sees a protected person at all. */
      schutz: schutzGrund.nullable(),
      abilities: z.strictObject({ oeffnen: z.boolean(), bitten: z.boolean(), schuetzen: z.boolean() }),
    }),
  }),
  listKoordination: endpoint({
    method: 'GET',
    path: `${path}/koordination`,
    summary: 'Für wen ein Fall geöffnet werden kann',
    ability: 'oeffnung.geben',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.array(konto),
  }),
  openOeffnung: endpoint({
    method: 'POST',
    path,
    summary: 'Fall der Koordination bis zu einer Zeit im Klartext zeigen',
    ability: 'oeffnung.geben',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'oeffnung-zu-lang',
      'oeffnung-vorbei',
      'datum-in-zukunft',
      'konto-fremd',
      'einwilligung-abgelaufen',
      'einwilligung-widerrufen',
      'person-eingeschraenkt',
    ],
    params: inFall,
    body: z.strictObject({
      zweck: oeffnungZweck,
      /** Account of the Koordination; null: every one that oversees the place. */
      anKontoId: z.uuid().nullable(),
      bis: z.iso.datetime(),
      einverstandenAm: day,
      wunschId: z.uuid().nullable(),
    }),
    out: z.strictObject({ id: z.string() }),
    status: 201,
  }),
  closeOeffnung: endpoint({
    method: 'POST',
    path: `${path}/{oeffnungId}/ende`,
    summary: 'Öffnung sofort schließen',
    ability: 'oeffnung.geben',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inOeffnung,
    status: 204,
  }),
  askOeffnung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/oeffnungswunsch',
    summary: 'Die Fachkraft bitten, einen Fall zu öffnen',
    ability: 'oeffnung.bitten',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'wunsch-laeuft'],
    params: inFall,
    body: z.strictObject({ zweck: oeffnungZweck }),
    status: 204,
  }),
  declineOeffnung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/oeffnungswunsch/{wunschId}/ablehnung',
    summary: 'Eine Bitte um Öffnung ablehnen',
    ability: 'oeffnung.geben',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inWunsch,
    body: z.strictObject({ ablehnung: wunschAblehnung }),
    status: 204,
  }),
  setSchutz: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/schutz',
    summary: 'Person besonders schützen oder den Schutz aufheben',
    ability: 'oeffnung.geben',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'nur-eigene-fachkraft', 'uebergabe-angefragt'],
    params: inFall,
    body: z.strictObject({
      /** Null lifts the protection; then `aufhebung` says why. */
      grund: schutzGrund.nullable(),
      aufhebung: schutzAufhebung.nullable(),
    }),
    status: 204,
  }),
};
