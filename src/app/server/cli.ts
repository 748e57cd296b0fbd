import { parseArgs } from 'node:util';
import { runAuswertung } from '#src/auswertung/server/cli.ts';
import { demoKreise } from '#src/demo/kreise.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { renewSuchschluessel } from '#src/dublette/server/renew.ts';
import { runKreisCli } from '#src/kreis/server/cli.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { runProtokollCli, runPruefe } from '#src/protokoll/server/cli.ts';
import { runNotfallliste, runOeffnen } from '#src/sicherung/server/notfallliste-cli.ts';
import { runSchluesselCli } from '#src/sicherung/server/schluessel-cli.ts';
import { runPruefen, runSichern, runWiederherstellen } from '#src/sicherung/server/sichern-cli.ts';
import { runImport } from '#src/uebernahme/server/cli.ts';
import { runKontoCli } from '#src/zugang/server/konto-cli.ts';
import { openInstallation, type Installation } from './installation.ts';
import { restoreDeps } from './restore-deps.ts';

const usage = `Lotse – Kommandozeile

  lotse import <datei.xlsx> --kreis K [--profil P] [--probe] [--alles-oder-nichts] [--json]
  lotse auswertung fallzahlen|kontakte|merkmal|kontaktmerkmal --kreis K [--region R] … [--json]
  lotse konto liste|anlegen|einladen|rolle|kennwort|faktor|sperren|entsperren|abmelden …
  lotse kreis liste|vorlage|anlegen …
  lotse demo      füllt eine leere Installation mit den Demo-Kreisen
  lotse dubletten  gibt älteren Einträgen, woran die Suche nach Dubletten sie findet
  lotse sichern <ordner> [--schluesselbund DATEI] [--behalten TAGE] | --pruefen <datei> [--json]
  lotse wiederherstellen <datei> --schluesselbund <datei> [--json]     in eine leere Datenbank
  lotse schluessel stand|drehen [--traeger NAME] [--json]
  lotse notfallliste <ordner> --kennwort DATEI | --oeffnen DATEI --kennwort DATEI [--nach DATEI]
  lotse pruefe [--json]    prüft die Stimmigkeit der Daten und die Kette des Protokolls
  lotse protokoll siegeln|nachtlauf [--json]    was der Server jede Minute und jede Nacht von selbst tut

Umgebung: LOTSE_DATEN (Datenordner), DATABASE_URL (eigener PostgreSQL-Server).
`;

const commands: Readonly<Record<string, (installation: Installation, args: string[]) => Promise<number>>> = {
  import: (installation, args) => runImport(args, installation),
  auswertung: (installation, args) => runAuswertung(args, installation),
  konto: (installation, args) => runKontoCli(args, installation),
  kreis: ({ owner }, args) => runKreisCli(args, { owner, vorlagen: demoKreise }),
  demo: async (installation, args) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { kreise } = await seedDemo(installation);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ kreise })}\n`
        : `Demo-Kreise: ${kreise.join(', ') || 'schon vorhanden'}\n`,
    );
    return 0;
  },
  dubletten: async (installation, args) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const anzahl = await renewSuchschluessel(installation);
    process.stdout.write(values.json ? `${JSON.stringify({ anzahl })}\n` : `${anzahl} Einträge ergänzt.\n`);
    return 0;
  },
  sichern: (installation, args) => runSichern(args, installation),
  notfallliste: (installation, args) => runNotfallliste(args, installation),
  schluessel: (installation, args) => runSchluesselCli(args, installation),
  pruefe: (installation, args) => runPruefe(args, installation),
  protokoll: (installation, args) => runProtokollCli(args, installation),
};

/** What works without an open installation; undefined: this is another command. */
function runAlone(name: string | undefined, args: string[]): Promise<number> | undefined {
  if (name === 'wiederherstellen') return runWiederherstellen(args, readConfig(process.env), restoreDeps);
  if (name === 'notfallliste' && args.some((arg) => arg.startsWith('--oeffnen')))
    return Promise.resolve(runOeffnen(args));
  if (name === 'sichern' && args.some((arg) => arg.startsWith('--pruefen')))
    return runPruefen(args, readConfig(process.env));
  return undefined;
}

async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv;
  const alone = runAlone(name, args);
  if (alone) return alone;
  const command = name === undefined ? undefined : commands[name];
  if (!command) {
    const wanted = name === undefined || name === '--help' || name === 'hilfe';
    (wanted ? process.stdout : process.stderr).write(usage);
    return wanted && name !== undefined ? 0 : 2;
  }
  const installation = await openInstallation(readConfig(process.env));
  try {
    return await command(installation, args);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    throw error;
  } finally {
    await installation.close();
  }
}

// A reader that has seen enough (| head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
