import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import { listen, type Listening } from '#src/app/server/listen.ts';
import { serveStatic } from '#src/app/server/static.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { contentSecurityPolicy, filePolicy } from '#src/platform/server/headers.ts';
import { openLimits } from '#src/platform/server/limits.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { kreis } from './support/fixture.ts';

let app: TestApp;
let listening: Listening;
const changes = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 };
beforeAll(async () => {
  app = await startTestApp();
  serveStatic(app.app, new URL('../dist/web', import.meta.url).pathname);
  listening = await listen(app.app, { port: 0, hostname: '127.0.0.1', changes });
});
afterAll(async () => {
  listening.server.closeAllConnections();
  listening.server.close();
  await app.close();
});

const id = '99999999-9999-4999-8999-999999999999';

/** What is missing among the headers of an answer. */
function missing(path: string, headers: Headers): string[] {
  const expected: [string, RegExp][] = [
    ['content-security-policy', /default-src 'none'.*frame-ancestors 'none'/],
    ['x-content-type-options', /^nosniff$/],
    ['x-frame-options', /^DENY$/],
    ['referrer-policy', /^no-referrer$/],
    ['cross-origin-opener-policy', /^same-origin$/],
    ['cross-origin-resource-policy', /^same-origin$/],
    ['permissions-policy', /camera=\(\)/],
    ...(path.startsWith('/api/') ? [['cache-control', /^no-store$/] as [string, RegExp]] : []),
  ];
  return expected
    .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ''))
    .map(([name]) => `${path}: ${name}`);
}

test('every operation answers with every header, signed in or not, found or not', async () => {
  const problems: string[] = [];
  for (const endpoint of Object.values(contract) as Endpoint[]) {
    const path = `/api${endpoint.path.replace('{kreisId}', kreis).replaceAll(/\{\w+\}/g, id)}`;
    const init = { method: endpoint.method, ...(endpoint.method === 'GET' ? {} : { body: '{}' }) };
    const reply = await app.app.request(path, { ...init, headers: { 'content-type': 'application/json' } });
    problems.push(...missing(path, reply.headers));
    if (reply.status >= 500) problems.push(`${path}: ${reply.status}`);
  }
  expect(problems).toEqual([]);
});

test('pages, their parts, wrong addresses and the document of the interface have them, too', async () => {
  const problems: string[] = [];
  for (const path of [
    '/',
    '/k/x/fall',
    '/assets/nichts.js',
    '/api/openapi.json',
    '/api/zustand',
    '/%E0%A4%A',
    '/..%2f..%2fetc/passwd',
    '/kontaktblatt/nirgendwo',
    '/api/%E0%A4%A',
  ]) {
    const reply = await fetch(`http://127.0.0.1:${listening.port}${path}`);
    problems.push(...missing(path, reply.headers));
    if (reply.status >= 500) problems.push(`${path}: ${reply.status}`);
  }
  expect(problems).toEqual([]);
});

test('the evaluator finds nothing of weight in the policies, and neither allows what is unsafe', () => {
  for (const policy of [contentSecurityPolicy, filePolicy]) {
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    expect(findings.filter(({ severity }) => severity <= Severity.MEDIUM)).toEqual([]);
    expect(policy).not.toMatch(/unsafe|\*/);
  }
  expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
  expect(/trusted-types ([^;]+)$/.exec(contentSecurityPolicy)?.[1]?.split(' ')).toHaveLength(1);
});

test('a download may do nothing where it is opened; its name cannot break out of the header', async () => {
  const reply = await app.as('koordination').get(`/kreis/${kreis}/angebot_export?format=csv`);
  expect(reply.headers.get('content-security-policy')).toContain('sandbox');
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
  expect(reply.headers.get('cache-control')).toBe('no-store');
});

/** What the server sends back over a bare line, until it closes it. */
async function speak(write: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(listening.port, '127.0.0.1', () => write(socket));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

test.each<[string, string, string]>([
  ['what is no request', 'GEHEIM\r\n\r\n', '400'],
  ['headers beyond 12 KB', `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ['an address beyond 12 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431'],
  [
    'two lengths',
    'POST /api/sitzung HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{',
    '400',
  ],
  [
    'length and pieces',
    'POST /api/sitzung HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
])('D6 C6 %s is refused with the headers and without a reason', async (_what, text, status) => {
  const answer = await speak((socket) => socket.write(text));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  for (const header of [
    'content-security-policy: default-src',
    'x-content-type-options: nosniff',
    'cache-control: no-store',
  ])
    expect(answer.toLowerCase()).toContain(header);
  expect(answer).not.toMatch(/HPE_|Parse Error/);
});

test('two hundred lines that say their headers or their body never to the end are closed, and others are served', async () => {
  const starts = [
    'GET / HTTP/1.1\r\nHost: a\r\nX-',
    'POST /api/sitzung HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a',
  ];
  const slow = Array.from({ length: 200 }, (_, at) =>
    speak((socket) => socket.write(starts[at % 2] ?? '')).catch(() => 'closed'),
  );
  const served = await fetch(`http://127.0.0.1:${listening.port}/api/zustand`);
  expect(served.status).toBe(200);
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(?:HTTP\/1.1 4(?:00|08)|closed|$)/);
});

test('a body beyond its limit is refused before it is read to the end', async () => {
  const sent = await new Promise<{ status: number | undefined; bytes: number }>((resolve) => {
    let bytes = 0;
    const call = request(
      {
        port: listening.port,
        host: '127.0.0.1',
        path: '/api/sitzung',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (answer) => resolve({ status: answer.statusCode, bytes }),
    );
    call.on('error', () => undefined);
    const piece = Buffer.alloc(64 * 1024, 0x20);
    const write = () => {
      if (bytes < 100_000_000 && !call.destroyed) {
        bytes += piece.length;
        call.write(piece, () => setImmediate(write));
      }
    };
    write();
  });
  expect(sent.status).toBe(413);
  expect(sent.bytes).toBeLessThan(20_000_000);
});

test('who asks without a session is counted by address, also on public pages, and told so in words', async () => {
  const limited = await startTestApp({ limits: openLimits() });
  try {
    const get = (path: string) => limited.app.request(path);
    let page = await get('/kontaktblatt/nirgendwo');
    for (let call = 0; call < 700 && page.status !== 429; call += 1)
      page = await get('/kontaktblatt/nirgendwo');
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await page.text()).toMatch(/^Zu viele Anfragen\..*Too many requests\./);
    const feed = await get('/api/kalender/abcdefghijklmnopqrstuvwxyz.ics');
    expect([feed.status, ((await feed.json()) as { code: string }).code]).toEqual([429, 'zu-viele-anfragen']);
    expect(missing('/api/kalender', feed.headers)).toEqual([]);
    expect((await limited.as('koordination').get('/ich')).status).toBe(200);
  } finally {
    await limited.close();
  }
});
