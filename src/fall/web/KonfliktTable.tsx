import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';
import type { FallValues } from './fall-values.ts';
import { conflictsOf, type FieldName } from './conflict.ts';
import * as texts from './texts.ts';

export interface KonfliktTableProps {
  readonly kreis: KreisStamm;
  /** What the form was opened with. */
  readonly base: FallValues;
  readonly mine: FallValues;
  /** What is stored now. */
  readonly other: FallValues;
  readonly onChoose: (values: Partial<FallValues>) => void;
}

/** Both values of everything that differs, side by side, with a choice for each. */
export function KonfliktTable({ kreis, base, mine: typed, other, onChoose }: KonfliktTableProps) {
  const t = useTexts(texts);
  const words = useWords(kreis);
  // The comparison stands still while the choice changes the form below it.
  const [mine] = useState(typed);
  return (
    <ConflictTable
      rows={conflictsOf(base, mine, other).map(({ name, kept }) => ({
        name,
        label: t[labelOf(name)],
        mine: words(name, mine),
        other: words(name, other),
        kept,
      }))}
      onChoose={(changed, others) =>
        onChoose(Object.fromEntries(changed.map((name) => [name, (others.has(name) ? other : mine)[name]])))
      }
    />
  );
}

function labelOf(name: FieldName) {
  if (name === 'kommuneId') return 'kommune';
  return name === 'ortsteilId' ? 'ortsteil' : name;
}

function useWords(kreis: KreisStamm): (name: FieldName, values: FallValues) => string {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (name, values) => {
    const value = values[name];
    if (value.length === 0) return t.leer;
    if (name === 'lebensbereich') {
      return values.lebensbereich
        .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
        .join(', ');
    }
    const text = String(value);
    switch (name) {
      case 'kommuneId':
        return nameOf(kreis.kommune, text);
      case 'ortsteilId':
        return nameOf(
          kreis.kommune.flatMap((kommune) => kommune.ortsteil),
          text,
        );
      case 'geschlecht':
      case 'herkunftsland':
      case 'leistungsbezug':
      case 'zugang':
        return codeName(kreis.codeliste[name], text, sprache);
      default:
        return isDay(text) ? formatDay(text) : text;
    }
  };
}
