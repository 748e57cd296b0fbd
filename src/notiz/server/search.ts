import { sql } from 'kysely';
import { openForReading } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Day } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { notizContract } from '../contract.ts';
import { findWords } from '../find-words.ts';
import type { Treffer } from '../notiz.ts';

type Search = typeof notizContract.searchAkte;

interface Row {
  readonly id: string;
  readonly art: Treffer['art'];
  readonly am: Day | null;
  readonly siegel: Buffer;
  /** Several words under one seal, as JSON. */
  readonly mehrere: boolean;
}

const MOST = 100;
const PER_TEXT = 3;

/**
 * Finds words in the sealed texts of one case: they are opened here, for this answer, and nothing of them is kept. What the
 * account may not read by its level or policy is not among the rows. There is no search across cases.
 */
export async function searchAkte(call: Call<Search>): Promise<Answer<Search>> {
  const { tx, params, body } = call;
  const { kreisId, fallId } = params;
  const { key } = await openForReading(call, 'notiz.suche');
  const rows = await tx.all(sql<Row>`
    with f as (select * from fall where kreis_id = ${kreisId} and id = ${fallId})
    select id, art, am, siegel, mehrere from (
      select n.id, 'notiz' as art, n.erfasst_am::date as am, n.text_siegel as siegel, false as mehrere
        from notiz n join f on n.kreis_id = f.kreis_id and n.fall_id = f.id
      union all select a.id, case when a.notiz_id is null then 'nachtrag_kontakt' else 'nachtrag' end, a.erfasst_am::date,
          a.text_siegel, false
        from nachtrag a join f on a.kreis_id = f.kreis_id and a.fall_id = f.id
      union all select g.id, 'kontakt', k.am, g.siegel, false
        from beratungskontakt k join f on k.kreis_id = f.kreis_id and k.fall_id = f.id
        join geheimtext g on g.kreis_id = k.kreis_id and g.id = k.notiz_id where k.ersetzt_am is null
      union all select g.id, 'bemerkung', null, g.siegel, false
        from f join geheimtext g on g.kreis_id = f.kreis_id and g.id = f.bemerkung_id
      union all select a.id, 'aufgabe', a.erfasst_am::date, a.text_siegel, false
        from aufgabe a join f on a.kreis_id = f.kreis_id and a.fall_id = f.id
      union all select z.id, 'ziel', z.stand_ab, z.worte_siegel, true
        from hilfeplan_ziel z join f on z.kreis_id = f.kreis_id and z.fall_id = f.id where z.entfernt_am is null
      union all select s.id, 'schritt', s.stand_ab, s.worte_siegel, true
        from hilfeplan_schritt s join f on s.kreis_id = f.kreis_id and s.fall_id = f.id where s.entfernt_am is null
      union all select a.id, 'gespraech', a.am, a.gespraech_siegel, false
        from assessment a join f on a.kreis_id = f.kreis_id and a.fall_id = f.id
      union all select b.id, 'bereich', a.am, b.worte_siegel, true
        from assessment_bereich b join f on b.kreis_id = f.kreis_id and b.fall_id = f.id
        join assessment a on a.kreis_id = b.kreis_id and a.id = b.assessment_id
      union all select d.id, 'dokument', d.am, d.titel_siegel, false
        from dokument d join f on d.kreis_id = f.kreis_id and d.fall_id = f.id
      union all select s.id, 'vermittlung', s.am, s.worte_siegel, false
        from vermittlung_stand s join f on s.kreis_id = f.kreis_id and s.fall_id = f.id
      union all select h.id, 'haushalt', h.seit, h.wort_siegel, true
        from haushalt h join f on h.kreis_id = f.kreis_id and h.fall_id = f.id
      union all select a.id, 'akteur', a.seit, a.wort_siegel, true
        from akteur a join f on a.kreis_id = f.kreis_id and a.fall_id = f.id) t
    where siegel is not null order by am desc nulls last, id`);
  const treffer: Treffer[] = [];
  for (const { id, art, am, siegel, mehrere } of rows) {
    const text = unsealForPerson(key, id, siegel);
    const words = mehrere ? wordsOf(JSON.parse(text)) : [text];
    for (const fund of words.flatMap((word) => findWords(word, body.text, PER_TEXT)).slice(0, PER_TEXT))
      treffer.push({ id, art, am, ...fund });
    if (treffer.length > MOST) break;
  }
  return { treffer: treffer.slice(0, MOST), mehr: treffer.length > MOST };
}

/** The texts of a sealed record, without its numbers and codes. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}
