import { useEffect, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Table } from '#src/ui/web/Table.tsx';
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
  const t = useTexts(texts);
  // The comparison stands still while the choice changes the form below it.
  const [meine] = useState(typed);
  const konflikte = zielKonflikte(basis, meine, andere);
  const [gewaehlt, setGewaehlt] = useState<ReadonlySet<string>>(
    () => new Set(konflikte.filter((each) => each.gewaehlt === 'andere').map((each) => each.feld)),
  );
  useEffect(() => {
    onChoose(combineZiel(meine, andere, gewaehlt));
    // Only a choice changes the form; typing in it afterwards is kept.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [gewaehlt, andere]);

  function choice(feld: string, seite: ZielInhalt, isAndere: boolean) {
    return (
      <label className="check">
        <input
          type="radio"
          name={`konflikt-${feld}`}
          checked={gewaehlt.has(feld) === isAndere}
          onChange={() =>
            setGewaehlt((before) => {
              const next = new Set(before);
              if (isAndere) next.add(feld);
              else next.delete(feld);
              return next;
            })
          }
        />
        <Seite kreis={kreis} ziel={seite} feld={feld} />
      </label>
    );
  }

  return (
    <Table
      caption={t.konfliktTitel}
      showCaption
      rows={konflikte}
      rowKey={(row) => row.feld}
      columns={[
        {
          id: 'feld',
          header: t.konfliktFeld,
          rowHeader: true,
          cell: ({ feld }) => <FeldName kreis={kreis} feld={feld} />,
        },
        { id: 'meine', header: t.konfliktMeine, cell: (row) => choice(row.feld, meine, false) },
        { id: 'andere', header: t.konfliktAndere, cell: (row) => choice(row.feld, andere, true) },
      ]}
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
