import type { erfolgsberichtContract } from '#src/erfolgsbericht/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import { perFall, perKreis, worksOn, type Row } from './support/rights-row.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';
const reads: readonly RolleName[] = [
  'casemanager',
  'koordination',
  'ki_leitung',
  'traegerleitung',
  'lenkungskreis',
];
const inhalt = { titel: 'Ein Anfang', lage: 'Person', thema: '', erreicht: 'Arbeit', schritt: '' };
const entwurf = () => ({ fassung: 0, ...inhalt });

/** Who writes, reviews and reads success reports. The consents of these cases cover documentation alone. */
export const erfolgsberichtRows: Readonly<Record<keyof typeof erfolgsberichtContract, Row>> = {
  getErfolgsbericht: perFall('GET', '/fall/{fallId}/erfolgsbericht', { '200': [worksOn] }),
  saveErfolgsbericht: perFall(
    'PUT',
    '/fall/{fallId}/erfolgsbericht',
    { '422 auswertung-nicht-eingewilligt': [worksOn] },
    entwurf,
  ),
  submitErfolgsbericht: perFall(
    'POST',
    '/fall/{fallId}/erfolgsbericht/einreichung',
    { '422 auswertung-nicht-eingewilligt': [worksOn] },
    entwurf,
  ),
  withdrawErfolgsbericht: perFall('POST', '/fall/{fallId}/erfolgsbericht/ruecknahme', { '204': [worksOn] }),
  listErfolgsbericht: perKreis('GET', '/erfolgsbericht', { '200': reads }),
  releaseErfolgsbericht: perKreis(
    'POST',
    `/erfolgsbericht/${unknownId}/freigabe`,
    { '404 nicht-gefunden': ['koordination'] },
    () => ({ fassung: 1 }),
  ),
  returnErfolgsbericht: perKreis(
    'POST',
    `/erfolgsbericht/${unknownId}/rueckgabe`,
    { '404 nicht-gefunden': ['koordination'] },
    () => ({ fassung: 1, kommentar: 'Bitte ohne Ort.' }),
  ),
  removeErfolgsbericht: perKreis('DELETE', `/erfolgsbericht/${unknownId}`, {
    '404 nicht-gefunden': ['koordination'],
  }),
};
