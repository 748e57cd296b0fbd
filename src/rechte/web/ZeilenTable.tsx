import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { Tabelle } from '../contract.ts';
import * as texts from './texts.ts';

/** The conditions of the database for each kind of row about persons. */
export function ZeilenTable({ rows }: { rows: readonly Tabelle[] }) {
  const t = useTexts(texts);
  return (
    <Table
      caption={t.zeilen}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        {
          id: 'tabelle',
          header: t.tabelle,
          rowHeader: true,
          cell: (row) => (
            <div lang="de">
              <code className="rechte-pfad">{row.name}</code>
              <br />
              <span className="rechte-inhalt small muted">{row.inhalt}</span>
            </div>
          ),
        },
        { id: 'oeffnet', header: t.oeffnet, cell: (row) => <Saetze tabelle={row} zusaetzlich={false} /> },
        { id: 'immer', header: t.immerAuch, cell: (row) => <Saetze tabelle={row} zusaetzlich /> },
      ]}
    />
  );
}

/** Reading first. */
const folge: readonly string[] = ['alles', 'lesen', 'anlegen', 'aendern', 'loeschen'];

/** Equal sentences of several commands stand once. */
function Saetze({ tabelle, zusaetzlich }: { tabelle: Tabelle; zusaetzlich: boolean }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const befehle = new Map<string, string[]>();
  const regeln = tabelle.regel.filter((each) => each.zusaetzlich === zusaetzlich);
  for (const regel of regeln.toSorted((a, b) => folge.indexOf(a.befehl) - folge.indexOf(b.befehl))) {
    const satz = regel.satz[sprache];
    befehle.set(satz, [...(befehle.get(satz) ?? []), t.befehl[regel.befehl]]);
  }
  return (
    <div className="small">
      <ul className="rechte-saetze">
        {[...befehle].map(([satz, wozu]) => (
          <li key={satz}>
            <strong>{wozu.join(', ')}:</strong> {satz}
          </li>
        ))}
      </ul>
      {!zusaetzlich && tabelle.funktionen.length > 0 && (
        <p className="muted">
          {t.funktionen}: {tabelle.funktionen.map((each) => each.satz[sprache]).join('; ')}
        </p>
      )}
    </div>
  );
}
