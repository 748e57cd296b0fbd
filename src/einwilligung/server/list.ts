import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { einwilligungContract } from '../contract.ts';
import { einwilligungStandOn } from '../rules.ts';
import { isMinderjaehrig } from '../unterschrift.ts';
import { loadPerson } from './load-person.ts';
import { readStand, type EinwilligungStand } from './read-stand.ts';
import { readUnterschriften } from './read-unterschrift.ts';

type List = typeof einwilligungContract.listEinwilligung;
type Liste = Answer<List>;

/** The consents of a person; after a withdrawal only their days, as long as no new one is signed. */
export async function listEinwilligung({ tx, deps, params }: Call<List>): Promise<Liste> {
  const { kreisId, personId } = params;
  const stand = await readStand(tx, kreisId, personId);
  const [first] = stand;
  if (!first) throw notFound();
  await tx.run(sql`
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'einwilligung.list')`);
  markLesezugriff(tx);
  if (first.gesperrt) return lockedListe(first.traegerId, stand);

  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  const heute = today(deps.now());
  const unterschrift = await readUnterschriften(tx, kreisId, personId, 'einwilligung');
  const rows = await tx.all(sql<Row>`
    select e.id, e.erteilt_am as "erteiltAm", e.widerrufen_am as "widerrufenAm",
      e.ablauf_am as "ablaufAm", e.textfassung, e.sprache, e.zweck,
      e.dolmetschen, e.vordruck_id is not null as vordruck, e.vertretung_id as "vertretungId", g.siegel
    from einwilligung e
    left join geheimtext g on g.kreis_id = e.kreis_id and g.id = e.vertretung_id
    where e.kreis_id = ${kreisId} and e.person_id = ${personId} order by e.erteilt_am desc, e.erfasst_am desc`);
  const einwilligung = rows.map(({ vertretungId, siegel, ...row }) => ({
    ...row,
    stand: einwilligungStandOn(row, row.id === person.einwilligungId, heute),
    vertretung: openNamen(person.key, vertretungId, siegel),
    unterschrift: unterschrift(row.id),
  }));
  return {
    traegerId: person.traegerId,
    gesperrtAm: null,
    name: `${person.vorname} ${person.familienname}`.trim(),
    minderjaehrig: isMinderjaehrig(person.geburtsdatum, heute),
    vertretungen: einwilligung.find((e) => e.widerrufenAm === null)?.vertretung.length ?? 0,
    einwilligung,
    aushaendigung: await tx.all(sql<Liste['aushaendigung'][number]>`
      select a.am, v.fassung, a.sprache from aushaendigung a
      join vordruck v on v.kreis_id = a.kreis_id and v.id = a.vordruck_id
      where a.kreis_id = ${kreisId} and a.person_id = ${personId} order by a.am desc, a.erfasst_am desc`),
    folgen: await countFolgen(tx, kreisId, personId),
  };
}

interface Row extends Omit<Liste['einwilligung'][number], 'stand' | 'vertretung' | 'unterschrift'> {
  readonly vertretungId: string | null;
  readonly siegel: Buffer | null;
}

function openNamen(key: Key, id: string | null, siegel: Buffer | null): string[] {
  return id === null || siegel === null ? [] : unsealForPerson(key, id, siegel).split('\n');
}

function countFolgen(tx: Tx, kreisId: string, personId: string): Promise<Liste['folgen']> {
  return tx.one(sql<Liste['folgen']>`
    select (select count(*)::int from entbindung e where e.kreis_id = ${kreisId} and e.person_id = ${personId}
        and e.widerrufen_am is null and e.gueltig_bis > current_date) as entbindungen,
      (select count(*)::int from weitergabe w where w.kreis_id = ${kreisId} and w.person_id = ${personId}
        and w.stand = 'vorbereitet') as weitergaben`);
}

function lockedListe(traegerId: string, stand: readonly EinwilligungStand[]): Liste {
  return {
    traegerId,
    gesperrtAm: stand.map((s) => s.widerrufenAm ?? '').reduce((a, b) => (a > b ? a : b)),
    name: null,
    minderjaehrig: false,
    vertretungen: 0,
    einwilligung: stand.toReversed().map((s) => ({
      id: s.einwilligungId,
      erteiltAm: s.erteiltAm,
      widerrufenAm: s.widerrufenAm,
      ablaufAm: s.ablaufAm,
      stand: s.abgeloest ? 'abgeloest' : 'widerrufen',
      textfassung: s.textfassung,
      sprache: s.sprache,
      zweck: [],
      dolmetschen: 'kein',
      vordruck: false,
      vertretung: [],
      unterschrift: [],
    })),
    aushaendigung: [],
    folgen: { entbindungen: 0, weitergaben: 0 },
  };
}
