import type { ersuchenContract } from '#src/ersuchen/contract.ts';
import { perFall, perKreis, worksOn, type Row } from './support/rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';
const one = `/ersuchen/${unknownId}`;

const ersuchen = (personId: string) => ({
  personId,
  fallNummer: '',
  art: 'auskunft',
  eingegangenAm: '2023-03-01',
  weg: 'brief',
  durch: 'person',
  nachweis: false,
  recht: null,
  feld: null,
  anlass: null,
  wunsch: '',
});

/** Requests are answered by those who work with the person and overseen by their number. Each step on a request of the own, of a
 * colleague and of another Träger is in src/ersuchen/server/ersuchen.test.ts; here the ids of nobody. */
export const ersuchenRows: Readonly<Record<keyof typeof ersuchenContract, Row>> = {
  listErsuchen: perKreis('GET', '/ersuchen', { '200': ['casemanager', 'datenschutz', 'traegerleitung'] }),
  listPersonErsuchen: perFall('GET', '/person/{personId}/ersuchen', { '200': [worksOn] }),
  recordErsuchen: perFall('POST', '/ersuchen', { '201': [worksOn] }, ({ personId }) => ersuchen(personId)),
  getErsuchen: perKreis('GET', one, {}),
  checkIdentitaet: perKreis('POST', `${one}/identitaet`, {}, () => ({ identitaet: 'ausweis', fassung: 1 })),
  extendErsuchen: perKreis('POST', `${one}/verlaengerung`, {}, () => ({
    mitgeteiltAm: '2023-03-02',
    grund: 'umfang',
    fassung: 1,
  })),
  compileKopie: perKreis('POST', `${one}/zusammenstellung`, {}, () => ({ fassung: 1 })),
  getKopie: perKreis('GET', `${one}/kopie`, {}),
  addSchwaerzung: perKreis('POST', `${one}/schwaerzung`, {}, () => ({
    abschnitt: 'notiz',
    zeile: unknownId,
    feld: 'text',
    von: 0,
    bis: 1,
    grund: 'dritte',
  })),
  removeSchwaerzung: perKreis('DELETE', `${one}/schwaerzung/${unknownId}`, {}),
  prepareErsuchen: perKreis('POST', `${one}/vorbereitung`, {}, () => ({
    entscheidung: 'stattgegeben',
    ablehnung: null,
    antwort: '',
    fassung: 1,
  })),
  releaseErsuchen: perKreis('POST', `${one}/freigabe`, {}, () => ({ fassung: 1, pruefwert: null })),
  returnErsuchen: perKreis('POST', `${one}/rueckgabe`, {}, () => ({ fassung: 1, grund: 'dritte' })),
  completeErsuchen: perKreis('POST', `${one}/abschluss`, {}, () => ({
    uebergeben: 'brief',
    am: '2023-03-02',
    fassung: 1,
  })),
  getKopieDatei: perKreis('GET', `${one}/datei/pdf`, {}),
  printErsuchenBrief: perKreis('GET', `${one}/brief/eingang`, {}),
  liftEinschraenkung: perFall('POST', `/person/{personId}/einschraenkung/${unknownId}/aufhebung`, {}, () => ({
    mitgeteiltAm: '2023-03-02',
  })),
};
