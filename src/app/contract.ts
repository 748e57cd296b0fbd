import { auswertungContract } from '#src/auswertung/contract.ts';
import { beratungskontaktContract } from '#src/beratungskontakt/contract.ts';
import { entwurfContract } from '#src/entwurf/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import { kreisContract } from '#src/kreis/contract.ts';
import { regelContract } from '#src/regel/contract.ts';
import { uebergabeContract } from '#src/uebergabe/contract.ts';
import { uebernahmeContract } from '#src/uebernahme/contract.ts';
import { zugangContract } from '#src/zugang/contract.ts';

/** Every operation that Lotse offers: the one list behind routes, validation, OpenAPI, client and rights matrix. */
export const contract = {
  ...zugangContract,
  ...kreisContract,
  ...regelContract,
  ...entwurfContract,
  ...fallContract,
  ...beratungskontaktContract,
  ...uebergabeContract,
  ...uebernahmeContract,
  ...auswertungContract,
};
