import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { checkLines, type DateiBruch, type Kopf, type Pruefpunkt } from './pruefpunkt.ts';
import { arten, type Art } from './seal.ts';

/** The first broken link of a Kreis, or of the file outside the database. */
export interface Bruch {
  readonly kreisId: string | null;
  /** Number of the block, or of the line of the file. */
  readonly block: number;
  readonly art: Art | null;
  /** Id of the row. */
  readonly zeile: number | null;
  readonly was:
    | 'zeile-geaendert'
    | 'zeile-fehlt'
    | 'zeile-eingefuegt'
    | 'zeilen-vertauscht'
    | 'block-geaendert'
    | 'block-fehlt'
    | 'ende-abgeschnitten'
    | 'kuerzung-zu-frueh'
    | 'kopf-weicht-ab'
    | 'kopf-fehlt'
    | DateiBruch['was'];
}

export interface KettenBefund {
  readonly bloecke: number;
  readonly zeilen: number;
  readonly bruch: readonly Bruch[];
}

interface Block {
  readonly nummer: number;
  readonly art: Art;
  readonly von: number;
  readonly bis: number;
  readonly anzahl: number;
  readonly bisAm: Date;
  readonly versiegeltAm: Date;
  readonly kopf: string;
  readonly zeilen: Buffer;
  readonly zeilenHash: Buffer;
  readonly hash: Buffer;
}

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** So long a block may wait for its line in the file: the run that sealed it writes it next. */
const graceMs = 5 * 60_000;
/** Access rows are kept at least so long; a pruning that took younger ones is a breach. */
const leastMonths = 6;
const blocksAtOnce = 100;

/**
 * Proves that nothing sealed was changed, removed, inserted or swapped, and that no end is missing. Hashes are made anew
 * here, from the rows themselves, not by the functions of the database.
 */
export async function checkChain(
  tx: Tx,
  { datei, schluessel, now }: { datei: string; schluessel: string; now: Date },
): Promise<KettenBefund> {
  const { lines, bruch } = checkLines(datei, schluessel);
  const broken: Bruch[] = [];
  let bloecke = 0;
  let zeilen = 0;
  const kreise = await tx.all(sql<{ id: string }>`
    select distinct kreis_id as id from protokollblock union select id from kreis order by 1`);
  // A Kreis that is signed for and gone from the database as a whole is missed as well.
  const ids = new Set([
    ...kreise.map(({ id }) => id),
    ...lines.flatMap(({ koepfe }) => koepfe.map(({ kreis }) => kreis)),
  ]);
  for (const id of ids) {
    const befund = await checkKreis(tx, id, headsOf(lines, id), { now, ganz: bruch === undefined });
    bloecke += befund.bloecke;
    zeilen += befund.zeilen;
    if (befund.bruch) broken.push(befund.bruch);
  }
  if (bruch) broken.push({ kreisId: null, block: bruch.zeile, art: null, zeile: null, was: bruch.was });
  return { bloecke, zeilen, bruch: broken };
}

/** What the signed lines say of a chain; a restoration forgets what was beyond it. */
function headsOf(lines: readonly Pruefpunkt[], kreisId: string): Map<number, Kopf> {
  const heads = new Map<number, Kopf>();
  for (const line of lines) {
    const head = line.koepfe.find(({ kreis }) => kreis === kreisId);
    if (line.art === 'wiederherstellung') {
      for (const nummer of heads.keys()) if (nummer > (head?.nummer ?? 0)) heads.delete(nummer);
    }
    if (head) heads.set(head.nummer, head);
  }
  return heads;
}

async function checkKreis(
  tx: Tx,
  kreisId: string,
  heads: ReadonlyMap<number, Kopf>,
  { now, ganz }: { now: Date; ganz: boolean },
): Promise<{ bloecke: number; zeilen: number; bruch?: Bruch }> {
  const gekuerzt = await readKuerzungen(tx, kreisId);
  const last = Math.max(0, ...heads.keys());
  const sum: Record<Art, number> = { lesezugriff: 0, ereignis: 0 };
  let before: Buffer = Buffer.alloc(32);
  let nummer = 0;
  let uncovered: Block | undefined;
  const at = (
    block: number,
    was: Bruch['was'],
    art: Art | null = null,
    zeile: number | null = null,
  ): Bruch => ({
    kreisId,
    block,
    art,
    zeile,
    was,
  });
  const found = (bruch?: Bruch) => ({
    bloecke: nummer,
    zeilen: sum.lesezugriff + sum.ereignis,
    ...(bruch ? { bruch } : {}),
  });
  for (;;) {
    const blocks = await readBlocks(tx, kreisId, nummer);
    const rows = await readRows(tx, kreisId, blocks);
    for (const block of blocks) {
      if (block.nummer !== nummer + 1) return found(at(nummer + 1, 'block-fehlt'));
      const hash = sha256(before, block.kopf, block.zeilenHash, sha256(block.zeilen));
      if (!hash.equals(block.hash)) return found(at(block.nummer, 'block-geaendert', block.art));
      const kuerzung = block.art === 'lesezugriff' ? gekuerzt.find((k) => block.nummer <= k.bis) : undefined;
      if (kuerzung && block.bisAm > kuerzung.juengste)
        return found(at(block.nummer, 'kuerzung-zu-frueh', block.art));
      const bruch = compare(block, rows[block.art], kuerzung !== undefined);
      if (bruch) return found(at(block.nummer, bruch.was, block.art, bruch.zeile));
      nummer = block.nummer;
      before = block.hash;
      sum[block.art] += block.anzahl;
      const head = heads.get(nummer);
      if (
        head &&
        (head.hash !== hash.toString('hex') ||
          head.lesezugriff !== sum.lesezugriff ||
          head.ereignis !== sum.ereignis)
      )
        return found(at(nummer, 'kopf-weicht-ab', block.art));
      if (nummer > last) uncovered ??= block;
    }
    if (blocks.length < blocksAtOnce) break;
  }
  if (last > nummer) return found(at(nummer + 1, 'ende-abgeschnitten'));
  if (ganz && uncovered && now.getTime() - uncovered.versiegeltAm.getTime() > graceMs)
    return found(at(uncovered.nummer, 'kopf-fehlt', uncovered.art));
  return found();
}

