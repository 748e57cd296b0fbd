import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { akteurText } from '../akteur-text.ts';
import type { AkteurZeile } from '../contract.ts';
import { akteurName } from '../rules.ts';
import { releaseIdOf, rowIdOf } from './KarteView.tsx';
import * as texts from './texts.ts';

export interface AkteurTableProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly caption: string;
  readonly akteure: readonly AkteurZeile[];
  readonly fuehrt: { readonly akteurId: string | null } | undefined;
  readonly canChange: boolean;
  readonly onChange: (akteurId: string) => void;
}

/** Actors with their tasks, the agreed procedure, how to reach them, and whether they may be told of one another. */
export function AkteurTable({
  kreis,
  fallId,
  caption,
  akteure,
  fuehrt,
  canChange,
  onChange,
}: AkteurTableProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const w = akteurText[sprache];
  const areas = (row: AkteurZeile) =>
    row.lebensbereich.map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache)).join(', ');
  return (
    <Table
      caption={caption}
      rows={akteure}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'wer',
          header: t.wer,
          rowHeader: true,
          cell: (row) => (
            <span id={rowIdOf(row.id)} tabIndex={-1}>
              {akteurName(row)} {fuehrt?.akteurId === row.id && <Badge tone="info">{w.federfuehrung}</Badge>}
              <br />
              <span className="small muted">
                {[
                  w.rolle[row.rolle],
                  row.beziehung,
                  row.bis === null
                    ? t.seit(formatDay(row.seit))
                    : t.vonBis(formatDay(row.seit), formatDay(row.bis)),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        {
          id: 'aufgaben',
          header: t.aufgaben,
          cell: (row) => (
            <div>
              <span className="preline">{row.aufgabe}</span>
              {row.lebensbereich.length > 0 && <p className="small muted">{areas(row)}</p>}
            </div>
          ),
        },
        { id: 'verfahren', header: t.verfahren, cell: (row) => <Verfahren row={row} /> },
        {
          id: 'erreichbar',
          header: t.erreichbar,
          cell: (row) => (
            <div>
              {row.kontakt !== '' && <p>{row.kontakt}</p>}
              {row.stelle && (
                <p className={row.kontakt === '' ? '' : 'small muted'}>
                  {[row.stelle.ansprechpartner, row.stelle.telefon, row.stelle.email]
                    .filter((part) => part !== '')
                    .join(', ')}
                </p>
              )}
            </div>
          ),
        },
        {
          id: 'freigabe',
          header: t.freigabe,
          cell: (row) => (
            <div id={releaseIdOf(row.id)}>
              <Release row={row} href={`/k/${kreis.id}/fall/${fallId}?teil=einwilligungen`} />
            </div>
          ),
        },
        ...(canChange
          ? [
              {
                id: 'aktionen',
                header: t.aktionen,
                cell: (row: AkteurZeile) => (
                  <div className="row">
                    <Button small kind="quiet" onClick={() => onChange(row.id)}>
                      {t.aendern}
                      <span className="sr-only">: {akteurName(row)}</span>
                    </Button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What was agreed in this case, and the route that the Kreis agreed with the office. */
function Verfahren({ row }: { row: AkteurZeile }) {
  const t = useTexts(texts);
  return (
    <div>
      <span className="preline">{row.verfahren}</span>
      {row.vereinbartAm !== null && (
        <p className="small muted">{t.abgesprochen(formatDay(row.vereinbartAm))}</p>
      )}
      {row.stelle !== null && row.stelle.weg !== '' && (
        <p className="small muted">
          {t.stelleVerfahren}: {row.stelle.weg}
        </p>
      )}
    </div>
  );
}

function Release({ row, href }: { row: AkteurZeile; href: string }) {
  const t = useTexts(texts);
  if (row.freigabe !== null) return <Badge tone="success">{t.bis(formatDay(row.freigabe.letzterTag))}</Badge>;
  return (
    <div>
      <Badge tone="neutral" icon="lock">
        {row.stelle === null ? t.privat : t.keine}
      </Badge>
      {row.stelle !== null && (
        <p className="small">
          <Link href={href}>{t.entbinden}</Link>
        </p>
      )}
    </div>
  );
}
