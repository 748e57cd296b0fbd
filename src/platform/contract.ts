import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What an answer reveals. `person`: a named person, so every call leaves a row in lesezugriff.
 * `fall`: pseudonymous cases. `zahlen`: anonymous figures. `stamm`: territory, rules, accounts.
 */
export type Reveals = 'person' | 'fall' | 'zahlen' | 'stamm' | 'nichts';

/** One operation of the interface: routes, validation, OpenAPI, browser client and rights matrix come from it. */
export interface Endpoint {
  readonly method: Method;
  /** Below /api, with {name} for parameters. */
  readonly path: string;
  readonly summary: string;
  /** Looked up in the policies; `offen` needs no session, `angemeldet` any session. */
  readonly ability: string;
  readonly reveals: Reveals;
  readonly refusals: readonly string[];
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly out?: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** A read that travels as POST so that no name ever stands in an address. */
  readonly liest?: true;
  /** Opens named records of one Kreis for this transaction only; checked again in the database. */
  readonly zweck?: 'uebernahme' | 'uebergabe';
  /** Only right after the person has proved anew who she is (password, second factor): sensitive acts, ASVS 7.5.3. */
  readonly bestaetigt?: true;
  /** The answer is a file with this media type instead of JSON. */
  readonly file?: string;
  /** Against which limit a file counts when it is no export and no print. */
  readonly limit?: 'anlage';
  /** The request is a file (raw bytes), at most this many bytes. */
  readonly upload?: number;
}

export type Contract = Readonly<Record<string, Endpoint>>;

/** Keeps the literal types of an endpoint. */
export function endpoint<const E extends Endpoint>(value: E): E {
  return value;
}

type Parts = 'params' | 'query' | 'body';

/** What a caller sends: the schemas' input side. */
export type Sent<E extends Endpoint> = {
  [P in Parts as E[P] extends z.ZodType ? P : never]: E[P] extends z.ZodType ? z.input<E[P]> : never;
};

/** What a handler receives: the schemas' output side. */
export type Received<E extends Endpoint> = {
  [P in Parts as E[P] extends z.ZodType ? P : never]: E[P] extends z.ZodType ? z.output<E[P]> : never;
};

export type Answer<E extends Endpoint> = E['out'] extends z.ZodType ? z.output<E['out']> : undefined;
