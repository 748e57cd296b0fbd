import { sql } from 'kysely';
import fc from 'fast-check';
import { addDays, type Day } from '#src/platform/day.ts';
import type { TestApp } from './app.ts';
import { insertHistories, type FallHistory, type Spanne, type UebergabeHistory } from './fall-history.ts';
import { kommune, kreis, traeger } from './fixture.ts';
import { asAdmin } from './relation.ts';

/** One record in the order in which people made it: what it says begins on day `ab` of the year and ends what held. */
type Vermerk =
  | { readonly art: 'status'; readonly ab: number; readonly status: 'aktiv' | 'ruhend' | 'abgeschlossen' }
  | { readonly art: 'uebergabe'; readonly ab: number }
  | { readonly art: 'wert'; readonly ab: number; readonly merkmal: string; readonly wert: string }
  | {
      readonly art: 'kontakt';
      readonly ab: number;
      readonly qualifiziert: boolean;
      readonly berichtigt: boolean;
    };

export interface Akte {
  readonly aufnahme: number;
  readonly norden: boolean;
  readonly alpha: boolean;
  readonly vermerke: readonly Vermerk[];
}

const start = '2022-01-01';
const day = fc.nat(330);
export const tag = (n: number): Day => addDays(start, n);
/** Recorded late and one after the other, so that each Kenntnisstand between knows something else. */
export const moment = (n: number): string => `${addDays('2023-01-01', n)}T12:00:00Z`;

const vermerk: fc.Arbitrary<Vermerk> = fc.oneof(
  fc.record({
    art: fc.constant('kontakt' as const),
    ab: day,
    qualifiziert: fc.boolean(),
    berichtigt: fc.boolean(),
  }),
  fc.record({
    art: fc.constant('status' as const),
    ab: day,
    status: fc.constantFrom('aktiv' as const, 'ruhend' as const, 'abgeschlossen' as const),
  }),
  fc.record({ art: fc.constant('uebergabe' as const), ab: day }),
  fc.record({
    art: fc.constant('wert' as const),
    ab: day,
    merkmal: fc.constantFrom('geschlecht', 'herkunftsland'),
    wert: fc.constantFrom('w', 'm', 'sy', 'ua'),
  }),
);

/** Cases with late entries, corrections, closures, readmissions and hand-overs; the rest of the work follows a seed. */
export const welt = fc.record({
  akten: fc.array(
    fc.record({
      aufnahme: fc.nat(90),
      norden: fc.boolean(),
      alpha: fc.boolean(),
      vermerke: fc.array(vermerk, { maxLength: 7 }),
    }),
    { minLength: 2, maxLength: 9 },
  ),
  seed: fc.integer({ min: 1, max: 999_999 }),
  geloescht: fc.integer({ min: 1, max: 9 }),
  stichtage: fc.uniqueArray(day, { minLength: 2, maxLength: 3 }),
  bekannt: fc.nat(8),
});

/** What begins on a day ends what held; what was replaced stays to be known (ADR 0003). */
function rowsOf<T extends object>(
  akte: Akte,
  first: T | undefined,
  changes: readonly { readonly nr: number; readonly ab: number; readonly row: T }[],
): (Spanne & T)[] {
  const rows: (Spanne & T)[] = first
    ? [{ ...first, ab: tag(akte.aufnahme), bis: null, erfasst_am: moment(0), ersetzt_am: null }]
    : [];
  for (const { nr, ab, row: changed } of changes) {
    const von = tag(Math.max(akte.aufnahme, ab));
    const am = moment(nr + 1);
    for (const [i, row] of rows.entries()) {
      if (row.ersetzt_am !== null || (row.bis ?? '9999') <= von) continue;
      rows[i] = { ...row, ersetzt_am: am };
      if (row.ab < von) rows.push({ ...row, bis: von, erfasst_am: am, ersetzt_am: null });
    }
    rows.push({ ...changed, ab: von, bis: null, erfasst_am: am, ersetzt_am: null });
  }
  return rows;
}

