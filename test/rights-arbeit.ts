import type { aufgabeContract } from '#src/aufgabe/contract.ts';
import type { dokumentContract } from '#src/dokument/contract.ts';
import type { notizContract } from '#src/notiz/contract.ts';
import { multipart, png } from './support/dateien.ts';
import { perFall, worksOn, type Row } from './support/rights-row.ts';

type Rows = typeof aufgabeContract & typeof notizContract & typeof dokumentContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const aufgabe = { text: 'Kanari begleiten', faelligAm: null, zustaendigId: null };
const notiz = { text: 'Kanari wartet auf Post', ebene: 'fall' };
const angaben = { titel: 'Bescheid', art: 'bescheid', am: null, laeuftAbAm: null };
const missing = { '404 nicht-gefunden': [worksOn] };

/** Tasks, notes and attachments are of those who work on the case. */
export const arbeitRows: Readonly<Record<keyof Rows, Row>> = {
  listAufgabe: perFall('GET', '/fall/{fallId}/aufgabe', { '200': [worksOn] }),
  addAufgabe: perFall('POST', '/fall/{fallId}/aufgabe', { '201': [worksOn] }, () => aufgabe),
  changeAufgabe: perFall('PUT', `/fall/{fallId}/aufgabe/${unknownId}`, missing, () => ({
    ...aufgabe,
    fassung: 1,
  })),
  setAufgabeStand: perFall('POST', `/fall/{fallId}/aufgabe/${unknownId}/stand`, missing, () => ({
    stand: 'erledigt',
    fassung: 1,
  })),
  addNotiz: perFall('POST', '/fall/{fallId}/notiz', { '201': [worksOn] }, () => notiz),
  changeNotiz: perFall('PUT', `/fall/{fallId}/notiz/${unknownId}`, missing, () => ({ ...notiz, fassung: 1 })),
  deleteNotiz: perFall('DELETE', `/fall/{fallId}/notiz/${unknownId}`, missing),
  amendNotiz: perFall('POST', `/fall/{fallId}/notiz/${unknownId}/nachtrag`, missing, () => ({
    text: 'dazu',
  })),
  searchAkte: perFall('POST', '/fall/{fallId}/suche', { '200': [worksOn] }, () => ({ text: 'Kanari' })),
  listDokument: perFall('GET', '/fall/{fallId}/dokument', { '200': [worksOn] }),
  addDokument: perFall('POST', '/fall/{fallId}/dokument', { '201': [worksOn] }, () =>
    multipart(
      { name: 'angaben', inhalt: JSON.stringify(angaben) },
      { name: 'datei', inhalt: png(), typ: '' },
    ),
  ),
  changeDokument: perFall('PUT', `/fall/{fallId}/dokument/${unknownId}`, missing, () => ({
    ...angaben,
    fassung: 1,
  })),
  getDokument: perFall('GET', `/fall/{fallId}/dokument/${unknownId}/datei`, missing),
  deleteDokument: perFall('POST', `/fall/{fallId}/dokument/${unknownId}/loeschung`, missing, () => ({
    grund: 'doppelt',
    fassung: 1,
  })),
};
