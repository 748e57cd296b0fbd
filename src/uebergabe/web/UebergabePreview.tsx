import { useEffect, useRef, type ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { recallLabel } from '#src/platform/web/labels.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Action } from '#src/platform/web/use-action.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { uebergabeContract } from '../contract.ts';
import type { UebergabeEingabe } from '../eingabe.ts';
import * as texts from './texts.ts';
import { BereichText, OffenText } from './VorschauText.tsx';

export interface UebergabePreviewProps {
  readonly kreis: KreisStamm;
  readonly answer: Answer<typeof uebergabeContract.previewUebergabe>;
  readonly wirksamAm: string;
  readonly execute: Action<[UebergabeEingabe]>;
  readonly onExecute: () => void;
  /** Stands instead of the button where the other Träger has a say. */
  readonly ask: ReactNode;
  readonly onKeepPossible: () => void;
  readonly onBack: () => void;
}

/** Case by case what would happen, and how the figures change; the button says how many. */
export function UebergabePreview(props: UebergabePreviewProps) {
  const { kreis, answer, execute } = props;
  const t = useTexts(texts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack">
      <div className="row row-between">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t.vorschauTitel}
          </h2>
          <p className="row">
            {answer.moeglich > 0 && (
              <Badge tone="success" icon="check">
                {t.moeglich(answer.moeglich)}
              </Badge>
            )}
            {answer.hinderlich > 0 && (
              <Badge tone="danger" icon="danger">
                {t.hinderlich(answer.hinderlich)}
              </Badge>
            )}
          </p>
        </div>
        <div className="row">
          <Button onClick={props.onBack}>{t.aendern}</Button>
          {answer.hinderlich > 0 && answer.moeglich > 0 && (
            <Button onClick={props.onKeepPossible}>{t.nurMoegliche}</Button>
          )}
          {answer.hinderlich === 0 && answer.direkt && (
            <Button kind="primary" pending={execute.pending} onClick={props.onExecute}>
              {t.ausfuehren(answer.moeglich)}
            </Button>
          )}
        </div>
      </div>
      {execute.problem && <ErrorState problem={execute.problem} codes={t.code} />}
      {answer.abwesendBis !== null && (
        <Notice tone="warning" title={t.abwesend(formatDay(answer.abwesendBis))} />
      )}
      <div className="split">
        <Table
          caption={t.vorschauTitel}
          rows={answer.zeile}
          rowKey={(row) => row.fallId}
          columns={[
            {
              id: 'fall',
              header: t.fall,
              rowHeader: true,
              cell: (row) => recallLabel(row.fallId) ?? row.nummer,
            },
            { id: 'von', header: t.von, cell: (row) => nameOf(kreis.traeger, row.vonTraegerId) },
            {
              id: 'sieht',
              header: t.sieht,
              cell: (row) => (
                <span>
                  <BereichText kreis={kreis} vorschau={row.vorschau} />
                  <br />
                  <span className="muted small">
                    <OffenText offen={row.vorschau.offen} />
                  </span>
                </span>
              ),
            },
            {
              id: 'ergebnis',
              header: t.ergebnis,
              cell: (row) =>
                row.moeglich ? (
                  <Badge tone="success" icon="check">
                    {t.geht}
                  </Badge>
                ) : (
                  <span>{row.hinderung.map((code) => t.code[code]).join(' ')}</span>
                ),
            },
          ]}
        />
        <Table
          caption={t.wirkung(formatDay(props.wirksamAm))}
          showCaption
          rows={answer.wirkung}
          rowKey={(row) => row.traegerId}
          columns={[
            {
              id: 'traeger',
              header: t.traeger,
              rowHeader: true,
              cell: (row) => nameOf(kreis.traeger, row.traegerId),
            },
            { id: 'vorher', header: t.vorher, numeric: true, cell: (row) => row.vorher },
            { id: 'nachher', header: t.nachher, numeric: true, cell: (row) => row.nachher },
          ]}
        />
      </div>
      {answer.hinderlich === 0 && !answer.direkt && props.ask}
    </div>
  );
}
