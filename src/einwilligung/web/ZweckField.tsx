import { FieldGroup, useField, type FieldProps } from '#src/ui/web/Field.tsx';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import type { BogenText } from '../contract.ts';

export interface ZweckFieldProps extends FieldProps {
  readonly text: Pick<BogenText, 'deutsch' | 'uebersetzung'>;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Purposes, chosen one by one; each in German and in the language that is read. */
export function ZweckField(props: ZweckFieldProps) {
  const ids = useField(props);
  const { deutsch, uebersetzung } = props.text;
  const sprache = uebersetzung ? findPapiersprache(uebersetzung.sprache) : undefined;
  return (
    <FieldGroup props={props} ids={ids}>
      <div className="checks">
        {deutsch.zweck.map((zweck, index) => {
          const checked = props.value.includes(zweck.code);
          const other = uebersetzung?.inhalt.zweck[index];
          return (
            <label key={zweck.code} className="check purpose">
              <input
                type="checkbox"
                value={zweck.code}
                checked={checked}
                onChange={() =>
                  props.onChange(
                    checked
                      ? props.value.filter((each) => each !== zweck.code)
                      : [...props.value, zweck.code],
                  )
                }
              />
              <span>
                <span lang="de">{zweck.text}</span>
                {other && sprache && (
                  <small lang={sprache.tag} dir={sprache.richtung}>
                    {other.text}
                  </small>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
