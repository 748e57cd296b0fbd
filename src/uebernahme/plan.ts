import {
  checkFall,
  completeFrom,
  fallMerkmale,
  holderOf,
  merkmalZeiten,
  statusZeiten,
  traegerZeiten,
  type Einwand,
} from './rules.ts';
import { rebuildZustaendigkeit, sameHolders, type ZustaendigkeitNeu } from './zustaendigkeit.ts';
import type { FallAngaben, MerkmalZeit, StatusZeit, ZustaendigkeitIst } from './zeile.ts';

/** The case as Lotse knows it at this moment; only rows that are valid knowledge. */
export interface FallIst {
  readonly stamm: StammAngaben;
  readonly aufnahme: string;
  readonly merkmal: readonly (MerkmalZeit & { readonly id: string })[];
  readonly status: readonly (StatusZeit & { readonly id: string })[];
  readonly zustaendigkeit: readonly ZustaendigkeitIst[];
}

export type StammAngaben = Pick<
  FallAngaben,
  | 'familienname'
  | 'vorname'
  | 'geburtsdatum'
  | 'einwilligung'
  | 'kommuneId'
  | 'ortsteilId'
  | 'zugang'
  | 'bemerkung'
>;
type Angabe = keyof FallAngaben;
type Aenderung<T> = { readonly ersetzt: readonly string[]; readonly neu: readonly T[] };

/** What an edition of the workbook changes in one case. Everything empty: unchanged. */
export interface FallPlan {
  /** The row as it stands in Lotse afterwards as far as the workbook is concerned; base of the next edition. */
  readonly stand: FallAngaben;
  readonly geaendert: readonly Angabe[];
  /** Changed in the workbook and by somebody in Lotse: Lotse wins, the cell is refused. */
  readonly konflikt: readonly Angabe[];
  readonly einwand: readonly Einwand[];
  readonly stamm: readonly (keyof StammAngaben)[];
  readonly merkmal: Aenderung<MerkmalZeit>;
  readonly status: Aenderung<StatusZeit>;
  readonly zustaendigkeit: Aenderung<ZustaendigkeitNeu>;
  /** True when another Träger has the case now. */
  readonly neuerTraeger: boolean;
}

const stammAngaben: readonly (keyof StammAngaben)[] = [
  'familienname',
  'vorname',
  'geburtsdatum',
  'einwilligung',
  'kommuneId',
  'ortsteilId',
  'zugang',
  'bemerkung',
];
const traegerAngaben: readonly Angabe[] = ['traegerId', 'uebergabeAm', 'uebergabeAnId'];
const statusAngaben: readonly Angabe[] = ['status', 'inaktivSeit', 'grund', 'wiederAktivSeit'];
const nothing = { ersetzt: [], neu: [] };

/**
 * Three-way comparison: what the workbook said last time (basis), what it says now (gelesen), what Lotse knows (ist).
 * A cell counts as changed only against the last edition, so what somebody corrected in Lotse stays.
 */
export function planFall(basis: FallAngaben, gelesen: FallAngaben, ist: FallIst): FallPlan {
  const wanted = completeFrom(gelesen, basis);
  const changed = changedAngaben(basis, wanted);
  const konflikt = new Set<Angabe>();
  if (changed.includes('aufnahme') && !mayMoveAdmission(basis, wanted, ist)) konflikt.add('aufnahme');
  let neu = revert(wanted, basis, konflikt);

  for (const angabe of stammAngaben) {
    if (
      !changed.includes(angabe) ||
      same(ist.stamm[angabe], neu[angabe]) ||
      same(ist.stamm[angabe], basis[angabe])
    )
      continue;
    konflikt.add(angabe);
  }
  for (const group of groups(basis, neu, ist)) {
    if (group.wie !== 'fremd') continue;
    for (const angabe of group.angaben) if (changed.includes(angabe)) konflikt.add(angabe);
  }
  neu = revert(wanted, basis, konflikt);

  const einwand = checkFall(neu, '9999-12-31');
  const [status, zustaendigkeit, ...merkmale] = groups(basis, neu, ist).map((group) => group.wie === 'basis');
  const geaendert = changedAngaben(basis, neu);
  return {
    stand: neu,
    geaendert: geaendert.filter((angabe) => !isAlreadySo(angabe, neu, ist)),
    konflikt: [...konflikt],
    einwand,
    stamm: stammAngaben.filter(
      (angabe) => geaendert.includes(angabe) && !same(ist.stamm[angabe], neu[angabe]),
    ),
    merkmal: diff(
      ist.merkmal.filter(({ merkmal }) => merkmale[fallMerkmale.indexOf(merkmal)]),
      merkmalZeiten(neu).filter(({ merkmal }) => merkmale[fallMerkmale.indexOf(merkmal)]),
    ),
    status: status ? diff(ist.status, statusZeiten(neu)) : nothing,
    zustaendigkeit: zustaendigkeit ? rebuildZustaendigkeit(ist.zustaendigkeit, traegerZeiten(neu)) : nothing,
    neuerTraeger: zustaendigkeit === true && holderOf(neu) !== holderOf(basis),
  };
}

