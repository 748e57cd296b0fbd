import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { HaushaltStand, HaushaltZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface HaushaltTableProps {
  readonly kreis: KreisStamm;
  readonly stand: HaushaltStand;
  readonly canChange: boolean;
  readonly onChange: (id: string) => void;
  readonly onEigenerFall: (id: string) => void;
}

/** The members of a household with their small needs. */
export function HaushaltTable({ kreis, stand, canChange, onChange, onEigenerFall }: HaushaltTableProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const nameOf = (row: HaushaltZeile) => `${row.vorname} ${row.familienname}`.trim();
  return (
    <Table
      caption={t.titel}
      rows={stand.haushalt}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t.name,
          rowHeader: true,
          cell: (row) => nameOf(row) || <span className="muted">{t.ohneNamen}</span>,
        },
        { id: 'beziehung', header: t.beziehung, cell: (row) => t.beziehungWort[row.beziehung] },
        {
          id: 'geburtsjahr',
          header: t.geburtsjahr,
          cell: (row) => <BirthYear year={row.geburtsjahr} />,
        },
        {
          id: 'bedarf',
          header: t.bedarf,
          cell: (row) => (
            <div>
              {row.lebensbereich
                .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
                .join(', ')}
              {row.notiz !== '' && <p className="small muted preline">{row.notiz}</p>}
            </div>
          ),
        },
        {
          id: 'zeit',
          header: t.zeit,
          cell: (row) => (
            <div>
              {row.bis === null
                ? t.seitTag(formatDay(row.seit))
                : t.vonBis(formatDay(row.seit), formatDay(row.bis))}{' '}
              {!row.zaehlt && <Badge tone="neutral">{t.zaehltNicht}</Badge>}
            </div>
          ),
        },
        {
          id: 'aktionen',
          header: t.aktionen,
          cell: (row) => (
            <div className="row">
              {row.eigenerAb !== null && (
                <Badge tone="info">{t.eigenerFallSeit(formatDay(row.eigenerAb))}</Badge>
              )}
              {row.anfrage !== null && row.eigenerAb === null && (
                <Link href={`/k/${kreis.id}/anfrage/${row.anfrage.id}`}>
                  {t.anfrageLaeuft(row.anfrage.nummer)}
                </Link>
              )}
              {canChange && (
                <Button small kind="quiet" onClick={() => onChange(row.id)}>
                  {t.aendern}
                  <span className="sr-only">: {nameOf(row) || t.beziehungWort[row.beziehung]}</span>
                </Button>
              )}
              {canChange && row.anfrage === null && row.eigenerAb === null && row.bis === null && (
                <Button small kind="quiet" onClick={() => onEigenerFall(row.id)}>
                  {t.eigenerFall}
                  <span className="sr-only">: {nameOf(row) || t.beziehungWort[row.beziehung]}</span>
                </Button>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

/** Year of birth with the age that somebody has or reaches this year. */
function BirthYear({ year }: { year: number | null }) {
  const t = useTexts(texts);
  if (year === null) return <span className="muted">–</span>;
  return (
    <span>
      {year} <span className="muted small">({t.alter(Number(today().slice(0, 4)) - year)})</span>
    </span>
  );
}
