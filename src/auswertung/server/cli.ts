import { writeFile as saveFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Refusal } from '#src/platform/refusal.ts';
import type { Database, Owner, Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { exportFormat } from '../tabelle.ts';
import { fallzahlenFrage, kontakteFrage, kontaktmerkmalFrage, merkmalFrage } from '../frage.ts';
import { toPapier } from '../papier.ts';
import type { Auswertung } from '../papier-model.ts';
import { asZaehler } from './as-zaehler.ts';
import { reportFallzahlen, type Auftrag } from './report-fallzahlen.ts';
import { reportKontakte } from './report-kontakte.ts';
import { reportKontaktmerkmal, reportMerkmal } from './report-merkmal.ts';
import { toJson } from './to-json.ts';
import { toTerminal } from './to-terminal.ts';
import { writeTable } from './write-file.ts';

/** What the command needs; an installation has it. Output goes to the process unless given. */
export interface CliDeps {
  readonly db: Database;
  readonly owner: Owner;
  readonly now: () => Date;
  readonly write?: (chunk: string | Uint8Array) => void;
  readonly warn?: (text: string) => void;
}

const usage = `lotse auswertung <tabelle> --kreis K [--region R] [--kenntnisstand D] [--veroeffentlicht]
                 [--json | --format json|csv|xlsx|pdf] [--datei PFAD] [--sprache de|en]

  fallzahlen       --stichtag D[,D…]
  kontakte         --von JJJJ-MM --bis JJJJ-MM [--art sonstige|beratung]
  merkmal          --merkmal geschlecht|herkunftsland|leistungsbezug|lebensbereich --stichtag D [--top N]
  kontaktmerkmal   --merkmal kontaktweg|handlungsfeld --von D --bis D [--top N]

Tage als JJJJ-MM-TT. K und R sind die Kurznamen, zum Beispiel steinfurt und rheine.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  kreis: text,
  region: text,
  stichtag: text,
  kenntnisstand: text,
  von: text,
  bis: text,
  merkmal: text,
  top: text,
  art: text,
  format: text,
  datei: text,
  sprache: text,
  json: flag,
  veroeffentlicht: flag,
} as const;

const rahmen = z.object({
  kreis: z.string().regex(/^[a-z0-9_]{2,40}$/, { error: 'kreis-fehlt' }),
  format: exportFormat.optional(),
  sprache: z.enum(['de', 'en']).default('de'),
});

const tabellen = {
  fallzahlen: fallzahlenFrage,
  kontakte: kontakteFrage,
  merkmal: merkmalFrage,
  kontaktmerkmal: kontaktmerkmalFrage,
};
const tabellenName = z.enum(['fallzahlen', 'kontakte', 'merkmal', 'kontaktmerkmal']);

/** `lotse auswertung …`: counts a Kreis as a whole. 0 printed, 1 refused with the reason, 2 wrong use. */
export async function runAuswertung(args: readonly string[], deps: CliDeps): Promise<number> {
  const write = deps.write ?? ((chunk) => void process.stdout.write(chunk));
  const warn = deps.warn ?? ((line) => void process.stderr.write(line));
  // With --json standard output is one JSON document, refusals included.
  const tell = (code: string, grund: string) => {
    if (args.includes('--json')) write(`${JSON.stringify({ code, grund })}\n`);
  };
  const wrong = (reason: string) => {
    tell('aufruf-falsch', reason);
    warn(`${reason}\n\n${usage}`);
    return 2;
  };
  const auftrag = readArgs(args);
  if (typeof auftrag === 'string') return wrong(auftrag);
  const { values, kreis, sprache } = auftrag;
  const format = values.json ? 'json' : auftrag.format;
  const frage = toFrage(auftrag);
  if (typeof frage === 'string') return wrong(frage);
  try {
    const auswertung = await countAsInstallation(deps, kreis, frage, format ?? 'text');
    const out =
      format === undefined
        ? toTerminal(toPapier(auswertung, sprache), sprache)
        : format === 'json'
          ? `${JSON.stringify(toJson(auswertung))}\n`
          : await writeTable(auswertung, { format, sprache, now: deps.now() });
    if (values.datei === undefined) write(out);
    else await saveFile(values.datei, out);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.code, refusalText(error));
    warn(`Abgelehnt: ${refusalText(error)}\n`);
    return 1;
  }
}

interface Args {
  readonly tabelle: z.output<typeof tabellenName>;
  readonly values: ReturnType<typeof parse>['values'];
  readonly kreis: string;
  readonly format: z.output<typeof exportFormat> | undefined;
  readonly sprache: 'de' | 'en';
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function readArgs(args: readonly string[]): Args | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    return 'Unbekannte oder unvollständige Option.';
  }
  const { values, positionals } = parsed;
  const tabelle = tabellenName.safeParse(positionals[0]);
  if (!tabelle.success || positionals.length !== 1)
    return 'Welche Tabelle? fallzahlen, kontakte, merkmal oder kontaktmerkmal.';
  const kopf = rahmen.safeParse(values);
  if (!kopf.success) return problems(kopf.error);
  return {
    tabelle: tabelle.data,
    values,
    kreis: kopf.data.kreis,
    format: kopf.data.format,
    sprache: kopf.data.sprache,
  };
}

type Frage =
  | { readonly tabelle: 'fallzahlen'; readonly frage: z.output<typeof fallzahlenFrage> }
  | { readonly tabelle: 'kontakte'; readonly frage: z.output<typeof kontakteFrage> }
  | { readonly tabelle: 'merkmal'; readonly frage: z.output<typeof merkmalFrage> }
  | { readonly tabelle: 'kontaktmerkmal'; readonly frage: z.output<typeof kontaktmerkmalFrage> };

/** The query in the words of the interface; an option that the table does not know is wrong use. */
function toFrage({ tabelle, values }: Args): Frage | string {
  const { region, stichtag, kenntnisstand, von, bis, merkmal, top, art } = values;
  const veroeffentlicht = values.veroeffentlicht ? '1' : '0';
  const given = Object.fromEntries(
    Object.entries({ region, stichtag, kenntnisstand, von, bis, merkmal, top, art, veroeffentlicht }).filter(
      ([, v]) => v !== undefined,
    ),
  );
  switch (tabelle) {
    case 'fallzahlen':
      return check(tabellen.fallzahlen.safeParse(given), (frage) => ({ tabelle, frage }));
    case 'kontakte':
      return check(tabellen.kontakte.safeParse(given), (frage) => ({ tabelle, frage }));
    case 'merkmal':
      return check(tabellen.merkmal.safeParse(given), (frage) => ({ tabelle, frage }));
    case 'kontaktmerkmal':
      return check(tabellen.kontaktmerkmal.safeParse(given), (frage) => ({ tabelle, frage }));
  }
}

function check<T>(result: z.ZodSafeParseResult<T>, make: (frage: T) => Frage): Frage | string {
  return result.success ? make(result.data) : problems(result.error);
}

/** The command line counts everything of the Kreis, with the account and the walls that hold for everyone. */
async function countAsInstallation(
  deps: CliDeps,
  kreisId: string,
  frage: Frage,
  format: string,
): Promise<Auswertung> {
  const konto = await kommandozeile(deps, kreisId);
  if (!konto) throw new Refusal('kreis-unbekannt');
  return deps.db.asKonto(konto, {}, async (tx) => {
    const auftrag = { tx, kreisId, erlaubt: { art: 'kreis' }, liste: false, now: deps.now() } as const;
    const auswertung = await asZaehler(tx, () => report(auftrag, frage));
    await leaveEreignis(tx, kreisId, frage, format);
    return auswertung;
  });
}

async function report(auftrag: Auftrag, { tabelle, frage }: Frage): Promise<Auswertung> {
  switch (tabelle) {
    case 'fallzahlen':
      return { tabelle, daten: await reportFallzahlen(auftrag, frage) };
    case 'kontakte':
      return { tabelle, daten: await reportKontakte(auftrag, frage) };
    case 'merkmal':
      return { tabelle, daten: await reportMerkmal(auftrag, frage) };
    case 'kontaktmerkmal':
      return { tabelle, daten: await reportKontaktmerkmal(auftrag, frage) };
  }
}

function leaveEreignis(tx: Tx, kreisId: string, { tabelle, frage }: Frage, format: string): Promise<void> {
  return recordEreignis(tx, {
    kreisId,
    art: 'auswertung.ausgegeben',
    gegenstand: 'auswertung',
    daten: { tabelle, format, frage, ueber: 'kommandozeile' },
  });
}

const gruende: Readonly<Record<string, string>> = {
  'kreis-fehlt': 'Bitte den Kurznamen des Kreises nennen',
  'kreis-unbekannt': 'Diesen Kreis gibt es hier nicht.',
  'region-unbekannt': 'Diese Region gibt es im Kreis nicht.',
  'datum-in-zukunft': 'Der Stichtag liegt in der Zukunft.',
  'datum-ungueltig': 'kein gültiges Datum (JJJJ-MM-TT)',
  'monat-ungueltig': 'kein gültiger Monat (JJJJ-MM)',
  'zeitraum-verkehrt': 'liegt vor dem Anfang',
  'zeitraum-zu-lang': 'mehr als 20 Jahre',
};

function refusalText(refusal: Refusal): string {
  const code = refusal.detail.felder?.[0]?.code ?? refusal.code;
  return gruende[code] ?? code;
}

function problems(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path[0] ?? ''];
      const reason =
        issue.code === 'unrecognized_keys'
          ? 'passt nicht zu dieser Tabelle'
          : (gruende[issue.message] ?? 'fehlt oder ist ungültig');
      return `${names.map((name) => `--${String(name)}`).join(', ')}: ${reason}`;
    })
    .join('\n');
}
