import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { notizEbene, treffer } from './notiz.ts';

const text = z.string().trim().min(1).max(20_000);
const inNotiz = z.strictObject({ kreisId, fallId: z.uuid(), notizId: z.uuid() });
const arbeitRefusals = ['nicht-gefunden', 'fall-abgeschlossen', 'einwilligung-abgelaufen'] as const;

/** Notes of a case, each with its level; they are read with the tasks. */
export const notizContract = {
  addNotiz: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/notiz',
    summary: 'Notiz schreiben',
    ability: 'notiz.schreiben',
    reveals: 'fall',
    refusals: arbeitRefusals,
    params: inFall,
    body: z.strictObject({ text, ebene: notizEbene }),
    out: z.strictObject({ notizId: z.string() }),
    status: 201,
  }),
  changeNotiz: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/notiz/{notizId}',
    summary: 'Eigene Notiz ändern, 24 Stunden lang',
    ability: 'notiz.schreiben',
    reveals: 'fall',
    refusals: [...arbeitRefusals, 'gleichzeitig-geaendert', 'notiz-steht'],
    params: inNotiz,
    body: z.strictObject({ text, ebene: notizEbene, fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  deleteNotiz: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/fall/{fallId}/notiz/{notizId}',
    summary: 'Eigene Notiz zurücknehmen, 24 Stunden lang',
    ability: 'notiz.schreiben',
    reveals: 'nichts',
    refusals: [...arbeitRefusals, 'notiz-steht'],
    params: inNotiz,
    status: 204,
  }),
  searchAkte: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/suche',
    summary: 'Wörter in den versiegelten Texten eines Falls finden',
    liest: true,
    ability: 'notiz.suchen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    body: z.strictObject({ text: z.string().trim().min(2).max(100) }),
    status: 200,
    out: z.strictObject({ treffer: z.array(treffer), mehr: z.boolean() }),
  }),
  amendNotiz: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/notiz/{notizId}/nachtrag',
    summary: 'Nachtrag zu einer Notiz; der alte Text bleibt stehen',
    ability: 'notiz.schreiben',
    reveals: 'fall',
    refusals: arbeitRefusals,
    params: inNotiz,
    body: z.strictObject({ text }),
    out: z.strictObject({ nachtragId: z.string() }),
    status: 201,
  }),
};
