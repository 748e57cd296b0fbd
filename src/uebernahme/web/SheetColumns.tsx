import type { ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { fieldsFor } from '../columns.ts';
import type { BlattZuordnung } from '../contract.ts';
import { blattArten } from '../feld.ts';
import { withArt, withFeld, type BefundBlatt } from './zuordnung.ts';
import * as texts from './texts.ts';

export interface SheetColumnsProps {
  readonly sheet: BefundBlatt;
  readonly blatt: BlattZuordnung;
  readonly status: ReactNode;
  readonly onChange: (blatt: BlattZuordnung) => void;
}

/** One sheet: what it holds, and the meaning of each column beside its first values. */
export function SheetColumns({ sheet, blatt, status, onChange }: SheetColumnsProps) {
  const t = useTexts(texts);
  const felder = blatt.art === 'ignoriert' ? [] : fieldsFor(blatt.art);
  return (
    <section className="card stack" aria-label={sheet.name}>
      <div className="sheet-head">
        <div>
          <h3>
            {sheet.name} {sheet.versteckt && <Badge>{t.versteckt}</Badge>}
          </h3>
          {status}
        </div>
        {sheet.kopfzeile !== null && (
          <SelectField
            label={t.blattArt}
            name={`art-${sheet.name}`}
            quietOptional
            empty={null}
            value={blatt.art}
            options={blattArten.map((art) => ({ value: art, label: t.art[art] }))}
            onChange={(value) =>
              onChange(withArt(blatt, sheet, blattArten.find((art) => art === value) ?? 'ignoriert'))
            }
          />
        )}
      </div>
      {sheet.kopfzeile === null && <p className="muted">{t.ohneKopf(sheet.name)}</p>}
      {blatt.art !== 'ignoriert' && (
        <Table
          caption={sheet.name}
          rows={sheet.spalte}
          rowKey={(column) => String(column.nummer)}
          columns={[
            {
              id: 'titel',
              header: t.spalte,
              rowHeader: true,
              cell: (column) => column.titel || `${t.spalte} ${column.nummer}`,
            },
            {
              id: 'beispiel',
              header: t.beispiel,
              cell: (column) => <span className="examples">{column.beispiel.join(' · ') || '–'}</span>,
            },
            {
              id: 'feld',
              header: t.bedeutung,
              cell: (column) => (
                <select
                  className="input select map-select"
                  aria-label={t.bedeutungVon(column.titel)}
                  value={blatt.spalte.find(({ nummer }) => nummer === column.nummer)?.feld ?? ''}
                  onChange={(event) =>
                    onChange(
                      withFeld(
                        blatt,
                        column.nummer,
                        felder.find((feld) => feld === event.target.value),
                      ),
                    )
                  }
                >
                  <option value="">{t.nichtLesen}</option>
                  {felder.map((feld) => (
                    <option key={feld} value={feld}>
                      {t.feld[feld]}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
