import { ensureInstalled } from './install.mjs';
import { runTypeScript } from './runtime.mjs';

await ensureInstalled({ quiet: true });
process.exitCode = await runTypeScript('src/platform/server/sbom.ts');
