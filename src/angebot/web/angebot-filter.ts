import { angebotFilter, type AngebotFilter } from '../contract.ts';

const names = [
  'suche',
  'art',
  'lebensbereich',
  'kommune',
  'rechtskreis',
  'zielgruppe',
  'sprache',
  'stelle',
  'freie',
  'pruefen',
  'beendete',
] as const;
export type Filter = Omit<AngebotFilter, 'anzahl' | 'karte'>;

/** The filter of an address; what no filter can be is left out, so that an old link still shows something. */
export function readAngebotFilter(params: URLSearchParams): Filter {
  const filter: Record<string, string> = {};
  for (const name of names) {
    const value = params.get(name);
    const checked = angebotFilter.shape[name].safeParse(value ?? undefined);
    if (value !== null && value !== '' && checked.success) filter[name] = value;
  }
  const { anzahl: _, karte: __, ...rest } = angebotFilter.parse(filter);
  return rest;
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed(filter: Filter): boolean {
  return names.some((name) => name !== 'pruefen' && filter[name] !== undefined);
}
