import { randomUUID } from 'node:crypto';
import type { austauschContract } from '#src/angebot/austausch-contract.ts';
import type { angebotContract } from '#src/angebot/contract.ts';
import type { lageContract } from '#src/lage/contract.ts';
import type { netzwerktreffenContract } from '#src/netzwerktreffen/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { standortContract } from '#src/standort/contract.ts';
import type { stelleContract } from '#src/stelle/contract.ts';
import type { vereinbarungContract } from '#src/vereinbarung/contract.ts';
import type { wartelisteContract } from '#src/warteliste/contract.ts';
import type { zusteuerungContract } from '#src/zusteuerung/contract.ts';
import { kommune, kreis, nachbar, traeger } from './support/fixture.ts';
import { callers, perFall, perKreis, team, unseen, type Row } from './support/rights-row.ts';

type Rows = typeof stelleContract &
  typeof angebotContract &
  typeof austauschContract &
  typeof vereinbarungContract &
  typeof netzwerktreffenContract &
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
const angebot = { stelleId: unknownId, name: 'Kurs', art: 'bildung', ebene: 'kreisweit' };
const treffen = { am: '2023-01-01', name: 'Arbeitskreis', art: 'arbeitskreis' };
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

  listAngebot: perKreis('GET', '/angebot', { '200': readsStellen }),
  getAngebotUeberblick: perKreis('GET', '/angebot_ueberblick', { '200': readsStellen }),
  getAngebot: perKreis('GET', `/angebot/${unknownId}`, { '404 nicht-gefunden': readsStellen }),
  // An office that does not exist: seen by whoever may write, and by nobody else.
  addAngebot: perKreis('POST', '/angebot', { '422 angebot-stelle-unbekannt': keepsStellen }, () => angebot),
  changeAngebot: perKreis('PUT', `/angebot/${unknownId}`, { '404 nicht-gefunden': keepsStellen }, () => ({
    ...angebot,
    fassung: 1,
  })),
  confirmAngebot: perKreis(
    'POST',
    `/angebot/${unknownId}/bestaetigung`,
    { '404 nicht-gefunden': keepsStellen },
    () => ({ fassung: 1 }),
  ),
  endAngebot: perKreis('POST', `/angebot/${unknownId}/ende`, { '404 nicht-gefunden': keepsStellen }, () => ({
    fassung: 1,
    gueltigBis: null,
  })),
  exportAngebot: perKreis('GET', '/angebot_export?format=csv', { '200': readsStellen }),
  previewAngebotDatei: perKreis('POST', '/angebot_datei', { '422 datei-leer': keepsStellen }),
  importAngebotDatei: perKreis(
    'POST',
    `/angebot_datei/${unknownId}/uebernahme`,
    { '404 nicht-gefunden': keepsStellen },
    () => ({ stempel: '', entscheidung: [] }),
  ),
  listAngebotDoppeleintrag: perKreis('GET', '/angebot_doppeleintrag', { '200': readsStellen }),
  setAngebotVerschieden: perKreis(
    'PUT',
    '/angebot_doppeleintrag',
    { '404 nicht-gefunden': keepsStellen },
    () => ({
      angebotId: unknownId,
      anderesId: randomUUID(),
      verschieden: true,
    }),
  ),
  combineAngebot: perKreis(
    'POST',
    `/angebot/${unknownId}/zusammenfuehrung`,
    { '404 nicht-gefunden': keepsStellen },
    () => ({ fassung: 1, anderesId: randomUUID(), andereFassung: 1, felder: [] }),
  ),
  listVereinbarung: perKreis('GET', '/vereinbarung', { '200': readsStellen }),
  addVereinbarung: perKreis(
    'POST',
    '/vereinbarung',
    { '422 vereinbarung-stelle-unbekannt': keepsStellen },
    () => ({ stelleId: unknownId, aufgaben: 'Vermittlung in Arbeit' }),
  ),
  changeVereinbarung: perKreis(
    'PUT',
    `/vereinbarung/${unknownId}`,
    { '404 nicht-gefunden': keepsStellen },
    () => ({ stelleId: unknownId, aufgaben: 'Vermittlung in Arbeit', fassung: 1 }),
  ),
  listNetzwerktreffen: perKreis('GET', '/netzwerktreffen', {
    '200': readsStellen.filter((rolle) => rolle !== 'abh_ebh'),
  }),
  addNetzwerktreffen: perKreis('POST', '/netzwerktreffen', { '201': keepsStellen }, () => treffen),
  changeNetzwerktreffen: perKreis(
    'PUT',
    `/netzwerktreffen/${unknownId}`,
    { '404 nicht-gefunden': keepsStellen },
    () => ({ ...treffen, fassung: 1 }),
  ),

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
