import type { Handlers } from '#src/platform/server/http.ts';
import type { papierContract } from '../contract.ts';
import { printAssessment } from './print-assessment.ts';
import { printAusfall } from './print-ausfall.ts';
import { printErfolgsbericht } from './print-erfolgsbericht.ts';
import { printHilfeplan } from './print-hilfeplan.ts';
import { printKontaktblatt } from './print-kontaktblatt.ts';
import { printScreening, printBlankScreening } from './print-screening.ts';
import { printEinwilligung, printEntbindung } from './print-signed.ts';
import { printTerminzettel } from './print-terminzettel.ts';
import { printUebergabeblatt } from './print-uebergabeblatt.ts';
import { printVermittlung } from './print-vermittlung.ts';
import { printZugriffe } from './print-zugriffe.ts';
import { printVordruck } from './print-vordruck.ts';

export const papierHandlers: Handlers<typeof papierContract> = {
  printVordruck,
  printEinwilligung,
  printEntbindung,
  printHilfeplan,
  printErfolgsbericht,
  printBlankScreening,
  printScreening,
  printAssessment,
  printTerminzettel,
  printUebergabeblatt,
  printVermittlung,
  printZugriffe,
  printKontaktblatt,
  printAusfall,
};
