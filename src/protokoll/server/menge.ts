import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Database, Tx } from '#src/platform/server/db.ts';
import type { Menge } from '#src/platform/server/http.ts';
import { fehlgriffGrenze, mengeGrenzen } from '../rules.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Rows become visible out of order; the last few are read again, and a person counts once anyway. */
const overlap = 30;
const delayMs = 250;
/** After so long a read is committed and visible. */
const settleMs = 2_000;

interface Zaehler {
  /** Person of somebody else -> when last read. */
  readonly fremd: Map<string, number>;
  /** When answers with names left that a look at the table may not have seen yet. */
  ungezaehlt: number[];
  /** One portion more, after a proof of identity. */
  portion: { zahl: number; bis: number };
  /** Since when the account waits for a proof. */
  angehalten: number | undefined;
  readonly fehlgriffe: number[];
}

/** For measurements: one account that asks hundreds of times a second is nobody whom the brake could slow down. */
export const noMenge: Menge = { around: (_tx, _actor, _kreisId, run) => run(), missed: () => undefined };

/**
 * The brake on reading many persons of others; own cases and lists of own cases never come near it. Counts in this
 * process what the protocol says and starts from the table, so that a restart forgets nothing.
 */
export function openMenge(db: Database, now: () => Date): Menge {
  const konten = new Map<string, Zaehler>();
  let last: number | undefined;
  let seeded = false;
  let timer: NodeJS.Timeout | undefined;

  function of(kontoId: string): Zaehler {
    const known = konten.get(kontoId) ?? {
      fremd: new Map<string, number>(),
      ungezaehlt: [],
      portion: { zahl: 0, bis: 0 },
      angehalten: undefined,
      fehlgriffe: [],
    };
    konten.set(kontoId, known);
    return known;
  }

  async function refresh(tx: Tx): Promise<void> {
    const seen = now().getTime() - settleMs;
    const rows = await tx.all(sql<{ id: number; konto_id: string; am: Date; fremd: string[] }>`
      select id, konto_id, am, fremd from menge_seit(${last === undefined ? null : last - overlap})`);
    const before = last ?? 0;
    for (const row of rows) {
      last = Math.max(last ?? 0, row.id);
      if (row.id > before) konten.get(row.konto_id)?.ungezaehlt.shift();
      if (row.fremd.length === 0) continue;
      const { fremd } = of(row.konto_id);
      for (const person of row.fremd) fremd.set(person, Math.max(fremd.get(person) ?? 0, row.am.getTime()));
    }
    for (const each of konten.values()) each.ungezaehlt = each.ungezaehlt.filter((at) => at > seen);
    seeded = true;
  }

  function refreshSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void db.asNobody(refresh).catch(() => undefined);
    }, delayMs).unref();
  }

  function report(actor: Actor, kreisId: string, art: string, anzahl: number, grenze: number): void {
    void db
      .asKonto(actor, {}, (tx) =>
        tx.run(sql`select auffaelligkeit_melden(${kreisId}, ${art}, ${anzahl}, ${grenze})`),
      )
      .catch(() => undefined);
  }

  /** What the account has used of its portions, when it is too much. */
  function excess(
    zaehler: Zaehler,
    am: number,
  ): { zeitraum: 'stunde' | 'tag'; anzahl: number; grenze: number } | undefined {
    let stunde = 0;
    for (const [person, at] of zaehler.fremd) {
      if (at <= am - dayMs) zaehler.fremd.delete(person);
      else if (at > am - hourMs) stunde += 1;
    }
    const mehr = zaehler.portion.bis > am ? zaehler.portion.zahl : 0;
    const tag = zaehler.fremd.size;
    if (stunde > mengeGrenzen.stunde + mehr)
      return { zeitraum: 'stunde', anzahl: stunde, grenze: mengeGrenzen.stunde };
    if (tag > mengeGrenzen.tag + mehr) return { zeitraum: 'tag', anzahl: tag, grenze: mengeGrenzen.tag };
    return undefined;
  }

  /** Refuses what goes beyond the portion; the persons of that answer were not shown and do not count. */
  function hold(actor: Actor, kreisId: string | undefined, zaehler: Zaehler, neu: readonly string[]): void {
    const am = now().getTime();
    const much = excess(zaehler, am);
    if (!much) return;
    if (zaehler.angehalten !== undefined && actor.bestaetigtAm.getTime() > zaehler.angehalten) {
      const zahl = much.anzahl - much.grenze - neu.length + mengeGrenzen.stunde;
      zaehler.portion = { zahl, bis: am + hourMs };
      zaehler.angehalten = undefined;
      return;
    }
    for (const person of neu) zaehler.fremd.delete(person);
    if (zaehler.angehalten === undefined) {
      zaehler.angehalten = am;
      if (kreisId !== undefined) report(actor, kreisId, 'menge', much.anzahl, much.grenze);
    }
    throw new Refusal('menge-erreicht', 403, { daten: { grenze: much.grenze, zeitraum: much.zeitraum } });
  }

  return {
    around: async (tx, actor, kreisId, run) => {
      const zaehler = of(actor.kontoId);
      const near = () => !seeded || zaehler.fremd.size + zaehler.ungezaehlt.length >= mengeGrenzen.stunde;
      if (near()) await refresh(tx);
      if (!near()) {
        const answer = await run();
        zaehler.ungezaehlt.push(now().getTime());
        refreshSoon();
        return answer;
      }
      const before = new Set(zaehler.fremd.keys());
      const answer = await run();
      await refresh(tx);
      const neu = [...zaehler.fremd.keys()].filter((person) => !before.has(person));
      if (neu.length > 0) hold(actor, kreisId, zaehler, neu);
      return answer;
    },
    missed: (actor, kreisId) => {
      const am = now().getTime();
      const { fehlgriffe } = of(actor.kontoId);
      fehlgriffe.push(am);
      while ((fehlgriffe[0] ?? am) <= am - hourMs) fehlgriffe.shift();
      if (fehlgriffe.length === fehlgriffGrenze + 1 && kreisId !== undefined)
        report(actor, kreisId, 'fehlgriffe', fehlgriffe.length, fehlgriffGrenze);
    },
  };
}
