import { addDays, today } from '#src/platform/day.ts';
import type { sprechstundeContract } from '#src/sprechstunde/contract.ts';
import type { terminContract } from '#src/termin/contract.ts';
import type { vertretungContract } from '#src/vertretung/contract.ts';
import { actorPlan } from './support/fixture.ts';
import {
  actors,
  callers,
  perFall,
  perKonto,
  perKreis,
  perTraeger,
  team,
  unseen,
  worksOn,
  type Row,
} from './support/rights-row.ts';

type Rows = typeof terminContract & typeof sprechstundeContract & typeof vertretungContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const heute = today();
const counsels = actors.filter((name) => actorPlan[name].rolle === 'casemanager');

/** An internal appointment of nobody: who may plan hears that, who may not hears about the Träger or nothing. */
const eingabe = {
  casemanagerId: unknownId,
  art: 'intern',
  tag: addDays(heute, 3),
  von: '09:00',
  dauerMinuten: 30,
  anfrageId: null,
  fallId: null,
  standortId: null,
  raumId: null,
  dolmetschen: null,
  dolmetschenBestaetigt: false,
  begleitungGrund: null,
  mitStelleId: null,
};

/** The same callers, who get as far as a refusal of the content. */
function butRefused(row: Row, outcome: string): Row {
  return {
    ...row,
    expected: Object.fromEntries(
      Object.entries(row.expected).map(([relation, { '201': made = [], ...rest }]) => [
        relation,
        { ...rest, [outcome]: made },
      ]),
    ),
  };
}

export const terminRows: Readonly<Record<keyof Rows, Row>> = {
  listTermin: perKreis('GET', `/termin?von=${heute}&bis=${addDays(heute, 13)}`, { '200': ['casemanager'] }),
  listTerminOfAnfrage: perFall('GET', '/anfrage/{anfrageId}/termin', { '200': [team] }),
  listTerminOfFall: perFall('GET', '/fall/{fallId}/termin', { '200': [worksOn] }),
  checkTermin: butRefused(
    perTraeger('/termin/pruefung', '422 traeger-fremd', (traegerId) => ({
      ...eingabe,
      traegerId,
      terminId: null,
    })),
    '422 casemanager-fremd',
  ),
  recordTermin: butRefused(
    perTraeger('/termin', '422 traeger-fremd', (traegerId) => ({ ...eingabe, traegerId, bestaetigt: [] })),
    '422 casemanager-fremd',
  ),
  changeTermin: perFall('PUT', '/termin/{terminId}', { '422 casemanager-fremd': [team] }, (fall) => ({
    ...eingabe,
    traegerId: fall.traegerId,
    bestaetigt: [],
    fassung: 1,
  })),
  setTerminStand: perFall('POST', '/termin/{terminId}/stand', { '200': [team] }, () => ({
    fassung: 1,
    stand: 'abgesagt',
    ersatz: null,
  })),
  getKalenderAbo: perKonto('GET', '/ich/kalender', '200', undefined, counsels),
  renewKalenderAbo: perKonto('POST', '/ich/kalender', '201', undefined, counsels),
  endKalenderAbo: perKonto('DELETE', '/ich/kalender', '204', undefined, counsels),
  // Open to whoever has the secret; nobody has this one.
  getKalenderFeed: {
    relations: ['unbekannt'],
    request: () => ({ method: 'GET', path: `/kalender/${'A'.repeat(43)}.ics` }),
    expected: { unbekannt: { [unseen]: callers } },
    sonst: unseen,
  },

  listSprechstunde: perKreis('GET', '/sprechstunde', {
    '200': ['casemanager', 'koordination', 'verwaltungsassistenz'],
  }),
  addSprechstunde: butRefused(
    perTraeger('/sprechstunde', '422 traeger-fremd', (traegerId) => ({
      traegerId,
      standortId: unknownId,
      casemanagerId: null,
      art: 'sprechstunde',
      wochentag: 1,
      von: '10:00',
      bis: '12:00',
      gueltigAb: heute,
    })),
    '422 standort-unbekannt',
  ),
  endSprechstunde: perKreis('POST', `/sprechstunde/${unknownId}/ende`, { [unseen]: ['casemanager'] }, () => ({
    ab: heute,
  })),
  cancelSprechstunde: perKreis(
    'POST',
    `/sprechstunde/${unknownId}/ausfall`,
    { [unseen]: ['casemanager'] },
    () => ({
      am: heute,
      grund: 'raum',
      ersatzAm: null,
    }),
  ),
  undoAusfall: perKreis('DELETE', `/sprechstunde/${unknownId}/ausfall/${heute}`, {
    [unseen]: ['casemanager'],
  }),

  listAbwesenheit: perKreis('GET', '/abwesenheit', { '200': ['casemanager', 'koordination'] }),
  listVertretung: perKreis('GET', '/vertretung', { '200': ['casemanager', 'koordination'] }),
  // Nobody stands in for a team to which the named colleague does not belong.
  recordAbwesenheit: butRefused(
    perTraeger('/abwesenheit', '422 traeger-fremd', (traegerId) => ({
      traegerId,
      von: heute,
      bis: heute,
      art: 'urlaub',
      vertretungKontoId: unknownId,
    })),
    '422 eingabe-ungueltig',
  ),
  nameVertretung: perKreis(
    'PUT',
    `/abwesenheit/${unknownId}/vertretung`,
    { [unseen]: ['casemanager'] },
    () => ({
      kontoId: null,
    }),
  ),
  endAbwesenheit: perKreis('POST', `/abwesenheit/${unknownId}/ende`, { [unseen]: ['casemanager'] }),
};
