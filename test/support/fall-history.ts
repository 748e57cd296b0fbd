import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Owner, Tx } from '#src/platform/server/db.ts';

/** Known from and until, as timestamps; the default is "long ago" and "still". */
export interface Bekannt {
  readonly erfasst_am?: string;
  readonly ersetzt_am?: string | null;
}

export interface Spanne extends Bekannt {
  readonly ab: Day;
  readonly bis?: Day | null;
}

/** A case with its rows exactly as they shall stand, so that tests of counting depend on no operation. */
export interface FallHistory {
  readonly kommune: string | null;
  readonly aufgenommenAm: Day;
  readonly erfasst_am?: string;
  readonly status: readonly (Spanne & {
    status: 'aktiv' | 'ruhend' | 'abgeschlossen';
    herkunft?: 'aufnahme' | 'hand' | 'uebernahme';
  })[];
  readonly zustaendigkeit: readonly (Spanne & { traeger: string; uebergabe?: string })[];
  readonly merkmal?: readonly (Spanne & { merkmal: string; wert: string })[];
  readonly kontakt?: readonly (Bekannt & { am: Day; qualifiziert: boolean; traeger: string })[];
}

export interface UebergabeHistory extends Bekannt {
  readonly id: string;
  readonly von: string;
  readonly an: string;
  readonly am: Day;
}

export interface SonstigerKontakt extends Bekannt {
  readonly traeger: string;
  readonly kommune: string | null;
  readonly am: Day;
  readonly zugang?: string | null;
  readonly lebensbereich?: readonly string[];
}

export interface Histories {
  readonly fall?: readonly FallHistory[];
  readonly uebergabe?: readonly UebergabeHistory[];
  readonly sonstige?: readonly SonstigerKontakt[];
}

const frueher = '2000-01-01T00:00:00Z';
let nummer = 0;

/** Puts rows in past the walls, as the administrator. */
export async function insertHistories(owner: Owner, kreisId: string, histories: Histories): Promise<void> {
  await owner(async (tx) => {
    await tx.client.query('reset role');
    const insert = (table: string, rows: readonly Record<string, unknown>[]) =>
      insertRows(tx, table, kreisId, rows);
    const bekannt = (row: Bekannt) => ({
      erfasst_am: row.erfasst_am ?? frueher,
      ersetzt_am: row.ersetzt_am ?? null,
    });
    const gueltig = (row: Spanne) => ({ gueltig_ab: row.ab, gueltig_bis: row.bis ?? null, ...bekannt(row) });
    const faelle = (histories.fall ?? []).map((fall) => ({ id: randomUUID(), fall }));
    await insert(
      'uebergabe',
      (histories.uebergabe ?? []).map((u) => ({
        id: u.id,
        von_traeger_id: u.von,
        an_traeger_id: u.an,
        wirksam_am: u.am,
        grund: 'zustaendigkeit',
        ...bekannt(u),
      })),
    );
    await insert(
      'fall',
      faelle.map(({ id, fall }) => ({
        id,
        nummer: `T-${(nummer += 1)}`,
        traeger_id: fall.zustaendigkeit[0]?.traeger,
        kommune_id: fall.kommune,
        fassung: 1,
        aufgenommen_am: fall.aufgenommenAm,
        erfasst_am: fall.erfasst_am ?? frueher,
      })),
    );
    await insert(
      'fall_status',
      faelle.flatMap(({ id, fall }) =>
        fall.status.map((s) => ({
          id: randomUUID(),
          fall_id: id,
          status: s.status,
          grund: s.status === 'abgeschlossen' ? 'umzug' : null,
          herkunft: s.herkunft ?? 'hand',
          ...gueltig(s),
        })),
      ),
    );
    await insert(
      'fall_zustaendigkeit',
      faelle.flatMap(({ id, fall }) =>
        fall.zustaendigkeit.map((z) => ({
          id: randomUUID(),
          fall_id: id,
          traeger_id: z.traeger,
          anlass: z.uebergabe ? 'uebergabe' : 'aufnahme',
          uebergabe_id: z.uebergabe ?? null,
          ...gueltig(z),
        })),
      ),
    );
    await insert(
      'fall_merkmal',
      faelle.flatMap(({ id, fall }) =>
        (fall.merkmal ?? []).map((m) => ({
          id: randomUUID(),
          fall_id: id,
          merkmal: m.merkmal,
          wert: m.wert,
          ...gueltig(m),
        })),
      ),
    );
    await insert(
      'beratungskontakt',
      faelle.flatMap(({ id, fall }) =>
        (fall.kontakt ?? []).map((k) => ({
          id: randomUUID(),
          fassung: 1,
          fall_id: id,
          traeger_id: k.traeger,
          am: k.am,
          qualifiziert: k.qualifiziert,
          format: 'telefon',
          ort: 'kein',
          dolmetschen: 'kein',
          lebensbereich: [],
          ...bekannt(k),
        })),
      ),
    );
    await insert(
      'sonstiger_kontakt',
      (histories.sonstige ?? []).map((k) => ({
        id: randomUUID(),
        fassung: 1,
        traeger_id: k.traeger,
        kommune_id: k.kommune,
        am: k.am,
        zugang: k.zugang ?? null,
        lebensbereich: k.lebensbereich ?? [],
        ...bekannt(k),
      })),
    );
  });
}

async function insertRows(
  tx: Tx,
  table: string,
  kreisId: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(['kreis_id', ...Object.keys(first)].map((name) => sql.id(name)));
  const json = JSON.stringify(rows.map((row) => ({ kreis_id: kreisId, ...row })));
  await tx.run(sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`);
}
