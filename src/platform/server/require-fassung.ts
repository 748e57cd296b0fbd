import { Refusal } from '#src/platform/refusal.ts';

type Stand = { readonly fassung: number } & Readonly<Record<string, unknown>>;

/**
 * Refuses a change that was made on an older version. `daten.aktuell` carries what stands now, `daten.geaendert` which
 * fields of the request differ from it. Names and texts (`verborgen`) are only named: the logged read shows them.
 */
export function requireFassung(stand: Stand, gesendet: Stand, verborgen: readonly string[] = []): void {
  if (stand.fassung === gesendet.fassung) return;
  const geaendert = Object.keys(gesendet).filter(
    (feld) => feld !== 'fassung' && feld in stand && !isSame(stand[feld], gesendet[feld]),
  );
  const aktuell = Object.fromEntries(Object.entries(stand).filter(([feld]) => !verborgen.includes(feld)));
  throw new Refusal('gleichzeitig-geaendert', 409, { daten: { aktuell, geaendert } });
}

/** Equal content: lists as sets, objects key by key. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    const [left, right] = [new Set(one), new Set(other)];
    return left.size === right.size && left.isSubsetOf(right);
  }
  if (isRecord(one) && isRecord(other)) {
    return Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]));
  }
  return one === other;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
