import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';
import { zielFelder } from '../diff.ts';
import type { ZielInhalt } from '../contract.ts';
import { combineZiel, zielKonflikte } from '../combine.ts';
import { usePlanWords } from './plan-words.ts';
import * as texts from './texts.ts';

export interface KonfliktTableProps {
  readonly kreis: KreisStamm;
  /** What the form was opened with. */
  readonly basis: ZielInhalt;
  readonly meine: ZielInhalt;
  /** What is stored now. */
  readonly andere: ZielInhalt;
  readonly onChoose: (ziel: ZielInhalt) => void;
}

/** Both sides of every field and step in which two edits of a goal differ, with a choice for each. */
export function KonfliktTable({ kreis, basis, meine: typed, andere, onChoose }: KonfliktTableProps) {
  // The comparison stands still while the choice changes the form below it.
  const [meine] = useState(typed);
  return (
    <ConflictTable
      rows={zielKonflikte(basis, meine, andere).map(({ feld, gewaehlt }) => ({
        name: feld,
        label: <FeldName kreis={kreis} feld={feld} />,
        mine: <Seite kreis={kreis} ziel={meine} feld={feld} />,
        other: <Seite kreis={kreis} ziel={andere} feld={feld} />,
        kept: gewaehlt === 'andere' ? 'other' : 'mine',
      }))}
      onChoose={(_changed, others) => onChoose(combineZiel(meine, andere, others))}
    />
  );
}

function FeldName({ kreis, feld }: { kreis: KreisStamm; feld: string }) {
  const t = useTexts(texts);
  const { feldName } = usePlanWords(kreis);
  const name = zielFelder.find((each) => each === feld);
  return name === undefined ? t.schritt : feldName(name);
}

function Seite({ kreis, ziel, feld }: { kreis: KreisStamm; ziel: ZielInhalt; feld: string }) {
  const t = useTexts(texts);
  const { wert, schrittZeile } = usePlanWords(kreis);
  const name = zielFelder.find((each) => each === feld);
  if (name !== undefined) return <span>{wert(name, ziel[name])}</span>;
  const schritt = ziel.schritt.find(({ id }) => feld === `schritt/${id}`);
  return <span>{schritt ? schrittZeile(schritt) : t.konfliktFehlt}</span>;
}
