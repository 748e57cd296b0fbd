import { useId, useRef, type KeyboardEvent } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { FieldGroup, useField } from '#src/ui/web/Field.tsx';
import { bewertung, helfer } from '../bogen.ts';
import { areasOf, helpersOf, ratingOf, type BogenValues } from './bogen-values.ts';
import { Chips } from './ChipChoice.tsx';
import * as texts from './texts.ts';
import './erstberatung.css';

export interface BedarfGridProps {
  readonly kreis: KreisStamm;
  readonly values: Pick<BogenValues, 'bewertung' | 'helfer'>;
  readonly onChange: (changed: Partial<Pick<BogenValues, 'bewertung' | 'helfer'>>) => void;
  readonly error: string | undefined;
}

/** Ratings under their digit: 0 no need, 1 need, 2 severe, 3 not asked. */
const ratings = bewertung.options;

/** One row per Lebensbereich: the digits rate, the arrows move along and between the rows. */
export function BedarfGrid({ kreis, values, onChange, error }: BedarfGridProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const grid = useRef<HTMLDivElement>(null);
  const props = { name: 'bewertung', label: t.bereiche, hint: t.bereicheHinweis, error, required: true };
  const ids = useField(props);

  function rate(code: string, rating: string) {
    const others = values.bewertung.filter((each) => !each.startsWith(`${code}=`));
    onChange({ bewertung: [...others, `${code}=${rating}`] });
  }

  function move(from: HTMLElement, step: number) {
    const rows = [...(grid.current?.querySelectorAll<HTMLElement>('[role=radiogroup]') ?? [])];
    const row = rows[rows.findIndex((each) => each.contains(from)) + step];
    row?.querySelector<HTMLElement>('input:checked')?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, code: string) {
    const rating = ratings[Number(event.key)];
    if (/^[0-3]$/.test(event.key) && rating !== undefined) {
      event.preventDefault();
      rate(code, rating);
      event.currentTarget.querySelectorAll('input')[Number(event.key)]?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  return (
    <FieldGroup props={props} ids={ids}>
      <p className="key-hint muted small">
        <Kbd>0</Kbd> {t.bewertung.kein} · <Kbd>1</Kbd> {t.bewertung.bedarf} · <Kbd>2</Kbd>{' '}
        {t.bewertung.schwer} · <Kbd>3</Kbd> {t.bewertung.offen} · <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t.zeilen}
      </p>
      <div className="need-grid" ref={grid}>
        {areasOf(kreis, values).map(({ code, bezeichnung, bezeichnungEn }) => (
          <Row
            key={code}
            name={sprache === 'de' ? bezeichnung : bezeichnungEn}
            rating={ratingOf(values, code)}
            helpers={helpersOf(values, code)}
            onRate={(rating) => rate(code, rating)}
            onHelpers={(chosen) =>
              onChange({
                helfer: [
                  ...values.helfer.filter((each) => !each.startsWith(`${code}=`)),
                  ...chosen.map((each) => `${code}=${each}`),
                ],
              })
            }
            onKeyDown={(event) => onKeyDown(event, code)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

interface RowProps {
  readonly name: string;
  readonly rating: string;
  readonly helpers: readonly string[];
  readonly onRate: (rating: string) => void;
  readonly onHelpers: (helpers: readonly string[]) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function Row({ name, rating, helpers, onRate, onHelpers, onKeyDown }: RowProps) {
  const t = useTexts(texts);
  const id = useId();
  const needs = rating === 'bedarf' || rating === 'schwer';

  /** "keine" excludes the others. */
  function choose(chosen: readonly string[]) {
    const added = chosen.find((each) => !helpers.includes(each));
    if (added === 'keine') onHelpers(['keine']);
    else onHelpers(added === undefined ? chosen : chosen.filter((each) => each !== 'keine'));
  }

  return (
    <div className={`need-row${needs ? ' need-row-open' : ''}`}>
      <span className="need-name" id={id}>
        {name}
      </span>
      {/* A fieldset cannot stand in the row of a grid. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div className="chips need-rating" role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown}>
        {ratings.map((each) => (
          <label key={each} className={`chip chip-${each}`}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={each === rating}
              onChange={() => onRate(each)}
            />
            {t.bewertung[each]}
          </label>
        ))}
      </div>
      {needs && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div className="need-help" role="group" aria-label={t.hilfeBei(name)}>
          <span className="muted small" aria-hidden="true">
            {t.hilfe}
          </span>
          <Chips
            options={helfer.options.map((value) => ({ value, label: t.helferName[value] }))}
            value={helpers}
            onChange={choose}
          />
        </div>
      )}
    </div>
  );
}
