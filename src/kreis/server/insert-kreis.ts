import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { commonLists } from '../common-lists.ts';
import type { KreisPlan } from '../plan.ts';
import { insertRegel } from './insert-regel.ts';

/** Gives the same id for the same parts. The demo derives ids from the names, a real Kreis draws them. */
export type MakeId = (...parts: readonly string[]) => string;

export interface KreisArt {
  readonly demo: boolean;
  readonly makeId: MakeId;
}

/** Puts territory, organisations, posts, lists and rules of a Kreis in; runs as lotse_owner. */
export async function insertKreis(tx: Tx, plan: KreisPlan, { demo, makeId }: KreisArt): Promise<void> {
  const kreis_id = plan.id;
  const ags = new Map(plan.kommune.map((k) => [k.name, k.ags]));
  const kommuneId = (name: string | undefined) => (name === undefined ? null : found(ags, name));
  const idOf = (art: string, name: string | undefined) =>
    name === undefined ? null : makeId(kreis_id, art, name);
  const insert = (table: string, rows: readonly Record<string, unknown>[]) =>
    insertRows(
      tx,
      table,
      rows.map((row) => ({ kreis_id, ...row })),
    );

  await insertRows(tx, 'kreis', [
    { id: plan.id, ags: plan.ags, name: plan.name, art: plan.art ?? 'kreis', demo },
  ]);
  await insert(
    'kommune',
    plan.kommune.map((k) => ({
      id: k.ags,
      name: k.name,
      namensvariante: k.variante ?? [],
      laenge: k.mitte?.laenge ?? null,
      breite: k.mitte?.breite ?? null,
    })),
  );
  const ortsteil = plan.kommune.flatMap((k) => (k.ortsteil ?? []).map((o) => ({ ...o, kommune: k.ags })));
  await insert(
    'ortsteil',
    ortsteil.map((o) => ({
      id: idOf('ortsteil', o.name),
      kommune_id: o.kommune,
      name: o.name,
      namensvariante: o.variante,
    })),
  );
  await insert(
    'ortsteil_strasse',
    ortsteil.flatMap((o) =>
      o.strasse.map((strasse) => ({
        ortsteil_id: idOf('ortsteil', o.name),
        strasse,
        gueltig_ab: '-infinity',
      })),
    ),
  );
  await insert(
    'region',
    plan.region.map((r) => ({
      id: idOf('region', r.slug),
      slug: r.slug,
      name: r.name,
      art: r.art,
      eigene_koordination: r.eigeneKoordination ?? false,
    })),
  );
  await insert(
    'region_kommune',
    plan.region.flatMap((r) =>
      r.kommune.map((name) => ({
        region_id: idOf('region', r.slug),
        kommune_id: kommuneId(name),
        gueltig_ab: '-infinity',
      })),
    ),
  );
  await insert(
    'traeger',
    plan.traeger.map((t) => ({
      id: idOf('traeger', t.slug),
      slug: t.slug,
      name: t.name,
      rechtsname: t.rechtsname,
      namensvariante: t.variante ?? [],
      art: t.art,
    })),
  );
  await insert(
    'standort',
    plan.traeger.flatMap((t) =>
      t.standort.map((s) => ({
        id: makeId(kreis_id, 'standort', t.slug, s.name),
        traeger_id: idOf('traeger', t.slug),
        kommune_id: kommuneId(s.kommune),
        name: s.name,
        anschrift: '',
        art: s.art ?? 'intern',
      })),
    ),
  );
  await insert(
    'traeger_gebiet',
    plan.gebiet.flatMap((g) =>
      g.kommune.map((name) => ({
        id: makeId(kreis_id, 'gebiet', g.traeger, name, g.ortsteil ?? '', g.ab),
        traeger_id: idOf('traeger', g.traeger),
        kommune_id: kommuneId(name),
        ortsteil_id: idOf('ortsteil', g.ortsteil),
        gueltig_ab: g.ab,
        gueltig_bis: g.bis ?? null,
        quelle: '',
      })),
    ),
  );
  await insertBehoerde(insert, plan, makeId, kommuneId);
  await insert(
    'vertrag',
    plan.vertrag.map((v) => ({
      id: makeId(kreis_id, 'vertrag', v.traeger, v.art, v.ab),
      traeger_id: idOf('traeger', v.traeger),
      region_id: idOf('region', v.region),
      art: v.art,
      gueltig_ab: v.ab,
      gueltig_bis: v.bis ?? null,
    })),
  );
  await insert(
    'stellenanteil',
    plan.stelle.map((s) => ({
      id: makeId(kreis_id, 'stelle', s.ebene, s.bezeichnung, s.ab),
      baustein: s.baustein,
      ebene: s.ebene,
      bezeichnung: s.bezeichnung,
      traeger_id: idOf('traeger', s.traeger),
      behoerde_id: idOf('behoerde', s.behoerde),
      kommune_id: kommuneId(s.kommune),
      ortsteil_id: idOf('ortsteil', s.ortsteil),
      vzae_hundertstel: s.vzae,
      gueltig_ab: s.ab,
      gueltig_bis: s.bis ?? null,
      quelle: s.quelle,
    })),
  );
  await insert(
    'satz',
    plan.satz.map((s) => ({
      art: s.art,
      betrag_cent: s.cent,
      gueltig_ab: s.ab,
      gueltig_bis: s.bis ?? null,
      quelle: s.quelle,
    })),
  );
  await insert(
    'codeliste',
    Object.entries({ ...commonLists, ...plan.liste }).flatMap(([liste, werte]) =>
      werte.map((wert, at) => ({
        liste,
        code: wert.code,
        bezeichnung: wert.bezeichnung,
        bezeichnung_en: wert.bezeichnungEn,
        gemeinsam: wert.gemeinsam ?? wert.code,
        variante: wert.variante ?? [],
        rang: liste === 'herkunftsland' ? 100 : at,
        gueltig_ab: '-infinity',
      })),
    ),
  );
  await insertRegel(tx, plan, makeId);
}

async function insertBehoerde(
  insert: (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>,
  plan: KreisPlan,
  makeId: MakeId,
  kommuneId: (name: string) => string | null,
): Promise<void> {
  const idOf = (name: string) => makeId(plan.id, 'behoerde', name);
  // An EBH may name an ABH as the authority it belongs to, so the ABH come first.
  const behoerde = plan.behoerde.toSorted((a, b) => a.art.localeCompare(b.art));
  await insert(
    'behoerde',
    behoerde.map((b) => ({
      id: idOf(b.name),
      art: b.art,
      name: b.name,
      angegliedert_an: b.teilVon === undefined ? null : idOf(b.teilVon),
    })),
  );
  await insert(
    'behoerde_kommune',
    behoerde.flatMap((b) =>
      b.kommune.map((name) => ({
        art: b.art,
        kommune_id: kommuneId(name),
        behoerde_id: idOf(b.name),
        gueltig_ab: '-infinity',
      })),
    ),
  );
  await insert(
    'aussenreihe',
    behoerde.flatMap((b) =>
      (b.reihe?.jahre ?? []).map(([jahr, wert]) => ({
        reihe: b.reihe?.name,
        behoerde_id: idOf(b.name),
        jahr,
        wert,
        quelle: b.reihe?.quelle,
        erfasst_am: new Date().toISOString(),
      })),
    ),
  );
}

function found(map: ReadonlyMap<string, string>, name: string): string {
  const value = map.get(name);
  if (value === undefined) throw new Error(`unknown Kommune ${name}`);
  return value;
}
