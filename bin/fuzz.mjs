import { ensureInstalled } from './install.mjs';
import { runTypeScript } from './runtime.mjs';

await ensureInstalled({ quiet: true });
process.exitCode = await runTypeScript('test/fuzz/main.ts', process.argv.slice(2));
