import { randomUUID } from 'node:crypto';
import type { lageContract } from '#src/lage/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { standortContract } from '#src/standort/contract.ts';
import type { stelleContract } from '#src/stelle/contract.ts';
import type { wartelisteContract } from '#src/warteliste/contract.ts';
import type { zusteuerungContract } from '#src/zusteuerung/contract.ts';
import { kommune, kreis, nachbar, traeger } from './support/fixture.ts';
import { callers, perFall, perKreis, team, unseen, type Row } from './support/rights-row.ts';

type Rows = typeof stelleContract &
  typeof zusteuerungContract &
  typeof lageContract &
  typeof standortContract &
  typeof wartelisteContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
/** Whoever works in the Kreis; those who agree the routes with partners write them down. */
const readsStellen: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'abh_ebh',
  'datenschutz',
  'administration',
];
const keepsStellen: readonly RolleName[] = ['casemanager', 'koordination', 'verwaltungsassistenz'];
const readsRouting: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'datenschutz',
  'administration',
];
const ofKreis: readonly RolleName[] = ['koordination', 'verwaltungsassistenz'];
const lage = { am: '2023-01-01', bis: null, bezeichnung: 'Schließung der ZUE' };
const zusteuerung = {
  rang: 10,
  bezeichnung: 'Anfragen an den Träger',
  kommuneId: null,
  ortsteilId: null,
  zugang: null,
  wohnform: null,
  bedarf: null,
  anStandortId: null,
  anStelleId: null,
  gueltigAb: '2023-01-01',
};

/** Partners, steering rules, events, places and the waiting list. */
export const netzRows: Readonly<Record<keyof Rows, Row>> = {
  listStelle: perKreis('GET', '/stelle', { '200': readsStellen }),
  addStelle: perKreis('POST', '/stelle', { '201': keepsStellen }, () => ({
    name: `Schulamt ${randomUUID()}`,
    art: 'schule',
  })),
  changeStelle: perKreis('PUT', `/stelle/${unknownId}`, { '404 nicht-gefunden': keepsStellen }, () => ({
    name: 'Schulamt',
    art: 'schule',
    fassung: 1,
  })),

  listZusteuerung: perKreis('GET', '/zusteuerung', { '200': readsRouting }),
  listZusteuerungVerlauf: perKreis('GET', `/zusteuerung/${unknownId}`, {
    '404 nicht-gefunden': readsRouting,
  }),
  // A coordination of one region agrees rules for its own Kommunen only.
  addZusteuerung: {
    ...perKreis('POST', '/zusteuerung', {}, (kreisId) => ({
      ...zusteuerung,
      anTraegerId: kreisId === kreis ? traeger.alpha : traeger.gamma,
    })),
    expected: {
      eigenerKreis: {
        '201': ['koordination'],
        '403 zusteuerung-nur-eigene-region': ['koordinationNorden', 'koordinationSueden'],
      },
      fremderKreis: { '201': ['nachbarKoordination'] },
    },
  },
  changeZusteuerung: perKreis(
    'PUT',
    `/zusteuerung/${unknownId}`,
    { '404 nicht-gefunden': ['koordination'] },
    () => ({ ...zusteuerung, anTraegerId: null, fassungId: unknownId }),
  ),
  endZusteuerung: perKreis(
    'POST',
    `/zusteuerung/${unknownId}/ende`,
    { '404 nicht-gefunden': ['koordination'] },
    () => ({ fassungId: unknownId, gueltigBis: '2023-04-01' }),
  ),
  probeZusteuerung: {
    ...perKreis('GET', '', { '200': readsRouting }),
    request: ({ relation }) => ({
      method: 'GET',
      path:
        relation === 'eigenerKreis'
          ? `/kreis/${kreis}/zusteuerung_probe?kommune=${kommune.norden}`
          : `/kreis/${nachbar}/zusteuerung_probe?kommune=${kommune.nachbar}`,
    }),
  },
  getFokusQuote: {
    relations: ['eigenerTraeger', 'fremderTraeger', 'fremderKreis'],
    request: ({ relation }) => ({
      method: 'GET',
      path:
        relation === 'fremderKreis'
          ? `/kreis/${nachbar}/fokus_quote?traegerId=${traeger.gamma}`
          : `/kreis/${kreis}/fokus_quote?traegerId=${relation === 'eigenerTraeger' ? traeger.alpha : traeger.beta}`,
    }),
    expected: {
      eigenerTraeger: {
        '200': [
          'casemanager',
          'kollegin',
          'traegerleitung',
          'koordination',
          'verwaltungsassistenz',
          'ki_leitung',
        ],
      },
      fremderTraeger: { '200': ['casemanagerBeta', 'koordination', 'verwaltungsassistenz', 'ki_leitung'] },
      fremderKreis: { '200': ['nachbarCasemanager', 'nachbarKoordination'] },
    },
    sonst: unseen,
  },
  listLage: perKreis('GET', '/lage', {
    '200': [
      'koordination',
      'verwaltungsassistenz',
      'ki_leitung',
      'casemanager',
      'casemanager_abh',
      'traegerleitung',
    ],
  }),
  addLage: perKreis('POST', '/lage', { '201': ofKreis }, () => lage),
  changeLage: perKreis('PUT', `/lage/${unknownId}`, { '404 nicht-gefunden': ofKreis }, () => ({
    ...lage,
    fassung: 1,
  })),
  deleteLage: perKreis('DELETE', `/lage/${unknownId}`, { '404 nicht-gefunden': ofKreis }),
  listStandort: perKreis('GET', '/standort', { '200': readsRouting }),
  changeStandort: perKreis(
    'PUT',
    `/standort/${unknownId}`,
    { '404 nicht-gefunden': ['casemanager', ...ofKreis] },
    () => ({ anschrift: '', telefon: '', email: '', oeffnung: '', ausstattung: [], raum: [], fassung: 1 }),
  ),
  setStundenanteil: perKreis(
    'POST',
    `/traeger/${unknownId}/stundenanteil`,
    { '404 nicht-gefunden': ofKreis },
    () => ({ gueltigAb: '2023-01-01', anteil: [{ standortId: unknownId, prozent: 100 }] }),
  ),
  getKontaktblatt: {
    relations: ['offen'],
    request: () => ({ method: 'GET', path: `/kontaktblatt/${kreis}` }),
    expected: { offen: { '200': callers } },
    sonst: unseen,
  },
  listWarteliste: perKreis('GET', '/warteliste', { '200': ['casemanager', 'koordination'] }),
  addWarteliste: perFall('POST', '/anfrage/{anfrageId}/warteliste', { '201': [team] }, () => ({
    grund: 'auslastung',
    eingetragenAm: '2023-03-02',
    verwiesenAn: null,
  })),
  inviteWarteliste: perKreis(
    'POST',
    `/warteliste/${unknownId}/einladung`,
    { '404 nicht-gefunden': ['casemanager'] },
    () => ({ eingeladenAm: '2023-03-02' }),
  ),
  endWarteliste: perKreis(
    'POST',
    `/warteliste/${unknownId}/austragung`,
    { '404 nicht-gefunden': ['casemanager'] },
    () => ({ ausgetragenAm: '2023-03-02', ausgang: 'verzichtet' }),
  ),
};
