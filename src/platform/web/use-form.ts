import { useRef, useState } from 'react';
import { newKey } from './call.ts';
import { asProblem, type ProblemError } from './problem.ts';
import { invalidate } from './query.ts';
import { useDraft, type DraftPlace, type DraftState } from './use-draft.ts';

export type FieldValue = string | boolean | number | null | readonly string[];
export type FormValues = Readonly<Record<string, FieldValue>>;
interface Preventable {
  preventDefault(): void;
}
export type FieldCodes<V> = { readonly [K in keyof V]?: string };

export interface FormOptions<V extends FormValues, R> {
  readonly initial: V;
  /** Saves drafts under this name; leave out for forms that hold nothing worth keeping. */
  readonly draft?: DraftPlace | undefined;
  /** JSON pointer of a field in the request where it is not `/name`. */
  readonly instances?: FieldCodes<V>;
  /** Codes of fields that need no server to be refused. */
  readonly check?: (values: V) => FieldCodes<V>;
  readonly send: (values: V, key: string) => Promise<R>;
  readonly onDone?: (answer: R, values: V) => void;
}

export interface Bound<T> {
  readonly name: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Refusal code of this field; fields turn it into words. */
  readonly error: string | undefined;
}

export interface Form<V extends FormValues> {
  readonly values: V;
  readonly bind: <K extends keyof V & string>(name: K) => Bound<V[K]>;
  readonly patch: (values: Partial<V>) => void;
  readonly submit: (event?: Preventable) => void;
  readonly reset: () => void;
  readonly pending: boolean;
  readonly dirty: boolean;
  /** Refused fields in the order of the form. */
  readonly errors: readonly { readonly name: string; readonly code: string }[];
  /** Refusal of the whole, beside the fields. */
  readonly problem: ProblemError | undefined;
  /** Counts refusals, so that the summary takes the focus each time. */
  readonly attempt: number;
  readonly draft: DraftState;
}

/** A form whose values survive refusals, time-outs and crashes; refusals go to their fields by `instance`. */
export function useForm<V extends FormValues, R>(options: FormOptions<V, R>): Form<V> {
  const [values, setValues] = useState(options.initial);
  const [dirty, setDirty] = useState(false);
  const [pending, setPending] = useState(false);
  const [codes, setCodes] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ProblemError>();
  const [attempt, setAttempt] = useState(0);
  const key = useRef('');

  function restore(werte: Readonly<Record<string, unknown>> | undefined) {
    setValues(werte ? withDraft(options.initial, werte) : options.initial);
    setDirty(false);
    setCodes({});
    setProblem(undefined);
  }
  const draft = useDraft(options.draft, values, dirty, restore);

  function patch(changed: Partial<V>) {
    setDirty(true);
    setValues((before) => ({ ...before, ...changed }));
    setCodes((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changed))));
  }

  function refuse(next: Readonly<Record<string, string>>, whole: ProblemError | undefined) {
    setCodes(next);
    setProblem(whole);
    setAttempt((before) => before + 1);
  }

  async function send() {
    const early = present(options.check?.(values) ?? {});
    if (Object.keys(early).length > 0) {
      refuse(early, undefined);
      return;
    }
    // One key per filling: a repeat after a lost answer counts once, a corrected form is a new request.
    key.current ||= newKey();
    setPending(true);
    try {
      const answer = await options.send(values, key.current);
      key.current = '';
      setCodes({});
      setProblem(undefined);
      setDirty(false);
      draft.finish();
      invalidate();
      options.onDone?.(answer, values);
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status !== 0) key.current = '';
      const { fields, rest } = sortRefusals(refused, Object.keys(values), options.instances ?? {});
      refuse(fields, rest || Object.keys(fields).length === 0 ? refused : undefined);
    } finally {
      setPending(false);
    }
  }

  function submit(event?: Preventable) {
    event?.preventDefault();
    if (!pending) void send();
  }

  function reset() {
    restore(undefined);
  }

  function bind<K extends keyof V & string>(name: K): Bound<V[K]> {
    const one: Partial<V> = {};
    return {
      name,
      value: values[name],
      onChange: (value) => patch(Object.assign(one, { [name]: value })),
      error: codes[name],
    };
  }

  const errors = Object.keys(values).flatMap((name) => {
    const code = codes[name];
    return code === undefined ? [] : [{ name, code }];
  });
  return { values, bind, patch, submit, reset, pending, dirty, errors, problem, attempt, draft };
}

function present(codes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, code] of Object.entries(codes)) if (code !== undefined) kept[name] = code;
  return kept;
}

function sortRefusals(
  refused: ProblemError,
  names: readonly string[],
  instances: Readonly<Record<string, string | undefined>>,
): { fields: Record<string, string>; rest: boolean } {
  const fields: Record<string, string> = {};
  let rest = false;
  for (const { instance, code } of refused.felder) {
    const name = names.find((each) => {
      const own = instances[each] ?? `/${each}`;
      return instance === own || instance.startsWith(`${own}/`);
    });
    if (name === undefined) rest = true;
    else fields[name] ??= code;
  }
  return { fields, rest };
}

/** Takes over what the draft still has in common with the form. */
function withDraft<V extends FormValues>(initial: V, werte: Readonly<Record<string, unknown>>): V {
  const kept = Object.fromEntries(
    Object.entries(initial)
      .filter(([name, value]) => isSameKind(value, werte[name]))
      .map(([name]) => [name, werte[name]]),
  );
  return Object.assign({}, initial, kept);
}

function isSameKind(value: FieldValue, kept: unknown): boolean {
  if (Array.isArray(value)) return Array.isArray(kept) && kept.every((part) => typeof part === 'string');
  if (value === null) return kept === null || typeof kept === 'string' || typeof kept === 'number';
  return typeof kept === typeof value;
}
