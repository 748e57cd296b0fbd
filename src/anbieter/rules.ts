import { mayComeFromAnbieter, rolleOrt } from '#src/konto/rules.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** True for an https address without query and user, or http on this very machine; refuses everything else. */
export function isAussteller(text: string): boolean {
  return /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d{1,5})?(\/[\w.~%/-]*)?$/i.test(text) || isLoopback(text);
}

/** http without TLS, on the same machine: for trying out only. */
export function isLoopback(text: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/[\w.~%/-]*)?$/.test(text);
}

/**
 * Last part of the address to which a service sends back: each issuer has its own, or a malicious service could make the
 * browser ask another one and be handed that one's code (RFC 9700 4.4.2). The issuer itself; what may be no part
 * of a path is written as ~ and its number.
 */
export function returnPart(aussteller: string): string {
  return aussteller.replaceAll(
    /[^a-z0-9.-]/gi,
    (char) => `~${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

interface Zuordnung {
  readonly wert: string;
  readonly rolle: string;
  readonly traegerId: string | null;
  readonly regionId: string | null;
}

/** What is wrong with the groups of a service: it speaks for its own Träger only, and gives no rights over rights. */
export function zuordnungRefusals(rollen: readonly Zuordnung[], traegerId: string | null): FieldRefusal[] {
  return rollen.flatMap((each, index) => {
    const refuse = (feld: string, code: string) => [{ instance: `/rollen/${index}/${feld}`, code }];
    const ort = rolleOrt(each.rolle);
    if (!mayComeFromAnbieter(each.rolle)) return refuse('rolle', 'rolle-nicht-vom-anbieter');
    if (ort === 'traeger' && each.traegerId === null) return refuse('traegerId', 'rolle-braucht-traeger');
    if (ort !== 'traeger' && each.traegerId !== null) return refuse('traegerId', 'rolle-ort-passt-nicht');
    if (ort !== 'region_oder_kreis' && each.regionId !== null)
      return refuse('regionId', 'rolle-ort-passt-nicht');
    if (traegerId !== null && each.traegerId !== traegerId) return refuse('traegerId', 'zuordnung-fremd');
    return [];
  });
}

/** Values of a claim by its path ("groups", "realm_access.roles"): texts only, whatever else stands there. */
export function readClaim(claims: Readonly<Record<string, unknown>>, path: string): string[] {
  if (path === '') return [];
  // A name with dots may be one claim, such as an address.
  const found = Object.hasOwn(claims, path) ? claims[path] : path.split('.').reduce<unknown>(step, claims);
  const values = Array.isArray(found) ? found : [found];
  return values.filter((value) => typeof value === 'string' && value !== '');
}

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** Whether the service says that a second factor was used: by a value of amr, or by the whole acr. */
export function provesFaktor(
  claims: Readonly<Record<string, unknown>>,
  faktorWerte: readonly string[],
): boolean {
  const said = [...readClaim(claims, 'amr'), ...readClaim(claims, 'acr')];
  return said.some((value) => faktorWerte.includes(value));
}

export interface Gegeben extends Zuordnung {
  readonly id: string;
}

/** Which roles begin and which end when the service names these groups now. */
export function compareRollen<Z extends Zuordnung>(
  zuordnungen: readonly Z[],
  gruppen: readonly string[],
  vorhanden: readonly Omit<Gegeben, 'wert'>[],
): { readonly neu: readonly Z[]; readonly vorbei: readonly string[] } {
  const keyOf = (r: Omit<Zuordnung, 'wert'>) => JSON.stringify([r.rolle, r.traegerId, r.regionId]);
  const wanted = new Map(zuordnungen.filter((z) => gruppen.includes(z.wert)).map((z) => [keyOf(z), z]));
  const held = new Set(vorhanden.map(keyOf));
  return {
    neu: [...wanted].filter(([key]) => !held.has(key)).map(([, z]) => z),
    vorbei: vorhanden.filter((r) => !wanted.has(keyOf(r))).map(({ id }) => id),
  };
}
