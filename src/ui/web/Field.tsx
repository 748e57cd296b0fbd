import { createContext, use, useId, type ReactNode } from 'react';
import { describeCode, type CodeTexts } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import * as texts from './texts.ts';

/** Words for the refusal codes of the form around a field. */
export const CodeTextsContext = createContext<CodeTexts>({});

/** Prefix under which the fields of a form are found by its error summary. */
export const FormIdContext = createContext('');

export interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** Refusal code, turned into words here. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Leaves out the word "optional". */
  readonly quietOptional?: boolean;
  readonly hideLabel?: boolean;
}

export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
  readonly errorText: string | undefined;
  readonly hintId: string;
  readonly errorId: string;
}

/** Ids that tie label, hint, error and control together. */
export function useField({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): FieldIds {
  const own = useId();
  const form = use(FormIdContext);
  const words = use(CodeTextsContext);
  const { sprache } = useSprache();
  const id = form === '' ? own : fieldId(form, name);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const errorText = error === undefined ? undefined : describeCode(sprache, error, words);
  const describedBy = [hint === undefined ? '' : hintId, errorText === undefined ? '' : errorId]
    .filter(Boolean)
    .join(' ');
  return {
    id,
    describedBy: describedBy === '' ? undefined : describedBy,
    invalid: errorText === undefined ? undefined : true,
    errorText,
    hintId,
    errorId,
  };
}

export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}

/** Label, hint and error around one control. */
export function Field({ props, ids, children }: { props: FieldProps; ids: FieldIds; children: ReactNode }) {
  return (
    <div className={`field${ids.invalid ? ' field-invalid' : ''}`}>
      <label htmlFor={ids.id} className={props.hideLabel ? 'sr-only' : 'field-label'}>
        {props.label}
        <Optional props={props} />
      </label>
      <Hint props={props} ids={ids} />
      {children}
      <FieldError ids={ids} />
    </div>
  );
}

/** The same for a group of controls. */
export function FieldGroup({
  props,
  ids,
  children,
}: {
  props: FieldProps;
  ids: FieldIds;
  children: ReactNode;
}) {
  return (
    <fieldset
      className={`field${ids.invalid ? ' field-invalid' : ''}`}
      id={ids.id}
      tabIndex={-1}
      aria-describedby={ids.describedBy}
    >
      <legend className={props.hideLabel ? 'sr-only' : 'field-label'}>
        {props.label}
        <Optional props={props} />
      </legend>
      <Hint props={props} ids={ids} />
      {children}
      <FieldError ids={ids} />
    </fieldset>
  );
}

function Optional({ props }: { props: FieldProps }) {
  const t = useTexts(texts);
  if (props.required || props.quietOptional || props.hideLabel) return null;
  return <span className="field-optional"> {t.optional}</span>;
}

function Hint({ props, ids }: { props: FieldProps; ids: FieldIds }) {
  if (props.hint === undefined) return null;
  return (
    <p className="field-hint" id={ids.hintId}>
      {props.hint}
    </p>
  );
}

function FieldError({ ids }: { ids: FieldIds }) {
  if (ids.errorText === undefined) return null;
  return (
    <p className="field-error" id={ids.errorId}>
      {ids.errorText}
    </p>
  );
}
