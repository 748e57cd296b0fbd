import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import { readNotfalllisten } from './notfallliste.ts';
import { letterSealer, openLetter } from './sealed-letter.ts';
import { sicherungUsage, type Ausgabe } from './sichern-cli.ts';

const options = {
  kennwort: { type: 'string' },
  oeffnen: { type: 'string' },
  nach: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** A pass phrase on the command line would stand in the list of processes and in the history of the shell. */
function readKennwort(path: string): string {
  return readFileSync(path, 'utf8').trim();
}

/** `lotse notfallliste <ordner> --kennwort DATEI`: one sealed list per Träger, always under the same name. */
export async function runNotfallliste(
  args: readonly string[],
  installation: { readonly admin: ClientConfig; readonly now: () => Date },
  {
    write = (text) => void process.stdout.write(text),
    warn = (text) => void process.stderr.write(text),
  }: Ausgabe = {},
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [folder] = positionals;
  if (folder === undefined || values.kennwort === undefined) {
    warn(sicherungUsage);
    return 2;
  }
  const kennwort = readKennwort(values.kennwort);
  const ordner = resolve(folder);
  mkdirSync(ordner, { recursive: true, mode: 0o700 });
  const now = installation.now();
  const sealLetter = letterSealer(kennwort, now.toISOString());
  const listen = (await readNotfalllisten(installation.admin, now)).map(({ html, ...rest }) => {
    const datei = join(ordner, `notfallliste-${rest.kreisId}-${rest.traeger}.lotse`);
    writeFileSync(datei, sealLetter(html), { mode: 0o600, flush: true });
    return { ...rest, datei };
  });
  write(
    values.json
      ? `${JSON.stringify({ listen })}\n`
      : `${listen.map(({ datei, faelle }) => `${datei}: ${faelle} Fälle`).join('\n') || 'Keine aktiven Fälle.'}\n`,
  );
  return 0;
}

/** `lotse notfallliste --oeffnen DATEI --kennwort DATEI [--nach DATEI]`: needs no server; 1 when it does not open. */
export function runOeffnen(
  args: readonly string[],
  {
    write = (text) => void process.stdout.write(text),
    warn = (text) => void process.stderr.write(text),
  }: Ausgabe = {},
): number {
  const { values } = parseArgs({ args: [...args], options });
  if (values.oeffnen === undefined || values.kennwort === undefined) {
    warn(sicherungUsage);
    return 2;
  }
  try {
    const html = openLetter(readFileSync(values.oeffnen), readKennwort(values.kennwort));
    if (values.nach === undefined) write(html);
    else writeFileSync(values.nach, html, { mode: 0o600 });
    return 0;
  } catch (error) {
    warn(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
