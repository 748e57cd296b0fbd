import { randomUUID } from 'node:crypto';
import type { hilfeplanContract } from '#src/hilfeplan/contract.ts';
import { today } from '#src/platform/day.ts';
import { perFall, worksOn, type Row } from './support/rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';
const plan = '/fall/{fallId}/hilfeplan';

function ziel() {
  return {
    lebensbereich: 'wohnen',
    text: 'Eine eigene Wohnung',
    worte: '',
    indikator: '',
    prioritaet: 1,
    bisWann: null,
    schritt: [
      { id: randomUUID(), text: 'Suchen', akteur: 'klient', stelleId: null, dritte: '', faelligAm: null },
    ],
  };
}

/** A plan is made by those who work on the case; these cases have none yet. What there is to change is in the concept's own test. */
export const hilfeplanRows: Readonly<Record<keyof typeof hilfeplanContract, Row>> = {
  getHilfeplan: perFall('GET', plan, { '200': [worksOn] }),
  getHilfeplanVersion: perFall('GET', `${plan}/version/${unknownId}`, {}),
  addZiel: perFall('POST', `${plan}/ziel`, { '201': [worksOn] }, ziel),
  changeZiel: perFall('PUT', `${plan}/ziel/${unknownId}`, {}, () => ({ ...ziel(), fassung: 1 })),
  removeZiel: perFall('POST', `${plan}/ziel/${unknownId}/entfernung`, {}, () => ({ fassung: 1 })),
  setZielStand: perFall('POST', `${plan}/ziel/${unknownId}/stand`, {}, () => ({
    vorher: 'offen',
    stand: 'erreicht',
    am: today(),
  })),
  setSchrittStand: perFall('POST', `${plan}/schritt/${unknownId}/stand`, {}, () => ({
    vorher: 'offen',
    stand: 'erledigt',
    am: today(),
  })),
  presentHilfeplan: perFall('POST', `${plan}/version`, { '409 plan-geaendert': [worksOn] }, () => ({
    pruefwert: '0'.repeat(64),
  })),
  signHilfeplan: perFall('POST', `${plan}/unterschrift`, { '409 plan-geaendert': [worksOn] }, () => ({
    pruefwert: '0'.repeat(64),
    zustimmung: { antwort: 'ja', grund: '' },
    am: today(),
    vertretungen: 0,
    unterschrift: [],
  })),
};
