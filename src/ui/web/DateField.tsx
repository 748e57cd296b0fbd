import { useRef, useState } from 'react';
import { formatDay, isDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Field, useField, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { parseDay } from './parse-day.ts';
import * as texts from './texts.ts';

export interface DateFieldProps extends FieldProps {
  /** Day as 2023-04-01, or what was typed when it is no day. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max?: string;
  readonly min?: string;
  readonly initialFocus?: boolean;
}

/** Typed as 1.4.23, 01042023, "heute" or "-1", or picked from the browser's calendar. */
export function DateField(props: DateFieldProps) {
  const ids = useField(props);
  const t = useTexts(texts);
  const picker = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState<string>();
  const shown = typing ?? (isDay(props.value) ? formatDay(props.value) : props.value);

  function type(text: string) {
    setTyping(text);
    props.onChange(parseDay(text) ?? text);
  }

  return (
    <Field props={props} ids={ids}>
      <div className="date">
        <input
          id={ids.id}
          name={props.name}
          className="input"
          type="text"
          autoComplete="off"
          placeholder={t.dateHint}
          value={shown}
          required={props.required}
          aria-invalid={ids.invalid}
          aria-describedby={ids.describedBy}
          data-autofocus={props.initialFocus || undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyping(undefined)}
        />
        <button
          type="button"
          className="date-open"
          aria-label={t.openCalendar}
          onClick={() => picker.current?.showPicker()}
        >
          <Icon name="calendar" size={18} />
        </button>
        <input
          ref={picker}
          className="date-picker"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={isDay(props.value) ? props.value : ''}
          max={props.max}
          min={props.min}
          onChange={(event) => {
            setTyping(undefined);
            props.onChange(event.target.value);
          }}
        />
      </div>
    </Field>
  );
}
