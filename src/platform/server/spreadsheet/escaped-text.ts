/** Undoes the `_x000D_` notation that spreadsheets use for characters XML cannot carry. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Text for an XML element: markup escaped, forbidden characters in `_x000D_` notation, lone surrogates as U+FFFD. */
export function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      // a literal _x0041_ typed by a person must not come back as "A"
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, toEscape)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function toEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
