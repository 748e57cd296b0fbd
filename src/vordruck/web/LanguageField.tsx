import { Field, useField, type FieldProps } from '#src/ui/web/Field.tsx';
import type { Papiersprache } from '../sprachen.ts';
import './vordruck.css';

export interface LanguageFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly sprache: Pick<Papiersprache, 'tag' | 'richtung'>;
  /** One line for headings. */
  readonly line?: boolean;
}

/** A text field whose content is in another language than the page, with its direction and fonts. */
export function LanguageField(props: LanguageFieldProps) {
  const ids = useField(props);
  const { tag, richtung } = props.sprache;
  const shared = {
    id: ids.id,
    name: props.name,
    value: props.value,
    required: props.required,
    lang: tag,
    dir: richtung,
    'aria-invalid': ids.invalid,
    'aria-describedby': ids.describedBy,
  };
  return (
    <Field props={props} ids={ids}>
      {props.line ? (
        <input
          {...shared}
          className="input vordruck-text"
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...shared}
          className="input textarea vordruck-text vordruck-area"
          rows={4}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
