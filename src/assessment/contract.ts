import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { runde, rundeEingabe } from './runde.ts';

const path = '/kreis/{kreisId}/fall/{fallId}/assessment';
const inRunde = inFall.extend({ assessmentId: z.uuid() });

export const assessmentContract = {
  getAssessment: endpoint({
    method: 'GET',
    path,
    summary: 'Alle Runden des Assessments eines Falls, älteste zuerst',
    ability: 'assessment.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      nummer: z.string(),
      aufgenommenAm: day,
      runde: z.array(runde),
      /** Last day for the next round; null where none was completed or the Kreis assesses again if needed. */
      naechstesBis: day.nullable(),
      abilities: z.strictObject({ startAssessment: z.boolean(), saveAssessment: z.boolean() }),
    }),
  }),
  startAssessment: endpoint({
    method: 'POST',
    path,
    summary: 'Runde beginnen: die erste mit dem Screening, jede weitere mit der vorigen Runde',
    ability: 'assessment.erfassen',
    reveals: 'fall',
    refusals: [
      'fall-abgeschlossen',
      'assessment-offen',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'datum-vor-voriger-runde',
    ],
    params: inFall,
    body: z.strictObject({ am: day }),
    status: 201,
    out: z.strictObject({ assessmentId: z.string(), runde: z.number() }),
  }),
  saveAssessment: endpoint({
    method: 'PUT',
    path: `${path}/{assessmentId}`,
    summary: 'Runde speichern oder abschließen',
    ability: 'assessment.erfassen',
    reveals: 'fall',
    refusals: [
      'fall-abgeschlossen',
      'assessment-abgeschlossen',
      'gleichzeitig-geaendert',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'datum-vor-voriger-runde',
      'bereich-doppelt',
      'code-unbekannt',
      'assessment-leer',
      'bearbeitet-fehlt',
    ],
    params: inRunde,
    body: rundeEingabe,
    out: z.strictObject({ fassung: z.number() }),
  }),
  discardAssessment: endpoint({
    method: 'DELETE',
    path: `${path}/{assessmentId}`,
    summary: 'Begonnene Runde verwerfen',
    ability: 'assessment.erfassen',
    reveals: 'nichts',
    refusals: ['fall-abgeschlossen', 'assessment-abgeschlossen'],
    params: inRunde,
    status: 204,
  }),
};
