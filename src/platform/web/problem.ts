import type { FieldRefusal, Problem } from '#src/platform/refusal.ts';
import type { Same, Sprache } from '#src/platform/texts.ts';
import { de, en } from './texts.ts';

/** A refused or failed call: stable code, fields by JSON pointer, values for the text. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly felder: readonly FieldRefusal[];
  readonly daten: Readonly<Record<string, unknown>>;
  /** Names the request in the server's log; shown so that it can be quoted. */
  readonly kennung: string | undefined;

  constructor(problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>) {
    super(problem.code);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.felder = problem.felder ?? [];
    this.daten = problem.daten ?? {};
    this.kennung = problem.kennung;
  }
}

/** Turns whatever was thrown into a ProblemError; a lost network becomes the code netz-weg. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof TypeError) return new ProblemError({ code: 'netz-weg', status: 0 });
  return new ProblemError({ code: 'unerwartet', status: 0 });
}

/** True for the error of a call that was cancelled on purpose. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Texts for refusal codes: of the concept first, then the common ones. */
export type CodeTexts = Readonly<Record<string, string>>;

/** Prose for a code in the language of the page; an unknown code is named, never hidden. */
export function describeCode(sprache: Sprache, code: string, own: CodeTexts = {}): string {
  const common: Same<typeof de> = sprache === 'de' ? de : en;
  const known: CodeTexts = common.code;
  return own[code] ?? known[code] ?? common.unbekannterCode(code);
}
