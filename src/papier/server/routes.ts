import type { Handlers } from '#src/platform/server/http.ts';
import type { papierContract } from '../contract.ts';
import { printAusfall } from './print-ausfall.ts';
import { printKontaktblatt } from './print-kontaktblatt.ts';
import { printScreening, printBlankScreening } from './print-screening.ts';
import { printEinwilligung, printEntbindung } from './print-signed.ts';
import { printTerminzettel } from './print-terminzettel.ts';
import { printVordruck } from './print-vordruck.ts';

export const papierHandlers: Handlers<typeof papierContract> = {
  printVordruck,
  printEinwilligung,
  printEntbindung,
  printBlankScreening,
  printScreening,
  printTerminzettel,
  printKontaktblatt,
  printAusfall,
};
