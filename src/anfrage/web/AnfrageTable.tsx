import { Link } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import type { AnfrageStand, AnfrageZeile } from '../anfrage.ts';
import * as texts from './texts.ts';

interface AnfrageTableProps {
  readonly kreis: KreisStamm;
  readonly stand: AnfrageStand;
  readonly rows: readonly AnfrageZeile[];
  readonly outdated?: boolean;
}

/** Anfragen in rows; deadline and urgency are said in words. */
export function AnfrageTable({ kreis, stand, rows, outdated = false }: AnfrageTableProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const when: Column<AnfrageZeile> =
    stand === 'abgeschlossen'
      ? {
          id: 'ausgang',
          header: t.ende,
          cell: (row) => (
            <>
              {row.ausgang === null ? '–' : t.ausgang[row.ausgang]}{' '}
              <span className="figure muted">
                {row.abgeschlossenAm === null ? '' : formatDay(row.abgeschlossenAm)}
              </span>
            </>
          ),
        }
      : { id: 'frist', header: t.frist, nowrap: true, cell: (row) => <Frist anfrage={row} /> };
  return (
    <Table
      caption={`${t.anfragen}: ${t.stand[stand]}`}
      rows={rows}
      rowKey={(row) => row.id}
      outdated={outdated}
      columns={[
        {
          id: 'nummer',
          header: t.nummer,
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <Link href={`/k/${kreis.id}/anfrage/${row.id}`} className="row-link figure" data-row-link>
              {row.nummer}
            </Link>
          ),
        },
        when,
        {
          id: 'worum',
          header: t.worum,
          cell: (row) =>
            row.lebensbereich
              .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
              .join(', ') || '–',
        },
        {
          id: 'woher',
          header: t.woher,
          wideOnly: true,
          cell: (row) => row.stelleName ?? codeName(kreis.codeliste.zugang, row.zugang, sprache),
        },
        { id: 'ort', header: t.ort, cell: (row) => placeOf(kreis, row) },
        {
          id: 'sprache',
          header: t.sprache,
          wideOnly: true,
          cell: (row) => (row.sprache === null ? '–' : languageName(sprache, row.sprache)),
        },
        {
          id: 'zustaendig',
          header: t.zustaendig,
          cell: (row) =>
            row.casemanagerId === null ? t.niemand : nameOf(kreis.casemanager, row.casemanagerId),
        },
        {
          id: 'umfang',
          header: t.umfang,
          wideOnly: true,
          cell: (row) =>
            [row.tiefe === null ? '' : t.tiefe[row.tiefe], row.kontakte === 0 ? '' : t.kontakte(row.kontakte)]
              .filter(Boolean)
              .join(', ') || '–',
        },
      ]}
    />
  );
}

/** Until when, and how pressing. */
export function Frist({
  anfrage,
}: {
  anfrage: Pick<AnfrageZeile, 'fristAm' | 'ueberfaellig' | 'dringlich'>;
}) {
  const t = useTexts(texts);
  return (
    <span>
      <span className="figure">{formatDay(anfrage.fristAm)}</span>{' '}
      {anfrage.ueberfaellig && (
        <Badge tone="danger" icon="warning">
          {t.ueberfaelligKurz}
        </Badge>
      )}{' '}
      {anfrage.dringlich && <Badge tone="warning">{t.dringlichKurz}</Badge>}
    </span>
  );
}

/** Kommune and Ortsteil as far as they are known. */
export function placeOf(kreis: KreisStamm, ort: Pick<AnfrageZeile, 'kommuneId' | 'ortsteilId'>): string {
  const kommune = kreis.kommune.find((each) => each.id === ort.kommuneId);
  const ortsteil = kommune?.ortsteil.find((each) => each.id === ort.ortsteilId);
  return ortsteil?.name ?? nameOf(kreis.kommune, ort.kommuneId);
}
