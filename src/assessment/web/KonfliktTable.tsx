import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';
import { dimension, ressourceArt } from '../runde.ts';
import { conflictsOf, type RundeValues } from './runde-values.ts';
import * as texts from './texts.ts';

export interface KonfliktTableProps {
  readonly kreis: KreisStamm;
  /** What the form was opened with. */
  readonly base: RundeValues;
  readonly mine: RundeValues;
  /** What is stored now. */
  readonly other: RundeValues;
  readonly onChoose: (values: RundeValues) => void;
}

/** Both versions of every field that differs, side by side, with a choice for each. */
export function KonfliktTable({ kreis, base, mine, other, onChoose }: KonfliktTableProps) {
  const words = useWords(kreis);
  return (
    <ConflictTable
      rows={conflictsOf(base, mine, other).map(({ name, kept }) => ({
        name,
        label: words.label(name),
        mine: words.value(name, mine[name] ?? ''),
        other: words.value(name, other[name] ?? ''),
        kept,
      }))}
      onChoose={(changed, others) =>
        onChoose(
          Object.fromEntries(changed.map((name) => [name, (others.has(name) ? other : mine)[name] ?? ''])),
        )
      }
    />
  );
}

function useWords(kreis: KreisStamm) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const fields: Readonly<Record<string, string>> = {
    bedarf: t.fachlich,
    sicht: t.eigeneSicht,
    bearbeitet: t.wurdeBearbeitet,
    worte: t.worte,
    notiz: t.notiz,
    ...Object.fromEntries(
      ressourceArt.options.flatMap((art) => [
        [art, t.ressourceZu[art]],
        [`${art}Text`, `${t.ressourceZu[art]}: ${t.welche}`],
      ]),
    ),
  };
  return {
    label(name: string): string {
      if (name === 'am') return t.am;
      if (name === 'gespraech') return t.gespraech;
      const [first = '', field = ''] = name.split('.');
      const level = dimension.options.find((each) => each === field);
      if (first === 'selbst' && level) return t.feld(t.selbststand, t.anker[level].name);
      return t.feld(codeName(kreis.codeliste.lebensbereich, first, sprache), fields[field] ?? field);
    },
    value(name: string, value: string): string {
      if (value === '') return t.leer;
      if (name === 'am') return isDay(value) ? formatDay(value) : value;
      const [first = '', field = ''] = name.split('.');
      if (first === 'selbst') return t.stufe(Number(value));
      const words: Readonly<Record<string, string>> =
        field === 'bedarf' || field === 'sicht'
          ? t.bedarf
          : field === 'bearbeitet'
            ? t.bearbeitet
            : ressourceArt.options.some((art) => art === field)
              ? t.vorhanden
              : {};
      return words[value] ?? value;
    },
  };
}
