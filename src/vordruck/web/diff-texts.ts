/** A piece of text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'new' | 'gone';
  readonly text: string;
}

/** Texts of two versions side by side, changed ones word by word, in the order of the new version. */
export function diffTexts(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly Piece[])[] {
  const rows: (readonly Piece[])[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  function flush() {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      rows.push(diffWords(gone[at] ?? '', come[at] ?? ''));
    }
    gone = [];
    come = [];
  }
  for (const { kind, text } of diff(before, after)) {
    if (kind === 'gone') gone.push(text);
    else if (kind === 'new') come.push(text);
    else {
      flush();
      rows.push([{ kind, text }]);
    }
  }
  flush();
  return rows;
}

function diffWords(before: string, after: string): readonly Piece[] {
  const words = (text: string) => text.match(/(?<!\s)\s*\S+/g) ?? [];
  const joined: Piece[] = [];
  for (const piece of diff(words(before), words(after))) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind)
      joined[joined.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

/** Longest common sequence: what is in both stays, the rest went or came. */
function diff(before: readonly string[], after: readonly string[]): Piece[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const next = after[column];
    if (old !== undefined && old === next) {
      pieces.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && (next === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'gone', text: old });
      row += 1;
    } else {
      pieces.push({ kind: 'new', text: next ?? '' });
      column += 1;
    }
  }
  return pieces;
}
