import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Pool, type ClientConfig } from 'pg';

/** A statement of the application as it went to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The floor: the same content by the same good SQL through a bare server, without sign-in, rights, validation, read
 * log, events, idempotency or unsealing. It logs in as administrator, so row-level security does not apply. `bericht`
 * are the statements by which the counting engine answers each of its parts.
 */
export async function startFloor(
  connection: ClientConfig,
  bericht: readonly (readonly Statement[])[],
): Promise<{ port: number; close: () => Promise<void> }> {
  const pool = new Pool({
    ...connection,
    max: 10,
    options: '-c pg_trgm.word_similarity_threshold=0.45',
  });
  // The counting engine plans without nested loops; its floor does as well.
  const counting = new Pool({ ...connection, max: 10, options: '-c enable_nestloop=off' });
  counting.on('error', () => undefined);
  pool.on('error', () => undefined);
  const server = createServer((req, res) => {
    answer({ pool, counting }, req, bericht).then(
      (json) => {
        res.setHeader('content-type', 'application/json');
        res.end(json);
      },
      (error: unknown) => {
        res.statusCode = 500;
        res.end(String(error));
      },
    );
  });
  const port = await listen(server);
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await pool.end();
      await counting.end();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function answer(
  { pool, counting }: { pool: Pool; counting: Pool },
  req: IncomingMessage,
  bericht: readonly (readonly Statement[])[],
): Promise<string> {
  const url = new URL(req.url ?? '/', 'http://floor');
  const teil = /^\/bericht\/(\d)$/.exec(url.pathname)?.[1];
  if (teil !== undefined) {
    const parts: unknown[] = [];
    for (const [i, { text, values }] of (bericht[Number(teil)] ?? []).entries()) {
      parts.push((await counting.query({ name: `${url.pathname}/${i}`, text, values: [...values] })).rows);
    }
    return JSON.stringify(parts);
  }
  const statement = statements[url.pathname];
  if (!statement) throw new Error('unknown');
  const values = req.method === 'POST' ? await readValues(req) : [...url.searchParams.values()];
  const { rows } = await pool.query<{ j: string }>({ name: url.pathname, text: statement, values });
  return rows[0]?.j ?? 'null';
}

async function readValues(req: IncomingMessage): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(Buffer.from(chunk as Uint8Array));
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown[];
}

/** Status on a day ($tag) with the last qualified contact that the rule "aktiv" asks for ($grenze: tag minus months). */
const stand = (
  tag: string,
) => `join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
    and s.gueltig_ab <= ${tag}::date and (s.gueltig_bis is null or s.gueltig_bis > ${tag}::date)
  left join lateral (select b.am from beratungskontakt b where b.kreis_id = f.kreis_id and b.fall_id = f.id and b.qualifiziert
    and b.ersetzt_am is null and b.am <= ${tag}::date and s.status = 'aktiv' and s.herkunft = 'aufnahme' order by b.am desc limit 1) q on true
  left join lateral (select b.am from beratungskontakt b where b.kreis_id = f.kreis_id and b.fall_id = f.id and b.ersetzt_am is null
    and b.am <= ${tag}::date order by b.am desc limit 1) k on true`;
const zeile = (
  grenze: string,
) => `f.id, f.nummer, p.id as "personId", p.familienname, p.vorname, p.geburtsdatum,
  f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId", f.kommune_id as "kommuneId", f.ortsteil_id as "ortsteilId",
  f.aufgenommen_am as "aufgenommenAm", s.herkunft, s.gueltig_ab as ab, q.am as "letzterQualifizierter", k.am as "letzterKontakt",
  case when s.status = 'aktiv' and s.herkunft = 'aufnahme' and greatest(s.gueltig_ab, q.am) <= ${grenze}::date then 'ruhend' else s.status end as status`;

