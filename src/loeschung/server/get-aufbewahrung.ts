import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { loeschungContract } from '../contract.ts';
import { faelligkeit } from '../frist.ts';
import { readFristen } from './fristen.ts';

type Get = typeof loeschungContract.getAufbewahrung;

interface Stand {
  readonly traegerId: string;
  readonly abgeschlossenAm: Day | null;
  readonly sperre: Answer<Get>['sperre'];
}

/** How long the file of a case is kept, for those who work on it; nobody else reads the person, so nobody else finds it. */
export const getAufbewahrung: Handler<Get> = async ({ tx, deps, params: { kreisId, fallId } }) => {
  const heute = today(deps.now());
  const stand = await tx.first(sql<Stand>`
    select f.traeger_id as "traegerId", (select greatest(s.gueltig_ab, (select max(k.am) from beratungskontakt k
          where k.kreis_id = f.kreis_id and k.fall_id = f.id and k.ersetzt_am is null)) from fall_status s
        where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null and s.status = 'abgeschlossen'
          and s.gueltig_ab <= ${heute}::date and (s.gueltig_bis is null or s.gueltig_bis > ${heute}::date)) as "abgeschlossenAm",
      (select coalesce(json_agg(json_build_object('id', l.id, 'grund', l.grund, 'bis', l.bis,
          'gesetztAm', to_char(l.gesetzt_am at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by l.gesetzt_am), '[]')
        from loeschsperre l where l.kreis_id = p.kreis_id and l.person_id = p.id and l.aufgehoben_am is null
          and (l.bis is null or l.bis >= ${heute}::date)) as sperre
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  if (!stand) throw notFound();
  const fristen = (await readFristen(tx, kreisId, heute))(stand.traegerId);
  const faellig = faelligkeit(
    { fallBezug: stand.abgeschlossenAm, kurzBezug: null, widerrufAm: null },
    fristen,
  );
  const { einheit, anzahl } = fristen.fall;
  return {
    art: faellig?.art ?? null,
    bezugAm: faellig?.bezugAm ?? null,
    faelligAb: faellig?.faelligAb ?? null,
    frist: { einheit, anzahl },
    sperre: stand.sperre,
  };
};
