import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#src/platform/server/db.ts';
import {
  blattArt,
  feld,
  zuordnung as zuordnungSchema,
  type BlattZuordnung,
  type Zuordnung,
} from '../contract.ts';
import type { Feld } from '../feld.ts';
import { keyOf } from '../normalise.ts';
import type { SheetFinding } from './read-sheet.ts';

/** A saved mapping: by heading, not by position, so that the next edition may move its columns. */
const profilZuordnung = z.object({
  region: z.string().nullable(),
  blatt: z.array(
    z.object({
      name: z.string(),
      art: blattArt,
      spalte: z.array(z.object({ titel: z.string(), feld: feld.nullable() })),
    }),
  ),
  wert: zuordnungSchema.shape.wert,
});
export interface Profil {
  readonly name: string;
  readonly zuordnung: z.infer<typeof profilZuordnung>;
}

export async function listProfil(tx: Tx, kreisId: string): Promise<Profil[]> {
  const rows = await tx.all(sql<{ name: string; zuordnung: unknown }>`
    select name, zuordnung from uebernahme_profil where kreis_id = ${kreisId} order by geaendert_am desc`);
  return rows.flatMap(({ name, zuordnung }) => {
    const parsed = profilZuordnung.safeParse(zuordnung);
    return parsed.success ? [{ name, zuordnung: parsed.data }] : [];
  });
}

/** Saves the mapping under a name; the headings come from the file. */
export async function saveProfil(
  tx: Tx,
  kreisId: string,
  name: string,
  zuordnung: Zuordnung,
  sheets: readonly SheetFinding[],
): Promise<void> {
  const blatt = zuordnung.blatt.flatMap((b) => {
    const sheet = sheets.find((s) => s.name === b.name);
    const titel = sheet && sheet.kopfzeile === b.kopfzeile ? sheet.titel : [];
    const felder = new Map(b.spalte.map((s) => [s.nummer, s.feld]));
    return [
      {
        name: b.name,
        art: b.art,
        spalte: titel.map((t, index) => ({ titel: t, feld: felder.get(index + 1) ?? null })),
      },
    ];
  });
  await tx.run(sql`
    insert into uebernahme_profil (kreis_id, name, zuordnung)
    values (${kreisId}, ${name}, ${JSON.stringify({ region: zuordnung.region, blatt, wert: zuordnung.wert })}::jsonb)
    on conflict (kreis_id, name) do update set zuordnung = excluded.zuordnung, geaendert_am = now()`);
}

/** The mapping that the headings suggest by themselves. */
export function guessedZuordnung(sheets: readonly SheetFinding[], region: string | null): Zuordnung {
  return { region, blatt: sheets.map((sheet) => toBlatt(sheet, sheet.art, sheet.felder)), wert: [] };
}

function toBlatt(
  sheet: SheetFinding,
  art: BlattZuordnung['art'],
  felder: readonly (Feld | null)[],
): BlattZuordnung {
  return {
    name: sheet.name,
    art,
    kopfzeile: sheet.kopfzeile,
    spalte:
      art === 'ignoriert'
        ? []
        : felder.flatMap((f, index) => (f === null ? [] : [{ nummer: index + 1, feld: f }])),
  };
}

/** The profile whose headings the file has, or undefined; headings that are new keep their guess. */
export function applyProfil(profil: Profil, sheets: readonly SheetFinding[]): Zuordnung | undefined {
  const { region, blatt, wert } = profil.zuordnung;
  for (const wanted of blatt) {
    const sheet = sheets.find(({ name }) => name === wanted.name);
    if (wanted.art !== 'ignoriert' && (!sheet || !hasHeadings(sheet, wanted.spalte))) return undefined;
  }
  return {
    region,
    wert,
    blatt: sheets.map((sheet) => {
      const saved = blatt.find(({ name }) => name === sheet.name);
      if (!saved) return toBlatt(sheet, sheet.art, sheet.felder);
      const byTitle = new Map(saved.spalte.map(({ titel, feld: f }) => [keyOf(titel), f]));
      const known = (title: string, index: number) => {
        const f = byTitle.get(keyOf(title));
        return f === undefined ? (sheet.felder[index] ?? null) : f;
      };
      return toBlatt(sheet, saved.art, unique(sheet.titel.map(known)));
    }),
  };
}

function hasHeadings(sheet: SheetFinding, spalte: readonly { titel: string; feld: Feld | null }[]): boolean {
  const titles = new Set(sheet.titel.map(keyOf));
  return spalte.every(({ titel, feld: f }) => f === null || titles.has(keyOf(titel)));
}

function unique(felder: readonly (Feld | null)[]): (Feld | null)[] {
  return felder.map((f, index) => (f !== null && felder.indexOf(f) < index ? null : f));
}
