import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Design tokens of KERN without its components, utilities and fonts: only rules that set custom properties. */
function kernTokens(): Plugin {
  const id = '\0kern-tokens.css';
  return {
    name: 'kern-tokens',
    resolveId: (source) => (source === 'virtual:kern-tokens.css' ? id : undefined),
    load: (source) => {
      if (source !== id) return undefined;
      const file = createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css');
      const css = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
      const rules =
        css.match(
          /(?:^:root|^@media \(prefers-color-scheme: \w+\) \{\s*:root|^\[data-kern-theme=\w+\][^{]*)\s*\{[^{}]*\}(?:\s*\})?/gm,
        ) ?? [];
      return rules.filter((rule) => /\{\s*--kern-color-/.test(rule)).join('\n');
    },
  };
}

/**
 * Decoders of pdf.js for what scanners put into a PDF, in plain script: the policy of the pages forbids WebAssembly. It
 * asks for them by their own names.
 */
function pdfDecoders(): Plugin {
  const from = (name: string) => createRequire(import.meta.url).resolve(`pdfjs-dist/wasm/${name}`);
  return {
    name: 'pdf-decoders',
    apply: 'build',
    buildStart() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        this.emitFile({ type: 'asset', fileName: `assets/pdf/${name}`, source: readFileSync(from(name)) });
      }
    },
  };
}

export default defineConfig({
  root: path('src/app/web'),
  cacheDir: path('.cache/vite-web'),
  publicDir: false,
  plugins: [kernTokens(), pdfDecoders(), react()],
  resolve: { alias: [{ find: /^zod$/, replacement: path('src/platform/web/validation.ts') }] },
  build: {
    outDir: path('dist/web'),
    emptyOutDir: true,
    // Inlined data: addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': process.env['LOTSE_API'] ?? 'http://localhost:8080' } },
});
