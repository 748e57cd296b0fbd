import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { foldText } from '#src/platform/web/format.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Field, useField, type FieldProps } from './Field.tsx';
import type { Option } from './SelectField.tsx';
import * as texts from './texts.ts';

export interface ComboOption extends Option {
  /** Second, quieter line. */
  readonly detail?: string;
}

export interface ComboBoxProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboOption[];
  /** For lists that the server searches: called while typing; the options are then shown as they come. */
  readonly onType?: (text: string) => void;
  /** The options still answer an earlier text: none of them can be chosen with a key yet. */
  readonly searching?: boolean;
  /** Words for the chosen value when it is not among the options. */
  readonly chosen?: string | undefined;
  readonly placeholder?: string;
  readonly initialFocus?: boolean;
}

const SHOWN = 60;

/** List that is filtered by typing (APG combobox with list autocomplete). */
export function ComboBox(props: ComboBoxProps) {
  const ids = useField(props);
  const t = useTexts(texts);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(
    () => filter(props.options, props.onType ? '' : (typed ?? '')),
    [props.options, props.onType, typed],
  );
  const label = props.options.find((option) => option.value === props.value)?.label ?? props.chosen ?? '';
  const marked = props.searching ? undefined : found[Math.min(active, found.length - 1)];

  function type(text: string) {
    setTyped(text);
    setActive(0);
    setOpen(true);
    props.onType?.(text);
    if (text === '') props.onChange('');
  }

  function choose(option: Option) {
    props.onChange(option.value);
    setTyped(undefined);
    setOpen(false);
  }

  function move(event: KeyboardEvent, to: number) {
    event.preventDefault();
    if (open) setActive(Math.max(0, Math.min(found.length - 1, to)));
    else setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') move(event, active + 1);
    else if (event.key === 'ArrowUp') move(event, active - 1);
    else if (
      event.key === 'Enter' &&
      open &&
      (marked || props.searching) &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      event.preventDefault();
      if (marked) choose(marked);
    } else if (event.key === 'Escape' && open) {
      // Only the list closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Tab' && open && typed !== undefined && typed !== '' && marked) choose(marked);
  }

  return (
    <Field props={props} ids={ids}>
      <div className="combo" aria-busy={props.searching || undefined}>
        <input
          ref={input}
          id={ids.id}
          name={props.name}
          className="input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && marked ? `${listId}-${marked.value}` : undefined}
          aria-invalid={ids.invalid}
          aria-describedby={ids.describedBy}
          aria-required={props.required}
          data-autofocus={props.initialFocus || undefined}
          placeholder={props.placeholder}
          value={typed ?? label}
          onChange={(event) => type(event.target.value)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
            setTyped(undefined);
          }}
        />
        {/* No native element offers a list that is filtered by typing and styled like the rest. */}
        <ul
          className="combo-list"
          id={listId}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
          role="listbox"
          aria-label={props.label}
          hidden={!open}
        >
          {found.map((option) => (
            // The keys belong to the input, which points here by aria-activedescendant.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={option.value}
              id={`${listId}-${option.value}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
              role="option"
              aria-selected={option === marked}
              ref={(item) => {
                if (option === marked && open) item?.scrollIntoView({ block: 'nearest' });
              }}
              // The input keeps the focus while the mouse chooses.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              {option.detail !== undefined && <span className="combo-detail">{option.detail}</span>}
            </li>
          ))}
        </ul>
        {open && found.length === 0 && (typed ?? '') !== '' && <p className="combo-none">{t.noMatch}</p>}
        <output className="sr-only">{open && typed !== undefined ? t.matches(found.length) : ''}</output>
      </div>
    </Field>
  );
}

function filter(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return options.slice(0, SHOWN);
  const starts: ComboOption[] = [];
  const contains: ComboOption[] = [];
  for (const option of options) {
    const label = foldText(option.label);
    if (label.startsWith(wanted)) starts.push(option);
    else if (label.includes(wanted)) contains.push(option);
  }
  return [...starts, ...contains].slice(0, SHOWN);
}
