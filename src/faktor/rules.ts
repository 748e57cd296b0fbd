/** Recovery codes per account. */
export const codeCount = 10;
/** From so few recovery codes on the account is warned. */
export const fewCodes = 3;
/** Apps and passkeys per account. */
export const mostFaktoren = 10;

/** Letters that nobody mixes up on paper. */
const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 10;

/** A recovery code as it is compared: without blanks, hyphens and capitals; undefined: cannot be one. */
export function normalizeCode(text: string): string | undefined {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, '');
  const all = new RegExp(`^[${codeLetters}]{${codeLength}}$`);
  return all.test(code) ? code : undefined;
}

/** As it is shown and printed: two halves of five. */
export function showCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** Ten letters: about 49 bits, of which few can be tried. */
export function makeCode(pick: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeLetters.charAt(pick(codeLetters.length))).join('');
}
