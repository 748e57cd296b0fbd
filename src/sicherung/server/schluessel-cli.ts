import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import type { Config } from '#src/platform/server/config.ts';
import type { Ring } from '#src/platform/server/hauptschluessel.ts';
import { asAdmin } from './as-admin.ts';
import { rotateHauptschluessel } from './rotate-hauptschluessel.ts';
import { rotateTraegerschluessel } from './rotate-traegerschluessel.ts';
import { sicherungUsage, type Ausgabe } from './sichern-cli.ts';

interface Running {
  readonly admin: ClientConfig;
  readonly ring: Ring;
  readonly config: Config;
}

/** `lotse schluessel stand|drehen`: 0 done, 2 wrong use. */
export async function runSchluesselCli(
  args: readonly string[],
  installation: Running,
  {
    write = (text) => void process.stdout.write(text),
    warn = (text) => void process.stderr.write(text),
  }: Ausgabe = {},
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { traeger: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const answer = (json: unknown, text: string) => {
    write(values.json ? `${JSON.stringify(json)}\n` : text);
    return 0;
  };
  const [what] = positionals;
  if (what === 'stand') {
    const stand = await readStand(installation.admin);
    return answer(
      stand,
      stand
        .map(
          ({ nummer, kennung, seit, abgeloest }) =>
            `${nummer}  ${kennung}  seit ${seit}${abgeloest === null ? '' : `, abgelöst ${abgeloest}`}\n`,
        )
        .join(''),
    );
  }
  if (what !== 'drehen') {
    warn(sicherungUsage);
    return 2;
  }
  if (values.traeger !== undefined) {
    const personen = await rotateTraegerschluessel(installation, values.traeger);
    return answer(
      { traeger: values.traeger, personen },
      `Neuer Schlüssel für ${values.traeger}; ${personen} Personen.\n`,
    );
  }
  const { hauptschluessel } = installation.config;
  const datei = hauptschluessel.kind === 'file' ? hauptschluessel.path : undefined;
  const wechsel = await rotateHauptschluessel({ ...installation, datei });
  return answer(
    wechsel,
    `Neuer Hauptschlüssel ${wechsel.kennung}; ${wechsel.traeger} Schlüssel von Trägern hängen jetzt an ihm.\n` +
      (wechsel.abgelegt === undefined
        ? 'Den alten können Sie aus der Umgebung nehmen und den Server neu starten.\n'
        : `Der alte liegt in ${wechsel.abgelegt}.\n`) +
      'Sichern Sie den neuen jetzt getrennt von der Datenbank. Der alte öffnet nur noch Sicherungen von vor dem Wechsel: ' +
      'Legen Sie ihn in den Tresor, solange es sie gibt.\n',
  );
}

async function readStand(
  admin: ClientConfig,
): Promise<{ nummer: number; kennung: string; seit: string; abgeloest: string | null }[]> {
  return asAdmin(admin, 'begin', async (client) => {
    const { rows } = await client.query<{
      nummer: number;
      kennung: string;
      seit: string;
      abgeloest: string | null;
    }>(
      `select nummer, kennung, to_char(seit at time zone 'Europe/Berlin', 'DD.MM.YYYY') as seit,
        to_char(abgeloest_am at time zone 'Europe/Berlin', 'DD.MM.YYYY') as abgeloest
        from hauptschluessel order by nummer`,
    );
    return rows;
  });
}
