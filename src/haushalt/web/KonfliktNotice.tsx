import { useState } from 'react';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';

export interface KonfliktNoticeProps<Name extends string, Values> {
  readonly names: readonly Name[];
  readonly label: (name: Name) => string;
  readonly words: (name: Name, values: Values) => string;
  /** What the form was opened with. */
  readonly base: Values;
  readonly mine: Values;
  /** What is stored now. */
  readonly other: Values;
  /** Names of what has just been chosen, each with the values that hold it. */
  readonly onChoose: (chosen: readonly { readonly name: Name; readonly from: Values }[]) => void;
}

/** Both values of what somebody else saved meanwhile, as far as they read differently. */
export function KonfliktNotice<Name extends string, Values>(props: KonfliktNoticeProps<Name, Values>) {
  const { names, label, words, base, other, onChoose } = props;
  // The comparison stands still while the choice changes the form below it.
  const [mine] = useState(props.mine);
  return (
    <ConflictTable
      rows={names
        .filter((name) => words(name, mine) !== words(name, other))
        .map((name) => ({
          name,
          label: label(name),
          mine: words(name, mine) || '–',
          other: words(name, other) || '–',
          kept: words(name, mine) === words(name, base) ? 'other' : 'mine',
        }))}
      onChoose={(changed, others) =>
        onChoose(changed.map((name) => ({ name, from: others.has(name) ? other : mine })))
      }
    />
  );
}
