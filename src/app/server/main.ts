import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { demoAccounts, demoKennwort } from '#src/demo/accounts.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import { openMailer } from '#src/nachricht/server/mail.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { createApp } from './app.ts';
import { openInstallation } from './installation.ts';
import { serveStatic } from './static.ts';

const config = readConfig(process.env);
const installation = await openInstallation(config);
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
const mailTimer = setInterval(() => void deliverMail(), 60_000);

/** A mail server that is down must not end the server; the inbox has every message. */
async function deliverMail(): Promise<void> {
  const result = await mailer?.deliver().catch(() => ({ sent: 0, failed: 1 }));
  if (result && result.failed > 0)
    process.stderr.write(`${JSON.stringify({ am: new Date().toISOString(), art: 'mail', ...result })}\n`);
}

serveStatic(app, fileURLToPath(new URL('../../../dist/web', import.meta.url)));

const server = serve({ fetch: app.fetch, port: config.port }, () => {
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
  process.stdout.write('\n');
});
server.on('error', (error) => {
  process.stderr.write(`Lotse kann den Anschluss ${config.port} nicht öffnen: ${error.message}\n`);
  void stop(1);
});

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(mailTimer);
  mailer?.close();
  server.close();
  await installation.close();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
