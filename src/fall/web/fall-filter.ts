import type { z } from 'zod';
import { fallFilter } from '../filter.ts';

export type FallFilter = z.output<typeof fallFilter>;

/** The filter that an address asks for; what does not fit the contract is left out. */
export function readFilter(params: URLSearchParams): FallFilter {
  const asked = Object.fromEntries([...params].filter(([, value]) => value !== ''));
  const parsed = fallFilter.safeParse(asked);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.flatMap((issue) => [...namesOf(issue)]));
  return fallFilter.parse(Object.fromEntries(Object.entries(asked).filter(([name]) => !wrong.has(name))));
}

function namesOf(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
}

/** Names that stand for the view of a list, as a saved view keeps them. */
export function viewOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...params].filter(([name, value]) => value !== '' && name !== 'ab' && name !== 'anzahl'),
  );
}

/** True when an address shows exactly a saved view. */
export function isView(params: URLSearchParams, filter: Readonly<Record<string, string>>): boolean {
  const shown = viewOf(params);
  const names = new Set([...Object.keys(shown), ...Object.keys(filter)]);
  return [...names].every((name) => shown[name] === filter[name]);
}
