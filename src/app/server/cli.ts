import { parseArgs } from 'node:util';
import { runAuswertung } from '#src/auswertung/server/cli.ts';
import { demoKreise } from '#src/demo/kreise.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { renewSuchschluessel } from '#src/dublette/server/renew.ts';
import { runKreisCli } from '#src/kreis/server/cli.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { pruefe } from '#src/protokoll/server/pruefe.ts';
import { runImport } from '#src/uebernahme/server/cli.ts';
import { runKontoCli } from '#src/zugang/server/konto-cli.ts';
import { openInstallation, type Installation } from './installation.ts';

const usage = `Lotse – Kommandozeile

  lotse import <datei.xlsx> --kreis K [--profil P] [--probe] [--alles-oder-nichts] [--json]
  lotse auswertung fallzahlen|kontakte|merkmal|kontaktmerkmal --kreis K [--region R] … [--json]
  lotse konto liste|anlegen|rolle|kennwort|sperren|entsperren|abmelden …
  lotse kreis liste|vorlage|anlegen …
  lotse demo      füllt eine leere Installation mit den Demo-Kreisen
  lotse dubletten  gibt älteren Einträgen, woran die Suche nach Dubletten sie findet
  lotse pruefe    prüft die Stimmigkeit der Daten

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
  pruefe: async (installation, args) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const befund = await pruefe(installation);
    if (values.json)
      process.stdout.write(`${JSON.stringify({ befund, inOrdnung: befund.every((b) => b.anzahl === 0) })}\n`);
    else
      for (const { regel, anzahl } of befund)
        process.stdout.write(`${anzahl === 0 ? 'in Ordnung' : `${anzahl} Fehler `}  ${regel}\n`);
    return befund.every((b) => b.anzahl === 0) ? 0 : 1;
  },
};

async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv;
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
