import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Ergebnis, Kanal, VermittlungArt, VermittlungGrund, VermittlungStand } from '../vermittlung.ts';

interface Ort {
  readonly kreisId: string;
  readonly fallId: string;
  readonly vermittlungId: string;
}

export interface NeueVermittlung extends Ort {
  readonly art: VermittlungArt;
  readonly angebotId: string | null;
  readonly stelleId: string;
  readonly lebensbereich: string;
  readonly zielId: string | null;
  readonly schrittId: string | null;
  readonly am: Day;
  readonly terminAm: Day | null;
  readonly terminUm: string | null;
  readonly kanal: Kanal | null;
  readonly inhalt: readonly string[];
  readonly entbindungId: string | null;
  readonly siegel: Buffer | null;
  readonly stand: 'vorbereitet' | 'gesendet';
  readonly rueckmeldungBis: Day | null;
}

/** Writes a new referral with its first state. */
export async function insertVermittlung(tx: Tx, v: NeueVermittlung): Promise<void> {
  await tx.run(sql`
    insert into vermittlung (kreis_id, id, fall_id, art, angebot_id, stelle_id, lebensbereich, ziel_id, schritt_id, am,
      termin_am, termin_um, kanal, inhalt, entbindung_id, schreiben_siegel, stand, stand_am, rueckmeldung_bis, erfasst_von)
    values (${v.kreisId}, ${v.vermittlungId}, ${v.fallId}, ${v.art}, ${v.angebotId}, ${v.stelleId}, ${v.lebensbereich},
      ${v.zielId}, ${v.schrittId}, ${v.am}, ${v.terminAm}::date, ${v.terminUm}::time, ${v.kanal}, ${[...v.inhalt]}::text[],
      ${v.entbindungId}, ${v.siegel}, ${v.stand}, ${v.am}, ${v.rueckmeldungBis}::date, app_konto())`);
  await insertStand(tx, v, { stand: v.stand, am: v.am });
}

export interface NeuerStand {
  readonly stand: VermittlungStand;
  readonly am: Day;
  readonly grund?: VermittlungGrund | null;
  readonly ergebnis?: Ergebnis | null;
  readonly worte?: { readonly text: string; readonly key: Key };
}

/** Adds a state to the history; words go under the seal of the person. */
export async function insertStand(tx: Tx, ort: Ort, neu: NeuerStand): Promise<void> {
  const id = randomUUID();
  const siegel = neu.worte && neu.worte.text !== '' ? sealForPerson(neu.worte.key, id, neu.worte.text) : null;
  await tx.run(sql`
    insert into vermittlung_stand (kreis_id, id, vermittlung_id, fall_id, stand, grund, ergebnis, am, worte_siegel, erfasst_von)
    values (${ort.kreisId}, ${id}, ${ort.vermittlungId}, ${ort.fallId}, ${neu.stand}, ${neu.grund ?? null},
      ${neu.ergebnis ?? null}, ${neu.am}, ${siegel}, app_konto())`);
}
