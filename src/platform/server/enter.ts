import type { PoolClient } from 'pg';
import type { Actor } from './actor.ts';
import { gather } from './pipeline.ts';

interface EnteredRow {
  kreis_id: string;
  konto_id: string;
  name: string;
  sprache: 'de' | 'en';
  stufe: number;
  demo: boolean;
  faktor_noetig: boolean;
  bestaetigt_am: Date;
  rollen: {
    kreis_id: string;
    rolle: Actor['rollen'][number]['rolle'];
    traeger_id: string | null;
    region_id: string | null;
    gueltig_bis: string | null;
  }[];
}

// Planning the queries of a page anew costs as much as running them, and no value of theirs calls for another plan.
// Counting (Tx.as) and whoever opens a whole Kreis for a purpose plan as the values ask for it.
const beginOrdinary = 'begin; set local plan_cache_mode = force_generic_plan';

/** Opens the transaction and lets the database check the session and set what the actor may see: one trip. */
export async function enter(
  client: PoolClient,
  frage: readonly [
    pruefwert: string,
    idleMinutes: number,
    zweck: string,
    zweckKreis: string,
    adresse: string,
  ],
): Promise<EnteredRow | undefined> {
  gather(client);
  const [, { rows }] = await Promise.all([
    client.query(frage[2] === '' ? beginOrdinary : 'begin'),
    client.query<EnteredRow>({
      name: 'app_enter',
      text: 'select * from app_enter($1, make_interval(mins => $2), $3, $4, $5)',
      values: [...frage],
    }),
  ]);
  return rows[0];
}

/** The session is over or its account has changed since the last request. */
export class StaleActor extends Error {}

interface KnownActor {
  readonly actor: Actor;
  /** Throws StaleActor unless the database now says the same of the session. */
  stillIs(row: EnteredRow | undefined): void;
}

/** The actors of the last sessions that asked; a hint for where to begin, never a proof. */
export function rememberActors(most = 1_000): {
  get(pruefwert: string): KnownActor | undefined;
  set(pruefwert: string, row: EnteredRow | undefined): Actor | undefined;
} {
  const known = new Map<string, KnownActor>();
  return {
    get: (pruefwert) => known.get(pruefwert),
    set: (pruefwert, row) => {
      known.delete(pruefwert);
      if (!row) return undefined;
      const actor = toActor(row);
      const text = JSON.stringify(row);
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size >= most) known.delete(oldest);
      known.set(pruefwert, {
        actor,
        stillIs: (now) => {
          if (JSON.stringify(now) !== text) throw new StaleActor('actor changed');
        },
      });
      return actor;
    },
  };
}

function toActor(row: EnteredRow): Actor {
  return {
    kreisId: row.kreis_id,
    kontoId: row.konto_id,
    name: row.name,
    sprache: row.sprache,
    stufe: row.stufe,
    demo: row.demo,
    faktorNoetig: row.faktor_noetig,
    bestaetigtAm: row.bestaetigt_am,
    rollen: row.rollen.map((r) => ({
      kreisId: r.kreis_id,
      rolle: r.rolle,
      traegerId: r.traeger_id,
      regionId: r.region_id,
      gueltigBis: r.gueltig_bis,
    })),
  };
}
