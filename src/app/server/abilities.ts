import { auswertungAbilities } from '#src/auswertung/server/policy.ts';
import { beratungskontaktAbilities } from '#src/beratungskontakt/server/policy.ts';
import { entwurfAbilities } from '#src/entwurf/server/policy.ts';
import { fallAbilities } from '#src/fall/server/policy.ts';
import { kreisAbilities } from '#src/kreis/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';
import { regelAbilities } from '#src/regel/server/policy.ts';
import { uebergabeAbilities } from '#src/uebergabe/server/policy.ts';
import { uebernahmeAbilities } from '#src/uebernahme/server/policy.ts';

/** Which role holds which ability; what is not listed nobody may. */
export const abilities: Abilities = {
  offen: 'offen',
  angemeldet: 'angemeldet',
  ...kreisAbilities,
  ...regelAbilities,
  ...entwurfAbilities,
  ...fallAbilities,
  ...beratungskontaktAbilities,
  ...uebergabeAbilities,
  ...uebernahmeAbilities,
  ...auswertungAbilities,
};
