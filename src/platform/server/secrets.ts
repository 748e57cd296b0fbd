import { readFileSync, statSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that hold a secret and may be given as a file instead, under their name with _DATEI behind it. */
const inFiles = ['DATABASE_URL', 'LOTSE_SMTP'] as const;

/** The environment with secrets read from their files. What is wrong is added to the problems, never the secret itself. */
export function withSecretFiles(env: Environment, problems: string[]): Environment {
  const found: Record<string, string | undefined> = {};
  for (const name of inFiles) {
    const variable = `${name}_DATEI`;
    const path = env[variable]?.trim();
    if (path === undefined || path === '') continue;
    if (env[name]?.trim()) problems.push(`Give either ${name} or ${variable}, not both.`);
    const text = readSecret(variable, path, problems);
    if (text !== undefined) found[name] = text;
  }
  return { ...env, ...found };
}

function readSecret(variable: string, path: string, problems: string[]): string | undefined {
  try {
    if ((statSync(path).mode & 0o007) !== 0 && process.platform !== 'win32')
      problems.push(`The file of ${variable} is open to every account of this machine; chmod o-rwx it.`);
    const text = readFileSync(path, 'utf8').trim();
    if (text === '') problems.push(`The file of ${variable} is empty.`);
    return text;
  } catch {
    problems.push(`The file of ${variable} cannot be read.`);
    return undefined;
  }
}

const guessable = new Set([
  'postgres',
  'password',
  'passwort',
  'kennwort',
  'lotse',
  'lotse_admin',
  'admin',
  'secret',
]);
const shortest = 12;
/** Random bytes repeat little; 32 of them with fewer different ones were made by a person. */
const mostAlike = 12;

/** What a running server with real data must not be started with. */
export function checkSecrets(
  {
    databaseUrl,
    demo,
    url,
    key,
    ohneTls,
  }: {
    readonly databaseUrl: string | undefined;
    readonly demo: boolean;
    readonly url: string;
    readonly key: Buffer | undefined;
    readonly ohneTls: boolean;
  },
  problems: string[],
): void {
  if (!demo && key && new Set(key).size < mostAlike)
    problems.push('LOTSE_HAUPTSCHLUESSEL is no random key; make one with openssl rand -base64 32.');
  if (databaseUrl === undefined) return;
  if (!demo && isGuessable(databaseUrl))
    problems.push(`The password in DATABASE_URL is a known one or shorter than ${shortest} characters.`);
  if (url.startsWith('http://') && !isLoopback(URL.parse(url)?.hostname ?? '') && !ohneTls)
    problems.push(
      'LOTSE_URL is http:// with an outside database: names and passwords would travel open. Use https:// behind a proxy, or set LOTSE_OHNE_TLS=1 where the whole way is protected otherwise.',
    );
}

/** No password at all means another proof: a certificate, the account of the machine, a password file of PostgreSQL. */
function isGuessable(databaseUrl: string): boolean {
  const parsed = URL.parse(databaseUrl);
  if (!parsed || parsed.password === '') return false;
  const password = decodeURIComponent(parsed.password);
  return (
    password.length < shortest ||
    guessable.has(password.toLowerCase()) ||
    password === decodeURIComponent(parsed.username)
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.') || host.endsWith('.localhost');
}
