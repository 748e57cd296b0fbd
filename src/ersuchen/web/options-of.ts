/** Codes as choices with their words. */
export function optionsOf<C extends string>(
  codes: readonly C[],
  worte: Readonly<Record<C, string>>,
): { value: C; label: string }[] {
  return codes.map((value) => ({ value, label: worte[value] }));
}
