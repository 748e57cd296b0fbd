import { useId, type KeyboardEvent } from 'react';
import type { Option } from '#src/ui/web/SelectField.tsx';

export interface RatingChipsProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Names the column: the arrows up and down go to the next chips of the same one. */
  readonly column: string;
  /** Shown before the chips where the grid has no head. */
  readonly lead?: string;
  readonly invalid?: boolean;
  /** Field of the form, so that its error summary leads here. */
  readonly id?: string;
}

/** One of a few in a row of a grid: digits choose from 0 on, the arrows up and down change the row. */
export function RatingChips({
  label,
  options,
  value,
  onChange,
  column,
  lead,
  invalid,
  id,
}: RatingChipsProps) {
  const name = useId();

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const option = /^\d$/.test(event.key) ? options[Number(event.key)] : undefined;
    if (option) {
      event.preventDefault();
      onChange(option.value);
      event.currentTarget.querySelectorAll('input')[Number(event.key)]?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const groups = [...document.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
      const next = groups[groups.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
      (next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector('input'))?.focus();
    }
  }

  return (
    // A fieldset cannot stand in the row of a grid.
    <div
      id={id}
      className="chips need-rating"
      role="radiogroup"
      aria-label={label}
      aria-invalid={invalid || undefined}
      tabIndex={-1}
      data-column={column}
      data-lead={lead}
      onKeyDown={onKeyDown}
    >
      {options.map((option) => (
        <label key={option.value} className={`chip chip-${option.value === '' ? 'offen' : option.value}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
