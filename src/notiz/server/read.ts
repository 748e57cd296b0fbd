import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { NotizZeile } from '../notiz.ts';
import { aenderbarBis } from '../rules.ts';
import { readNachtraege } from './nachtrag.ts';

interface Row {
  readonly id: string;
  readonly fassung: number;
  readonly ebene: NotizZeile['ebene'];
  readonly siegel: Buffer;
  readonly am: Date;
  readonly vonName: string | null;
  readonly geaendertAm: Date | null;
  /** By the account itself and not older than 24 hours, as the policy of the table says too. */
  readonly aenderbar: boolean;
}

/** Notes of a case that the account may read by their level, newest first, with their amendments. */
export async function readNotizen(
  tx: Tx,
  ort: { readonly kreisId: string; readonly fallId: string },
  key: Key,
): Promise<NotizZeile[]> {
  const [rows, nachtraege] = await Promise.all([
    tx.all(sql<Row>`
      select n.id, n.fassung, n.ebene, n.text_siegel as siegel, n.erfasst_am as am, k.name as "vonName",
        n.geaendert_am as "geaendertAm", 
        n.erfasst_von = app_konto() and n.erfasst_am > now() - interval '24 hours' as aenderbar
      from notiz n left join konto k on k.kreis_id = n.kreis_id and k.id = n.erfasst_von
      where n.kreis_id = ${ort.kreisId} and n.fall_id = ${ort.fallId}
      order by n.erfasst_am desc, n.id`),
    readNachtraege(tx, ort, 'notiz', key),
  ]);
  return rows.map(({ siegel, aenderbar, am, geaendertAm, ...row }) => ({
    ...row,
    text: unsealForPerson(key, row.id, siegel),
    am: am.toISOString(),
    geaendertAm: geaendertAm?.toISOString() ?? null,
    aenderbarBis: aenderbar ? aenderbarBis(am).toISOString() : null,
    nachtrag: nachtraege.filter(({ zuId }) => zuId === row.id).map(({ zuId: _zuId, ...rest }) => rest),
  }));
}
