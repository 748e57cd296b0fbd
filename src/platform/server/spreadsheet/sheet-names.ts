const maxLength = 31;

/** Names a spreadsheet accepts: no `[]:*?/\`, at most 31 characters, each different without regard to case. */
export function uniqueSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = cleanName(name);
    let unique = base.slice(0, maxLength);
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`;
      unique = base.slice(0, maxLength - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function cleanName(name: string): string {
  const clean = name
    // oxlint-disable-next-line no-control-regex
    .replace(/[[\]:*?/\\\u0000-\u001F]+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
    .toWellFormed();
  // Excel keeps "History" for itself
  return clean === '' || clean.toLowerCase() === 'history' ? `Tabelle ${clean}`.trim() : clean;
}
