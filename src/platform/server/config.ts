import { join, resolve } from 'node:path';

/** Everything the environment decides, read once at start. */
export interface Config {
  port: number;
  datenDir: string;
  /** Undefined: the server starts its own PostgreSQL under `datenDir`. */
  databaseUrl: string | undefined;
  demo: boolean;
  /** Origin without a path or final slash. */
  url: string;
  /** Where mails go out; undefined: none do. */
  mail: { smtp: string; von: string } | undefined;
  /** The key itself, or the file that holds it or will hold it. */
  hauptschluessel: { kind: 'value'; value: Buffer } | { kind: 'file'; path: string };
}

/** Every variable, what it means and what holds without it. */
const variables = {
  PORT: { meaning: 'port of the web server', fallback: '8080' },
  LOTSE_DATEN: { meaning: 'folder of database, key and files', fallback: './daten' },
  DATABASE_URL: {
    meaning: 'PostgreSQL 15 or newer, as its administrator',
    fallback: 'own PostgreSQL in LOTSE_DATEN',
  },
  LOTSE_DEMO: { meaning: '1 fills an empty database with a fictional district, 0 does not', fallback: '1' },
  LOTSE_URL: { meaning: 'public address of the web server', fallback: 'http://localhost:PORT' },
  LOTSE_SMTP: { meaning: 'mail server, smtp://user:password@host:port', fallback: 'no mail is sent' },
  LOTSE_MAIL_VON: { meaning: 'address from which Lotse writes', fallback: 'none; needed with LOTSE_SMTP' },
  LOTSE_HAUPTSCHLUESSEL: {
    meaning: 'master key, 32 bytes in base64',
    fallback: 'file LOTSE_DATEN/schluessel',
  },
} as const;

const keyBytes = 32;

/** Reads and checks the environment; throws one error that lists every problem. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = (name: keyof typeof variables) => env[name]?.trim() || undefined;
  const port = readPort(read('PORT') ?? variables.PORT.fallback, problems);
  const datenDir = resolve(read('LOTSE_DATEN') ?? variables.LOTSE_DATEN.fallback);
  const config: Config = {
    port,
    datenDir,
    databaseUrl: checkDatabaseUrl(read('DATABASE_URL'), problems),
    demo: readSwitch(read('LOTSE_DEMO') ?? variables.LOTSE_DEMO.fallback, problems),
    url: readUrl(read('LOTSE_URL') ?? `http://localhost:${port}`, problems),
    mail: readMail(read('LOTSE_SMTP'), read('LOTSE_MAIL_VON'), problems),
    hauptschluessel: readKey(read('LOTSE_HAUPTSCHLUESSEL'), datenDir, problems),
  };
  for (const name of Object.keys(env)) {
    if (name.startsWith('LOTSE_') && !(name in variables) && !name.startsWith('LOTSE_TEST_')) {
      problems.push(`${name} is not known; the variables are ${Object.keys(variables).join(', ')}.`);
    }
  }
  if (problems.length > 0) throw new Error(`The environment is not complete:\n- ${problems.join('\n- ')}`);
  return config;
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

function readKey(text: string | undefined, datenDir: string, problems: string[]): Config['hauptschluessel'] {
  if (text === undefined) return { kind: 'file', path: join(datenDir, 'schluessel') };
  const value = Buffer.from(text, 'base64');
  if (value.length !== keyBytes) problems.push(`LOTSE_HAUPTSCHLUESSEL must be ${keyBytes} bytes in base64.`);
  return { kind: 'value', value };
}
