import type { Answer, Endpoint, Sent } from '#src/platform/contract.ts';
import { noteContact } from './idle.ts';
import { ProblemError } from './problem.ts';
import { countRenewals, mayRepeat } from './session-gate.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Made when the form opens (newKey); a repeated send then counts once. */
  readonly key?: string;
  /** Lets the browser finish the call after the page is gone. */
  readonly keepalive?: boolean;
  /** Refuses instead of asking over the page for a new sign-in or a new proof of identity. */
  readonly withoutSignIn?: boolean;
}

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Key that makes a write count once, however often it is sent. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Calls one operation of the interface; refusals arrive as ProblemError. */
export async function call<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  options: CallOptions = {},
): Promise<Answer<E>> {
  const response = await send(endpoint, partsOf(sent), options);
  const answer = response.status === 204 ? undefined : await response.json();
  return answer;
}

/** Fetches a file and lets the browser save it; returns the name under which it is saved. */
export async function download<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  options: CallOptions = {},
): Promise<string> {
  const response = await send(endpoint, partsOf(sent), options);
  const name = fileName(response.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}

/** Address of an operation below /api with its parameters and query. */
export function addressOf<E extends Endpoint>(endpoint: E, sent: Sent<E>): string {
  const { params, query } = partsOf(sent);
  return address(endpoint, params, query);
}

function partsOf(sent: object): Parts {
  return {
    params: 'params' in sent ? sent.params : undefined,
    query: 'query' in sent ? sent.query : undefined,
    body: 'body' in sent ? sent.body : undefined,
  };
}

async function send(endpoint: Endpoint, parts: Parts, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  const since = countRenewals();
  if (options.key !== undefined) headers['idempotency-key'] = options.key;
  const response = await fetch(address(endpoint, parts.params, parts.query), {
    method: endpoint.method,
    headers,
    body: parts.body === undefined ? null : JSON.stringify(parts.body),
    credentials: 'same-origin',
    keepalive: options.keepalive ?? false,
    signal: options.signal ?? null,
  });
  if (response.status !== 401) noteContact();
  if (response.ok) return response;
  const problem = readProblem(response.status, await response.text());
  if (!options.withoutSignIn && (await mayRepeat(problem.code, since))) return send(endpoint, parts, options);
  throw problem;
}

function address(endpoint: Endpoint, params: unknown, query: unknown): string {
  const values = new Map(entriesOf(params));
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ''),
  );
  const search = new URLSearchParams(entriesOf(query)).toString();
  return `/api${path}${search === '' ? '' : `?${search}`}`;
}

function entriesOf(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]): [string, string][] => {
    if (part === undefined || part === null || part === '') return [];
    return [[name, typeof part === 'string' ? part : JSON.stringify(part)]];
  });
}

/** Reads a problem document; anything else that failed becomes the code unerwartet. */
export function readProblem(status: number, text: string): ProblemError {
  try {
    const problem = JSON.parse(text);
    if (typeof problem?.code === 'string') return new ProblemError({ ...problem, status });
  } catch {
    // Not ours: a proxy's page, perhaps.
  }
  const code =
    status === 429 ? 'zu-viele-anfragen' : status === 503 ? 'datenbank-nicht-erreichbar' : 'unerwartet';
  return new ProblemError({ code, status });
}

function fileName(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? 'lotse' : decodeURIComponent(encoded);
}
