import type { akteurContract } from '#src/akteur/contract.ts';
import type { haushaltContract } from '#src/haushalt/contract.ts';
import { perFall, worksOn, type Row } from './support/rights-row.ts';

type Rows = typeof akteurContract & typeof haushaltContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const akteur = {
  stelleId: null,
  rolle: 'familie',
  name: 'Kanari Onkel',
  beziehung: 'Onkel',
  kontakt: '',
  lebensbereich: [],
  aufgabe: '',
  verfahren: '',
  vereinbartAm: null,
  seit: '2023-03-01',
  bis: null,
};
const haushalt = {
  vorname: 'Kanari',
  familienname: 'Kind',
  geburtsjahr: 2015,
  beziehung: 'kind',
  lebensbereich: [],
  notiz: '',
  zaehlt: true,
  seit: '2023-03-01',
  bis: null,
};
const missing = { '404 nicht-gefunden': [worksOn] };

/** Who stands around a person is for those who work on her case. */
export const umfeldRows: Readonly<Record<keyof Rows, Row>> = {
  getUmfeld: perFall('GET', '/fall/{fallId}/umfeld', { '200': [worksOn] }),
  printUmfeld: perFall('GET', '/fall/{fallId}/umfeld/papier', { '200': [worksOn] }),
  addAkteur: perFall('POST', '/fall/{fallId}/akteur', { '201': [worksOn] }, () => akteur),
  changeAkteur: perFall('PUT', `/fall/{fallId}/akteur/${unknownId}`, missing, () => ({
    ...akteur,
    fassung: 1,
  })),
  removeAkteur: perFall('DELETE', `/fall/{fallId}/akteur/${unknownId}`, missing),
  setFederfuehrung: perFall('PUT', '/fall/{fallId}/federfuehrung', { '200': [worksOn] }, () => ({
    wer: 'casemanagement',
    akteurId: null,
    ab: '2023-03-01',
  })),
  addHaushalt: perFall('POST', '/fall/{fallId}/haushalt', { '201': [worksOn] }, () => haushalt),
  changeHaushalt: perFall('PUT', `/fall/{fallId}/haushalt/${unknownId}`, missing, () => ({
    ...haushalt,
    fassung: 1,
  })),
  removeHaushalt: perFall('DELETE', `/fall/{fallId}/haushalt/${unknownId}`, missing),
  takeHaushalt: perFall('POST', '/fall/{fallId}/haushalt/vorschlag', {
    '409 vorschlag-fehlt': [worksOn],
  }),
  startEigenerFall: perFall('POST', `/fall/{fallId}/haushalt/${unknownId}/anfrage`, missing),
  linkFall: perFall('POST', '/fall/{fallId}/verbindung', { '422 eingabe-ungueltig': [worksOn] }, () => ({
    andererFallId: unknownId,
    beziehung: 'kind',
    haushaltId: null,
  })),
  undoVerbindung: perFall('DELETE', `/fall/{fallId}/verbindung/${unknownId}`, missing),
};
