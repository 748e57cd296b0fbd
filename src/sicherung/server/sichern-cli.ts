import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import type { Config } from '#src/platform/server/config.ts';
import { openSource, type Ring } from '#src/platform/server/hauptschluessel.ts';
import { readSicherung } from './check-sicherung.ts';
import { copyRegister } from './register-copy.ts';
import { restore, type Opened, type RestoreDeps } from './restore.ts';
import { sicherungName, writeSicherung } from './write-sicherung.ts';

const DAY_MS = 86_400_000;
const BEHALTEN = '90';

/** What the commands are given: where they write is replaced in tests. */
export interface Ausgabe {
  readonly write?: (text: string) => void;
  readonly warn?: (text: string) => void;
}

export const sicherungUsage = `lotse sichern <ordner> [--schluesselbund DATEI] [--behalten TAGE] [--json]
lotse sichern --pruefen <datei> [--json]
lotse wiederherstellen <datei> --schluesselbund <datei> [--json]
lotse schluessel stand|drehen [--traeger NAME] [--json]
lotse notfallliste <ordner> --kennwort DATEI [--json]
lotse notfallliste --oeffnen DATEI --kennwort DATEI [--nach DATEI]
`;

interface Running {
  readonly admin: ClientConfig;
  readonly ring: Ring;
  readonly config: Config;
  readonly now: () => Date;
}

/** `lotse sichern <ordner>`: 0 done, 2 wrong use. */
export async function runSichern(
  args: readonly string[],
  installation: Running,
  { write = toOut, warn = toErr }: Ausgabe = {},
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      schluesselbund: { type: 'string' },
      behalten: { type: 'string', default: BEHALTEN },
      json: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  const days = Number(values.behalten);
  if (folder === undefined || !Number.isInteger(days) || days < 1) {
    warn(sicherungUsage);
    return 2;
  }
  const ordner = resolve(folder);
  mkdirSync(ordner, { recursive: true, mode: 0o700 });
  const bund = resolve(values.schluesselbund ?? join(ordner, 'schluesselbund.lotse'));
  const began = Date.now();
  const sicherung = await writeSicherung(installation, ordner, bund);
  const { kopiert: register, abweichend } = copyRegister(
    join(installation.config.datenDir, 'register'),
    join(dirname(bund), 'register'),
    installation.now(),
  );
  for (const file of abweichend)
    warn(
      `Achtung: Das Register ${file} ist nicht die Fortsetzung seiner Kopie neben dem Schlüsselbund; etwas fehlt oder wurde ` +
        'geändert. Die alte Kopie bleibt mit der Endung ".abweichend-…" liegen. Klären Sie, warum.\n',
    );
  const entfernt = removeOld(ordner, installation.now().getTime() - days * DAY_MS);
  const sekunden = Math.round((Date.now() - began) / 100) / 10;
  write(
    values.json
      ? `${JSON.stringify({ ...sicherung, schluesselbund: bund, register, abweichend, entfernt, sekunden })}\n`
      : `Gesichert in ${sekunden} Sekunden: ${sicherung.datei}\n` +
          `  ${sicherung.tabellen} Tabellen, ${sicherung.zeilen} Zeilen, ${Math.ceil(sicherung.bytes / 1024)} KB\n` +
          `  Schlüssel von ${sicherung.personen} Personen: ${bund}\n` +
          `  Kopien der Register: ${register}\n` +
          (entfernt.length > 0 ? `  Älter als ${days} Tage und gelöscht: ${entfernt.join(', ')}\n` : '') +
          'Ohne Schlüsselbund und Hauptschlüssel ist die Sicherung nicht lesbar. Bewahren Sie alle drei getrennt auf.\n',
  );
  return 0;
}

/** `lotse sichern --pruefen <datei>`: reads a backup to its end without a database. 0 whole, 1 not. */
export async function runPruefen(
  args: readonly string[],
  config: Config,
  { write = toOut, warn = toErr }: Ausgabe = {},
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { pruefen: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const datei = values.pruefen ?? '';
  try {
    const { kopf, schluss } = await readSicherung(resolve(datei), openSource(config.hauptschluessel));
    const zeilen = schluss.tabellen.reduce((sum, { anzahl }) => sum + anzahl, 0);
    write(
      values.json
        ? `${JSON.stringify({ datei, am: kopf.am, tabellen: schluss.tabellen, inOrdnung: true })}\n`
        : `In Ordnung: ${basename(datei)} vom ${kopf.am}, ${schluss.tabellen.length} Tabellen, ${zeilen} Zeilen.\n`,
    );
    return 0;
  } catch (error) {
    const grund = error instanceof Error ? error.message : String(error);
    if (values.json) write(`${JSON.stringify({ datei, inOrdnung: false, grund })}\n`);
    else warn(`${grund}\n`);
    return 1;
  }
}

/** `lotse wiederherstellen <datei> --schluesselbund <datei>`: 0 restored and consistent, 1 not, 2 wrong use. */
export async function runWiederherstellen<I extends Opened>(
  args: readonly string[],
  config: Config,
  deps: RestoreDeps<I>,
  { write = toOut, warn = toErr }: Ausgabe = {},
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { schluesselbund: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [datei] = positionals;
  if (datei === undefined || values.schluesselbund === undefined) {
    warn(sicherungUsage);
    return 2;
  }
  for (const path of [datei, values.schluesselbund])
    if (!existsSync(path)) throw new Error(`Die Datei ${path} gibt es nicht.`);
  const bericht = await restore(
    { ...config, demo: false },
    resolve(datei),
    resolve(values.schluesselbund),
    deps,
  );
  const inOrdnung = bericht.befund.every(({ anzahl }) => anzahl === 0);
  if (values.json) write(`${JSON.stringify({ ...bericht, inOrdnung })}\n`);
  else
    write(
      `Wiederhergestellt in ${bericht.sekunden} Sekunden, Stand ${bericht.am}\n` +
        `  ${bericht.tabellen} Tabellen mit ${bericht.zeilen} Zeilen, jede nach Anzahl und Prüfwert gleich\n` +
        `  Schlüssel zurück: ${bericht.schluessel}\n` +
        (bericht.register === 0
          ? '  Achtung: Neben dem Schlüsselbund liegt kein Register der Löschungen (Ordner "register"). Wer seit der Sicherung gelöscht wurde, ist wieder da.\n'
          : `  Seitdem gelöscht und wieder gelöscht: ${bericht.geloescht} (Register: ${bericht.register})\n`) +
        (bericht.ohneSchluessel > 0
          ? `  Personen ohne Schlüssel im Bund, ihre Texte bleiben unlesbar: ${bericht.ohneSchluessel}\n`
          : '') +
        `  Beendete Anmeldungen: ${bericht.sitzungen} (alle melden sich neu an)\n` +
        bericht.befund
          .map(({ regel, anzahl }) => `  ${anzahl === 0 ? 'in Ordnung' : `${anzahl} Fehler `}  ${regel}\n`)
          .join(''),
    );
  return inOrdnung ? 0 : 1;
}

/** Deletes backups of ours that are older; every other file stays. Answers their names. */
function removeOld(ordner: string, before: number): string[] {
  const old = readdirSync(ordner).filter((name) => {
    const [, day, hour, minute, second] = sicherungName.exec(name) ?? [];
    return day !== undefined && Date.parse(`${day}T${hour}:${minute}:${second}Z`) < before;
  });
  for (const name of old) rmSync(join(ordner, name));
  return old;
}

function toOut(text: string): void {
  process.stdout.write(text);
}

function toErr(text: string): void {
  process.stderr.write(text);
}
