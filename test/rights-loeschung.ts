import { today } from '#src/platform/day.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { loeschungContract } from '#src/loeschung/contract.ts';
import { traeger } from './support/fixture.ts';
import { perFall, perKreis, unseen, worksOn, type Row } from './support/rights-row.ts';

type Rows = typeof loeschungContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const decides: readonly RolleName[] = ['datenschutz', 'traegerleitung'];

/** Retention and deletion: whoever answers for the data of a Träger, and holds by those who work on a case. */
export const loeschungRows: Readonly<Record<keyof Rows, Row>> = {
  listFaellige: perKreis('GET', '/loeschung/vorschau', { '200': decides }),
  listAufbewahrungsregel: perKreis('GET', '/loeschung/regel', { '200': decides }),
  // The head of a Träger decides for it alone, the officer of the Kreis for each.
  setAufbewahrungsregel: perKreis(
    'PUT',
    '/loeschung/regel',
    { '204': ['datenschutz'], '403 nicht-erlaubt': ['traegerleitung'] },
    () => ({
      traegerId: traeger.beta,
      art: 'fall',
      einheit: 'kalenderjahre',
      anzahl: 3,
      grundlage: 'Beschluss',
      gueltigAb: today(),
    }),
  ),
  listLoeschsperre: perKreis('GET', '/loeschung/sperre', { '200': decides }),
  setLoeschsperre: perKreis('POST', '/loeschung/sperre', { [unseen]: decides }, () => ({
    personId: unknownId,
    grund: 'verfahren',
    bis: null,
  })),
  liftLoeschsperre: perKreis('POST', `/loeschung/sperre/${unknownId}/aufhebung`, { [unseen]: decides }),
  listLoeschlauf: perKreis('GET', '/loeschung/lauf', { '200': decides }),
  proposeLoeschlauf: perKreis('POST', '/loeschung/lauf', { '409 posten-nicht-faellig': decides }, () => ({
    traegerId: traeger.alpha,
    bis: today(),
    personIds: [unknownId],
  })),
  offerArchiv: perKreis('PUT', `/loeschung/lauf/${unknownId}/archiv`, { [unseen]: decides }, () => ({
    fassung: 1,
    archiv: 'Kreisarchiv',
    angebotenAm: '2023-01-10',
    antwort: null,
    uebergebenAm: null,
  })),
  withdrawLoeschlauf: perKreis(
    'POST',
    `/loeschung/lauf/${unknownId}/rueckzug`,
    { [unseen]: decides },
    () => ({
      fassung: 1,
    }),
  ),
  releaseLoeschlauf: perKreis('POST', `/loeschung/lauf/${unknownId}/freigabe`, { [unseen]: decides }, () => ({
    fassung: 1,
  })),
  printLoeschlauf: perKreis('GET', `/loeschung/lauf/${unknownId}/liste`, { [unseen]: decides }),
  searchLoeschnachweis: perKreis('POST', '/loeschung/nachweis/suche', { '200': decides }, () => ({
    nummer: '',
  })),
  getAufbewahrung: perFall('GET', '/fall/{fallId}/aufbewahrung', { '200': [worksOn] }),
  holdFall: perFall('POST', '/fall/{fallId}/loeschsperre', { '201': [worksOn] }, () => ({
    grund: 'wunsch',
    bis: null,
  })),
  liftFallSperre: perFall('POST', `/fall/{fallId}/loeschsperre/${unknownId}/aufhebung`, {
    [unseen]: [worksOn],
  }),
};
