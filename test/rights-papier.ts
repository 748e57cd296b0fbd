import type { papierContract } from '#src/papier/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import { perFall, perKreis, team, worksOn, type Row } from './support/rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';

/** Whoever sees texts and places prints blank papers. */
const prints: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'datenschutz',
  'administration',
];

export const papierRows: Readonly<Record<keyof typeof papierContract, Row>> = {
  printVordruck: perKreis('GET', `/papier/vordruck/${unknownId}`, { '404 nicht-gefunden': prints }),
  // The consents of these cases were signed on older paper.
  printEinwilligung: perFall('GET', '/papier/einwilligung/{einwilligungId}', {
    '422 vordruck-unbekannt': [worksOn],
  }),
  printEntbindung: perKreis('GET', `/papier/entbindung/${unknownId}`, {
    '404 nicht-gefunden': ['casemanager'],
  }),
  printBlankScreening: perKreis('GET', '/papier/screening', { '200': prints }),
  printScreening: perFall('GET', '/papier/screening/{anfrageId}', { '200': [team] }),
  printTerminzettel: perFall('GET', '/papier/terminzettel/{terminId}', { '200': [team] }),
  printKontaktblatt: perKreis('GET', `/papier/kontaktblatt/${unknownId}`, { '404 nicht-gefunden': prints }),
  printAusfall: perKreis('GET', `/papier/ausfall/${unknownId}/2023-04-04`, { '404 nicht-gefunden': prints }),
};
