import { readFileSync } from 'node:fs';
import { paperLabelsSchema, type PaperLabels } from '../labels.ts';
import { papiersprachen } from '../sprachen.ts';

const known = new Map<string, PaperLabels>();

/** Words for papers in a language (ISO 639-3); German where the language is not offered. Read once, then kept. */
export function paperLabels(sprache: string): PaperLabels {
  const code = papiersprachen.some((s) => s.code === sprache) ? sprache : 'deu';
  const found = known.get(code);
  if (found) return found;
  const file = new URL(`../data/labels/${code}.json`, import.meta.url);
  const labels = paperLabelsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  known.set(code, labels);
  return labels;
}
