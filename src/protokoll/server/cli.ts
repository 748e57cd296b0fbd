import { parseArgs } from 'node:util';
import { describeBruch } from './pruefe-text.ts';
import { pruefe } from './pruefe.ts';
import { proveChain, runNight, runSeal, type Ort } from './run.ts';
import type { Database } from '#src/platform/server/db.ts';

type Installation = Ort & { readonly db: Database };

const write = (text: string): void => void process.stdout.write(text);

/** `lotse pruefe`: rules between tables and the chain of the protocol; exit code 1 when something is wrong. */
export async function runPruefe(args: string[], installation: Installation): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const befund = await pruefe(installation);
  const kette = await proveChain(installation);
  const inOrdnung = befund.every((b) => b.anzahl === 0) && kette.bruch.length === 0;
  if (values.json) {
    write(`${JSON.stringify({ befund, kette, inOrdnung })}\n`);
    return inOrdnung ? 0 : 1;
  }
  for (const { regel, anzahl } of befund)
    write(`${anzahl === 0 ? 'in Ordnung' : `${anzahl} Fehler `}  ${regel}\n`);
  write(
    `${kette.bruch.length === 0 ? 'in Ordnung' : 'gebrochen '}  Protokoll: ${kette.bloecke} Blöcke, ${kette.zeilen} Zeilen\n`,
  );
  for (const bruch of kette.bruch) write(`            ${describeBruch(bruch)}\n`);
  return inOrdnung ? 0 : 1;
}

/** `lotse protokoll siegeln|nachtlauf`: what the server does by itself each minute and each night. */
export async function runProtokollCli(args: string[], installation: Installation): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals[0] === 'siegeln') {
    const zeilen = await runSeal(installation);
    write(values.json ? `${JSON.stringify({ zeilen })}\n` : `${zeilen} Zeilen versiegelt.\n`);
    return 0;
  }
  if (positionals[0] === 'nachtlauf') {
    const lauf = await runNight(installation);
    write(
      values.json
        ? `${JSON.stringify(lauf)}\n`
        : `Neu aufgefallen: ${lauf.auffaellig}. Stichprobe: ${lauf.gezogen}. Alte Zugriffe entfernt: ${lauf.gekuerzt}. Aufgeräumt: ${lauf.aufgeraeumt}. Kette ${lauf.inOrdnung ? 'in Ordnung' : 'gebrochen'}.\n`,
    );
    return lauf.inOrdnung ? 0 : 1;
  }
  process.stderr.write('lotse protokoll siegeln|nachtlauf [--json]\n');
  return 2;
}
