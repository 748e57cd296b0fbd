import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { loeschungContract } from '../contract.ts';
import type { LaufZeile } from '../zeile.ts';
import { fristText, readFrist } from '../frist.ts';
import { selectFaellige } from './list-faellige.ts';
import { tellOthers } from './tell.ts';

type C = typeof loeschungContract;
type Posten = LaufZeile['posten'][number];
type Row = Omit<LaufZeile, 'posten'> & { posten: (Omit<Posten, 'frist'> & { regel: string })[] };

/** Runs of the Träger on which the actor decides, newest first; `where` narrows loeschlauf l. */
export async function selectLauf(tx: Tx, kreisId: string, where: RawBuilder<unknown>): Promise<LaufZeile[]> {
  const moment = (column: string) =>
    sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const rows = await tx.all(sql<Row>`
    select l.id, l.traeger_id as "traegerId", l.anlass, l.bis, l.stand, ${moment('l.vorgeschlagen_am')} as "vorgeschlagenAm",
      v.name as "vorgeschlagenName", l.vorgeschlagen_von = app_konto() as eigener, ${moment('l.freigegeben_am')} as "freigegebenAm",
      g.name as "freigegebenName", ${moment('l.abgeschlossen_am')} as "abgeschlossenAm", l.fassung,
      t.art in ('kommune', 'kreis') as "archivNoetig",
      json_build_object('name', l.archiv, 'angebotenAm', l.archiv_angeboten_am, 'antwort', l.archiv_antwort,
        'uebergebenAm', l.archiv_uebergeben_am) as archiv,
      (select coalesce(json_agg(json_build_object('id', x.id, 'nummer', x.nummer, 'art', x.art, 'regel', x.regel,
          'bezugAm', x.bezug_am, 'faelligAb', x.faellig_ab, 'stand', x.stand, 'grund', x.grund)
          order by x.faellig_ab, x.nummer, x.id), '[]')
        from loeschlauf_posten x where x.kreis_id = l.kreis_id and x.lauf_id = l.id) as posten
    from loeschlauf l
    join traeger t on t.kreis_id = l.kreis_id and t.id = l.traeger_id
    left join konto v on v.kreis_id = l.kreis_id and v.id = l.vorgeschlagen_von
    left join konto g on g.kreis_id = l.kreis_id and g.id = l.freigegeben_von
    where l.kreis_id = ${kreisId} and ${where} order by l.vorgeschlagen_am desc, l.id limit 100`);
  return rows.map((row) => ({
    ...row,
    posten: row.posten.map(({ regel, ...posten }) => ({ ...posten, frist: readFrist(regel) ?? null })),
  }));
}

export const listLoeschlauf: Handler<C['listLoeschlauf']> = ({ tx, params }) =>
  selectLauf(tx, params.kreisId, sql`true`);

/** Proposes to erase people who are due; whoever is held up or not due is refused, so that nobody slips in. */
export async function proposeLoeschlauf(
  call: Call<C['proposeLoeschlauf']>,
): Promise<Answer<C['proposeLoeschlauf']>> {
  const { tx, deps, params, body } = call;
  const { kreisId } = params;
  const heute = today(deps.now());
  const wanted = new Set(body.personIds);
  if (wanted.size === 0) throw new Refusal('lauf-leer', 422);
  const bis = body.bis < heute ? body.bis : heute;
  const faellig = (await selectFaellige(tx, kreisId, bis, heute)).filter(
    (row) =>
      wanted.has(row.personId) &&
      row.traegerId === body.traegerId &&
      row.sperre === null &&
      row.laufId === null,
  );
  if (faellig.length < wanted.size) throw new Refusal('posten-nicht-faellig', 409);
  const laufId = randomUUID();
  await tx.run(sql`
    insert into loeschlauf (kreis_id, id, traeger_id, anlass, bis)
    values (${kreisId}, ${laufId}, ${body.traegerId}, 'frist', ${bis}::date)`);
  const posten = faellig.map((row) => ({
    person_id: row.personId,
    nummer: row.nummer.at(-1) ?? '',
    art: row.art,
    regel: fristText(row.frist),
    bezug_am: row.bezugAm,
    faellig_ab: row.faelligAb,
  }));
  await tx.run(sql`
    insert into loeschlauf_posten (kreis_id, lauf_id, person_id, nummer, art, regel, bezug_am, faellig_ab)
    select ${kreisId}, ${laufId}::uuid, p.person_id, p.nummer, p.art, p.regel, p.bezug_am, p.faellig_ab
    from jsonb_to_recordset(${JSON.stringify(posten)}::jsonb)
      as p (person_id uuid, nummer text, art text, regel text, bezug_am date, faellig_ab date)`);
  await tellOthers(tx, { kreisId, laufId, traegerId: body.traegerId, posten: posten.length });
  await record(tx, kreisId, laufId, 'loeschung.vorgeschlagen', { posten: posten.length, bis });
  return { laufId };
}

