import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import * as texts from './texts.ts';

/** One detail that is stored otherwise now, in words, and the way to take it over. */
export interface KonfliktZeile {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly other: string;
  readonly onTake: () => void;
}

/** Both values of what somebody else saved meanwhile; one's own stands until the other is taken. */
export function KonfliktNotice({ zeilen }: { zeilen: readonly KonfliktZeile[] }) {
  const t = useTexts(texts);
  if (zeilen.length === 0) return null;
  return (
    <Notice tone="warning" title={t.konfliktTitel}>
      <p>{t.konfliktText}</p>
      <Table
        caption={t.konfliktTitel}
        rows={zeilen}
        rowKey={(row) => row.name}
        columns={[
          { id: 'feld', header: t.konfliktFeld, rowHeader: true, cell: (row) => row.label },
          { id: 'meine', header: t.konfliktMeine, cell: (row) => row.mine || t.leerWert },
          { id: 'andere', header: t.konfliktAndere, cell: (row) => row.other || t.leerWert },
          {
            id: 'nehmen',
            header: t.aktionen,
            cell: (row) => (
              <Button small kind="quiet" onClick={row.onTake}>
                {t.konfliktNehmen}
                <span className="sr-only">: {row.label}</span>
              </Button>
            ),
          },
        ]}
      />
    </Notice>
  );
}
