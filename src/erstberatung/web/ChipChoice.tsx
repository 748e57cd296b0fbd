import { useRef, useState, type KeyboardEvent } from 'react';
import { FieldGroup, useField, type FieldProps } from '#src/ui/web/Field.tsx';
import type { Option } from '#src/ui/web/SelectField.tsx';

export interface ChipsProps {
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any number of a list behind one stop of the Tab key: arrows move, the space bar chooses. */
export function Chips({ options, value, onChange }: ChipsProps) {
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (active + step + options.length) % options.length;
    setActive(next);
    box.current?.querySelectorAll('input')[next]?.focus();
  }

  return (
    // The keys belong to the boxes inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="chips" ref={box} onKeyDown={onKeyDown}>
      {options.map((option, index) => {
        const checked = value.includes(option.value);
        return (
          <label key={option.value} className="chip">
            <input
              type="checkbox"
              value={option.value}
              checked={checked}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActive(index)}
              onChange={() =>
                onChange(checked ? value.filter((each) => each !== option.value) : [...value, option.value])
              }
            />
            {option.label}
          </label>
        );
      })}
    </div>
  );
}

/** The same as a field of a form. */
export function ChipChoice(props: FieldProps & ChipsProps) {
  const ids = useField(props);
  return (
    <FieldGroup props={props} ids={ids}>
      <Chips options={props.options} value={props.value} onChange={props.onChange} />
    </FieldGroup>
  );
}
