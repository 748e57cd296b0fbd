const list = `'(?:[^']|'')*'(?:, '(?:[^']|'')*')*`;

/**
 * The union type of a column whose check names its values: `x in (…)`, `x = '…'`, or `x <@ array[…]`
 * for an array. Undefined when no check has one of these forms.
 */
export function findAllowedValues(checks: string[], column: string): string | undefined {
  for (const check of checks) {
    // Brackets and casts say nothing about the values, unless they stand inside one.
    if (/'[^']*[()[\]:][^']*'(?=[,:\])])/.test(check)) continue;
    const text = check
      .replace(/^CHECK /, '')
      .replaceAll(/[()]/g, '')
      .replaceAll(/::[a-z]+(?: varying)?(\[\])?/g, '');
    const match = new RegExp(
      `^(?:"?${column}"? IS NULL OR )?"?${column}"? (?:= ANY ARRAY\\[(${list})\\]|<@ ARRAY\\[(${list})\\]|= (${list}))$`,
    ).exec(text);
    const values = match?.[1] ?? match?.[2] ?? match?.[3];
    if (values !== undefined) return values.replaceAll("', '", "' | '").replaceAll("''", "\\'");
  }
  return undefined;
}
