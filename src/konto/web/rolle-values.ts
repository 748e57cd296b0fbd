import { isDay } from '#src/platform/day.ts';
import { rolleName } from '#src/zugang/contract.ts';
import type { RolleWunsch } from '../contract.ts';
import { rolleOrt } from '../rules.ts';

/** A role as a form holds it: empty text where nothing is chosen. */
export const leereRolle = { rolle: '', traegerId: '', regionId: '', stelleId: '', ab: '', bis: '' };
export type RolleValues = typeof leereRolle;

/** Codes of fields that need no server; a Träger is asked for where the role holds at one. */
export function checkRolleValues(values: RolleValues): Readonly<Record<string, string>> {
  const ort = rolleOrt(values.rolle);
  return {
    ...(values.rolle === '' ? { rolle: 'pflichtfeld' } : {}),
    ...(ort === 'traeger' && values.traegerId === '' ? { traegerId: 'rolle-braucht-traeger' } : {}),
    ...(ort === 'stelle' && values.stelleId === '' ? { stelleId: 'rolle-braucht-stelle' } : {}),
    ...(values.rolle === 'uebernahme' && values.bis === '' ? { bis: 'rolle-braucht-frist' } : {}),
    ...(values.ab === '' || isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
    ...(values.bis === '' || isDay(values.bis) ? {} : { bis: 'datum-ungueltig' }),
  };
}

/** What is sent; places that do not belong to the role are left out. */
export function toWunsch(values: RolleValues): RolleWunsch {
  const ort = rolleOrt(values.rolle);
  const atTraeger = ort === 'traeger' || ort === 'traeger_oder_kreis';
  return {
    rolle: rolleName.parse(values.rolle),
    traegerId: (atTraeger && values.traegerId) || null,
    regionId: (ort === 'region_oder_kreis' && values.regionId) || null,
    stelleId: (ort === 'stelle' && values.stelleId) || null,
    ab: values.ab || null,
    bis: values.bis || null,
  };
}