/** Writes down that the archive was asked, and what it answered (ArchivG NRW). */
export async function offerArchiv({ tx, deps, params, body }: Call<C['offerArchiv']>): Promise<undefined> {
  const heute = today(deps.now());
  const { antwort, uebergebenAm, angebotenAm } = body;
  refuseFields([
    ...(angebotenAm > heute ? [{ instance: '/angebotenAm', code: 'datum-in-zukunft' }] : []),
    ...(antwort === 'uebernommen' && uebergebenAm === null
      ? [{ instance: '/uebergebenAm', code: 'archiv-uebergabe-fehlt' }]
      : []),
    ...(uebergebenAm !== null && uebergebenAm > heute
      ? [{ instance: '/uebergebenAm', code: 'datum-in-zukunft' }]
      : []),
    ...(uebergebenAm !== null && uebergebenAm < angebotenAm
      ? [{ instance: '/uebergebenAm', code: 'archiv-antwort-vor-angebot' }]
      : []),
  ]);
  await loadOpen(tx, params.kreisId, params.laufId, body.fassung);
  await tx.run(sql`
    update loeschlauf set archiv = ${body.archiv}, archiv_angeboten_am = ${angebotenAm}::date, archiv_antwort = ${antwort},
      archiv_uebergeben_am = ${antwort === 'uebernommen' ? uebergebenAm : null}::date, fassung = fassung + 1
    where kreis_id = ${params.kreisId} and id = ${params.laufId}`);
  await record(tx, params.kreisId, params.laufId, 'loeschung.archiv', { angebotenAm, antwort });
}

/** Takes a proposal back; its people are free for another. */
export async function withdrawLoeschlauf({
  tx,
  params,
  body,
}: Call<C['withdrawLoeschlauf']>): Promise<undefined> {
  const { kreisId, laufId } = params;
  await loadOpen(tx, kreisId, laufId, body.fassung);
  await tx.run(sql`
    update loeschlauf_posten set stand = 'zurueckgezogen', erledigt_am = now()
    where kreis_id = ${kreisId} and lauf_id = ${laufId} and stand = 'offen'`);
  await tx.run(sql`
    update loeschlauf set stand = 'zurueckgezogen', fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${laufId}`);
  await record(tx, kreisId, laufId, 'loeschung.zurueckgezogen', {});
}

/** Releases a run of somebody else. From then on the background carries it out; the database itself refuses one's own. */
export async function releaseLoeschlauf({
  tx,
  params,
  body,
}: Call<C['releaseLoeschlauf']>): Promise<undefined> {
  const { kreisId, laufId } = params;
  await loadOpen(tx, kreisId, laufId, body.fassung);
  const { antwort } = await tx.one(sql<{ antwort: string | null }>`
    select loeschlauf_freigeben(${kreisId}, ${laufId}) as antwort`);
  if (antwort === null) throw notFound();
  if (antwort === 'vier-augen') throw new Refusal('vier-augen', 403);
  if (antwort !== 'freigegeben') {
    throw new Refusal(antwort === 'archiv-fehlt' ? 'archiv-fehlt' : 'lauf-nicht-offen', 409);
  }
  await record(tx, kreisId, laufId, 'loeschung.freigegeben', {});
}

async function loadOpen(tx: Tx, kreisId: string, laufId: string, fassung: number): Promise<void> {
  const row = await tx.first(sql<{ stand: string; fassung: number }>`
    select stand, fassung from loeschlauf where kreis_id = ${kreisId} and id = ${laufId}`);
  if (!row) throw notFound();
  if (row.stand !== 'vorgeschlagen') throw new Refusal('lauf-nicht-offen', 409);
  if (row.fassung !== fassung) throw new Refusal('gleichzeitig-geaendert', 409);
}

function record(
  tx: Tx,
  kreisId: string,
  laufId: string,
  art: string,
  daten: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordEreignis(tx, { kreisId, art, gegenstand: 'loeschlauf', gegenstandId: laufId, daten });
}
