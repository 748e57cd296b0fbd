import type { beobachtungContract } from '#src/beobachtung/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { vermittlungContract } from '#src/vermittlung/contract.ts';
import type { eingangContract } from '#src/vermittlung/eingang.ts';
import { perFall, perKreis, worksOn, type Row } from './support/rights-row.ts';

type Rows = typeof vermittlungContract & typeof eingangContract & typeof beobachtungContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const observes: readonly RolleName[] = ['casemanager', 'koordination'];

const ziel = {
  angebotId: null,
  stelleId: unknownId,
  lebensbereich: 'wohnen',
  terminAm: null,
  terminUm: null,
};
const verweis = { ...ziel, am: '2023-03-01', zielId: null, schrittId: null, rueckmeldungBis: null };
const antwort = { fassung: 1, stand: 'angenommen', am: '2023-03-01', grund: null, ergebnis: null, worte: '' };
const inVermittlung = `/fall/{fallId}/vermittlung/${unknownId}`;
/** The case is there, the referral is not. */
const ofCase = { '404 nicht-gefunden': [worksOn] };

/** Referrals are for those who work on the case; an observation is for those who observe, without the case. */
export const vermittlungRows: Readonly<Record<keyof Rows, Row>> = {
  listVermittlung: perFall('GET', '/fall/{fallId}/vermittlung', { '200': [worksOn] }),
  previewVermittlung: perFall(
    'POST',
    '/fall/{fallId}/vermittlung_vorschau',
    { '422 eingabe-ungueltig': [worksOn] },
    () => ({ ...ziel, inhalt: [], ohne: [], am: '2023-03-01', rueckmeldungBis: null }),
  ),
  addVermittlung: perFall(
    'POST',
    '/fall/{fallId}/vermittlung',
    { '422 eingabe-ungueltig': [worksOn] },
    () => ({
      ...verweis,
      inhalt: [],
      ohne: [],
      kanal: null,
      senden: true,
    }),
  ),
  addVerweis: perFall(
    'POST',
    '/fall/{fallId}/verweis',
    { '422 eingabe-ungueltig': [worksOn] },
    () => verweis,
  ),
  sendVermittlung: perFall('POST', `${inVermittlung}/sendung`, ofCase, () => ({ fassung: 1 })),
  answerVermittlung: perFall('POST', `${inVermittlung}/stand`, ofCase, () => antwort),
  changeVermittlung: perFall('PUT', inVermittlung, ofCase, () => ({
    fassung: 1,
    terminAm: null,
    terminUm: null,
    rueckmeldungBis: null,
  })),
  // The accounts of partner offices stand in a test of their own; to everybody here there is no such page.
  listEingang: perKreis('GET', '/eingang', {}),
  answerEingang: perKreis('POST', `/eingang/${unknownId}/antwort`, {}, () => antwort),
  listBeobachtung: perKreis('GET', '/beobachtung', { '200': observes }),
  addBeobachtung: perKreis('POST', '/beobachtung', { '201': observes }, () => ({
    art: 'luecke',
    lebensbereich: 'wohnen',
    kommuneId: null,
    angebotId: null,
    stelleId: null,
    fallId: null,
    text: '',
  })),
  changeBeobachtung: perKreis('PUT', `/beobachtung/${unknownId}`, { '404 nicht-gefunden': observes }, () => ({
    fassung: 1,
    lebensbereich: null,
    kommuneId: null,
    text: '',
  })),
  deleteBeobachtung: perKreis('DELETE', `/beobachtung/${unknownId}`, { '404 nicht-gefunden': observes }),
};
