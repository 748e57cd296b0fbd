import type { RolleName } from '#src/platform/server/actor.ts';
import type { vordruckContract } from '#src/vordruck/contract.ts';
import { kreis, nachbar, traeger } from './support/fixture.ts';
import { perKreis, unseen, type Row } from './support/rights-row.ts';

const readsVordruck: readonly RolleName[] = [
  'casemanager',
  'traegerleitung',
  'koordination',
  'ki_leitung',
  'datenschutz',
  'administration',
];
const editsVordruck: readonly RolleName[] = ['casemanager', 'traegerleitung', 'administration'];
const releasesVordruck: readonly RolleName[] = ['traegerleitung', 'administration'];
const vordruckText = {
  titel: 'Einwilligung',
  abschnitt: [{ ueberschrift: 'Wer?', absatz: ['{traeger}, {anschrift}'] }],
  zweck: [],
  erklaerung: 'Ja',
};
const unknownId = '99999999-9999-4999-8999-999999999999';

/** Who reads, words and releases the texts of a Träger; the rows of two Träger are in the concept's own test. */
export const vordruckRows: Readonly<Record<keyof typeof vordruckContract, Row>> = {
  listVordruck: perKreis('GET', '/vordruck', { '200': readsVordruck }),
  getVordruck: perKreis('GET', `/vordruck/${unknownId}`, { '404 nicht-gefunden': readsVordruck }),
  draftVordruck: {
    relations: ['eigenerTraeger', 'fremderTraeger', 'fremderKreis'],
    request: ({ relation }) => ({
      method: 'POST',
      path: `/kreis/${relation === 'fremderKreis' ? nachbar : kreis}/vordruck`,
      body: {
        traegerId: { eigenerTraeger: traeger.alpha, fremderTraeger: traeger.beta }[relation] ?? traeger.gamma,
        art: 'einwilligung',
      },
    }),
    // The first of the team begins; the others go on with that draft.
    expected: {
      eigenerTraeger: {
        '201': ['casemanager'],
        '409 vordruck-entwurf-besteht': ['kollegin', 'traegerleitung', 'administration'],
        '422 traeger-fremd': ['casemanagerBeta'],
      },
      fremderTraeger: {
        '201': ['casemanagerBeta'],
        '409 vordruck-entwurf-besteht': ['administration'],
        '422 traeger-fremd': ['casemanager', 'kollegin', 'traegerleitung'],
      },
      fremderKreis: { '201': ['nachbarCasemanager'] },
    },
    sonst: unseen,
  },
  changeVordruck: perKreis('PUT', `/vordruck/${unknownId}`, { '404 nicht-gefunden': editsVordruck }, () => ({
    bearbeitung: 1,
    inhalt: vordruckText,
    angabe: { traeger: '', anschrift: '', datenschutz: '' },
  })),
  releaseVordruck: perKreis(
    'POST',
    `/vordruck/${unknownId}/freigabe`,
    { '404 nicht-gefunden': releasesVordruck },
    () => ({ bearbeitung: 1 }),
  ),
  changeUebersetzung: perKreis(
    'PUT',
    `/vordruck/${unknownId}/uebersetzung/ara`,
    { '404 nicht-gefunden': editsVordruck },
    () => ({ bearbeitung: 1, inhalt: vordruckText }),
  ),
  releaseUebersetzung: perKreis(
    'POST',
    `/vordruck/${unknownId}/uebersetzung/ara/freigabe`,
    { '404 nicht-gefunden': releasesVordruck },
    () => ({ bearbeitung: 1 }),
  ),
};
