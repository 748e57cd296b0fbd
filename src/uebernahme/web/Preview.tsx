import { useEffect, useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { ProblemError } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { EmptyState, ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import type { Befund, uebernahmeContract, VorschauZeile, Zuordnung } from '../contract.ts';
import { useCodes } from './codes.ts';
import { MapValues } from './MapValues.tsx';
import * as texts from './texts.ts';
import { Ablehnungen, Zahlen } from './Zahlen.tsx';

export type Vorschau = Answer<typeof uebernahmeContract.previewUebernahme>;

export interface PreviewProps {
  readonly kreis: KreisStamm;
  readonly befund: Befund;
  readonly zuordnung: Zuordnung;
  readonly vorschau: Vorschau;
  readonly problem: ProblemError | undefined;
  readonly pending: boolean;
  readonly onValues: (wert: Zuordnung['wert']) => void;
  readonly onBack: () => void;
  readonly onDiscard: () => void;
  readonly onExecute: (wishes: { profil: string; allesOderNichts: boolean }) => void;
}

/** What would happen, cell by cell; the button says how many rows. */
export function Preview(props: PreviewProps) {
  const { vorschau, befund } = props;
  const t = useTexts(texts);
  const codes = useCodes();
  const [profil, setProfil] = useState(befund.profil);
  const [strict, setStrict] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [vorschau]);
  const rows = vorschau.angelegt + vorschau.geaendert;
  const refused = vorschau.abgelehnt.length;
  return (
    <div className="stack">
      <div className="row row-between">
        <h2 ref={heading} tabIndex={-1}>
          {t.vorschauTitel}
        </h2>
        <div className="row">
          <Button onClick={props.onDiscard}>{t.andereDatei}</Button>
          <Button onClick={props.onBack}>{t.zurueck}</Button>
        </div>
      </div>
      {props.problem && <ErrorState problem={props.problem} codes={codes} />}
      <Zahlen bericht={vorschau} title={t.vorschauTitel} />
      {vorschau.unbekannt.length > 0 && (
        <MapValues
          kreis={props.kreis}
          unbekannt={vorschau.unbekannt}
          wert={props.zuordnung.wert}
          pending={props.pending}
          onValues={props.onValues}
        />
      )}
      {refused > 0 && <Ablehnungen abgelehnt={vorschau.abgelehnt} title={t.ablehnungTitel(refused)} />}
      {rows === 0 ? (
        refused === 0 && (
          <EmptyState icon="check" title={t.nichtsTitel}>
            {t.nichtsText}
          </EmptyState>
        )
      ) : (
        <section className="card stack">
          <div className="columns">
            <TextField
              label={t.profilName}
              name="profil"
              hint={t.profilNameHinweis}
              maxLength={80}
              value={profil}
              onChange={setProfil}
            />
            {refused > 0 && (
              <Checkbox label={t.allesOderNichts} name="strict" value={strict} onChange={setStrict} />
            )}
          </div>
          <div className="row">
            <Button
              kind="primary"
              pending={props.pending}
              onClick={() => props.onExecute({ profil, allesOderNichts: strict })}
            >
              {t.uebernehmen(rows)}
            </Button>
          </div>
        </section>
      )}
      {vorschau.zeile.length > 0 && <Rows rows={vorschau.zeile} />}
    </div>
  );
}

function Rows({ rows }: { rows: readonly VorschauZeile[] }) {
  const t = useTexts(texts);
  return (
    <section className="stack">
      <h2>{t.zeilenTitel}</h2>
      <p className="muted">{t.zeilenHinweis(rows.length)}</p>
      <Table
        caption={t.zeilenTitel}
        rows={rows}
        rowKey={(row) => `${row.blatt} ${row.zeile}`}
        columns={[
          {
            id: 'zeile',
            header: t.zeile,
            rowHeader: true,
            cell: (row) => <span className="figure">{row.zeile}</span>,
          },
          {
            id: 'fall',
            header: t.fall,
            cell: (row) => <span className="figure">{row.nummer || row.blatt}</span>,
          },
          {
            id: 'was',
            header: t.was,
            cell: (row) => <Badge tone={row.art === 'angelegt' ? 'success' : 'info'}>{t[row.art]}</Badge>,
          },
          {
            id: 'werte',
            header: t.werte,
            cell: (row) => (
              <dl className="cell-values">
                {row.zellen.map((zelle) => (
                  <div key={zelle.spalte}>
                    <dt>{zelle.spalte}</dt>
                    <dd>
                      {zelle.neu ?? t.leer}
                      {zelle.alt !== null && <span className="muted"> ({t.bisher(zelle.alt)})</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            ),
          },
        ]}
      />
    </section>
  );
}
