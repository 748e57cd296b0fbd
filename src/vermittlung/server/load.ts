import { sql } from 'kysely';
import { loadFall, type GeladenerFall } from '#src/fall/server/load.ts';
import { caresFor, readsPerson } from '#src/fall/server/scope.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { StelleArt } from '#src/stelle/contract.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { fuehrtSelbst } from '../rules.ts';
import type { Kanal, VermittlungArt, VermittlungStand } from '../vermittlung.ts';

/** A case under the hand of somebody who works on it, with the key that opens its words. */
export type OffenerFall = GeladenerFall & { readonly key: Key };

type InFall = Pick<Call<Endpoint>, 'tx' | 'actor' | 'deps'> & {
  readonly params: { readonly kreisId: string; readonly fallId: string };
};

/** What a letter is made of: the person of a case, with the key that opens its words. */
export type FallPerson = Pick<
  GeladenerFall,
  'id' | 'personId' | 'traegerId' | 'kommuneId' | 'familienname' | 'vorname' | 'geburtsdatum'
> & { readonly key: Key };

/** Reads the person of a case that the account works on or that is open to it; 404 for everybody else and after a withdrawal. */
export async function readFallPerson({ tx, deps, params }: Omit<InFall, 'actor'>): Promise<
  FallPerson & {
    /** False where the case is only open to be read. */
    readonly eigen: boolean;
  }
> {
  const row = await tx.first(sql<
    Omit<FallPerson, 'key'> & { readonly eigen: boolean; readonly wrapped: Buffer }
  >`
    select f.id, p.id as "personId", f.traeger_id as "traegerId", f.kommune_id as "kommuneId", p.familienname, p.vorname,
      p.geburtsdatum, p.schluessel_verpackt as wrapped, ${caresFor('f')} as eigen
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${params.kreisId} and f.id = ${params.fallId} and ${readsPerson('f')}`);
  if (!row) throw notFound();
  const { wrapped, ...fall } = row;
  return { ...fall, key: await deps.schluessel.personKey(tx, params.kreisId, fall.traegerId, wrapped) };
}

/** Loads a case in scope, locked, with its key; a closed one is not written in. */
export async function loadOffen(call: InFall): Promise<OffenerFall> {
  const { tx, actor, deps, params } = call;
  const fall = await loadFall(tx, actor, params.kreisId, params.fallId);
  if (await isAbgeschlossen(call)) throw new Refusal('fall-abgeschlossen', 409);
  const key = await deps.schluessel.personKey(tx, params.kreisId, fall.traegerId, fall.schluessel);
  return { ...fall, key };
}

/** True where the case is closed today. */
export async function isAbgeschlossen({ tx, deps, params }: Omit<InFall, 'actor'>): Promise<boolean> {
  const row = await tx.first(sql`
    select from fall_status s where s.kreis_id = ${params.kreisId} and s.fall_id = ${params.fallId} and s.ersetzt_am is null
      and s.status = 'abgeschlossen' and s.gueltig_ab <= ${today(deps.now())}::date
      and (s.gueltig_bis is null or s.gueltig_bis > ${today(deps.now())}::date)`);
  return row !== undefined;
}

/** A referral locked for a change. */
export interface GeladeneVermittlung {
  readonly art: VermittlungArt;
  readonly stand: VermittlungStand;
  readonly standAm: Day;
  readonly am: Day;
  readonly terminAm: Day | null;
  readonly kanal: Kanal | null;
  readonly inhalt: readonly string[];
  readonly stelleId: string;
  readonly fuehrtSelbst: boolean;
  readonly fassung: number;
}

interface Row extends Omit<GeladeneVermittlung, 'fuehrtSelbst'> {
  readonly eigenes: boolean | null;
  readonly stelleArt: StelleArt;
}

/** Loads a referral of a case, locked, as the form has seen it; 404 for one of another case. */
export async function loadVermittlung(
  { tx }: Pick<InFall, 'tx'>,
  params: { readonly kreisId: string; readonly fallId: string; readonly vermittlungId: string },
  gesehen: { readonly fassung: number },
): Promise<GeladeneVermittlung> {
  const row = await tx.first(sql<Row>`
    select v.art, v.stand, v.stand_am as "standAm", v.am, v.termin_am as "terminAm", v.kanal, v.inhalt,
      v.stelle_id as "stelleId", v.fassung, a.eigenes_fallmanagement as eigenes, s.art as "stelleArt"
    from vermittlung v
    join stelle s on s.kreis_id = v.kreis_id and s.id = v.stelle_id
    left join angebot a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
    where v.kreis_id = ${params.kreisId} and v.fall_id = ${params.fallId} and v.id = ${params.vermittlungId}
    for update of v`);
  if (!row) throw notFound();
  const { eigenes, stelleArt, ...rest } = row;
  requireFassung(
    { fassung: rest.fassung, stand: rest.stand, standAm: rest.standAm },
    { fassung: gesehen.fassung },
  );
  const angebot = eigenes === null ? null : { eigenesFallmanagement: eigenes };
  return { ...rest, fuehrtSelbst: fuehrtSelbst({ angebot, stelleArt }) };
}
