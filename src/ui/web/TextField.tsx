import { Field, useField, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'email';
  readonly inputMode?: 'text' | 'numeric';
  readonly autoComplete?: string;
  readonly initialFocus?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Width in characters; without it the field fills its place. */
  readonly width?: number;
}

export function TextField(props: TextFieldProps) {
  const ids = useField(props);
  return (
    <Field props={props} ids={ids}>
      <input
        id={ids.id}
        name={props.name}
        className="input"
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        value={props.value}
        required={props.required}
        aria-invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        autoComplete={props.autoComplete ?? 'off'}
        data-autofocus={props.initialFocus || undefined}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        size={props.width}
        spellCheck={props.type === 'search' ? false : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly initialFocus?: boolean;
}

/** Grows with its text. */
export function TextArea(props: TextAreaProps) {
  const ids = useField(props);
  return (
    <Field props={props} ids={ids}>
      <textarea
        id={ids.id}
        name={props.name}
        className="input textarea"
        rows={props.rows ?? 3}
        value={props.value}
        required={props.required}
        aria-invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        data-autofocus={props.initialFocus || undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}
