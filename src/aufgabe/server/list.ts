import { sql } from 'kysely';
import { readNotizen } from '#src/notiz/server/read.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { AufgabeZeile, aufgabeContract } from '../contract.ts';
import { openForReading } from './load.ts';
import { readTeam } from './read-team.ts';

type List = typeof aufgabeContract.listAufgabe;
type Row = Omit<AufgabeZeile, 'text' | 'zustaendigArbeitet'> & { readonly siegel: Buffer };

/** Tasks and notes of a case in one answer. */
export async function listAufgabe(call: Call<List>): Promise<Answer<List>> {
  const { tx, params } = call;
  const { kreisId, fallId } = params;
  const fall = await openForReading(call, 'aufgabe.list');
  const [team, aufgaben, notiz] = await Promise.all([
    readTeam(tx, kreisId, fall),
    tx.all(sql<Row>`
      select a.id, a.fassung, a.faellig_am as "faelligAm", a.zustaendig_id as "zustaendigId", z.name as "zustaendigName",
        a.stand, a.erledigt_am as "erledigtAm", e.name as "erledigtVonName", a.herkunft, v.name as "vonName",
        a.text_siegel as siegel
      from aufgabe a
      left join konto z on z.kreis_id = a.kreis_id and z.id = a.zustaendig_id
      left join konto e on e.kreis_id = a.kreis_id and e.id = a.erledigt_von
      left join konto v on v.kreis_id = a.kreis_id and v.id = a.erfasst_von
      where a.kreis_id = ${kreisId} and a.fall_id = ${fallId}
      order by a.stand <> 'offen', case when a.stand = 'offen' then a.faellig_am end, a.erledigt_am desc, a.erfasst_am`),
    readNotizen(tx, params, fall.key),
  ]);
  const atWork = new Set(team.map(({ id }) => id));
  return {
    traegerId: fall.traegerId,
    casemanagerId: fall.casemanagerId,
    team,
    aufgabe: aufgaben.map(({ siegel, ...zeile }) => ({
      ...zeile,
      text: unsealForPerson(fall.key, zeile.id, siegel),
      zustaendigArbeitet: zeile.zustaendigId === null || atWork.has(zeile.zustaendigId),
    })),
    notiz,
    abgeschlossen: fall.abgeschlossen,
    abilities: { write: fall.eigen && !fall.abgeschlossen },
  };
}
