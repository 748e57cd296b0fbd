import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { ersuchenContract } from '../contract.ts';
import type { ErsuchenDetail } from '../ersuchen.ts';
import { ampelOf, fristOf, needsKopie } from '../rules.ts';
import { loadErsuchen, openWorte, type GeladenesErsuchen } from './load.ts';

type Get = typeof ersuchenContract.getErsuchen;

/** A request with its steps. Whoever oversees it sees codes, counts and reasons; the words are for those who work with her. */
export async function getErsuchen({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, ersuchenId } = params;
  const geladen = await loadErsuchen(tx, deps.schluessel, params, false);
  const { person } = geladen;
  if (person !== null) {
    await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      values (${kreisId}, app_konto(), array[${person.id}::uuid], 'ersuchen.get')`);
  }
  markLesezugriff(tx);
  const schritt = await tx.all(sql<Omit<ErsuchenDetail['schritt'][number], 'am'> & { am: Date }>`
    select s.schritt, s.grund, s.am, k.name as "vonName" from ersuchen_schritt s
    left join konto k on k.kreis_id = s.kreis_id and k.id = s.konto_id
    where s.kreis_id = ${kreisId} and s.ersuchen_id = ${ersuchenId} order by s.am`);
  const schwaerzung = await tx.all(sql<ErsuchenDetail['schwaerzung'][number]>`
    select abschnitt, grund, count(*)::int as anzahl from ersuchen_schwaerzung
    where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId} and aufgehoben_von is null
    group by abschnitt, grund order by abschnitt, grund`);
  const { fallId, zusammengestellt } = await tx.one(sql<{ fallId: string | null; zusammengestellt: boolean }>`
    select (select f.id from fall f where f.kreis_id = ${kreisId} and f.person_id = ${person?.id ?? null}::uuid) as "fallId",
      exists (select from ersuchen_kopie c where c.kreis_id = ${kreisId} and c.ersuchen_id = ${ersuchenId}) as zusammengestellt`);
  const {
    personId: _personId,
    person: _person,
    kreisId: _kreisId,
    worteSiegel: _worteSiegel,
    vorbereitetVon: _vorbereitetVon,
    erfasstVon: _erfasstVon,
    datenschutz: _datenschutz,
    freigebend,
    beteiligt,
    pruefwert,
    umfang,
    ...codes
  } = geladen;
  return {
    ...codes,
    ...openWorte(geladen),
    umfang: [...umfang],
    person: person === null ? null : `${person.vorname} ${person.familienname}`.trim(),
    personId: person?.id ?? null,
    fallId,
    zusammengestellt,
    pruefwert: pruefwert?.toString('hex') ?? null,
    verlaengert: geladen.verlaengertAm !== null,
    ampel: ampelOf(geladen.stand, geladen.fristAm, today(deps.now())),
    vierAugen: freigebend && beteiligt,
    schritt: schritt.map((each) => ({ ...each, am: each.am.toISOString() })),
    schwaerzung,
    abilities: rechteOf(geladen, today(deps.now())),
  };
}

function rechteOf(ersuchen: GeladenesErsuchen, heute: string): ErsuchenDetail['abilities'] {
  const { stand, person, datenschutz, freigebend, beteiligt, art } = ersuchen;
  const works = person !== null || datenschutz;
  const open = stand === 'eingegangen' || stand === 'identitaet_geprueft' || stand === 'vorbereitet';
  return {
    checkIdentitaet: works && stand === 'eingegangen',
    extend:
      works && open && ersuchen.verlaengertAm === null && heute <= fristOf(ersuchen.eingegangenAm, false),
    compile: person !== null && stand === 'identitaet_geprueft' && needsKopie(art),
    prepare: stand === 'identitaet_geprueft' && (person !== null || (datenschutz && !needsKopie(art))),
    release: freigebend && !beteiligt && stand === 'vorbereitet',
    complete: works && stand === 'freigegeben',
    readContent: person !== null,
  };
}
