import { useState } from 'react';
import { UnterschriftLine } from '#src/einwilligung/web/UnterschriftLine.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { VersionStand, VersionZeile } from '../contract.ts';
import { PrintLinks } from './PrintLinks.tsx';
import * as texts from './texts.ts';
import { VersionDialog } from './VersionDialog.tsx';

export interface VersionListProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
  readonly version: readonly VersionZeile[];
  /** Languages in which it can be printed beside German. */
  readonly sprachen: readonly string[];
}

const tones: Record<VersionStand, Tone> = {
  entwurf: 'warning',
  unterschrieben: 'success',
  abgeloest: 'neutral',
};

/** The versions of a plan, newest first, with answer and signatures; a scan may follow here. */
export function VersionList({ kreis, fallId, personId, version, sprachen }: VersionListProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<string>();
  return (
    <Card title={t.fassungen} flush>
      <Table
        caption={t.fassungen}
        rows={version}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'fassung',
            header: t.stand,
            rowHeader: true,
            cell: (row) => (
              <>
                {t.fassung(row.nummer)} <Badge tone={tones[row.stand]}>{t.versionStand[row.stand]}</Badge>
                <div className="small muted">
                  {row.unterschriebenAm === null
                    ? t.vorgelegtAm(formatDay(today(new Date(row.erfasstAm))))
                    : t.unterschriebenAm(formatDay(row.unterschriebenAm))}
                </div>
              </>
            ),
          },
          {
            id: 'antwort',
            header: t.antwort,
            cell: ({ zustimmung }) =>
              zustimmung === null ? (
                '–'
              ) : (
                <>
                  {t.antwortWort[zustimmung.antwort]}
                  {zustimmung.grund !== '' && <div className="small muted">{zustimmung.grund}</div>}
                </>
              ),
          },
          {
            id: 'unterschriften',
            header: t.unterschriften,
            cell: ({ unterschrift }) =>
              unterschrift.length === 0
                ? t.ohneUnterschrift
                : unterschrift.map((each) => (
                    <div key={each.id}>
                      <span className="small muted">{t.rolle[each.rolle]}</span>
                      <UnterschriftLine kreisId={kreis.id} personId={personId} unterschrift={each} />
                    </div>
                  )),
          },
          {
            id: 'aktionen',
            header: t.aktionen,
            cell: (row) => (
              <div className="row">
                <Button small kind="quiet" onClick={() => setOpen(row.id)}>
                  {t.ansehen}
                  <span className="sr-only">: {t.fassung(row.nummer)}</span>
                </Button>
                <PrintLinks
                  kreisId={kreis.id}
                  fallId={fallId}
                  label={t.drucken}
                  nummer={row.nummer}
                  sprachen={sprachen}
                />
              </div>
            ),
          },
        ]}
      />
      {open !== undefined && (
        <VersionDialog kreis={kreis} fallId={fallId} versionId={open} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  );
}
