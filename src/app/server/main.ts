import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { demoAccounts, demoKennwort } from '#src/demo/accounts.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { startLoeschung } from '#src/loeschung/server/start.ts';
import { openMailer } from '#src/nachricht/server/mail.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { startProtokoll } from '#src/protokoll/server/start.ts';
import { createApp } from './app.ts';
import { checkStart } from './check-start.ts';
import { openInstallation } from './installation.ts';
import { listen, type Listening } from './listen.ts';
import { serveStatic } from './static.ts';

const config = readConfig(process.env);
const installation = await openInstallation(config);
const warnings = await checkStart(installation);
const stopLoeschung = await startLoeschung(installation);
if (config.demo) await seedDemo(installation);
const hasKreis = await installation.owner(
  async (tx) => (await tx.first(sql`select 1 from kreis limit 1`)) !== undefined,
);

const app = createApp({
  db: installation.db,
  schluessel: installation.schluessel,
  config,
  now: installation.now,
  testdatenbank: installation.testdatenbank,
  log: (line) => process.stderr.write(`${JSON.stringify({ am: new Date().toISOString(), ...line })}\n`),
});
const mailer = config.mail && openMailer(installation.owner, config.mail, config.url);
const stopProtokoll = startProtokoll(installation);
const mailTimer = setInterval(() => void deliverMail(), 60_000);

/** A mail server that is down must not end the server; the inbox has every message. */
async function deliverMail(): Promise<void> {
  const result = await mailer?.deliver().catch(() => ({ sent: 0, failed: 1 }));
  if (result && result.failed > 0)
    process.stderr.write(`${JSON.stringify({ am: new Date().toISOString(), art: 'mail', ...result })}\n`);
}

serveStatic(app, fileURLToPath(new URL('../../../dist/web', import.meta.url)));

/** What the administrator reads first. */
function greet(): void {
  process.stdout.write(`\n  Lotse läuft: ${config.url}\n`);
  if (config.demo) {
    process.stdout.write(`\n  Demo-Konten (Kennwort für alle: ${demoKennwort})\n`);
    for (const { anmeldename, beschreibung } of demoAccounts()) {
      process.stdout.write(`    ${anmeldename.padEnd(34)} ${beschreibung}\n`);
    }
  }
  if (!hasKreis) {
    process.stdout.write(
      '\n  Noch kein Kreis eingerichtet. Die nächsten Schritte:\n' +
        '    npm run lotse -- kreis vorlage unna > kreis.json   (anpassen)\n' +
        '    npm run lotse -- kreis anlegen kreis.json\n' +
        '    npm run lotse -- konto anlegen …\n',
    );
  }
  if (installation.testdatenbank) {
    process.stdout.write(
      '\n  Testdatenbank: nicht für echte personenbezogene Daten (siehe docs/operations.md).\n',
    );
  }
  for (const warning of warnings) process.stdout.write(`\n  Achtung: ${warning}\n`);
  process.stdout.write('\n');
}

let stopping = false;
let listening: Listening | undefined;
try {
  listening = await listen(app, { port: config.port });
  greet();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Lotse kann den Anschluss ${config.port} nicht öffnen: ${reason}\n`);
  await stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(mailTimer);
  await stopLoeschung();
  await stopProtokoll();
  mailer?.close();
  listening?.server.close();
  await installation.close();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
