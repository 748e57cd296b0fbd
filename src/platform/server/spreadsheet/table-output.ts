/** One cell to write: text, number, yes/no, an ISO day, or a share (0.425 shows as 42,5 %). Empty text is an empty cell. */
export type OutCell =
  | null
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly percent: number };

/** A column with its heading; `width` in characters, taken from the heading when absent. */
export interface OutColumn {
  readonly title: string;
  readonly width?: number;
}

/** A table to write. Title and notes stand above the heading row, footnotes below the last row. */
export interface OutSheet {
  readonly name: string;
  readonly title?: string;
  readonly notes?: readonly string[];
  readonly columns: readonly OutColumn[];
  readonly rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
  readonly footnotes?: readonly string[];
  /** Which file this is: as a line below everything and at the foot of each printed page. */
  readonly mark?: string;
}
