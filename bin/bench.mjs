import { ensureInstalled } from './install.mjs';
import { runTypeScript } from './runtime.mjs';

await ensureInstalled({ quiet: true });
process.exitCode = await runTypeScript('test/bench/main.ts', process.argv.slice(2));