/** Puts the cases in, with persons, duplicates, requests, plans, referrals and rounds as the seed decides. */
export async function insertWelt(app: TestApp, akten: readonly Akte[], seed: number): Promise<void> {
  const uebergaben: UebergabeHistory[] = [];
  const histories = akten.map((akte): FallHistory => {
    const of = <A extends Vermerk['art']>(art: A) =>
      akte.vermerke.flatMap((v, nr) =>
        v.art === art ? [{ nr, ab: v.ab, v: v as Extract<Vermerk, { art: A }> }] : [],
      );
    let beiAlpha = akte.alpha;
    const wechsel = of('uebergabe')
      .filter(({ ab }) => ab > akte.aufnahme)
      .map(({ nr, ab }) => {
        const [von, an] = beiAlpha ? [traeger.alpha, traeger.beta] : [traeger.beta, traeger.alpha];
        beiAlpha = !beiAlpha;
        const u = { id: crypto.randomUUID(), von, an, am: tag(ab), erfasst_am: moment(nr + 1) };
        uebergaben.push(u);
        return { nr, ab, row: { traeger: an, uebergabe: u.id as string | undefined } };
      });
    const zustaendigkeit = rowsOf<{ traeger: string; uebergabe: string | undefined }>(
      akte,
      { traeger: akte.alpha ? traeger.alpha : traeger.beta, uebergabe: undefined },
      wechsel,
    );
    return {
      kommune: akte.norden ? kommune.norden : kommune.sueden,
      aufgenommenAm: tag(akte.aufnahme),
      erfasst_am: moment(0),
      status: rowsOf<{ status: 'aktiv' | 'ruhend' | 'abgeschlossen'; herkunft: 'aufnahme' | 'hand' }>(
        akte,
        { status: 'aktiv', herkunft: 'aufnahme' },
        of('status').map(({ nr, ab, v }) => ({ nr, ab, row: { status: v.status, herkunft: 'hand' } })),
      ),
      zustaendigkeit: zustaendigkeit.map(({ uebergabe, ...row }) =>
        uebergabe === undefined ? row : { ...row, uebergabe },
      ),
      merkmal: ['geschlecht', 'herkunftsland'].flatMap((merkmal) =>
        rowsOf(
          akte,
          undefined,
          of('wert')
            .filter(({ v }) => v.merkmal === merkmal)
            .map(({ nr, ab, v }) => ({ nr, ab, row: { merkmal, wert: v.wert } })),
        ),
      ),
      kontakt: of('kontakt').map(({ nr, v }) => ({
        am: tag(Math.max(v.ab, akte.aufnahme)),
        qualifiziert: v.qualifiziert,
        traeger: akte.alpha ? traeger.alpha : traeger.beta,
        erfasst_am: moment(nr + 1),
        ersetzt_am: v.berichtigt ? moment(nr + 3) : null,
      })),
    };
  });
  await insertHistories(app.owner, kreis, { fall: histories, uebergabe: uebergaben });
  await asAdmin(app, async (tx) => {
    const run = (query: ReturnType<typeof sql>) => tx.run(query);
    await run(sql`select setseed(${seed / 1_000_000})`);
    await run(sql`create temp table neu on commit drop as
      select f.id as fall_id, gen_random_uuid() as person_id, gen_random_uuid() as einwilligung_id, gen_random_uuid() as anfrage_id,
        gen_random_uuid() as vorige_id, gen_random_uuid() as erst_id, gen_random_uuid() as ziel_id, gen_random_uuid() as vermittlung_id,
        gen_random_uuid() as runde_id, f.traeger_id, f.kommune_id, random() as r1, random() as r2, random() as r3, random() as r4
      from fall f where f.kreis_id = ${kreis} and f.person_id is null and f.geloescht_am is null`);
    await run(sql`with e as (insert into einwilligung (kreis_id, id, person_id, erteilt_am) select ${kreis}, einwilligung_id, person_id, ${start}::date from neu)
      insert into person (kreis_id, id, traeger_id, einwilligung_id, familienname, suchform, suchlaut, schluessel_verpackt)
      select ${kreis}, person_id, traeger_id, einwilligung_id, 'Name', '', '', 'x' from neu`);
    await run(
      sql`update fall f set person_id = n.person_id from neu n where f.kreis_id = ${kreis} and f.id = n.fall_id`,
    );
    await run(sql`update person p set aufgegangen_in = b.person_id from neu a join neu b on b.traeger_id = a.traeger_id and b.r1 < 0.3 and a.r1 > 0.7
      where p.kreis_id = ${kreis} and p.id = a.person_id`);
    await run(sql`insert into anfrage (kreis_id, id, nummer, traeger_id, eingegangen_am, frist_am, kommune_id, person_id, fall_id, vorige_id, stand, ausgang,
        abgeschlossen_am, dringlich)
      select ${kreis}, vorige_id, 'V' || vorige_id, ${traeger.beta}::uuid, ${start}::date, ${tag(14)}::date, kommune_id, null::uuid, null::uuid, null::uuid, 'abgeschlossen', 'weitergeleitet', ${tag(5)}::date, r3 < 0.5 from neu where r2 < 0.3
      union all
      select ${kreis}, anfrage_id, 'A' || anfrage_id, traeger_id, ${start}::date, ${tag(14)}::date, kommune_id, person_id, fall_id, case when r2 < 0.3 then vorige_id end,
        'abgeschlossen', 'aufgenommen', ${tag(20)}::date, r3 < 0.5 from neu where r2 < 0.7`);
    await run(
      sql`insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab) select ${kreis}, anfrage_id, 'kurzberatung', ${start}::date from neu where r2 < 0.7`,
    );
    await run(sql`insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am, zugang, lebensbereich, anfrage_id, dauer_minuten, erfasst_am, erfasst_von, fassung, ersetzt_am)
      select ${kreis}, erst_id, traeger_id, kommune_id, ${tag(3)}::date, case when r3 < 0.5 then 'schule' end, case when r4 < 0.5 then '{wohnen,arbeit}'::text[] else '{}' end,
        anfrage_id, (r3 * 60)::int + 1, ${moment(0)}::timestamptz, case when r4 < 0.6 then ${app.konto.casemanager}::uuid else ${app.konto.kollegin}::uuid end, f,
        case when f = 1 and r3 < 0.4 then ${moment(3)}::timestamptz end
      from neu, generate_series(1, 2) f where r2 < 0.7 and (f = 1 or r3 < 0.4)`);
    await run(sql`insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, person_id, vorschlag, vorschlag_grund)
      select ${kreis}, erst_id, anfrage_id, traeger_id, ${app.konto.casemanager}, ${tag(3)}::date, person_id, 'case_management', 'schwelle' from neu where r2 < 0.5`);
    await run(sql`insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, stand, stand_ab, reihenfolge, worte_siegel)
      select ${kreis}, ziel_id, fall_id, 'wohnen', 1, 'erreicht', ${tag(60)}::date, 1, 'x' from neu where r3 < 0.6`);
    await run(sql`insert into hilfeplan_stand (kreis_id, fall_id, ziel_id, stand, gueltig_ab, erfasst_am)
      select ${kreis}, fall_id, ziel_id, s, ${tag(60)}::date, ${moment(2)}::timestamptz from neu, unnest('{offen,erreicht}'::text[]) s where r3 < 0.6`);
    await run(
      sql`insert into stelle (kreis_id, id, name, art, gueltig_ab) values (${kreis}, md5('stelle')::uuid, 'Stelle', 'jobcenter', ${start}::date) on conflict do nothing`,
    );
    await run(sql`insert into vermittlung (kreis_id, id, fall_id, art, stelle_id, lebensbereich, am, kanal, schreiben_siegel, stand, stand_am)
      select ${kreis}, vermittlung_id, fall_id, 'vermittlung', md5('stelle')::uuid, 'arbeit', ${tag(70)}::date, 'papier', 'x', 'gesendet', ${tag(70)}::date from neu where r4 < 0.6`);
    await run(
      sql`insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, am) select ${kreis}, vermittlung_id, fall_id, 'gesendet', ${tag(70)}::date from neu where r4 < 0.6`,
    );
    await run(
      sql`insert into assessment (kreis_id, id, fall_id, runde, am) select ${kreis}, runde_id, fall_id, 1, ${tag(50)}::date from neu where r1 < 0.6`,
    );
    await run(
      sql`insert into selbststand (kreis_id, fall_id, assessment_id, dimension, stufe) select ${kreis}, fall_id, runde_id, 'sozial', 3 from neu where r1 < 0.6`,
    );
    await run(sql`update beratungskontakt k set dauer_minuten = 30, casemanager_id = case when random() < 0.6 then ${app.konto.casemanager}::uuid else ${app.konto.kollegin}::uuid end
      where k.kreis_id = ${kreis} and k.fall_id in (select fall_id from neu)`);
  });
}
