import type { Context } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '#src/platform/contract.ts';
import { Refusal, type FieldRefusal } from '#src/platform/refusal.ts';
import { readCheckedJson } from './check-json.ts';

export interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  upload?: Buffer;
}

const MAX_JSON_BYTES = 1_000_000;

/** Checks params, query and body against the contract; everything wrong comes back at once, field by field. */
export async function parseParts(c: Context, endpoint: Endpoint): Promise<Parts> {
  const parts: Parts = {};
  const felder: FieldRefusal[] = [];
  if (endpoint.params) {
    const params = endpoint.params.safeParse(c.req.param());
    // A malformed id cannot exist, and says no more than an unknown one.
    if (!params.success) throw new Refusal('nicht-gefunden', 404);
    parts.params = params.data;
  }
  if (endpoint.query) parts.query = check(endpoint.query, flatQuery(c, felder), '/query', felder);
  if (endpoint.upload !== undefined) parts.upload = await readBytes(c, endpoint.upload);
  else if (endpoint.body) parts.body = check(endpoint.body, await readJson(c), '', felder);
  if (felder.length > 0) throw new Refusal('eingabe-ungueltig', 422, { felder });
  return parts;
}

/** A name that stands twice could mean two things to two readers. */
function flatQuery(c: Context, felder: FieldRefusal[]): Record<string, string> {
  const { searchParams } = new URL(c.req.url);
  for (const name of new Set(searchParams.keys())) {
    if (searchParams.getAll(name).length > 1)
      felder.push({ instance: `/query/${name.slice(0, 60)}`, code: 'wert-ungueltig' });
  }
  return Object.fromEntries(searchParams);
}

async function readBytes(c: Context, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (Number(c.req.header('content-length') ?? 0) > limit) throw new Refusal('datei-zu-gross', 413);
  const stream = c.req.raw.body;
  if (!stream) return Buffer.alloc(0);
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > limit) throw new Refusal('datei-zu-gross', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readJson(c: Context): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new Refusal('inhaltstyp-ungueltig', 415);
  return readCheckedJson(await readSmall(c));
}

/** A body of known and permitted length is taken in one piece; the server never hands over more than announced. */
async function readSmall(c: Context): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (length !== undefined && Number(length) <= MAX_JSON_BYTES)
    return new Uint8Array(await c.req.arrayBuffer());
  return readBytes(c, MAX_JSON_BYTES);
}

function check(schema: z.ZodType, value: unknown, base: string, felder: FieldRefusal[]): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    felder.push({ instance: `${base}/${issue.path.map(String).join('/')}`, code: codeOf(issue) });
  }
  return undefined;
}

/** Our own codes travel as the issue's message; Zod's own issues are named by their kind. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)+$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'pflichtfeld' : 'wert-ungueltig';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'pflichtfeld' : 'wert-zu-klein';
    case 'too_big':
      return 'wert-zu-gross';
    case 'unrecognized_keys':
      return 'feld-unbekannt';
    default:
      return 'wert-ungueltig';
  }
}
