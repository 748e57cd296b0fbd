import { auswertungHandlers } from '#src/auswertung/server/routes.ts';
import { beratungskontaktHandlers } from '#src/beratungskontakt/server/routes.ts';
import { entwurfHandlers } from '#src/entwurf/server/routes.ts';
import { fallHandlers } from '#src/fall/server/routes.ts';
import { kreisHandlers } from '#src/kreis/server/routes.ts';
import type { Handlers } from '#src/platform/server/http.ts';
import { regelHandlers } from '#src/regel/server/routes.ts';
import { uebergabeHandlers } from '#src/uebergabe/server/routes.ts';
import { uebernahmeHandlers } from '#src/uebernahme/server/routes.ts';
import { zugangHandlers } from '#src/zugang/server/routes.ts';
import type { contract } from '#src/app/contract.ts';
import { abilities } from './abilities.ts';

/** One handler per entry of the contract; the compiler finds a missing one. */
export const handlers: Handlers<typeof contract> = {
  ...zugangHandlers(abilities),
  ...kreisHandlers,
  ...regelHandlers,
  ...entwurfHandlers,
  ...fallHandlers,
  ...beratungskontaktHandlers,
  ...uebergabeHandlers,
  ...uebernahmeHandlers,
  ...auswertungHandlers,
};
