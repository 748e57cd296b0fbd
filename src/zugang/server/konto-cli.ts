import { parseArgs } from 'node:util';
import { createEinladung } from '#src/einladung/server/create-einladung.ts';
import { resetFaktoren } from '#src/faktor/server/reset.ts';
import { isDay } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Owner, Tx } from '#src/platform/server/db.ts';
import { rolleName } from '#src/zugang/contract.ts';
import { createKonto } from './create-konto.ts';
import { endSitzung } from './end-sitzung.ts';
import { findKonto } from './find-konto.ts';
import { endRolle, grantRolle, type RolleWunsch } from './grant-rolle.ts';
import { kontoUsage, readFirstLine, refusalText, writeKontoListe, WrongUse } from './konto-cli-text.ts';
import { makeKennwort } from './kennwort.ts';
import { listKonto } from './list-konto.ts';
import { lockKonto, unlockKonto } from './lock-konto.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';
import { setKennwort } from './set-kennwort.ts';
import { setMail } from './set-mail.ts';

/** Where the command reads and writes; a test gives its own. */
export interface KontoCliStreams {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const processStreams: KontoCliStreams = {
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

const options = {
  kreis: { type: 'string' },
  name: { type: 'string' },
  sprache: { type: 'string' },
  rolle: { type: 'string' },
  traeger: { type: 'string' },
  region: { type: 'string' },
  stelle: { type: 'string' },
  bis: { type: 'string' },
  mail: { type: 'string' },
  beenden: { type: 'boolean', default: false },
  eingabe: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true });
}

interface Answer {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * `lotse konto <command>`: exit code 0 done, 1 refused with a reason, 2 wrong use.
 * A password comes from standard input (--eingabe) or is made and shown once; never from the arguments.
 */
export async function runKontoCli(
  args: string[],
  { owner, config }: { readonly owner: Owner; readonly config: { readonly url: string } },
  streams: KontoCliStreams = processStreams,
): Promise<number> {
  const json = args.includes('--json');
  try {
    const { positionals, values } = parse(args);
    const [command, anmeldename, ...rest] = positionals;
    if (command === undefined || rest.length > (command === 'mail' ? 1 : 0)) throw new WrongUse();
    const kennwort = values.eingabe ? await readFirstLine(streams.stdin) : makeKennwort();
    const answer = await owner((tx) =>
      runCommand(tx, command, anmeldename, values, kennwort, rest[0], config.url),
    );
    streams.out(json ? `${JSON.stringify(answer.json)}\n` : answer.text);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      if (json) streams.out(`${JSON.stringify({ abgelehnt: error.code })}\n`);
      else streams.err(`Abgelehnt: ${refusalText(error.code)}\n`);
      return 1;
    }
    const parseError =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE');
    if (!(error instanceof WrongUse) && !parseError) throw error;
    streams.err(`${error.message}\n\n${kontoUsage}`);
    return 2;
  }
}

async function runCommand(
  tx: Tx,
  command: string,
  anmeldename: string | undefined,
  values: Values,
  kennwort: string,
  adresse: string | undefined,
  url: string,
): Promise<Answer> {
  if (command === 'liste') {
    const konten = await listKonto(tx, values.kreis);
    return { json: { konten }, text: writeKontoListe(konten) };
  }
  if (anmeldename === undefined) throw new WrongUse('Der Anmeldename fehlt.');
  switch (command) {
    case 'anlegen':
      return create(tx, anmeldename, values, kennwort);
    case 'einladen':
      return invite(tx, anmeldename, values, url);
    case 'kennwort':
      await setKennwort(tx, await findKonto(tx, anmeldename), kennwort);
      return withKennwort(
        anmeldename,
        values,
        kennwort,
        'hat ein neues Kennwort und ist überall abgemeldet.',
      );
    case 'rolle':
      return changeRolle(tx, anmeldename, values);
    case 'mail':
      await setMail(tx, await findKonto(tx, anmeldename), adresse ?? null);
      return done(
        anmeldename,
        adresse === undefined ? 'bekommt keine Mails mehr.' : 'bekommt Hinweise per Mail.',
      );
    case 'sperren':
      await lockKonto(tx, await findKonto(tx, anmeldename));
      return done(anmeldename, 'ist gesperrt und überall abgemeldet.');
    case 'entsperren':
      await unlockKonto(tx, await findKonto(tx, anmeldename));
      return done(anmeldename, 'ist entsperrt.');
    case 'abmelden': {
      const beendet = await endSitzung(tx, await findKonto(tx, anmeldename));
      return {
        json: { anmeldename, beendet },
        text: `Das Konto ${anmeldename} ist abgemeldet (${beendet} Sitzungen).\n`,
      };
    }
    case 'faktor':
      await resetFaktoren(tx, await findKonto(tx, anmeldename), null);
      return done(
        anmeldename,
        'hat keinen zweiten Faktor mehr und ist überall abgemeldet; die nächste Anmeldung richtet einen neuen ein.',
      );
    default:
      throw new WrongUse(`Den Befehl "${command}" gibt es nicht.`);
  }
}

