import type { contract } from '#src/app/contract.ts';
import { traeger } from './fixture.ts';
import { perFall, perKreis, team, worksOn, type Row } from './rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';

/** A consent as it is sent; no Träger of the fixture has released a text. */
const einwilligung = {
  am: '2023-03-01',
  sprache: 'deu',
  text: { vordruckId: unknownId, pruefwert: '0'.repeat(64) },
  zweck: ['dokumentation'],
  datenschutzinformation: { vordruckId: unknownId, pruefwert: '0'.repeat(64), ausgehaendigt: true },
  dolmetschen: 'kein',
  vertretung: [],
  gemeinsam: false,
  unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }],
};

/** Consent, releases and sharing: those who work with the person, nobody else. */
export const einwilligungRows = {
  getBogen: perKreis('GET', `/traeger/${traeger.alpha}/bogen`, { '200': ['casemanager'] }),
  getEinwilligungStand: perFall('GET', '/anfrage/{anfrageId}/einwilligung', { '200': [team] }),
  giveEinwilligung: perFall(
    'POST',
    '/anfrage/{anfrageId}/einwilligung',
    { '422 vordruck-fehlt': [team] },
    () => ({ ...einwilligung, familienname: 'Neu', vorname: 'Ina', geburtsdatum: null, nameOriginal: '' }),
  ),
  renewEinwilligung: perFall(
    'POST',
    '/person/{personId}/einwilligung',
    { '409 einwilligung-besteht': [worksOn] },
    () => einwilligung,
  ),
  listEinwilligung: perFall('GET', '/person/{personId}/einwilligung', { '200': [worksOn] }),
  withdrawEinwilligung: perFall('POST', '/person/{personId}/widerruf', { '200': [worksOn] }, () => ({
    am: '2023-03-01',
    grund: null,
  })),
  addScan: perFall('POST', `/person/{personId}/unterschrift/${unknownId}/scan`, {}),
  getScan: perFall('GET', `/person/{personId}/unterschrift/${unknownId}/scan`, {}),
  listEntbindung: perFall('GET', '/person/{personId}/entbindung', { '200': [worksOn] }),
  addEntbindung: perFall(
    'POST',
    '/person/{personId}/entbindung',
    { '422 vordruck-fehlt': [worksOn] },
    () => ({
      stelleId: unknownId,
      zweck: 'vermittlung',
      inhalt: ['wohnen'],
      richtung: 'an',
      am: '2023-03-01',
      letzterTag: '2023-06-01',
      sprache: 'deu',
      text: einwilligung.text,
      vertretungen: 0,
      unterschrift: [],
    }),
  ),
  withdrawEntbindung: perFall('POST', `/person/{personId}/entbindung/${unknownId}/widerruf`, {}, () => ({
    am: '2023-03-01',
  })),
  listWeitergabe: perFall('GET', '/person/{personId}/weitergabe', { '200': [worksOn] }),
  prepareWeitergabe: perFall(
    'POST',
    '/person/{personId}/weitergabe',
    { '422 entbindung-fehlt': [worksOn] },
    () => ({
      stelleId: unknownId,
      zweck: 'vermittlung',
      inhalt: ['wohnen'],
      form: 'papier',
      text: 'Sucht eine Wohnung.',
    }),
  ),
  giveWeitergabe: perFall('POST', `/person/{personId}/weitergabe/${unknownId}/gabe`, {}),
  stopWeitergabe: perFall('DELETE', `/person/{personId}/weitergabe/${unknownId}`, {}),
} as const satisfies Partial<Record<keyof typeof contract, Row>>;
