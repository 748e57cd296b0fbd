const salutation = /\b(herrn?|frau|familie|mr|mrs|ms)\.?\s+\p{Lu}/iu;
/** Numbers of cases and requests, birth days, telephone numbers and addresses of mail point to a person. */
const pointers = [
  /\b[A-Z]{1,4}-\d{2,}/u,
  /\b\d{1,2}\.\d{1,2}\.(19|20)\d{2}\b/u,
  /\S@[^\s@]+\.[^\s@]/u,
  /\d[\d /()-]{6,}\d/u,
];

/**
 * True where words for the system level look as if they named somebody: a salutation with a name, a number of a case, a
 * birth day, or the name of the person of the case itself.
 */
export function namesPerson(text: string, namen: readonly string[]): boolean {
  if (salutation.test(text) || pointers.some((pattern) => pattern.test(text))) return true;
  const words = new Set(text.toLocaleLowerCase('de').split(/[^\p{L}]+/u));
  return namen
    .flatMap((name) => name.toLocaleLowerCase('de').split(/[^\p{L}]+/u))
    .some((name) => name.length > 2 && words.has(name));
}
