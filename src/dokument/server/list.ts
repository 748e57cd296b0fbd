import { sql } from 'kysely';
import { openForReading } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import type { DokumentZeile, dokumentContract } from '../contract.ts';
import { dateiTyp } from '../datei.ts';
import { vorschauOrt } from './ort.ts';

type List = typeof dokumentContract.listDokument;

interface Row extends Omit<DokumentZeile, 'titel' | 'vorschau' | 'erfasstAm' | 'geloescht'> {
  readonly erfasstAm: Date;
  readonly titelSiegel: Buffer | null;
  readonly vorschauSiegel: Buffer | null;
  readonly geloeschtAm: Date | null;
  readonly geloeschtVon: string | null;
  readonly grund: NonNullable<DokumentZeile['geloescht']>['grund'] | null;
}

/** Previews travel with the list, so that one request opens the tab; a long file shows those of the newest. */
const PREVIEWS = 60;

/** Attachments of a case, newest first; of deleted ones the row without content. */
export async function listDokument(call: Call<List>): Promise<Answer<List>> {
  const { tx, params } = call;
  const { kreisId, fallId } = params;
  const { key, abgeschlossen } = await openForReading(call, 'dokument.list');
  const rows = await tx.all(sql<Row>`
    select d.id, d.fassung, d.art, d.am, d.laeuft_ab_am as "laeuftAbAm", d.medientyp, d.groesse, d.bereinigt,
      d.erfasst_am as "erfasstAm", v.name as "vonName", d.titel_siegel as "titelSiegel",
      case when row_number() over (order by d.erfasst_am desc) <= ${PREVIEWS} then d.vorschau_siegel end as "vorschauSiegel",
      d.geloescht_am as "geloeschtAm", g.name as "geloeschtVon", d.loeschgrund as grund
    from dokument d
    left join konto v on v.kreis_id = d.kreis_id and v.id = d.erfasst_von
    left join konto g on g.kreis_id = d.kreis_id and g.id = d.geloescht_von
    where d.kreis_id = ${kreisId} and d.fall_id = ${fallId}
    order by d.erfasst_am desc, d.id`);
  return {
    dokument: rows.map(
      ({ titelSiegel, vorschauSiegel, erfasstAm, geloeschtAm, geloeschtVon, grund, ...row }) => ({
        ...row,
        titel: titelSiegel === null ? null : unsealForPerson(key, row.id, titelSiegel),
        vorschau:
          vorschauSiegel === null ? null : dataAddress(unseal(key, vorschauSiegel, vorschauOrt(row.id))),
        erfasstAm: erfasstAm.toISOString(),
        geloescht:
          geloeschtAm === null || grund === null
            ? null
            : { am: geloeschtAm.toISOString(), vonName: geloeschtVon, grund },
      }),
    ),
    abilities: { write: !abgeschlossen },
  };
}

function dataAddress(bytes: Buffer): string {
  return `data:${dateiTyp(bytes) ?? 'image/png'};base64,${bytes.toString('base64')}`;
}
