import { useEffect, useRef, useState } from 'react';
import type { ProblemError } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { spalten } from '../austausch.ts';
import type { AustauschVorschau, Entscheidung, VorschauZeile } from '../austausch-contract.ts';
import './austausch.css';
import * as texts from './austausch-texts.ts';

export interface AustauschVorschauViewProps {
  readonly vorschau: AustauschVorschau;
  readonly pending: boolean;
  readonly problem: ProblemError | undefined;
  readonly onBack: () => void;
  readonly onTake: (entscheidung: readonly Entscheidung[]) => void;
}

const SHOWN = 200;
const kinds = ['abgelehnt', 'moeglich', 'geaendert', 'neu'] as const;
const tones = {
  neu: 'success',
  geaendert: 'info',
  moeglich: 'warning',
  abgelehnt: 'danger',
  unveraendert: 'neutral',
} satisfies Record<VorschauZeile['art'], Tone>;
/** Headings as they stand in the file, in German in either language of the page. */
const titles = new Map<string, string>(spalten);
const NEU = 'neu';

/** What a file would change, row by row; refused rows and open questions first. */
export function AustauschVorschauView(props: AustauschVorschauViewProps) {
  const { vorschau, pending, problem } = props;
  const t = useTexts(texts);
  const [choice, setChoice] = useState<ReadonlyMap<number, string>>(new Map());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [vorschau]);
  const rows = kinds.flatMap((kind) => vorschau.zeile.filter(({ art }) => art === kind));
  const count = (kind: VorschauZeile['art']) => rows.filter(({ art }) => art === kind).length;
  const decided = [...choice].filter(([, value]) => value !== '');
  const open = count('moeglich') - decided.length;
  const taken = count('neu') + count('geaendert') + decided.length;
  const reasons: Readonly<Record<string, string>> = t.code;

  function take() {
    props.onTake(decided.map(([zeile, value]) => ({ zeile, angebotId: value === NEU ? null : value })));
  }

  return (
    <div className="stack">
      <div className="row row-between">
        <h2 ref={heading} tabIndex={-1}>
          {t.vorschau}
        </h2>
        <Button onClick={props.onBack}>{t.andereDatei}</Button>
      </div>
      <p className="row">
        {[...kinds.toReversed(), 'unveraendert' as const].map((kind) => {
          const number = kind === 'unveraendert' ? vorschau.unveraendert : count(kind);
          return (
            number > 0 && (
              <Badge key={kind} tone={tones[kind]}>
                {number} {t.zahl[kind]}
              </Badge>
            )
          );
        })}
      </p>
      {problem && <ErrorState problem={problem} codes={t.code} />}
      {taken + count('moeglich') === 0 ? (
        count('abgelehnt') === 0 && (
          <EmptyState icon="check" title={t.nichts}>
            {t.nichtsText}
          </EmptyState>
        )
      ) : (
        <div className="row">
          <Button kind="primary" pending={pending} disabled={taken === 0} onClick={take}>
            {t.uebernehmen(taken)}
          </Button>
          {open > 0 && <span className="muted">{t.offen(open)}</span>}
        </div>
      )}
      {rows.length > SHOWN && <p className="muted">{t.weitereZeilen(SHOWN)}</p>}
      {rows.length > 0 && (
        <Table
          caption={t.vorschau}
          rows={rows.slice(0, Math.max(SHOWN, count('abgelehnt') + count('moeglich')))}
          rowKey={({ zeile }) => String(zeile)}
          columns={[
            { id: 'zeile', header: t.zeile, numeric: true, cell: ({ zeile }) => zeile },
            {
              id: 'angebot',
              header: t.angebot,
              rowHeader: true,
              cell: (row) => (
                <span>
                  {row.name || '–'}
                  <br />
                  <span className="small muted">{row.stelle || '–'}</span>
                </span>
              ),
            },
            {
              id: 'stand',
              header: t.stand,
              cell: ({ art }) => <Badge tone={tones[art]}>{t.zahl[art]}</Badge>,
            },
            {
              id: 'werte',
              header: t.werte,
              cell: (row) => (
                <div className="stack">
                  {row.art === 'moeglich' && (
                    <SelectField
                      name={`zeile-${row.zeile}`}
                      label={t.entscheidung(row.name)}
                      quietOptional
                      empty={t.auslassen}
                      value={choice.get(row.zeile) ?? ''}
                      options={[
                        ...row.aehnlich.map(({ id, name, stelle }) => ({
                          value: id,
                          label: t.istGleich(name, stelle),
                        })),
                        { value: NEU, label: t.istNeu },
                      ]}
                      onChange={(value) => setChoice(new Map([...choice, [row.zeile, value]]))}
                    />
                  )}
                  {row.einwand.map(({ spalte, code }) => (
                    <p key={`${spalte} ${code}`}>
                      <strong lang="de">{titles.get(spalte)}:</strong> {reasons[code] ?? code}
                    </p>
                  ))}
                  <Werte row={row} chosen={choice.get(row.zeile) ?? ''} />
                  {row.stelleNeu && (row.art !== 'moeglich' || choice.get(row.zeile) === NEU) && (
                    <p className="small muted">{t.stelleNeu}</p>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

/** Values before and after; of a possible duplicate those of the chosen offer. */
function Werte({ row, chosen }: { row: VorschauZeile; chosen: string }) {
  const t = useTexts(texts);
  const felder = row.art === 'moeglich' ? row.aehnlich.find(({ id }) => id === chosen)?.felder : row.felder;
  if (!felder || felder.length === 0) return null;
  return (
    <dl className="austausch-werte">
      {felder.map(({ spalte, alt, neu }) => (
        <div key={spalte}>
          <dt lang="de">{titles.get(spalte)}</dt>
          <dd>
            {neu || t.leer} <span className="muted">({t.bisher(alt || t.leer)})</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
