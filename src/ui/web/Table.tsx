import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Icon } from './Icon.tsx';
import * as texts from './texts.ts';

export interface Column<R> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  /** Right-aligned with figures of equal width. */
  readonly numeric?: boolean;
  /** Names the row for screen readers; stands first in the card on a phone. */
  readonly rowHeader?: boolean;
  readonly sortable?: boolean;
  /** Left out below 1200 px, `widest` below 1600 px. */
  readonly wideOnly?: boolean | 'widest';
  /** Stays on one line where there is room, from 1400 px on. */
  readonly nowrap?: boolean;
}

export interface TableProps<R> {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Short name of a row for its checkbox. */
  readonly rowName?: (row: R) => string;
  readonly sort?: {
    readonly by: string;
    readonly descending?: boolean;
    readonly onSort: (column: string) => void;
  };
  readonly selection?: {
    readonly chosen: ReadonlySet<string>;
    readonly onChange: (chosen: ReadonlySet<string>) => void;
  };
  /** On a phone each row becomes a card (default) or the table scrolls sideways. */
  readonly phone?: 'cards' | 'scroll';
  /** Row of sums. */
  readonly foot?: ReactNode;
  /** Shows that the rows belong to an earlier question. */
  readonly outdated?: boolean;
}

/**
 * Dense table with a sticky head. Arrow keys move between rows that hold a link with `data-row-link`, Enter opens it,
 * x marks the row.
 */
export function Table<R>(props: TableProps<R>) {
  const { columns, rows, rowKey, sort, selection, phone = 'cards' } = props;
  const t = useTexts(texts);
  const body = useRef<HTMLTableSectionElement>(null);
  const all =
    selection !== undefined && rows.length > 0 && rows.every((row) => selection.chosen.has(rowKey(row)));

  function toggle(keys: readonly string[], on: boolean) {
    if (!selection) return;
    const chosen = new Set(selection.chosen);
    for (const key of keys) {
      if (on) chosen.add(key);
      else chosen.delete(key);
    }
    selection.onChange(chosen);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    if (!row) return;
    if (event.key === 'x') {
      const key = row.dataset['key'];
      if (key !== undefined) toggle([key], !selection?.chosen.has(key));
      return;
    }
    const to =
      event.key === 'ArrowDown' || event.key === 'j'
        ? row.nextElementSibling
        : event.key === 'ArrowUp'
          ? row.previousElementSibling
          : null;
    const link = to?.querySelector<HTMLElement>('[data-row-link]');
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
  useEffect(() => {
    const rowGroup = body.current;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    rowGroup?.addEventListener('keydown', listener);
    return () => rowGroup?.removeEventListener('keydown', listener);
  }, []);

  return (
    // A region that scrolls must be reachable by keyboard.
    <section
      className={`table-box table-${phone}`}
      aria-label={props.caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={phone === 'scroll' ? 0 : undefined}
      aria-busy={props.outdated || undefined}
    >
      <table className="table">
        <caption className={props.showCaption ? 'table-caption' : 'sr-only'}>{props.caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th className="cell-check" scope="col">
                <label className="check-target">
                  <input
                    type="checkbox"
                    aria-label={t.selectAll}
                    checked={all}
                    onChange={() => toggle(rows.map(rowKey), !all)}
                  />
                </label>
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cellClass(column)}
                aria-sort={
                  sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined
                }
              >
                {sort && column.sortable ? (
                  <button type="button" className="sort" onClick={() => sort.onSort(column.id)}>
                    {column.header}
                    {sort.by === column.id && <Icon name={sort.descending ? 'down' : 'up'} size={14} />}
                  </button>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => {
            const key = rowKey(row);
            const chosen = selection?.chosen.has(key) ?? false;
            return (
              <tr key={key} data-key={key} className={chosen ? 'row-chosen' : undefined}>
                {selection && (
                  <td className="cell-check">
                    <label className="check-target">
                      <input
                        type="checkbox"
                        aria-label={t.selectRow(props.rowName?.(row) ?? key)}
                        checked={chosen}
                        onChange={() => toggle([key], !chosen)}
                      />
                    </label>
                  </td>
                )}
                {columns.map((column) =>
                  column.rowHeader ? (
                    <th key={column.id} scope="row" className={cellClass(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={cellClass(column)} data-label={column.header}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {props.foot !== undefined && <tfoot>{props.foot}</tfoot>}
      </table>
    </section>
  );
}

function cellClass<R>(column: Column<R>): string | undefined {
  const names = [
    column.numeric ? 'cell-number' : '',
    column.nowrap ? 'cell-nowrap' : '',
    column.wideOnly ? 'cell-wide' : '',
    column.wideOnly === 'widest' ? 'cell-widest' : '',
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}
