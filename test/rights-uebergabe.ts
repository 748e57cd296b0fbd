import type { RolleName } from '#src/platform/server/actor.ts';
import type { uebergabeContract } from '#src/uebergabe/contract.ts';
import { kreis, traeger } from './support/fixture.ts';
import type { TestCase } from './support/relation.ts';
import {
  oversees,
  perFall,
  perKreis,
  unseen,
  worksOn,
  type PerRelation,
  type Row,
} from './support/rights-row.ts';

type Rows = typeof uebergabeContract;

const unknownId = '99999999-9999-4999-8999-999999999999';
const asks: readonly RolleName[] = ['casemanager', 'koordination'];
const counts: readonly RolleName[] = [
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'casemanager',
  'traegerleitung',
];
const distributes: readonly RolleName[] = ['casemanager', 'traegerleitung'];

function butNeighbour(group: PerRelation): PerRelation {
  return { ...group, fremderKreis: [] };
}

function onlyNeighbour(group: PerRelation): PerRelation {
  return { eigen: [], kollegin: [], offen: [], fremderTraeger: [], fremderKreis: group.fremderKreis };
}

function uebergabeOf(fall: TestCase) {
  const anTraegerId = fall.traegerId === traeger.alpha ? traeger.beta : traeger.alpha;
  return {
    fallIds: [fall.fallId],
    anTraegerId: fall.kreisId === kreis ? anTraegerId : unknownId,
    casemanagerId: null,
    wirksamAm: '2023-03-15',
    grund: 'zustaendigkeit',
    zustimmungAm: '2023-03-01',
  };
}

/** Questions about hand-overs, caseloads and hand-over sheets. */
export const uebergabeRows: Readonly<Record<keyof Rows, Row>> = {
  previewUebergabe: perFall(
    'POST',
    '/uebergabe/vorschau',
    {
      '200': [worksOn, oversees].map(butNeighbour),
      '422 traeger-unbekannt': [worksOn, oversees].map(onlyNeighbour),
    },
    uebergabeOf,
  ),
  executeUebergabe: perFall(
    'POST',
    '/uebergabe',
    {
      '201': [butNeighbour(oversees)],
      '409 anfrage-noetig': [butNeighbour(worksOn)],
      '422 traeger-unbekannt': [worksOn, oversees].map(onlyNeighbour),
    },
    uebergabeOf,
  ),
  listUebergabe: perKreis('GET', '/uebergabe', { '200': counts }),
  askUebergabe: perFall(
    'POST',
    '/uebergabe/anfrage',
    {
      '201': [worksOn, oversees].map(butNeighbour),
      '422 traeger-unbekannt': [worksOn, oversees].map(onlyNeighbour),
    },
    (fall) => ({ ...uebergabeOf(fall), fristAm: '2199-01-01', nachricht: '', vorigeId: null }),
  ),
  listUebergabeAnfrage: perKreis('GET', '/uebergabe/anfrage', { '200': asks }),
  getUebergabeAnfrage: perKreis('GET', `/uebergabe/anfrage/${unknownId}`, { [unseen]: asks }),
  answerUebergabe: perKreis('POST', `/uebergabe/anfrage/${unknownId}/antwort`, { [unseen]: asks }, () => ({
    fassung: 1,
    annehmen: [],
    casemanagerId: null,
    ablehnung: 'auslastung',
    antwort: '',
  })),
  withdrawUebergabe: perKreis('POST', `/uebergabe/anfrage/${unknownId}/rueckzug`, { [unseen]: asks }, () => ({
    fassung: 1,
  })),
  listBestand: perKreis('GET', '/fallbestand', { '200': distributes }),
  getBestand: perKreis('GET', `/fallbestand/${traeger.alpha}/${unknownId}`, {
    [unseen]: ['casemanager'],
    '200': ['traegerleitung'],
  }),
  giveBestand: perKreis(
    'POST',
    '/fallbestand/uebergabe',
    { [unseen]: ['casemanager'], '422 bestand-leer': ['traegerleitung'] },
    () => ({
      traegerId: traeger.alpha,
      vonKontoId: unknownId,
      ab: '2023-03-15',
      verteilung: { art: 'gleichmaessig', an: [unknownId] },
    }),
  ),
  getBlatt: perFall('GET', '/fall/{fallId}/uebergabeblatt', { '200': [worksOn] }),
  saveBlatt: perFall('PUT', '/fall/{fallId}/uebergabeblatt', { '200': [worksOn] }, () => ({
    fassung: 0,
    vertrauen: 'Nachbarin',
    umgang: '',
    absprachen: '',
    vorsicht: '',
  })),
};
