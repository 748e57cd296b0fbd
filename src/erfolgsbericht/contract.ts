import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { berichtInhalt, verratendesWort } from './bericht.ts';

export const berichtStand = z.enum(['kein', 'entwurf', 'eingereicht', 'zurueckgegeben', 'freigegeben']);
export type BerichtStand = z.infer<typeof berichtStand>;

const fassung = z.number().int().min(0);
const inBericht = inKreis.extend({ berichtId: z.uuid() });

export const berichtZeile = z.strictObject({
  id: z.string(),
  stand: z.enum(['eingereicht', 'zurueckgegeben', 'freigegeben']),
  fassung,
  inhalt: berichtInhalt,
  kommentar: z.string(),
  eingereichtAm: day,
  freigegebenAm: day.nullable(),
  /** False for what the account has submitted itself: a second person reviews. */
  mayReview: z.boolean(),
});
export type BerichtZeile = z.infer<typeof berichtZeile>;

export const erfolgsberichtContract = {
  getErfolgsbericht: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/erfolgsbericht',
    summary:
      'Entwurf eines Fallbeispiels ohne Namen, ein Vorschlag dafür und die Wörter, die verraten, wer es ist',
    ability: 'erfolgsbericht.schreiben',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      stand: berichtStand,
      /** The consent covers the purpose "auswertung". */
      eingewilligt: z.boolean(),
      /** Null before anything was saved; fassung is 0 then. */
      inhalt: berichtInhalt.nullable(),
      fassung,
      kommentar: z.string(),
      vorschlag: berichtInhalt,
      verratend: z.array(verratendesWort),
    }),
  }),
  saveErfolgsbericht: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/erfolgsbericht',
    summary: 'Entwurf eines Fallbeispiels sichern',
    ability: 'erfolgsbericht.schreiben',
    reveals: 'fall',
    refusals: ['gleichzeitig-geaendert', 'auswertung-nicht-eingewilligt', 'bericht-eingereicht'],
    params: inFall,
    body: berichtInhalt.extend({ fassung }),
    out: z.strictObject({ fassung }),
  }),
  submitErfolgsbericht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/erfolgsbericht/einreichung',
    summary: 'Fallbeispiel zur Prüfung durch eine zweite Person geben',
    ability: 'erfolgsbericht.schreiben',
    reveals: 'fall',
    refusals: [
      'gleichzeitig-geaendert',
      'auswertung-nicht-eingewilligt',
      'bericht-eingereicht',
      'bericht-leer',
      'merkmal-gefunden',
    ],
    params: inFall,
    body: berichtInhalt.extend({ fassung }),
    out: z.strictObject({ fassung }),
  }),
  withdrawErfolgsbericht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/erfolgsbericht/ruecknahme',
    summary: 'Eingereichtes Fallbeispiel vor der Freigabe zurücknehmen',
    ability: 'erfolgsbericht.schreiben',
    reveals: 'fall',
    refusals: ['bericht-freigegeben'],
    params: inFall,
    status: 204,
  }),
  listErfolgsbericht: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/erfolgsbericht',
    summary: 'Freigegebene Fallbeispiele; für die Koordination auch die, die auf Prüfung warten',
    ability: 'erfolgsbericht.lesen',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      bericht: z.array(berichtZeile),
      /** Own cases with a report that is not released yet; by number, for their case managers only. */
      eigene: z.array(z.strictObject({ fallId: z.string(), nummer: z.string(), stand: berichtStand })),
      abilities: z.strictObject({ reviewErfolgsbericht: z.boolean() }),
    }),
  }),
  releaseErfolgsbericht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/erfolgsbericht/{berichtId}/freigabe',
    summary: 'Fallbeispiel freigeben; von da an ist es mit keinem Fall mehr verbunden',
    ability: 'erfolgsbericht.pruefen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', 'vier-augen'],
    params: inBericht,
    body: z.strictObject({ fassung }),
    status: 204,
  }),
  returnErfolgsbericht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/erfolgsbericht/{berichtId}/rueckgabe',
    summary: 'Fallbeispiel mit einem Kommentar zurückgeben',
    ability: 'erfolgsbericht.pruefen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', 'vier-augen', 'kommentar-fehlt'],
    params: inBericht,
    body: z.strictObject({ fassung, kommentar: z.string().trim().max(1_000) }),
    status: 204,
  }),
  removeErfolgsbericht: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/erfolgsbericht/{berichtId}',
    summary: 'Freigegebenes Fallbeispiel aus der Sammlung nehmen',
    ability: 'erfolgsbericht.pruefen',
    reveals: 'stamm',
    refusals: [],
    params: inBericht,
    status: 204,
  }),
};
