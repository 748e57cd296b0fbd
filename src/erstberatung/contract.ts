import { z } from 'zod';
import { inAnfrage } from '#src/anfrage/contract.ts';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { bogenEingabe, erstberatung } from './bogen.ts';

export const erstberatungContract = {
  getErstberatung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/erstberatung',
    summary: 'Screening-Bogen einer Anfrage mit der Regel, nach der vorgeschlagen wird',
    ability: 'erstberatung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inAnfrage,
    out: z.strictObject({
      nummer: z.string(),
      eingegangenAm: day,
      sprache: z.string().nullable(),
      dolmetschen: z.boolean(),
      lebensbereich: z.array(z.string()),
      keinFall: z.array(z.string()),
      /** A consent is signed, so everything may be asked. */
      benannt: z.boolean(),
      regel: z.strictObject({
        komplexerFall: z.strictObject({
          lebensbereiche: z.number(),
          mehrereInstitutionen: z.boolean(),
          schwereAusnahme: z.boolean(),
        }),
        bedarfe: z.number().nullable(),
      }),
      erstberatung: erstberatung.nullable(),
      abilities: z.strictObject({ saveErstberatung: z.boolean() }),
    }),
  }),
  saveErstberatung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/erstberatung',
    summary: 'Screening-Bogen speichern; ohne Einwilligung nur die Einschätzung',
    ability: 'erstberatung.erfassen',
    reveals: 'fall',
    refusals: [
      'gleichzeitig-geaendert',
      'anfrage-abgeschlossen',
      'einwilligung-fehlt',
      'datum-in-zukunft',
      'datum-vor-eingang',
      'bereich-doppelt',
      'code-unbekannt',
      'schwere-grund-fehlt',
      'abweichung-grund-fehlt',
      'einreise-in-zukunft',
      'kinder-mehr-als-personen',
      'titel-abgelaufen',
    ],
    params: inAnfrage,
    body: bogenEingabe,
    out: erstberatung.pick({ fassung: true, vorschlag: true, vorschlagGrund: true, folgeterminBis: true }),
  }),
  listErstberatung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/erstberatung',
    summary: 'Erstberatungen der Person eines Falls, neueste zuerst',
    ability: 'erstberatung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.array(erstberatung),
  }),
};