async function create(tx: Tx, anmeldename: string, values: Values, kennwort: string): Promise<Answer> {
  const { kreis, name, sprache = 'de' } = values;
  if (kreis === undefined || name === undefined) throw new WrongUse('--kreis und --name gehören dazu.');
  if (sprache !== 'de' && sprache !== 'en') throw new WrongUse('--sprache ist de oder en.');
  const konto = await createKonto(tx, { kreisId: kreis, anmeldename, name, sprache });
  if (values.rolle !== undefined) await grantRolle(tx, konto, readRolle(values, kreis));
  await setKennwort(tx, konto, kennwort);
  return withKennwort(anmeldename, values, kennwort, 'ist angelegt.');
}

/** The link, shown this once: for a new account, or for one that is there. */
async function invite(tx: Tx, anmeldename: string, values: Values, url: string): Promise<Answer> {
  const { kreis, name, mail } = values;
  if (kreis !== undefined && name !== undefined) {
    const konto = await createKonto(tx, { kreisId: kreis, anmeldename, name });
    if (values.rolle !== undefined) await grantRolle(tx, konto, readRolle(values, kreis));
    if (mail !== undefined) await setMail(tx, konto, mail);
  }
  const konto = await findKonto(tx, anmeldename);
  const { link, gueltigBis, art } = await createEinladung(tx, konto, url);
  await recordKontoEreignis(tx, konto, 'einladung.angelegt', null, { art });
  return {
    json: { anmeldename, link, gueltigBis: gueltigBis.toISOString() },
    text: `Link für ${anmeldename}, gilt sieben Tage und einmal (wird nur jetzt gezeigt):\n${link}\n`,
  };
}

async function changeRolle(tx: Tx, anmeldename: string, values: Values): Promise<Answer> {
  const konto = await findKonto(tx, anmeldename);
  const wunsch = readRolle(values, values.kreis ?? konto.kreisId);
  await (values.beenden ? endRolle(tx, konto, wunsch) : grantRolle(tx, konto, wunsch));
  return done(
    anmeldename,
    values.beenden ? `hat die Rolle ${wunsch.rolle} nicht mehr.` : `hat jetzt die Rolle ${wunsch.rolle}.`,
  );
}

function readRolle(values: Values, kreisId: string): RolleWunsch {
  const rolle = rolleName.safeParse(values.rolle);
  if (!rolle.success) throw new WrongUse(`--rolle ist eine von: ${rolleName.options.join(', ')}.`);
  if (values.bis !== undefined && !isDay(values.bis)) throw new WrongUse('--bis ist ein Tag wie 2026-12-31.');
  return {
    kreisId,
    rolle: rolle.data,
    traeger: values.traeger ?? null,
    region: values.region ?? null,
    stelle: values.stelle ?? null,
    bis: values.bis ?? null,
  };
}

function done(anmeldename: string, text: string): Answer {
  return { json: { anmeldename }, text: `Das Konto ${anmeldename} ${text}\n` };
}

/** A password that was made here is shown this once; one that was typed in is not repeated. */
function withKennwort(anmeldename: string, values: Values, kennwort: string, text: string): Answer {
  const { json, text: line } = done(anmeldename, text);
  if (values.eingabe) return { json, text: line };
  return { json: { ...json, kennwort }, text: `${line}Kennwort (wird nur jetzt gezeigt): ${kennwort}\n` };
}