async function readBlocks(tx: Tx, kreisId: string, after: number): Promise<Block[]> {
  return tx.all(sql<Block>`
    select nummer, art, von_id as von, bis_id as bis, anzahl, bis_am as "bisAm", versiegelt_am as "versiegeltAm",
      json_build_array(kreis_id, nummer, art, von_id, bis_id, anzahl, ${zeit('von_am')}, ${zeit('bis_am')},
        ${zeit('versiegelt_am')})::text as kopf, zeilen, zeilen_hash as "zeilenHash", hash
    from protokollblock where kreis_id = ${kreisId} and nummer > ${after} order by nummer limit ${blocksAtOnce}`);
}

/** Prunings stand in the chain themselves; what they took may be gone, nothing else. */
async function readKuerzungen(tx: Tx, kreisId: string): Promise<{ bis: number; juengste: Date }[]> {
  return tx.all(sql<{ bis: number; juengste: Date }>`
    select (daten ->> 'bis')::int as bis, am - make_interval(months => ${leastMonths}) as juengste from ereignis
    where kreis_id = ${kreisId} and art = 'protokoll.gekuerzt' order by id`);
}

const zeit = (spalte: string) =>
  sql`to_char(${sql.ref(spalte)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const form: Readonly<Record<Art, ReturnType<typeof sql>>> = {
  lesezugriff: sql`json_build_array(kreis_id, ${zeit('am')}, konto_id, array_to_string(person_id, ','), vorgang, zweck, adresse)`,
  ereignis: sql`json_build_array(kreis_id, ${zeit('am')}, konto_id, art, gegenstand, gegenstand_id, daten::text, adresse)`,
};

interface Row {
  readonly id: number;
  readonly form: string;
}

/** All rows that stand where the blocks seal, known to them or not. */
async function readRows(tx: Tx, kreisId: string, blocks: readonly Block[]): Promise<Record<Art, Row[]>> {
  const rows: Record<Art, Row[]> = { lesezugriff: [], ereignis: [] };
  for (const art of arten) {
    const own = blocks.filter((block) => block.art === art);
    const [first, bis] = [own[0]?.von, own.at(-1)?.bis];
    if (first === undefined || bis === undefined) continue;
    // Below the first id nothing may stand at all.
    const von = first === 1 ? Number.MIN_SAFE_INTEGER : first;
    rows[art] = await tx.all(sql<Row>`
      select id, ${form[art]}::text as form from ${sql.table(art)}
      where kreis_id = ${kreisId} and id between ${von} and ${bis} order by id`);
  }
  return rows;
}

/** The first difference between what a block sealed and what stands there; takes its rows off the front of `rows`. */
function compare(
  block: Block,
  rows: Row[],
  gekuerzt: boolean,
): { was: Bruch['was']; zeile: number | null } | undefined {
  const end = rows.findIndex(({ id }) => id > block.bis);
  const own = rows.splice(0, end === -1 ? rows.length : end);
  if (gekuerzt) return own[0] && { was: 'zeile-eingefuegt', zeile: own[0].id };
  const known = readMarks(block.zeilen);
  const found = new Map(own.map(({ id, form: text }) => [id, sha256(text)]));
  for (const [id, mark] of known) {
    const hash = found.get(id);
    if (!hash) return { was: 'zeile-fehlt', zeile: id };
    if (markOf(hash) === mark) continue;
    const other = [...known].find(([, each]) => each === markOf(hash))?.[0];
    const swapped = other !== undefined && markOf(found.get(other) ?? Buffer.alloc(32)) === mark;
    return { was: swapped ? 'zeilen-vertauscht' : 'zeile-geaendert', zeile: id };
  }
  const inserted = own.find(({ id }) => !known.has(id));
  if (inserted) return { was: 'zeile-eingefuegt', zeile: inserted.id };
  const whole = createHash('sha256');
  for (const [id, hash] of found) whole.update(idBytes(id)).update(hash);
  return whole.digest().equals(block.zeilenHash) ? undefined : { was: 'zeile-geaendert', zeile: null };
}

const markOf = (hash: Buffer): string => hash.toString('hex', 0, 8);

function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(id));
  return bytes;
}

/** Id and mark of every sealed row. */
function readMarks(zeilen: Buffer): Map<number, string> {
  const marks = new Map<number, string>();
  for (let at = 0; at + 16 <= zeilen.length; at += 16)
    marks.set(Number(zeilen.readBigInt64BE(at)), zeilen.toString('hex', at + 8, at + 16));
  return marks;
}
