import { useRef } from 'react';
import { Link as RouteLink } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { AngebotZeile } from '../angebot.ts';
import { angebotContract } from '../contract.ts';
import { EndeBadge, FrischeBadge } from './FrischeBadge.tsx';
import * as texts from './texts.ts';

export interface AngebotTableProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly AngebotZeile[];
  readonly outdated: boolean;
  /** Each line can be confirmed with one click. */
  readonly checking: boolean;
}

/** Offers to compare: who, for whom, where, free places, and when somebody last said that it is true. */
export function AngebotTable({ kreis, rows, outdated, checking }: AngebotTableProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <Table
      caption={t.titel}
      rows={rows}
      rowKey={(row) => row.id}
      outdated={outdated}
      columns={[
        {
          id: 'name',
          header: t.angebot,
          rowHeader: true,
          cell: (row) => (
            <div>
              <RouteLink href={`/k/${kreis.id}/angebot/${row.id}`} className="row-link" data-row-link>
                {row.name}
              </RouteLink>{' '}
              <EndeBadge gueltigBis={row.gueltigBis} />
              <br />
              <span className="small muted">
                {row.stelle} · {t.artName[row.art]}
              </span>
            </div>
          ),
        },
        {
          id: 'bereich',
          header: t.lebensbereich,
          wideOnly: checking,
          cell: (row) =>
            row.lebensbereich
              .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
              .join(', ') || '–',
        },
        {
          id: 'wer',
          header: t.fuerWen,
          wideOnly: true,
          cell: (row) => row.zielgruppe.map((code) => t.zielgruppeName[code]).join(', ') || t.fuerAlle,
        },
        { id: 'wo', header: t.wo, cell: (row) => <Reichweite kreis={kreis} angebot={row} /> },
        {
          id: 'sprache',
          header: t.sprache,
          wideOnly: 'widest',
          cell: (row) => row.sprache.map((code) => languageName(sprache, code)).join(', ') || '–',
        },
        {
          id: 'plaetze',
          header: t.plaetze,
          nowrap: true,
          cell: (row) => <Plaetze angebot={row} />,
        },
        {
          id: 'bestaetigt',
          header: t.bestaetigt,
          nowrap: true,
          cell: (row) => <FrischeBadge bestaetigtAm={row.bestaetigtAm} />,
        },
        ...(checking
          ? [
              {
                id: 'bestaetigen',
                header: t.bestaetigen,
                cell: (row: AngebotZeile) => <Confirm kreisId={kreis.id} angebot={row} small />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** For whom it is there: a Kommune, several, or the whole Kreis. */
export function Reichweite({
  kreis,
  angebot,
}: {
  kreis: KreisStamm;
  angebot: Pick<AngebotZeile, 'ebene' | 'kommuneId' | 'kommuneIds'>;
}) {
  const t = useTexts(texts);
  if (angebot.ebene === 'kommunal') return nameOf(kreis.kommune, angebot.kommuneId);
  if (angebot.ebene === 'kreisweit') return t.ebeneName.kreisweit;
  return angebot.kommuneIds.map((id) => nameOf(kreis.kommune, id)).join(', ');
}

/** Free places with the day on which they were told. */
export function Plaetze({
  angebot,
}: {
  angebot: Pick<AngebotZeile, 'plaetzeFrei' | 'plaetzeGesamt' | 'plaetzeAm'>;
}) {
  const t = useTexts(texts);
  const { plaetzeFrei, plaetzeGesamt, plaetzeAm } = angebot;
  if (plaetzeFrei === null) return plaetzeGesamt === null ? '–' : t.plaetzeZahl(plaetzeGesamt);
  return (
    <div>
      {t.freiVon(plaetzeFrei, plaetzeGesamt)}
      {plaetzeAm !== null && (
        <>
          <br />
          <span className="small muted">{t.plaetzeStand(formatDay(plaetzeAm))}</span>
        </>
      )}
    </div>
  );
}

/** One click: what stands there is true today. */
export function Confirm({
  kreisId,
  angebot,
  small = false,
}: {
  kreisId: string;
  angebot: Pick<AngebotZeile, 'id' | 'name' | 'fassung'>;
  small?: boolean;
}) {
  const t = useTexts(texts);
  const toast = useToast();
  const place = useRef<HTMLSpanElement>(null);
  const confirm = useAction(
    (key) =>
      call(
        angebotContract.confirmAngebot,
        { params: { kreisId, angebotId: angebot.id }, body: { fassung: angebot.fassung } },
        { key },
      ),
    () => {
      toast(t.bestaetigtToast(angebot.name));
      // The line leaves the queue; the focus goes on to the next one.
      place.current
        ?.closest('tr')
        ?.nextElementSibling?.querySelector<HTMLElement>('[data-confirm] button')
        ?.focus();
    },
  );
  return (
    <span ref={place} data-confirm>
      <Button small={small} icon="check" pending={confirm.pending} onClick={() => confirm.run()}>
        {t.bestaetigen}
        <span className="sr-only"> {angebot.name}</span>
      </Button>
      {confirm.problem && (
        <ErrorState problem={confirm.problem} codes={{ 'gleichzeitig-geaendert': t.konfliktTitel }} />
      )}
    </span>
  );
}
