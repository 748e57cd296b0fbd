import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { install } from './install.mjs';
import { findRuntime, projectDir, runtimeEnv } from './runtime.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const packageDir = join(projectDir, 'node_modules', '@sparticuz', 'chromium');

/** A Chromium that starts here: path, arguments and environment. Falls back to the one from npm. */
export async function findChromium() {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  const own = [process.env.CHROMIUM, ...installed].find((path) => path && existsSync(path));
  if (own) return { path: own, args, env: {} };
  // npm leaves the package out under an old Node; by now the newer one is there.
  if (!existsSync(packageDir)) await install({ quiet: true, env: runtimeEnv() });
  if (!existsSync(packageDir))
    throw new Error('No Chromium found and npm has none. Set CHROMIUM to its path.');
  const dir = unpack();
  const path = join(dir, 'chromium');
  // A system without fonts gets those of the package.
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(dir, 'fonts') };
  if (starts(path, fonts)) return { path, args, env: fonts };
  // A system without the NSS libraries gets those, too.
  const libraries = [join(dir, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
  const env = { ...fonts, LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') };
  if (!starts(path, env)) throw new Error(`${path} does not start. Set CHROMIUM to another one.`);
  return { path, args, env };
}

// The package unpacks into TMPDIR under fixed names; renaming a finished folder survives an interruption.
function unpack() {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const dir = join(projectDir, '.cache', `chromium-${version}`);
  if (existsSync(dir)) return dir;
  mkdirSync(dirname(dir), { recursive: true });
  const part = mkdtempSync(`${dir}-`);
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium';
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(packageDir, 'bin', 'al2023.tar.br'))});`;
  const { stderr, status } = spawnSync(findRuntime(), ['--input-type=module', '-e', script], {
    cwd: projectDir,
    encoding: 'utf8',
    env: runtimeEnv({ TMPDIR: part }),
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`);
  renameSync(part, dir);
  return dir;
}

function starts(path, env) {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0;
}
