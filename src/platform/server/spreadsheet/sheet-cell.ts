import { unescapeText } from './escaped-text.ts';
import { isoDayToSerial, toSerial1900 } from './excel-date.ts';
import type { DateSystem } from './excel-date.ts';
import type { XmlAttributes } from './parse-xml.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { CachedValue, Cell } from './table-file.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: DateSystem;
}

/** The pieces of one `<c>` element; `formula` is undefined without an `<f>`. */
export interface RawCell {
  readonly attributes: XmlAttributes;
  readonly value: string;
  readonly inline: string;
  readonly formula: string | undefined;
}

/** The typed cell, `null` when it holds nothing but formatting. */
export function toCell(raw: RawCell, context: CellContext): Cell {
  const cached = toValue(raw, context);
  return raw.formula === undefined ? cached : { kind: 'formula', text: raw.formula, cached };
}

function toValue({ attributes, value, inline }: RawCell, context: CellContext): CachedValue {
  const type = attributes['t'] ?? 'n';
  if (type === 'inlineStr') return toText(unescapeText(inline));
  if (type === 'str') return toText(unescapeText(value));
  if (value === '') return null;
  switch (type) {
    case 's':
      return toText(sharedString(value, context));
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return isoDate(value);
    default:
      return toNumber(value, attributes, context);
  }
}

function toText(text: string): CachedValue {
  return text === '' ? null : { kind: 'text', text };
}

function sharedString(index: string, { sharedStrings }: CellContext): string {
  const text = sharedStrings[Number(index)];
  if (text === undefined) throw new SpreadsheetError('datei-beschaedigt', 'gemeinsamer Text fehlt');
  return text;
}

function isoDate(value: string): CachedValue {
  const serial = isoDayToSerial(value.slice(0, 10));
  return serial === null ? toText(value) : { kind: 'number', value: serial, isDate: true };
}

function toNumber(text: string, attributes: XmlAttributes, context: CellContext): CachedValue {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new SpreadsheetError('datei-beschaedigt', 'Zahl');
  const isDate = context.dateStyles[Number(attributes['s'] ?? '0')] ?? false;
  return { kind: 'number', value: isDate ? toSerial1900(value, context.dateSystem) : value, isDate };
}
