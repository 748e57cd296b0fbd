import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Hono } from 'hono';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | undefined;
}

/** Serves the built pages from memory, compressed once; unknown paths get the page, which knows its routes. */
export function serveStatic(app: Hono, folder: string): void {
  const assets = new Map<string, Asset>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      assets.set(file.slice(folder.length).replaceAll('\\', '/'), readAsset(file));
    }
  }
  app.get('*', (c) => {
    const path = readPath(c.req.path);
    const asset = assets.get(path) ?? (extname(path) === '' ? assets.get('/index.html') : undefined);
    if (!asset) return c.text('Nicht gefunden. / Not found.', 404);
    c.header('Content-Type', asset.type);
    c.header('Vary', 'Accept-Encoding');
    c.header(
      'Cache-Control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (asset.brotli && c.req.header('accept-encoding')?.includes('br')) {
      c.header('Content-Encoding', 'br');
      return c.body(asset.brotli);
    }
    return c.body(asset.plain);
  });
}

/** A path that cannot be decoded leads nowhere. */
function readPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return '/.';
  }
}

function readAsset(file: string): Asset {
  const plain = Uint8Array.from(readFileSync(file));
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
  const compressible = /text|json|svg|javascript/.test(type);
  return {
    type,
    plain,
    brotli: compressible
      ? Uint8Array.from(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      : undefined,
  };
}
