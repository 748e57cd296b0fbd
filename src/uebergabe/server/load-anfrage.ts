import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { caresFor } from '#src/fall/server/scope.ts';
import type { UebergabeAnfrageDetail, UebergabeAnfrageZeile, UebergabeStand } from '../anfrage-contract.ts';
import type { UebergabeGrund } from '../eingabe.ts';
import { worksFor } from './policy.ts';

/** A question as it lies in the database. */
export interface GeladeneUebergabe {
  readonly id: string;
  readonly vonTraegerId: string;
  readonly anTraegerId: string;
  readonly anKontoId: string | null;
  readonly kommuneId: readonly string[];
  readonly wirksamAm: Day;
  readonly grund: UebergabeGrund;
  readonly zustimmungAm: Day;
  readonly fristAm: Day;
  readonly stand: UebergabeStand;
  readonly ablehnung: UebergabeAnfrageDetail['ablehnung'];
  readonly nachricht: Buffer | null;
  readonly antwort: Buffer | null;
  readonly fassung: number;
  readonly gestelltVon: string;
  readonly gestelltAm: Day;
  readonly vonName: string | null;
  readonly fall: readonly {
    readonly id: string;
    readonly fallId: string;
    readonly stand: UebergabeAnfrageDetail['fall'][number]['stand'];
  }[];
}

/** Columns of a question (alias a) with its lines; the writer's name comes from `k`. */
const columns = sql`a.id, a.von_traeger_id as "vonTraegerId", a.an_traeger_id as "anTraegerId",
  a.an_konto_id as "anKontoId", a.kommune_id as "kommuneId", a.wirksam_am as "wirksamAm", a.grund,
  a.zustimmung_am as "zustimmungAm", a.frist_am as "fristAm", a.stand, a.ablehnung, a.nachricht_siegel as nachricht,
  a.antwort_siegel as antwort, a.fassung, a.gestellt_von as "gestelltVon",
  (a.erfasst_am at time zone 'Europe/Berlin')::date as "gestelltAm",
  (select k.name from konto k where k.kreis_id = a.kreis_id and k.id = a.gestellt_von) as "vonName",
  (select coalesce(json_agg(json_build_object('id', x.id, 'fallId', x.fall_id, 'stand', x.stand) order by x.id), '[]')
    from uebergabe_anfrage_fall x where x.kreis_id = a.kreis_id and x.anfrage_id = a.id) as fall`;

/**
 * Questions of both sides and of the region; the open purpose of an endpoint opens no more of them. What a colleague asks
 * about her own cases is hers and her substitute's; what arrives is the team's, because anybody of it may accept.
 */
const inScope = sql`(a.von_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (a.gestellt_von = any ((select app_uuids('app.cm_konto'))::uuid[])
      or exists (select from uebergabe_anfrage_fall x join fall f on f.kreis_id = x.kreis_id and f.id = x.fall_id
        where x.kreis_id = a.kreis_id and x.anfrage_id = a.id and ${caresFor('f')}))
  or a.an_traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
  or a.kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
  or a.kommune_id && (select app_liste('app.ko_kommune'))::text[])`;

/** Loads a question in scope; 404 for everyone else. `lock` when it is about to change. */
export async function loadUebergabe(
  tx: Tx,
  kreisId: string,
  anfrageId: string,
  lock = false,
): Promise<GeladeneUebergabe> {
  const row = await tx.first(sql<GeladeneUebergabe>`
    select ${columns} from uebergabe_anfrage a
    where a.kreis_id = ${kreisId} and a.id = ${anfrageId} and ${inScope} ${lock ? sql`for update of a` : sql``}`);
  if (!row) throw notFound();
  return row;
}

/** The two hundred latest questions in scope, newest first. */
export function readUebergaben(tx: Tx, kreisId: string): Promise<GeladeneUebergabe[]> {
  return tx.all(sql<GeladeneUebergabe>`
    select ${columns} from uebergabe_anfrage a where a.kreis_id = ${kreisId} and ${inScope}
    order by a.erfasst_am desc, a.id limit 200`);
}

/** How a question stands to the account. */
export function richtungOf(
  anfrage: Pick<GeladeneUebergabe, 'anTraegerId' | 'vonTraegerId'>,
  actor: Actor,
  kreisId: string,
): UebergabeAnfrageZeile['richtung'] {
  if (worksFor(actor, kreisId, anfrage.anTraegerId)) return 'eingang';
  if (worksFor(actor, kreisId, anfrage.vonTraegerId)) return 'ausgang';
  return 'aufsicht';
}

/** Who may take a question back: who asked it, and who works for the asking Träger. */
export function mayWithdraw(anfrage: GeladeneUebergabe, actor: Actor, kreisId: string): boolean {
  return anfrage.gestelltVon === actor.kontoId || worksFor(actor, kreisId, anfrage.vonTraegerId);
}
