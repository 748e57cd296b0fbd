import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from './Badge.tsx';
import { Table } from './Table.tsx';
import * as texts from './texts.ts';

export interface ConflictRow<Name extends string> {
  readonly name: Name;
  readonly label: ReactNode;
  /** Both values in words. */
  readonly mine: ReactNode;
  readonly other: ReactNode;
  /** What stands until somebody chooses: the value that was changed; one's own when both were. */
  readonly kept: 'mine' | 'other';
}

export interface ConflictTableProps<Name extends string> {
  /** Fields in which one's own entry and what is stored now differ; the comparison of the first rendering stands. */
  readonly rows: readonly ConflictRow<Name>[];
  /** Says which fields have just been chosen, and all in which the stored value is taken. */
  readonly onChoose: (changed: readonly Name[], others: ReadonlySet<Name>) => void;
}

/** One's own entry beside what somebody else saved meanwhile, with a choice for each field; nothing is saved by it. */
export function ConflictTable<Name extends string>({ rows: given, onChoose }: ConflictTableProps<Name>) {
  const t = useTexts(texts);
  const [rows] = useState(given);
  const [others, setOthers] = useState<ReadonlySet<Name>>(
    () => new Set(rows.filter(({ kept }) => kept === 'other').map(({ name }) => name)),
  );
  useEffect(() => {
    if (others.size > 0) onChoose([...others], others);
    // What only the other one changed stands in the form at once; later only a choice changes it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (rows.length === 0) return <Notice title={t.conflictNone} />;

  function choose(name: Name, isOther: boolean) {
    const next = new Set(others);
    if (isOther) next.add(name);
    else next.delete(name);
    setOthers(next);
    onChoose([name], next);
  }
  const choice = ({ name, mine, other }: ConflictRow<Name>, isOther: boolean) => (
    <label className="check">
      <input
        type="radio"
        name={`conflict-${name}`}
        checked={others.has(name) === isOther}
        onChange={() => choose(name, isOther)}
      />
      <span className="preline">{isOther ? other : mine}</span>
    </label>
  );
  return (
    <Table
      caption={t.conflictTitle}
      showCaption
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { id: 'field', header: t.conflictField, rowHeader: true, cell: ({ label }) => label },
        { id: 'mine', header: t.conflictMine, cell: (row) => choice(row, false) },
        { id: 'other', header: t.conflictOther, cell: (row) => choice(row, true) },
      ]}
    />
  );
}
