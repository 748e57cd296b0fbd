import { join, resolve } from 'node:path';
import { readProxy, type Proxy } from './client-address.ts';
import { checkSecrets, withSecretFiles } from './secrets.ts';

/** Everything the environment decides, read once at start. */
export interface Config {
  port: number;
  datenDir: string;
  /** Undefined: the server starts its own PostgreSQL under `datenDir`. */
  databaseUrl: string | undefined;
  demo: boolean;
  /** Origin without a path or final slash. */
  url: string;
  /** Proxies whose word about the address of a client is believed; undefined: nobody's. */
  proxy?: Proxy | undefined;
  /** Months for which reads of named persons are kept; undefined: 24. */
  protokollMonate?: number | undefined;
  /** Where mails go out; undefined: none do. */
  mail: { smtp: string; von: string } | undefined;
  /**
   * The key itself, the command that prints it, or the file that holds it or will hold it. `alt` is the one before, while
   * it is exchanged; `beside` the file that must not exist when the key comes from elsewhere.
   */
  hauptschluessel:
    | { kind: 'value'; value: Buffer; alt?: Buffer; beside?: string }
    | { kind: 'command'; command: readonly string[]; beside?: string }
    | { kind: 'file'; path: string };
}

/** Every variable, what it means and what holds without it. */
const variables = {
  PORT: { meaning: 'port of the web server', fallback: '8080' },
  LOTSE_DATEN: { meaning: 'folder of database, key and files', fallback: './daten' },
  DATABASE_URL: {
    meaning: 'PostgreSQL 15 or newer, as its administrator',
    fallback: 'own PostgreSQL in LOTSE_DATEN',
  },
  DATABASE_URL_DATEI: { meaning: 'file that holds DATABASE_URL', fallback: 'none' },
  LOTSE_DEMO: { meaning: '1 fills an empty database with a fictional district, 0 does not', fallback: '1' },
  LOTSE_URL: { meaning: 'public address of the web server', fallback: 'http://localhost:PORT' },
  LOTSE_PROXY: {
    meaning: 'proxies in front that are believed: how many, or their addresses and networks',
    fallback: 'none; X-Forwarded-For is not believed',
  },
  LOTSE_PROTOKOLL_MONATE: { meaning: 'months for which reads of persons are kept, 6 to 36', fallback: '24' },
  LOTSE_SMTP: { meaning: 'mail server, smtp://user:password@host:port', fallback: 'no mail is sent' },
  LOTSE_SMTP_DATEI: { meaning: 'file that holds LOTSE_SMTP', fallback: 'none' },
  LOTSE_OHNE_TLS: {
    meaning: '1 allows http:// with an outside database where the way is protected otherwise',
    fallback: '0',
  },
  LOTSE_MAIL_VON: { meaning: 'address from which Lotse writes', fallback: 'none; needed with LOTSE_SMTP' },
  LOTSE_HAUPTSCHLUESSEL: {
    meaning: 'master key, 32 bytes in base64',
    fallback: 'file LOTSE_DATEN/schluessel',
  },
  LOTSE_HAUPTSCHLUESSEL_ALT: {
    meaning: 'the master key before, while it is exchanged',
    fallback: 'none; only beside LOTSE_HAUPTSCHLUESSEL',
  },
  LOTSE_SCHLUESSEL_DATEI: { meaning: 'file of the master key', fallback: 'LOTSE_DATEN/schluessel' },
  LOTSE_SCHLUESSEL_BEFEHL: {
    meaning: 'command that prints the master key in base64: a path, or a JSON list of path and arguments',
    fallback: 'none',
  },
} as const;

const keyBytes = 32;

/** Reads and checks the environment; throws one error that lists every problem. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const known = withSecretFiles(env, problems);
  const read = (name: keyof typeof variables) => known[name]?.trim() || undefined;
  const port = readPort(read('PORT') ?? variables.PORT.fallback, problems);
  const datenDir = resolve(read('LOTSE_DATEN') ?? variables.LOTSE_DATEN.fallback);
  const config: Config = {
    port,
    datenDir,
    databaseUrl: checkDatabaseUrl(read('DATABASE_URL'), problems),
    demo: readSwitch(read('LOTSE_DEMO') ?? variables.LOTSE_DEMO.fallback, problems),
    url: readUrl(read('LOTSE_URL') ?? `http://localhost:${port}`, problems),
    proxy: readProxy(read('LOTSE_PROXY'), problems),
    protokollMonate: readMonate(read('LOTSE_PROTOKOLL_MONATE'), problems),
    mail: readMail(read('LOTSE_SMTP'), read('LOTSE_MAIL_VON'), problems),
    hauptschluessel: readKey(read, datenDir, problems),
  };
  const key = config.hauptschluessel.kind === 'value' ? config.hauptschluessel.value : undefined;
  checkSecrets({ ...config, key, ohneTls: read('LOTSE_OHNE_TLS') === '1' }, problems);
  for (const name of Object.keys(env)) {
    if (name.startsWith('LOTSE_') && !(name in variables) && !name.startsWith('LOTSE_TEST_')) {
      problems.push(`${name} is not known; the variables are ${Object.keys(variables).join(', ')}.`);
    }
  }
  if (problems.length > 0) throw new Error(`The environment is not complete:\n- ${problems.join('\n- ')}`);
  return config;
}

/** Folder of what must outlive the database: who was erased, signed heads of the protocol. */
export function registerDir(config: Pick<Config, 'datenDir'>): string {
  return join(config.datenDir, 'register');
}

