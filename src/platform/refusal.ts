/** A field at which something is wrong: a JSON pointer into the request and a stable code. */
export interface FieldRefusal {
  readonly instance: string;
  readonly code: string;
}

export interface RefusalDetail {
  readonly instance?: string;
  readonly felder?: readonly FieldRefusal[];
  /** Values that a text needs (dates, numbers); never a name or other content of a record. */
  readonly daten?: Readonly<Record<string, unknown>>;
}

/** A refusal with a stable code; the prose is chosen by whoever shows it. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507;
  readonly detail: RefusalDetail;

  constructor(code: string, status: Refusal['status'] = 422, detail: RefusalDetail = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** What may not be seen does not exist. */
export function notFound(): Refusal {
  return new Refusal('nicht-gefunden', 404);
}

/** Refuses at one field of the body. */
export function fieldRefusal(instance: string, code: string, daten: RefusalDetail['daten'] = {}): Refusal {
  return new Refusal('eingabe-ungueltig', 422, { felder: [{ instance, code }], daten });
}

/** Refuses when something is wrong; the first code names the refusal, all fields travel with it. */
export function refuseFields(felder: readonly FieldRefusal[]): void {
  const [first] = felder;
  if (first) throw new Refusal(first.code, 422, { felder });
}

/** Problem document of RFC 9457 as the interface sends it. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly instance?: string;
  readonly felder?: readonly FieldRefusal[];
  readonly daten?: Readonly<Record<string, unknown>>;
  /** Names the request in the server's log. */
  readonly kennung?: string;
}
