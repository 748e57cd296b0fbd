import type { Handlers } from '#src/platform/server/http.ts';
import type { anfrageContract } from '../contract.ts';
import { admitAnfrage } from './admit.ts';
import { changeAnfrage } from './change.ts';
import { closeAnfrage } from './close.ts';
import { downgradeFall } from './downgrade.ts';
import { getAnfrage } from './get.ts';
import { keepKurzberatung } from './keep-kurzberatung.ts';
import { listAnfrage } from './list.ts';
import { passAnfrage } from './pass.ts';
import { proposeTraeger } from './propose.ts';
import { recordAnfrage } from './record.ts';
import { recordAnfrageKontakt } from './record-kontakt.ts';
import { repeatAnfrage } from './repeat.ts';
import { setTiefe } from './set-tiefe.ts';
import { takeAnfrage } from './take.ts';

export const anfrageHandlers: Handlers<typeof anfrageContract> = {
  proposeTraeger,
  listAnfrage,
  getAnfrage,
  recordAnfrage,
  changeAnfrage,
  takeAnfrage,
  passAnfrage,
  closeAnfrage,
  repeatAnfrage,
  recordAnfrageKontakt,
  setTiefe,
  keepKurzberatung,
  admitAnfrage,
  downgradeFall,
};
