import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const project = fileURLToPath(new URL('../../..', import.meta.url));

const lockEntry = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const lockFile = z.looseObject({ packages: z.record(z.string(), lockEntry) });
const manifest = z.looseObject({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** One package of the lock file and where it is used: `server` runs it, `browser` carries it in the built pages. */
export interface Package {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly integrity: string;
  /** Some platforms only, such as the trial database. */
  readonly optional: boolean;
  readonly hasInstallScript: boolean;
  readonly server: boolean;
  readonly browser: boolean;
}

/** Every package of the lock file, sorted. */
export function readPackages(): Package[] {
  const { packages } = lockFile.parse(readJson('package-lock.json'));
  const inBrowser = closure(browserImports(), packages);
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      license: entry.license ?? '',
      integrity: entry.integrity ?? '',
      optional: entry.optional && !entry.dev,
      hasInstallScript: entry.hasInstallScript,
      server: !entry.dev && !entry.optional,
      browser: inBrowser.has(path),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Names and reasons of what package.json asks for in production. */
export function directDependencies(): string[] {
  return Object.keys(manifest.parse(readJson('package.json')).dependencies);
}

/**
 * What is delivered, as CycloneDX 1.5: the packages of the server, of its platforms, and those inside the built pages.
 * Byte for byte the same for the same lock file, so without time and with a number that follows from the content.
 */
export function sbomText(): string {
  const { version } = manifest.parse(readJson('package.json'));
  const components = readPackages()
    .filter(({ server, browser, optional }) => server || browser || optional)
    .map(toComponent);
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${toUuid(digest)}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `lotse@${version}`,
        name: 'lotse',
        version,
        licenses: [{ license: { id: 'EUPL-1.2' } }],
      },
    },
    components,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toComponent(entry: Package): object {
  const { path, name, version, license, integrity, optional } = entry;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, sum = ''] = integrity.split('-', 2);
  const places = [
    ...(entry.server ? ['server'] : []),
    ...(entry.browser ? ['browser'] : []),
    ...(optional ? ['platform'] : []),
  ];
  return {
    type: 'library',
    'bom-ref': `${purl}#${path}`,
    name,
    version,
    scope: optional ? 'optional' : 'required',
    ...(algorithm === 'sha512'
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }] }
      : {}),
    licenses: license === '' ? [] : [{ expression: license }],
    purl,
    properties: [{ name: 'lotse:used-in', value: places.join(' ') }],
  };
}

function toUuid(hex: string): string {
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-5${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}

/** Packages that the sources of the pages name. */
function browserImports(): Set<string> {
  const files = globSync(['src/**/*.{ts,tsx,css}', 'vite.config.ts'], { cwd: project }).filter(
    (file) => !/\/server\/|\.test\.tsx?$/.test(file.replaceAll('\\', '/')),
  );
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(project, file), 'utf8');
    for (const [, name = ''] of text.matchAll(
      /(?:from|import|import\(|resolve\(|url\()\s*['"`]((?:@[\w-]+\/)?[\w][\w.-]*)/g,
    ))
      found.add(name);
  }
  return found;
}

/** Paths in the lock file of packages and of all that they need. */
function closure(names: ReadonlySet<string>, packages: z.infer<typeof lockFile>['packages']): Set<string> {
  const reached = new Set<string>();
  const waiting = [...names].map((name) => `node_modules/${name}`);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entry = packages[path];
    if (!entry || reached.has(path) || isTool(path)) continue;
    reached.add(path);
    for (const name of Object.keys(entry.dependencies)) {
      const nested = `${path}/node_modules/${name}`;
      waiting.push(packages[nested] ? nested : `node_modules/${name}`);
    }
  }
  return reached;
}

/** Builds the pages and stays behind. */
function isTool(path: string): boolean {
  return /^node_modules\/(?:vite|@vitejs\/plugin-react|typescript|vitest|fast-check)$/.test(path);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(project, file), 'utf8'));
}

if (import.meta.main) {
  const target = join(project, 'dist', 'sbom.cdx.json');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, sbomText());
}
