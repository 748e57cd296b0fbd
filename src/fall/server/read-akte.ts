import { sql } from 'kysely';
import type { KontaktListe, KontaktZeile } from '#src/beratungskontakt/kontakt.ts';
import { mayCorrectKontakt } from '#src/beratungskontakt/server/policy.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { FallAkte } from '../contract.ts';
import type { StatusZeile } from '../rules.ts';
import type { UeberblickStand } from './ueberblick.ts';
import type { ZeilenStand } from './zeile.ts';

/** How many days ahead the overview shows papers that run out. */
const ABLAUF_TAGE = 90;

/** The case as the database tells it, before the rules of the Kreis are applied. */
export interface AkteStand extends ZeilenStand {
  readonly fassung: number;
  readonly zugang: string | null;
  readonly eigen: boolean;
  readonly bemerkungId: string | null;
  readonly einwilligung: FallAkte['einwilligung'];
  readonly status: readonly StatusZeile[];
  readonly zustaendigkeit: FallAkte['zustaendigkeit'];
  readonly merkmal: readonly { readonly merkmal: string; readonly wert: string }[];
  readonly behoerde: { readonly abh?: string; readonly ebh?: string } | null;
  /** Value of the rule aktiv_regel; null where the Kreis has set none. */
  readonly regel: unknown;
}

interface KontaktStand extends Omit<KontaktZeile, 'notiz' | 'abilities'> {
  readonly notizId: string | null;
  readonly siegel: string | null;
}

interface Row {
  readonly eigen: boolean;
  readonly traeger_id: string;
  readonly schluessel: Buffer | null;
  readonly traeger_schluessel: Buffer | null;
  readonly akte: AkteStand;
  readonly bemerkung: Buffer | null;
  readonly gesamt: number;
  readonly kontakt: readonly KontaktStand[];
  /** Null for those who see the case by its number only. */
  readonly ueberblick: UeberblickStand | null;
}

interface Call {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly deps: Deps;
  readonly params: { readonly kreisId: string; readonly fallId: string };
}

export interface Akte {
  readonly am: Day;
  readonly fall: AkteStand;
  /** Null for those who see the case by its number only. */
  readonly bemerkung: string | null;
  readonly kontakt: KontaktListe;
  readonly ueberblick: UeberblickStand | null;
  /** Key of the person for what is still sealed; undefined for those who see the case by its number only. */
  readonly key: Key | undefined;
}

/**
 * A case with its newest contacts as of today; 404 where it does not exist for the actor. One query checks the right,
 * reads, writes the row of the access log (`vorgang`) and commits.
 */
export async function readAkte(call: Call, anzahl: number, vorgang: string): Promise<Akte> {
  const { tx, actor, deps, params } = call;
  const am = today(deps.now());
  const [row] = await tx.last(sql<Row>`
    select a.*, t.schluessel_verpackt as traeger_schluessel,
      case when a.schluessel is not null then fall_ueberblick(${params.kreisId}, ${params.fallId}, ${am},
        ${addDays(am, ABLAUF_TAGE)}) end as ueberblick
    from fall_akte(${params.kreisId}, ${params.fallId}, ${am}, ${anzahl},
      ${hasRolle(actor, ['koordination'], params.kreisId)}, ${vorgang}) a
    left join traeger_schluessel t on t.kreis_id = ${params.kreisId} and t.traeger_id = a.traeger_id`);
  if (!row) throw notFound();
  markLesezugriff(tx);
  const { schluessel, traeger_schluessel } = row;
  const key =
    schluessel === null || traeger_schluessel === null
      ? undefined
      : deps.schluessel.openPersonKey(params.kreisId, row.traeger_id, {
          traeger: traeger_schluessel,
          person: schluessel,
        });
  const open = (id: string | null, siegel: Buffer | null): string | null => {
    if (key === undefined) return null;
    return id === null || siegel === null ? '' : unsealForPerson(key, id, siegel);
  };
  const recht = { eigen: row.eigen && key !== undefined, traegerId: row.traeger_id };
  return {
    am,
    fall: row.akte,
    bemerkung: open(row.akte.bemerkungId, row.bemerkung),
    kontakt: {
      gesamt: row.gesamt,
      kontakt: row.kontakt.map(({ notizId, siegel, ...zeile }) => ({
        ...zeile,
        notiz: open(notizId, siegel === null ? null : Buffer.from(siegel, 'base64')),
        abilities: { correct: mayCorrectKontakt(recht, zeile.traegerId) },
      })),
    },
    ueberblick: row.ueberblick,
    key,
  };
}