interface Group {
  readonly angaben: readonly Angabe[];
  /** gleich: nothing to do; basis: Lotse still has the last edition; neu: it already has the new one; fremd: somebody changed it. */
  readonly wie: 'gleich' | 'basis' | 'neu' | 'fremd';
}

/** Status, Zuständigkeit and the Merkmale, in this order. */
function groups(basis: FallAngaben, neu: FallAngaben, ist: FallIst): Group[] {
  const wie = (gleich: boolean, istBasis: boolean, istNeu: boolean): Group['wie'] =>
    gleich ? 'gleich' : istNeu ? 'neu' : istBasis ? 'basis' : 'fremd';
  const [before, after] = [merkmalZeiten(basis), merkmalZeiten(neu)];
  return [
    {
      angaben: statusAngaben,
      wie: wie(
        sameRows(statusZeiten(basis), statusZeiten(neu)),
        sameRows(ist.status, statusZeiten(basis)),
        sameRows(ist.status, statusZeiten(neu)),
      ),
    },
    {
      angaben: traegerAngaben,
      wie: wie(
        sameHolders(traegerZeiten(basis), traegerZeiten(neu)),
        sameHolders(ist.zustaendigkeit, traegerZeiten(basis)),
        sameHolders(ist.zustaendigkeit, traegerZeiten(neu)),
      ),
    },
    ...fallMerkmale.map((merkmal): Group => {
      const of = (rows: readonly MerkmalZeit[]) => rows.filter((row) => row.merkmal === merkmal);
      return {
        angaben: [merkmal],
        wie: wie(
          sameRows(of(before), of(after)),
          sameRows(of(ist.merkmal), of(before)),
          sameRows(of(ist.merkmal), of(after)),
        ),
      };
    }),
  ];
}

/** The day of admission carries every history; it moves only while all of them are as the workbook left them. */
function mayMoveAdmission(basis: FallAngaben, wanted: FallAngaben, ist: FallIst): boolean {
  const known = ist.aufnahme === basis.aufnahme || ist.aufnahme === wanted.aufnahme;
  return known && groups(basis, wanted, ist).every(({ wie }) => wie !== 'fremd');
}

function isAlreadySo(angabe: Angabe, neu: FallAngaben, ist: FallIst): boolean {
  if (angabe === 'aufnahme') return ist.aufnahme === neu.aufnahme;
  const stamm = stammAngaben.find((name) => name === angabe);
  if (stamm) return same(ist.stamm[stamm], neu[stamm]);
  if (statusAngaben.includes(angabe)) return sameRows(ist.status, statusZeiten(neu));
  if (traegerAngaben.includes(angabe)) return sameHolders(ist.zustaendigkeit, traegerZeiten(neu));
  const of = (rows: readonly MerkmalZeit[]) => rows.filter(({ merkmal }) => merkmal === angabe);
  return sameRows(of(ist.merkmal), of(merkmalZeiten(neu)));
}

const alleAngaben: readonly Angabe[] = [
  'aufnahme',
  ...stammAngaben,
  ...traegerAngaben,
  ...statusAngaben,
  ...fallMerkmale,
];

function changedAngaben(before: FallAngaben, after: FallAngaben): Angabe[] {
  return alleAngaben.filter((angabe) => !same(before[angabe], after[angabe]));
}

function revert(neu: FallAngaben, basis: FallAngaben, names: ReadonlySet<Angabe>): FallAngaben {
  return { ...neu, ...Object.fromEntries([...names].map((name) => [name, basis[name]])) };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function keyOfRow(row: MerkmalZeit | StatusZeit): string {
  const what = 'merkmal' in row ? [row.merkmal, row.wert] : [row.status, row.grund];
  return JSON.stringify([...what, row.ab, row.bis]);
}

function sameRows(
  a: readonly (MerkmalZeit | StatusZeit)[],
  b: readonly (MerkmalZeit | StatusZeit)[],
): boolean {
  return same(a.map(keyOfRow).sort(), b.map(keyOfRow).sort());
}

function diff<T extends MerkmalZeit | StatusZeit>(
  have: readonly (T & { readonly id: string })[],
  want: readonly T[],
): Aenderung<T> {
  const [haveKeys, wantKeys] = [have.map(keyOfRow), want.map(keyOfRow)];
  return {
    ersetzt: have.filter((row) => !wantKeys.includes(keyOfRow(row))).map(({ id }) => id),
    neu: want.filter((row) => !haveKeys.includes(keyOfRow(row))),
  };
}
