import type { notzugriffContract } from '#src/notzugriff/contract.ts';
import type { oeffnungContract } from '#src/oeffnung/contract.ts';
import type { rechteContract } from '#src/rechte/contract.ts';
import { actorPlan } from './support/fixture.ts';
import {
  actors,
  oversees,
  perFall,
  perKreis,
  unseen,
  worksOn,
  type PerRelation,
  type Row,
} from './support/rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';

/** Whose own the person is: nobody's where the team has the case. */
const ownOnly: PerRelation = { ...worksOn, offen: [] };
const teamOnly: PerRelation = {
  eigen: [],
  kollegin: [],
  offen: worksOn.offen,
  fremderTraeger: [],
  fremderKreis: [],
};

type Concepts = typeof oeffnungContract & typeof notzugriffContract & typeof rechteContract;

/** Opening, protection, emergency access and the page that tells all of it. */
export const rechteRows: Readonly<Record<keyof Concepts, Row>> = {
  listOeffnung: perFall('GET', '/fall/{fallId}/oeffnung', { '200': [worksOn, oversees] }),
  listKoordination: perFall('GET', '/fall/{fallId}/oeffnung/koordination', { '200': [worksOn] }),
  openOeffnung: perFall('POST', '/fall/{fallId}/oeffnung', { '201': [worksOn] }, () => ({
    zweck: 'fallkonferenz',
    anKontoId: null,
    bis: new Date(Date.now() + 3_600_000).toISOString(),
    einverstandenAm: '2023-02-01',
    wunschId: null,
  })),
  closeOeffnung: perFall('POST', `/fall/{fallId}/oeffnung/${unknownId}/ende`, {}),
  askOeffnung: perFall('POST', '/fall/{fallId}/oeffnungswunsch', { '204': [oversees] }, () => ({
    zweck: 'fachaufsicht',
  })),
  declineOeffnung: perFall('POST', `/fall/{fallId}/oeffnungswunsch/${unknownId}/ablehnung`, {}, () => ({
    ablehnung: 'spaeter',
  })),
  setSchutz: perFall(
    'PUT',
    '/fall/{fallId}/schutz',
    { '204': [ownOnly], '403 nur-eigene-fachkraft': [teamOnly] },
    () => ({ grund: 'mitarbeit', aufhebung: null }),
  ),
  listNotzugriff: perKreis('GET', '/notzugriff', { '200': ['notzugriff', 'datenschutz'] }),
  // A number that no case bears; what opens is proved with the emergency access itself.
  startNotzugriff: perKreis(
    'POST',
    '/notzugriff',
    { '422 notzugriff-nicht-moeglich': ['notzugriff'] },
    () => ({ nummer: 'X-0', grund: 'gericht', begruendung: 'Der Nummer gehört kein Fall.' }),
  ),
  endNotzugriff: {
    relations: ['unbekannt'],
    request: () => ({ method: 'POST', path: `/kreis/musterkreis/notzugriff/${unknownId}/ende` }),
    expected: {},
    sonst: unseen,
  },
  assignGeschuetzt: perKreis(
    'POST',
    '/notzugriff/zuweisung',
    { '422 notzugriff-nicht-moeglich': ['notzugriff'] },
    () => ({ nummer: 'X-0', kontoId: unknownId }),
  ),
  getRechte: perKreis('GET', '/rechte', { '200': [...new Set(actors.map((name) => actorPlan[name].rolle))] }),
};
