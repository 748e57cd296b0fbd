import type { TerminZeile } from '../contract.ts';

/** Name and number of whom an appointment is for, as far as the account may see them. */
export function subjectLabel({ person, nummer }: Pick<TerminZeile, 'person' | 'nummer'>): string {
  return [person ? `${person.vorname} ${person.familienname}`.trim() : '', nummer ?? '']
    .filter((part) => part !== '')
    .join(', ');
}
