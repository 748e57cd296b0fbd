import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Befund, Zuordnung } from '../contract.ts';
import { guessRegion, loadKreis } from './load-kreis.ts';
import { findTables } from './parse.ts';
import { applyProfil, guessedZuordnung, listProfil, type Profil } from './profil.ts';
import type { SheetFinding } from './read-sheet.ts';

export interface Inspection {
  readonly sheets: readonly SheetFinding[];
  readonly zuordnung: Zuordnung;
  /** Name of the profile that fitted; empty: recognised without one. */
  readonly profil: string;
  readonly profile: readonly string[];
}

/** Finds tables, columns and profile of a file. A profile that is asked for by name must fit. */
export async function inspectFile(
  tx: Tx,
  kreisId: string,
  bytes: Uint8Array,
  profilName?: string,
): Promise<Inspection> {
  const sheets = await findTables(bytes);
  const profile = await listProfil(tx, kreisId);
  const names = profile.map(({ name }) => name);
  const fitting = chooseProfil(profile, sheets, profilName);
  if (fitting) return { sheets, ...fitting, profile: names };
  if (sheets.every(({ art }) => art === 'ignoriert')) throw new Refusal('datei-ohne-tabelle');
  const kreis = await loadKreis(tx, kreisId);
  const region = guessRegion(
    kreis.region,
    sheets.flatMap(({ ueberschrift, name }) => [name, ...ueberschrift]),
  );
  return { sheets, zuordnung: guessedZuordnung(sheets, region?.slug ?? null), profil: '', profile: names };
}

function chooseProfil(
  profile: readonly Profil[],
  sheets: readonly SheetFinding[],
  name: string | undefined,
): { zuordnung: Zuordnung; profil: string } | undefined {
  const wanted = name === undefined ? profile : profile.filter((profil) => profil.name === name);
  if (name !== undefined && wanted.length === 0) throw new Refusal('profil-unbekannt');
  for (const profil of wanted) {
    const zuordnung = applyProfil(profil, sheets);
    if (zuordnung) return { zuordnung, profil: profil.name };
  }
  if (name !== undefined) throw new Refusal('profil-passt-nicht');
  return undefined;
}

/** The finding as the browser shows it. */
export function toBefund(dateiId: string, name: string, gueltigBis: string, found: Inspection): Befund {
  return {
    dateiId,
    name,
    gueltigBis,
    blatt: found.sheets.map((sheet) => {
      const mapped = found.zuordnung.blatt.find((blatt) => blatt.name === sheet.name);
      const felder = new Map(mapped?.spalte.map((s) => [s.nummer, s.feld]));
      return {
        name: sheet.name,
        versteckt: sheet.versteckt,
        art: mapped?.art ?? sheet.art,
        kopfzeile: sheet.kopfzeile,
        spalte: sheet.titel.map((titel, index) => ({
          nummer: index + 1,
          titel,
          feld: felder.get(index + 1) ?? null,
          beispiel: sheet.beispiel.map((row) => row[index] ?? '').filter((text) => text !== ''),
        })),
      };
    }),
    profil: found.profil,
    profile: [...found.profile],
    zuordnung: found.zuordnung,
  };
}
