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
  printHilfeplan: perFall('GET', '/fall/{fallId}/hilfeplan/druck', { '200': [worksOn] }),
  printErfolgsbericht: perKreis('GET', '/papier/erfolgsbericht', {
    '404 nicht-gefunden': ['casemanager', 'koordination', 'ki_leitung', 'traegerleitung', 'lenkungskreis'],
  }),
  printBlankScreening: perKreis('GET', '/papier/screening', { '200': prints }),
  printScreening: perFall('GET', '/papier/screening/{anfrageId}', { '200': [team] }),
  printAssessment: perFall('GET', '/papier/assessment/{assessmentId}', { '200': [worksOn] }),
  printTerminzettel: perFall('GET', '/papier/terminzettel/{terminId}', { '200': [team] }),
  printUebergabeblatt: perFall('GET', '/fall/{fallId}/uebergabeblatt/papier', { '200': [worksOn] }),
  printZugriffe: perFall('GET', '/fall/{fallId}/zugriff/papier', { '200': [worksOn] }),
  printVermittlung: perKreis('GET', `/papier/vermittlung/${unknownId}`, {
    '404 nicht-gefunden': ['casemanager'],
  }),
  printKontaktblatt: perKreis('GET', `/papier/kontaktblatt/${unknownId}`, { '404 nicht-gefunden': prints }),
  printAusfall: perKreis('GET', `/papier/ausfall/${unknownId}/2023-04-04`, { '404 nicht-gefunden': prints }),
};
