import { z } from 'zod';
import { day } from '#src/platform/day.ts';

export const uebergabeGrund = z.enum(['zustaendigkeit', 'umzug', 'wunsch', 'traegerwechsel', 'sonstiges']);
export type UebergabeGrund = z.infer<typeof uebergabeGrund>;

export const uebergabeHinderung = z.enum([
  'zustimmung-fehlt',
  'zustimmung-nach-uebergabe',
  'schon-dort',
  'nicht-mehr-hier',
  'schon-angefragt',
  'nur-fallfuehrung',
  'datum-vor-aufnahme',
  'nach-juengerem-wechsel',
  'einwilligung-widerrufen',
  'einwilligung-abgelaufen',
  'person-geloescht',
  'person-eingeschraenkt',
  'person-geschuetzt',
]);
export type UebergabeHinderung = z.infer<typeof uebergabeHinderung>;

export const uebergabeEingabe = z.strictObject({
  fallIds: z.array(z.uuid()).min(1).max(500),
  anTraegerId: z.uuid(),
  /** Case manager at the receiving Träger, if already known. */
  casemanagerId: z.uuid().nullable(),
  wirksamAm: day,
  grund: uebergabeGrund,
  /** Day on which the clients agreed to the hand-over; without it nothing moves. */
  zustimmungAm: day.nullable(),
});
export type UebergabeEingabe = z.infer<typeof uebergabeEingabe>;
