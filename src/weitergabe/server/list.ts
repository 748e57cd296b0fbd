import { sql } from 'kysely';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import { isGesperrt } from '#src/einwilligung/server/read-stand.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { weitergabeContract, WeitergabeZeile } from '../contract.ts';

type List = typeof weitergabeContract.listWeitergabe;

interface Row extends Omit<WeitergabeZeile, 'vorbereitetAm' | 'gegebenAm' | 'gestopptAm' | 'text'> {
  readonly vorbereitet: Date;
  readonly gegeben: Date | null;
  readonly gestoppt: Date | null;
  readonly textId: string | null;
  readonly siegel: Buffer | null;
}

/** What was shared about a person and what waits, newest first, with the words themselves. */
export async function listWeitergabe({ tx, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, personId } = params;
  if (await isGesperrt(tx, kreisId, personId)) {
    markLesezugriff(tx);
    return [];
  }
  const { key } = await loadPerson(tx, deps.schluessel, kreisId, personId);
  await tx.run(sql`
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'weitergabe.list')`);
  markLesezugriff(tx);
  const rows = await tx.all(sql<Row>`
    select w.id, s.name as "stelleName", e.zweck, w.inhalt, w.form, w.stand, w.vorbereitet_am as vorbereitet,
      w.gegeben_am as gegeben, w.gestoppt_am as gestoppt, w.text_id as "textId", g.siegel
    from weitergabe w
    join entbindung e on e.kreis_id = w.kreis_id and e.id = w.entbindung_id
    join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id
    left join geheimtext g on g.kreis_id = w.kreis_id and g.id = w.text_id
    where w.kreis_id = ${kreisId} and w.person_id = ${personId} order by w.vorbereitet_am desc`);
  return rows.map(({ vorbereitet, gegeben, gestoppt, textId, siegel, ...row }) => ({
    ...row,
    vorbereitetAm: vorbereitet.toISOString(),
    gegebenAm: gegeben?.toISOString() ?? null,
    gestopptAm: gestoppt?.toISOString() ?? null,
    text: textId === null || siegel === null ? '' : unsealForPerson(key, textId, siegel),
  }));
}
