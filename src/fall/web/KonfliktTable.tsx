import { useEffect, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Table } from '#src/ui/web/Table.tsx';
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
  const conflicts = conflictsOf(base, mine, other);
  const [chosen, setChosen] = useState<ReadonlySet<FieldName>>(
    () => new Set(conflicts.filter((each) => each.kept === 'other').map((each) => each.name)),
  );
  useEffect(() => {
    const picked: Partial<FallValues> = {};
    for (const { name } of conflicts)
      Object.assign(picked, { [name]: (chosen.has(name) ? other : mine)[name] });
    onChoose(picked);
    // Only a choice changes the form; typing in it afterwards is kept.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, other]);

  function choice(name: FieldName, value: FallValues, isOther: boolean) {
    return (
      <label className="check">
        <input
          type="radio"
          name={`konflikt-${name}`}
          checked={chosen.has(name) === isOther}
          onChange={() =>
            setChosen((before) => {
              const next = new Set(before);
              if (isOther) next.add(name);
              else next.delete(name);
              return next;
            })
          }
        />
        <span>{words(name, value)}</span>
      </label>
    );
  }

  return (
    <Table
      caption={t.konfliktTitel}
      showCaption
      rows={conflicts}
      rowKey={(row) => row.name}
      columns={[
        { id: 'feld', header: t.konfliktFeld, rowHeader: true, cell: (row) => t[labelOf(row.name)] },
        { id: 'meine', header: t.konfliktMeine, cell: (row) => choice(row.name, mine, false) },
        { id: 'andere', header: t.konfliktAndere, cell: (row) => choice(row.name, other, true) },
      ]}
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
