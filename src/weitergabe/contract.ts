import { z } from 'zod';
import { inPerson } from '#src/einwilligung/contract.ts';
import { entbindungInhalt, entbindungZweck } from '#src/entbindung/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

const inWeitergabe = inPerson.extend({ weitergabeId: z.uuid() });
export const weitergabeForm = z.enum(['papier', 'gespraech', 'datei']);

export const weitergabeZeile = z.strictObject({
  id: z.string(),
  stelleName: z.string(),
  zweck: entbindungZweck,
  inhalt: z.array(entbindungInhalt),
  form: weitergabeForm,
  stand: z.enum(['vorbereitet', 'gegeben', 'gestoppt']),
  vorbereitetAm: z.string(),
  gegebenAm: z.string().nullable(),
  gestopptAm: z.string().nullable(),
  /** Exactly what the office is told. */
  text: z.string(),
});
export type WeitergabeZeile = z.infer<typeof weitergabeZeile>;

export const weitergabeContract = {
  listWeitergabe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/person/{personId}/weitergabe',
    summary: 'Was zu einer Person an wen ging oder gehen soll',
    ability: 'einwilligung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inPerson,
    out: z.array(weitergabeZeile),
  }),
  prepareWeitergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/weitergabe',
    summary: 'Weitergabe vorbereiten; nur auf eine Schweigepflichtsentbindung',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'entbindung-fehlt', 'einwilligung-abgelaufen', 'inhalt-fehlt'],
    params: inPerson,
    body: z.strictObject({
      stelleId: z.uuid(),
      zweck: entbindungZweck,
      inhalt: z.array(entbindungInhalt).max(20),
      form: weitergabeForm,
      text: z.string().trim().min(1).max(20_000),
    }),
    status: 201,
    out: z.strictObject({ weitergabeId: z.string() }),
  }),
  giveWeitergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/weitergabe/{weitergabeId}/gabe',
    summary: 'Vorbereitete Weitergabe geben; prüft die Entbindung noch einmal',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'entbindung-fehlt',
      'einwilligung-abgelaufen',
      'weitergabe-gestoppt',
      'weitergabe-gegeben',
    ],
    params: inWeitergabe,
    status: 204,
  }),
  stopWeitergabe: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/person/{personId}/weitergabe/{weitergabeId}',
    summary: 'Vorbereitete Weitergabe doch nicht geben',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'weitergabe-gegeben'],
    params: inWeitergabe,
    status: 204,
  }),
};
