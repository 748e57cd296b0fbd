import { ensureInstalled } from './install.mjs';
import { runTypeScript } from './runtime.mjs';
import { ensureWeb } from './web.mjs';

await ensureInstalled();
await ensureWeb();
process.exitCode = await runTypeScript('src/app/server/main.ts', process.argv.slice(2));
