import { FieldGroup, useField, type FieldProps } from './Field.tsx';
import type { Option } from './SelectField.tsx';

export interface ChoiceGroupProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

/** One of a few, as compact chips; arrow keys move as in any radio group. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const ids = useField(props);
  return (
    <FieldGroup props={props} ids={ids}>
      <div className="chips">
        {props.options.map((option) => (
          <label key={option.value} className="chip">
            <input
              type="radio"
              name={ids.id}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxListProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly options: readonly Option[];
  /** Chips that wrap (default) or a column of boxes. */
  readonly layout?: 'chips' | 'column';
}

/** Any number of a list. */
export function CheckboxList(props: CheckboxListProps) {
  const ids = useField(props);
  const layout = props.layout ?? 'chips';
  return (
    <FieldGroup props={props} ids={ids}>
      <div className={layout === 'chips' ? 'chips' : 'checks'}>
        {props.options.map((option) => {
          const checked = props.value.includes(option.value);
          return (
            <label key={option.value} className={layout === 'chips' ? 'chip' : 'check'}>
              <input
                type="checkbox"
                value={option.value}
                checked={checked}
                onChange={() =>
                  props.onChange(
                    checked
                      ? props.value.filter((each) => each !== option.value)
                      : [...props.value, option.value],
                  )
                }
              />
              {option.label}
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxProps {
  readonly label: string;
  readonly name: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A single yes or no. */
export function Checkbox(props: CheckboxProps) {
  const ids = useField(props);
  return (
    <div className={`field${ids.invalid ? ' field-invalid' : ''}`}>
      <label className="check">
        <input
          id={ids.id}
          type="checkbox"
          name={props.name}
          checked={props.value}
          aria-invalid={ids.invalid}
          aria-describedby={ids.describedBy}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.hint !== undefined && (
        <p className="field-hint" id={ids.hintId}>
          {props.hint}
        </p>
      )}
      {ids.errorText !== undefined && (
        <p className="field-error" id={ids.errorId}>
          {ids.errorText}
        </p>
      )}
    </div>
  );
}
