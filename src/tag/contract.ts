import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** What can be due; each has one place where it is done. */
export const faelligArt = z.enum([
  'termin',
  'termin_offen',
  'ersttermin',
  'folgetermin',
  'aktiv_endet',
  'titel_endet',
  'einwilligung_endet',
  'entbindung_endet',
  'weitergabe_offen',
  'schritt',
  'rueckmeldung',
  'aufgabe',
  're_assessment',
  'fall_frei',
  'zusammenfuehrung',
  'doppelbetreuung',
  'ersuchen',
]);
export type FaelligArt = z.infer<typeof faelligArt>;

export const faellig = z.strictObject({
  art: faelligArt,
  am: day,
  /** Moment of an appointment. */
  um: z.string().nullable(),
  dringlich: z.boolean(),
  /** Number of the Anfrage or the Fall. */
  nummer: z.string().nullable(),
  person: z.strictObject({ familienname: z.string(), vorname: z.string() }).nullable(),
  anfrageId: z.string().nullable(),
  fallId: z.string().nullable(),
});
export type Faellig = z.infer<typeof faellig>;

export const tagContract = {
  getTag: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/tag',
    summary: 'Mein Tag: was fällig ist',
    ability: 'tag.lesen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    out: z.strictObject({ heute: day, faellig: z.array(faellig) }),
  }),
};