const statements: Readonly<Record<string, string>> = {
  '/akte': `select json_build_object('fall', row_to_json(f), 'person', (select row_to_json(x) from (select p.id, p.familienname, p.vorname, p.geburtsdatum) x),
      'einwilligung', (select json_build_object('erteiltAm', e.erteilt_am, 'textfassung', e.textfassung, 'sprache', e.sprache, 'widerrufenAm', e.widerrufen_am)
        from einwilligung e where e.kreis_id = p.kreis_id and e.id = p.einwilligung_id),
      'bemerkung', (select encode(g.siegel, 'base64') from geheimtext g where g.kreis_id = f.kreis_id and g.id = f.bemerkung_id),
      'status', (select json_agg(json_build_object('status', s.status, 'grund', s.grund, 'herkunft', s.herkunft, 'ab', s.gueltig_ab, 'bis', s.gueltig_bis) order by s.gueltig_ab)
        from fall_status s where s.kreis_id = $1 and s.fall_id = $2 and s.ersetzt_am is null),
      'zustaendigkeit', (select json_agg(json_build_object('traegerId', z.traeger_id, 'casemanagerId', z.casemanager_id, 'ab', z.gueltig_ab, 'bis', z.gueltig_bis, 'anlass', z.anlass) order by z.gueltig_ab)
        from fall_zustaendigkeit z where z.kreis_id = $1 and z.fall_id = $2 and z.ersetzt_am is null),
      'merkmal', (select json_agg(json_build_object('merkmal', m.merkmal, 'wert', m.wert) order by m.wert) from fall_merkmal m
        where m.kreis_id = $1 and m.fall_id = $2 and m.ersetzt_am is null and m.gueltig_ab <= $3::date and (m.gueltig_bis is null or m.gueltig_bis > $3::date)),
      'letzterKontakt', (select b.am from beratungskontakt b where b.kreis_id = $1 and b.fall_id = $2 and b.ersetzt_am is null and b.am <= $3::date order by b.am desc limit 1),
      'letzterQualifizierter', (select b.am from beratungskontakt b where b.kreis_id = $1 and b.fall_id = $2 and b.ersetzt_am is null and b.qualifiziert and b.am <= $3::date order by b.am desc limit 1),
      'behoerde', (select json_object_agg(bk.art, b.name) from behoerde_kommune bk join behoerde b on b.kreis_id = bk.kreis_id and b.id = bk.behoerde_id
        where bk.kreis_id = $1 and bk.kommune_id = f.kommune_id and bk.gueltig_ab <= $3::date and (bk.gueltig_bis is null or bk.gueltig_bis > $3::date)),
      'regel', (select r.wert from regel r where r.kreis_id = $1 and r.schluessel = 'aktiv_regel' and r.ersetzt_am is null and r.gueltig_ab <= $3::date and (r.gueltig_bis is null or r.gueltig_bis > $3::date)),
      'gesamt', (select count(*) from beratungskontakt b where b.kreis_id = $1 and b.fall_id = $2 and b.ersetzt_am is null),
      'kontakt', (select json_agg(x) from (
        select b.id, b.fassung, b.traeger_id as "traegerId", b.am, b.qualifiziert, b.format, b.ort, b.dauer_minuten as "dauerMinuten", b.sprache, b.dolmetschen,
          b.lebensbereich, n.name as "vonName", encode(g.siegel, 'base64') as notiz
        from (select * from beratungskontakt b where b.kreis_id = $1 and b.fall_id = $2 and b.ersetzt_am is null order by b.am desc, b.erfasst_am desc limit 30) b
        left join konto n on n.kreis_id = $1 and n.id = b.erfasst_von
        left join geheimtext g on g.kreis_id = $1 and g.id = b.notiz_id
        order by b.am desc, b.erfasst_am desc) x))::text as j
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id where f.kreis_id = $1 and f.id = $2`,
  '/meine': `select json_build_object('gesamt', count(*), 'fall', json_agg(x))::text as j from (select ${zeile('$4')}
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id ${stand('$3')}
    where f.traeger_id = $1 and f.casemanager_id = $2 and f.aufgenommen_am <= $3::date and s.status = 'aktiv'
      and not (s.herkunft = 'aufnahme' and greatest(s.gueltig_ab, q.am) <= $4::date)
    order by k.am desc nulls last, f.nummer limit 100) x`,
  '/suche': `select json_build_object('gesamt', count(*), 'fall', json_agg(x))::text as j from (select ${zeile('$6')}, p.a
    from (select h.*, greatest(h.form, case when h.laut >= 0.8 then 0.95::real * h.laut end) as a from (
        select p.*, word_similarity($2, p.suchform) as form, word_similarity($3, p.suchlaut) as laut, p.suchform like '%' || $2 || '%' as darin
        from person p where p.traeger_id = $1 and p.casemanager_id = $4
          and ($2 <% p.suchform or $3 <% p.suchlaut or p.suchform like '%' || $2 || '%')) h
      where h.form >= 0.45 or h.laut >= 0.8 or h.darin order by a desc, h.id limit 200) p
    join fall f on f.kreis_id = p.kreis_id and f.person_id = p.id ${stand('$5')}
    where f.aufgenommen_am <= $5::date order by p.a desc, k.am desc nulls last, f.nummer limit 50) x`,
  '/kontakt': `with notiz as (insert into geheimtext (kreis_id, person_id, siegel) select kreis_id, person_id, convert_to($5, 'UTF8') from fall where kreis_id = $1 and id = $2 returning id)
    insert into beratungskontakt (kreis_id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, dauer_minuten, dolmetschen, lebensbereich, notiz_id, erfasst_von)
    select $1, $2, $3, $4, current_date, true, 'persoenlich', 'buero', 45, 'kein', array['wohnen'], notiz.id, $4 from notiz returning json_build_object('kontaktId', id)::text as j`,
};
