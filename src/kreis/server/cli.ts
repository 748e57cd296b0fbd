import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Refusal } from '#src/platform/refusal.ts';
import type { Owner } from '#src/platform/server/db.ts';
import { readKreisPlan, type KreisPlan } from '../plan.ts';
import { createKreis } from './create-kreis.ts';
import { listKreis } from './list.ts';

/** What the command needs; an installation has the owner. Output goes to the process unless given. */
export interface KreisCliDeps {
  readonly owner: Owner;
  /** Ground data that a new Kreis may start from. */
  readonly vorlagen: readonly KreisPlan[];
  readonly write?: (text: string) => void;
  readonly warn?: (text: string) => void;
}

const usage = `lotse kreis liste [--json]
lotse kreis vorlage <kurzname>       schreibt die Stammdaten eines Demo-Kreises als JSON
lotse kreis anlegen <datei.json> [--json]

Die Stammdaten: Kommunen, Regionen, Träger, Gebiete, Behörden, Verträge, Stellen, Sätze, Listen und Regeln.
Konten und Fälle gehören nicht dazu.
`;

interface Answer {
  readonly json: unknown;
  readonly text: string;
}

/** `lotse kreis …`: 0 done, 1 refused with the reason, 2 wrong use. */
export async function runKreisCli(args: readonly string[], deps: KreisCliDeps): Promise<number> {
  const write = deps.write ?? ((text) => void process.stdout.write(text));
  const warn = deps.warn ?? ((text) => void process.stderr.write(text));
  const parsed = readArgs(args);
  if (parsed === undefined) {
    warn(usage);
    return 2;
  }
  try {
    const { json, text } = await run(parsed, deps);
    write(parsed.json ? `${JSON.stringify(json)}\n` : text);
    return 0;
  } catch (error) {
    if (!(error instanceof Abgelehnt)) throw error;
    if (parsed.json) write(`${JSON.stringify({ abgelehnt: error.message, fehler: error.fehler })}\n`);
    else warn([`Abgelehnt: ${error.message}`, ...error.fehler, ''].join('\n'));
    return 1;
  }
}

class Abgelehnt extends Error {
  readonly fehler: readonly string[];

  constructor(message: string, fehler: readonly string[] = []) {
    super(message);
    this.fehler = fehler;
  }
}

type Args = { readonly json: boolean } & (
  | { readonly command: 'liste' }
  | { readonly command: 'vorlage' | 'anlegen'; readonly target: string }
);

function readArgs(args: readonly string[]): Args | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [command, target, ...rest] = positionals;
    const { json } = values;
    if (rest.length > 0) return undefined;
    if (command === 'liste' && target === undefined) return { command, json };
    if ((command === 'vorlage' || command === 'anlegen') && target !== undefined)
      return { command, target, json };
  } catch {
    // An option that does not exist is wrong use like any other.
  }
  return undefined;
}

async function run(args: Args, { owner, vorlagen }: KreisCliDeps): Promise<Answer> {
  switch (args.command) {
    case 'liste': {
      const kreise = await owner(listKreis);
      const line = (k: (typeof kreise)[number]) =>
        `${k.id}  ${k.ags}  ${k.name}: ${k.kommunen} Kommunen, ${k.traeger} Träger${k.demo ? ' (Demo)' : ''}\n`;
      return { json: { kreise }, text: kreise.map(line).join('') || 'Noch kein Kreis.\n' };
    }
    case 'vorlage': {
      const vorlage = vorlagen.find(({ id }) => id === args.target);
      if (!vorlage) throw new Abgelehnt(`Vorlagen gibt es für: ${vorlagen.map(({ id }) => id).join(', ')}.`);
      return { json: vorlage, text: `${JSON.stringify(vorlage, null, 2)}\n` };
    }
    case 'anlegen': {
      const plan = await readPlan(args.target);
      await owner((tx) => createKreis(tx, plan)).catch((error: unknown) => {
        throw explain(error, plan.id);
      });
      return {
        json: { kreis: plan.id, kommunen: plan.kommune.length, traeger: plan.traeger.length },
        text:
          `${plan.name} ist angelegt: ${plan.kommune.length} Kommunen, ${plan.traeger.length} Träger.\n` +
          `Das erste Konto: lotse konto anlegen vorname.nachname --kreis ${plan.id} --name "…" --rolle administration\n`,
      };
    }
  }
}

async function readPlan(path: string): Promise<KreisPlan> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Abgelehnt('Die Datei gibt es nicht, oder sie lässt sich nicht lesen.');
  });
  const result = readKreisPlan(parseJson(text));
  if ('fehler' in result) throw new Abgelehnt('Die Stammdaten stimmen nicht.', result.fehler);
  return result.plan;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Abgelehnt(`Das ist kein JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Overlaps and doubles that only the database sees, in words. */
function explain(error: unknown, kreisId: string): unknown {
  if (error instanceof Refusal) return new Abgelehnt(`Den Kreis "${kreisId}" gibt es schon.`);
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  const table = 'table' in error ? String(error.table) : '';
  const detail = 'detail' in error ? [String(error.detail)] : [];
  if (code === '23505') return new Abgelehnt(`Etwas steht doppelt (Tabelle ${table}).`, detail);
  if (code === '23P01') return new Abgelehnt(`Zeiträume überschneiden sich (Tabelle ${table}).`, detail);
  return error;
}
