import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Table } from '#src/ui/web/Table.tsx';
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
  const t = useTexts(texts);
  const [conflicts] = useState(() => conflictsOf(base, mine, other));
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'other'>>>(() => {
    const start = Object.fromEntries(conflicts.map(({ name, kept }) => [name, kept]));
    const taken = conflicts.filter(({ kept }) => kept === 'other');
    // What only the other one changed stands in the form at once.
    if (taken.length > 0) {
      queueMicrotask(() => onChoose(Object.fromEntries(taken.map(({ name }) => [name, other[name] ?? '']))));
    }
    return start;
  });
  const describe = useWords(kreis);
  if (conflicts.length === 0) return <Notice title={t.konfliktGleich} />;

  function choice(name: string, which: 'mine' | 'other') {
    const values = which === 'mine' ? mine : other;
    return (
      <label className="check">
        <input
          type="radio"
          name={`konflikt-${name}`}
          checked={chosen[name] === which}
          onChange={() => {
            setChosen({ ...chosen, [name]: which });
            onChoose({ [name]: values[name] ?? '' });
          }}
        />
        <span className="preline">{describe.value(name, values[name] ?? '')}</span>
      </label>
    );
  }

  return (
    <Table
      caption={t.konfliktTitel}
      showCaption
      rows={conflicts}
      rowKey={({ name }) => name}
      columns={[
        { id: 'feld', header: t.konfliktFeld, rowHeader: true, cell: ({ name }) => describe.label(name) },
        { id: 'meine', header: t.konfliktMeine, cell: ({ name }) => choice(name, 'mine') },
        { id: 'andere', header: t.konfliktAndere, cell: ({ name }) => choice(name, 'other') },
      ]}
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