function readPort(text: string, problems: string[]): number {
  const port = Number(text);
  // 0 lets the system choose, which tests need.
  if (!/^\d+$/.test(text) || port > 65_535)
    problems.push(`PORT must be a number up to 65535, not "${text}".`);
  return port;
}

function checkDatabaseUrl(text: string | undefined, problems: string[]): string | undefined {
  if (text !== undefined && !/^postgres(ql)?:\/\//.test(text)) {
    problems.push('DATABASE_URL must begin with postgresql://');
  }
  return text;
}

function readMonate(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  const monate = Number(text);
  if (!/^\d+$/.test(text) || monate < 6 || monate > 36)
    problems.push(`LOTSE_PROTOKOLL_MONATE must be a number from 6 to 36, not "${text}".`);
  return monate;
}

function readSwitch(text: string, problems: string[]): boolean {
  if (text !== '0' && text !== '1') problems.push(`LOTSE_DEMO must be 0 or 1, not "${text}".`);
  return text === '1';
}

function readUrl(text: string, problems: string[]): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  problems.push(`LOTSE_URL must be http(s)://host without a path, not "${text}".`);
  return text;
}

function readMail(smtp: string | undefined, von: string | undefined, problems: string[]): Config['mail'] {
  if (smtp === undefined && von === undefined) return undefined;
  if (smtp === undefined || !/^smtps?:\/\/./.test(smtp))
    problems.push('LOTSE_SMTP must begin with smtp:// or smtps://');
  if (von === undefined || !/^\S+@\S+$/.test(von)) problems.push('LOTSE_MAIL_VON must be a mail address.');
  return smtp === undefined || von === undefined ? undefined : { smtp, von };
}

const keySources = ['LOTSE_HAUPTSCHLUESSEL', 'LOTSE_SCHLUESSEL_DATEI', 'LOTSE_SCHLUESSEL_BEFEHL'] as const;

function readKey(
  read: (name: keyof typeof variables) => string | undefined,
  datenDir: string,
  problems: string[],
): Config['hauptschluessel'] {
  const given = keySources.filter((name) => read(name) !== undefined);
  if (given.length > 1)
    problems.push(`The master key must come from one source, not from ${given.join(' and ')}.`);
  const beside = join(datenDir, 'schluessel');
  const alt = readKeyBytes('LOTSE_HAUPTSCHLUESSEL_ALT', read, problems);
  const value = readKeyBytes('LOTSE_HAUPTSCHLUESSEL', read, problems);
  if (value) return { kind: 'value', value, beside, ...(alt ? { alt } : {}) };
  if (alt) problems.push('LOTSE_HAUPTSCHLUESSEL_ALT needs LOTSE_HAUPTSCHLUESSEL.');
  const befehl = read('LOTSE_SCHLUESSEL_BEFEHL');
  if (befehl !== undefined) return { kind: 'command', command: readCommand(befehl, problems), beside };
  return { kind: 'file', path: resolve(read('LOTSE_SCHLUESSEL_DATEI') ?? beside) };
}

function readKeyBytes(
  name: 'LOTSE_HAUPTSCHLUESSEL' | 'LOTSE_HAUPTSCHLUESSEL_ALT',
  read: (name: keyof typeof variables) => string | undefined,
  problems: string[],
): Buffer | undefined {
  const text = read(name);
  if (text === undefined) return undefined;
  const value = Buffer.from(text, 'base64');
  if (value.length !== keyBytes) problems.push(`${name} must be ${keyBytes} bytes in base64.`);
  return value;
}

/** No shell ever sees the text: a JSON list of path and arguments, or one path. */
function readCommand(text: string, problems: string[]): string[] {
  if (!text.startsWith('[')) return [text];
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.length > 0 && list.every((part) => typeof part === 'string')) return list;
  } catch {
    // Said below.
  }
  problems.push('LOTSE_SCHLUESSEL_BEFEHL must be a path or a JSON list of texts.');
  return [];
}
