import { anfrageContract } from '#src/anfrage/contract.ts';
import { aufenthaltContract } from '#src/aufenthalt/contract.ts';
import { auswertungContract } from '#src/auswertung/contract.ts';
import { begleitungContract } from '#src/begleitung/contract.ts';
import { beratungskontaktContract } from '#src/beratungskontakt/contract.ts';
import { einwilligungContract } from '#src/einwilligung/contract.ts';
import { entbindungContract } from '#src/entbindung/contract.ts';
import { dubletteContract } from '#src/dublette/contract.ts';
import { entwurfContract } from '#src/entwurf/contract.ts';
import { erstberatungContract } from '#src/erstberatung/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import { kreisContract } from '#src/kreis/contract.ts';
import { nachrichtContract } from '#src/nachricht/contract.ts';
import { papierContract } from '#src/papier/contract.ts';
import { regelContract } from '#src/regel/contract.ts';
import { lageContract } from '#src/lage/contract.ts';
import { standortContract } from '#src/standort/contract.ts';
import { wartelisteContract } from '#src/warteliste/contract.ts';
import { zusteuerungContract } from '#src/zusteuerung/contract.ts';
import { sprechstundeContract } from '#src/sprechstunde/contract.ts';
import { stelleContract } from '#src/stelle/contract.ts';
import { tagContract } from '#src/tag/contract.ts';
import { terminContract } from '#src/termin/contract.ts';
import { uebergabeContract } from '#src/uebergabe/contract.ts';
import { uebernahmeContract } from '#src/uebernahme/contract.ts';
import { vertretungContract } from '#src/vertretung/contract.ts';
import { vordruckContract } from '#src/vordruck/contract.ts';
import { weitergabeContract } from '#src/weitergabe/contract.ts';
import { zugangContract } from '#src/zugang/contract.ts';

/** Every operation that Lotse offers: the one list behind routes, validation, OpenAPI, client and rights matrix. */
export const contract = {
  ...zugangContract,
  ...kreisContract,
  ...regelContract,
  ...entwurfContract,
  ...fallContract,
  ...einwilligungContract,
  ...entbindungContract,
  ...weitergabeContract,
  ...erstberatungContract,
  ...aufenthaltContract,
  ...beratungskontaktContract,
  ...lageContract,
  ...standortContract,
  ...wartelisteContract,
  ...zusteuerungContract,
  ...stelleContract,
  ...anfrageContract,
  ...vordruckContract,
  ...terminContract,
  ...sprechstundeContract,
  ...vertretungContract,
  ...papierContract,
  ...uebergabeContract,
  ...uebernahmeContract,
  ...auswertungContract,
  ...dubletteContract,
  ...begleitungContract,
  ...nachrichtContract,
  ...tagContract,
};
