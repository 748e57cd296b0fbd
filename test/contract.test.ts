import { expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import { abilities } from '#src/app/server/abilities.ts';
import { createApp } from '#src/app/server/app.ts';
import { handlers } from '#src/app/server/handlers.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { openApi } from '#src/platform/openapi.ts';
import type { Deps } from '#src/platform/server/http.ts';

const endpoints: [string, Endpoint][] = Object.entries(contract);

test.each(endpoints)('%s is complete: ability, handler, summary, reveals', (name, endpoint) => {
  expect(abilities[endpoint.ability], `ability ${endpoint.ability} is in no policy`).toBeDefined();
  expect(Object.keys(handlers)).toContain(name);
  expect(endpoint.summary).toMatch(/\S/);
  expect(['person', 'fall', 'zahlen', 'stamm', 'nichts']).toContain(endpoint.reveals);
  expect(endpoint.refusals.filter((code) => !/^[a-z]+(-[a-z]+)+$/.test(code))).toEqual([]);
});

test.each(endpoints)('M399 %s shows a named person only as a read, which is logged', (_name, endpoint) => {
  expect(endpoint.method === 'GET' || endpoint.liest === true || endpoint.reveals !== 'person').toBe(true);
});

test.each(endpoints)(
  '%s names its path parameters, answers something or nothing, opens one Kreis',
  (_name, endpoint) => {
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const schema = endpoint.params as { shape?: Record<string, unknown> } | undefined;
    expect(Object.keys(schema?.shape ?? {}).toSorted()).toEqual(inPath.toSorted());
    expect(Boolean(endpoint.out) || endpoint.file !== undefined).toBe(endpoint.status !== 204);
    if (endpoint.zweck) expect(inPath).toContain('kreisId');
    if (endpoint.method === 'GET') expect(endpoint.body ?? endpoint.upload).toBeUndefined();
  },
);

test('method and path are unique, and every ability of the policies is used', () => {
  const places = endpoints.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([]);
  const used = new Set(endpoints.map(([, { ability }]) => ability));
  expect(Object.keys(abilities).filter((ability) => !used.has(ability))).toEqual([]);
});

test('the OpenAPI document has every operation, and every reference in it leads somewhere', () => {
  const document = openApi(contract) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    components: { schemas: Record<string, unknown> };
  };
  expect(document.openapi).toMatch(/^3\.1\./);
  for (const [name, { method, path }] of endpoints) {
    const operation = document.paths[`/api${path}`]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    expect(Object.keys(operation?.responses ?? {})).toHaveLength(2);
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((reference) => !known.includes(reference))).toEqual([]);
});

const log: unknown[] = [];

/** The interface without a database: whatever reaches it fails with 500. */
function withoutDatabase(url: string) {
  const broken = new Proxy({}, { get: () => () => Promise.reject(new Error('no database')) });
  return createApp({
    db: broken,
    config: { url },
    now: () => new Date(),
    log: (line: unknown) => log.push(line),
  } as unknown as Deps);
}

const changing = endpoints.filter(([, { method }]) => method !== 'GET');

test.each(changing)(
  '%s is refused to pages of another origin, forms and plain text',
  async (_name, endpoint) => {
    const app = withoutDatabase('https://lotse.test');
    const path = `/api${endpoint.path.replaceAll(/\{\w+\}/g, '99999999-9999-4999-8999-999999999999')}`;
    const send = async (headers: Record<string, string>) => {
      const response = await app.request(path, { method: endpoint.method, headers, body: 'x=1' });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    for (const foreign of [
      { origin: 'https://fremd.test' },
      { origin: 'null' },
      { origin: 'https://lotse.test.fremd.test' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await send({ 'content-type': 'application/json', ...foreign })).toEqual([403, 'herkunft-fremd']);
    }
    if (!endpoint.body || endpoint.params) return;
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect(await send({ 'content-type': type })).toEqual([415, 'inhaltstyp-ungueltig']);
    }
  },
);

test('headers harden every answer: found, not found, too large, failed; HSTS only behind TLS', async () => {
  const app = withoutDatabase('https://lotse.test');
  const json = { 'content-type': 'application/json' };
  const answers = {
    200: await app.request('/api/openapi.json'),
    404: await app.request('/api/nirgendwo'),
    413: await app.request('/api/sitzung', { method: 'POST', headers: json, body: '"'.repeat(1_100_000) }),
    422: await app.request('/api/sitzung', { method: 'POST', headers: json, body: '{}' }),
    403: await app.request('/api/sitzung', {
      method: 'POST',
      headers: { ...json, origin: 'https://fremd.test' },
    }),
    500: await app.request('/api/ich'),
  };
  for (const [status, { status: actual, headers }] of Object.entries(answers)) {
    expect(String(actual)).toBe(status);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  }
  expect(await answers[500].text()).not.toContain('no database');
  const plain = await withoutDatabase('http://lotse.test').request('/');
  expect(plain.status).toBe(404);
  expect(plain.headers.get('strict-transport-security')).toBeNull();
  expect(plain.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
