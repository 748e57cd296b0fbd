import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import type { LaufZeile } from '../zeile.ts';
import { ArchivDialog } from './ArchivDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import * as texts from './texts.ts';

const tones = {
  vorgeschlagen: 'warning',
  freigegeben: 'info',
  abgeschlossen: 'success',
  zurueckgezogen: 'neutral',
} as const;

/** One run: who wanted it and who released it, what the archive said, and what became of each item. */
export function LaufCard({ kreis, lauf }: { kreis: KreisStamm; lauf: LaufZeile }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [asking, setAsking] = useState<'archiv' | 'freigabe'>();
  const params = { kreisId: kreis.id, laufId: lauf.id };
  const withdraw = useAction(
    (key) => call(loeschungContract.withdrawLoeschlauf, { params, body: { fassung: lauf.fassung } }, { key }),
    () => toast(t.zurueckgezogen),
  );
  const open = lauf.stand === 'vorgeschlagen';
  const archivFehlt = lauf.archivNoetig && lauf.archiv.antwort === null;
  const wer = (name: string | null, am: string) =>
    `${formatMoment(sprache, am)}${name === null ? '' : `, ${name}`}`;
  const done = lauf.stand === 'abgeschlossen';
  return (
    <Card
      title={t.laufTitel(lauf.posten.length, formatDay(today(new Date(lauf.vorgeschlagenAm))))}
      actions={<Badge tone={tones[lauf.stand]}>{t.laufStand[lauf.stand]}</Badge>}
    >
      <div className="stack">
        <DescriptionList
          items={[
            { term: t.traeger, value: nameOf(kreis.traeger, lauf.traegerId) },
            { term: t.vorgeschlagenVon, value: wer(lauf.vorgeschlagenName, lauf.vorgeschlagenAm) },
            ...(lauf.freigegebenAm === null
              ? []
              : [{ term: t.freigegebenVon, value: wer(lauf.freigegebenName, lauf.freigegebenAm) }]),
            ...(lauf.abgeschlossenAm === null
              ? []
              : [{ term: t.abgeschlossenAm, value: formatMoment(sprache, lauf.abgeschlossenAm) }]),
            ...(lauf.archiv.name === null ? [] : [{ term: t.archiv, value: <Archiv lauf={lauf} /> }]),
          ]}
        />
        <Table
          caption={t.teil.laeufe}
          rows={lauf.posten}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'nummer',
              header: t.nummer,
              rowHeader: true,
              cell: (row) => row.nummer || <span className="muted">{t.ohneNummer}</span>,
            },
            { id: 'art', header: t.art, cell: (row) => t.loeschart[row.art] },
            {
              id: 'frist',
              header: t.frist,
              cell: (row) => (row.frist === null ? '–' : t.fristWort(row.frist.anzahl, row.frist.einheit)),
            },
            {
              id: 'faellig',
              header: t.faelligSeit,
              nowrap: true,
              cell: (row) => (
                <span className="figure">{row.faelligAb === null ? '–' : formatDay(row.faelligAb)}</span>
              ),
            },
            {
              id: 'stand',
              header: t.stand,
              cell: (row) =>
                row.grund === null
                  ? t.postenStand[row.stand]
                  : `${t.postenStand[row.stand]}: ${t.auslassung[row.grund]}`,
            },
          ]}
        />
        {open && lauf.archivNoetig && lauf.archiv.name === null && (
          <Notice tone="warning">{t.archivFehlt}</Notice>
        )}
        {open && lauf.eigener && <Notice tone="info">{t.eigenerVorschlag}</Notice>}
        {withdraw.problem && <ErrorState problem={withdraw.problem} codes={t.code} />}
        <div className="row">
          <PaperLink
            href={`/api/kreis/${kreis.id}/loeschung/lauf/${lauf.id}/liste?sprache=${sprache}`}
            label={`${done ? t.nachweisDrucken : t.drucken}: ${t.laufTitel(lauf.posten.length, formatDay(today(new Date(lauf.vorgeschlagenAm))))}`}
          >
            {done ? t.nachweisDrucken : t.drucken}
          </PaperLink>
          {open && (
            <>
              <Button kind="quiet" pending={withdraw.pending} onClick={() => withdraw.run()}>
                {t.zurueckziehen}
              </Button>
              {lauf.archivNoetig && <Button onClick={() => setAsking('archiv')}>{t.archivFesthalten}</Button>}
              {!lauf.eigener && (
                <Button kind="danger" disabled={archivFehlt} onClick={() => setAsking('freigabe')}>
                  {t.freigeben}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      {asking === 'archiv' && (
        <ArchivDialog kreisId={kreis.id} lauf={lauf} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'freigabe' && (
        <ReleaseDialog kreisId={kreis.id} lauf={lauf} onClose={() => setAsking(undefined)} />
      )}
    </Card>
  );
}

function Archiv({ lauf: { archiv } }: { lauf: LaufZeile }) {
  const t = useTexts(texts);
  if (archiv.name === null || archiv.angebotenAm === null) return null;
  return `${t.archivAngeboten(archiv.name, formatDay(archiv.angebotenAm))}: ${t.archivAntwort[archiv.antwort ?? 'offen']}`;
}
