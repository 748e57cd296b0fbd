import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** What counselling outside the own office needs (Konzept Kreis Unna 4.1). */
export const ausstattung = z.enum(['laptop', 'mobiltelefon', 'transportbehaeltnis', 'schrank', 'drucker']);
export type Ausstattung = z.infer<typeof ausstattung>;

const raum = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Undisturbed and confidential (Konzept Kreis Unna 2.2). */
  geschuetzt: z.boolean(),
});

export const standort = z.strictObject({
  id: z.string(),
  traegerId: z.string(),
  kommuneId: z.string().nullable(),
  name: z.string(),
  art: z.enum(['intern', 'extern']),
  anschrift: z.string(),
  telefon: z.string(),
  email: z.string(),
  oeffnung: z.string(),
  ausstattung: z.array(ausstattung),
  raum: z.array(raum),
  fassung: z.number(),
  changeable: z.boolean(),
});
export type Standort = z.infer<typeof standort>;

const anteil = z.strictObject({ standortId: z.uuid(), prozent: z.number().int().min(0).max(100) });
const fassungDerAnteile = z.strictObject({
  traegerId: z.string(),
  gueltigAb: day,
  gueltigBis: day.nullable(),
  anteil: z.array(anteil),
});

const uhrzeit = z.string().regex(/^\d{2}:\d{2}$/);
export const kontaktblatt = z.strictObject({
  kreis: z.strictObject({ id: kreisId, name: z.string() }),
  stand: day,
  standort: z.array(
    z.strictObject({
      name: z.string(),
      traeger: z.string(),
      kommune: z.string().nullable(),
      anschrift: z.string(),
      telefon: z.string(),
      email: z.string(),
      oeffnung: z.string(),
      sprechstunde: z.array(
        z.strictObject({
          art: z.enum(['sprechstunde', 'sprachcafe', 'stadtteilarbeit']),
          /** 1 Monday to 7 Sunday. */
          wochentag: z.number(),
          von: uhrzeit,
          bis: uhrzeit,
          /** Days of the next four weeks on which it does not take place. */
          ausfall: z.array(day),
        }),
      ),
    }),
  ),
});
export type Kontaktblatt = z.infer<typeof kontaktblatt>;

export const standortContract = {
  listStandort: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/standort',
    summary: 'Standorte mit Kontakt, Räumen, Ausstattung und Stundenanteilen',
    ability: 'standort.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      standort: z.array(standort),
      /** All versions of the shares that are known now, oldest first per Träger. */
      stundenanteil: z.array(fassungDerAnteile),
      abilities: z.strictObject({ setStundenanteil: z.boolean() }),
    }),
  }),
  changeStandort: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/standort/{standortId}',
    summary: 'Kontaktdaten, Räume und Ausstattung eines Standorts ändern',
    ability: 'standort.pflegen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', 'standort-fremd', 'raum-doppelt'],
    params: z.strictObject({ kreisId, standortId: z.uuid() }),
    body: z.strictObject({
      anschrift: z.string().trim().max(200),
      telefon: z.string().trim().max(60),
      email: z.union([z.literal(''), z.email({ error: 'email-ungueltig' }).max(200)]),
      oeffnung: z.string().trim().max(500),
      ausstattung: z.array(ausstattung).max(5),
      raum: z.array(raum).max(30),
      fassung: z.number().int(),
    }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  setStundenanteil: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/traeger/{traegerId}/stundenanteil',
    summary: 'Verteilung der Beratungsstunden eines Trägers ab einem Tag',
    ability: 'stundenanteil.setzen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'anteile-nicht-hundert', 'standort-fremd'],
    params: z.strictObject({ kreisId, traegerId: z.uuid() }),
    body: z.strictObject({ gueltigAb: day, anteil: z.array(anteil).min(1).max(50) }),
    status: 201,
    out: z.strictObject({ gueltigAb: day }),
  }),
  getKontaktblatt: endpoint({
    method: 'GET',
    path: '/kontaktblatt/{kreisId}',
    summary: 'Öffentliche Kontaktdaten der Standorte eines Kreises',
    ability: 'offen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    out: kontaktblatt,
  }),
};
