import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { describeCode, type CodeTexts, type ProblemError } from '#src/platform/web/problem.ts';
import { formatTime } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Form as FormState, FormValues } from '#src/platform/web/use-form.ts';
import { CodeTextsContext, fieldId, FormIdContext } from './Field.tsx';
import * as texts from './texts.ts';

export interface FormProps<V extends FormValues> {
  readonly form: FormState<V>;
  /** Labels of the fields, for the links of the error summary. */
  readonly labels: { readonly [K in keyof V]?: string };
  /** Words for the concept's own refusal codes. */
  readonly codes?: CodeTexts;
  readonly children: ReactNode;
  /** Buttons; they stay in view in a dialog. */
  readonly actions: ReactNode;
  readonly className?: string;
}

/** A real form: draft notice, focused error summary, Ctrl+Enter sends from any field. */
export function Form<V extends FormValues>({
  form,
  labels,
  codes = {},
  children,
  actions,
  className = '',
}: FormProps<V>) {
  const id = useId();
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !form.pending) form.submit(event);
  }
  return (
    <CodeTextsContext value={codes}>
      <FormIdContext value={id}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <form className={`form ${className}`} noValidate onSubmit={form.submit} onKeyDown={onKeyDown}>
          <DraftNotice restoredAt={form.draft.restoredAt} onDiscard={form.draft.discard} />
          <ErrorSummary
            attempt={form.attempt}
            problem={form.problem}
            codes={codes}
            errors={form.errors.map(({ name, code }) => ({
              id: fieldId(id, name),
              label: labels[name] ?? name,
              code,
            }))}
          />
          <div className="form-body">{children}</div>
          <div className="form-actions">{actions}</div>
        </form>
      </FormIdContext>
    </CodeTextsContext>
  );
}

interface ErrorSummaryProps {
  readonly errors: readonly { readonly id: string; readonly label: string; readonly code: string }[];
  readonly problem: ProblemError | undefined;
  readonly codes?: CodeTexts;
  /** Takes the focus whenever this changes. */
  readonly attempt: number;
}

/** What was refused, above the form, with links to the fields. */
function ErrorSummary({ errors, problem, codes = {}, attempt }: ErrorSummaryProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0 && !problem) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <p className="error-summary-title">{errors.length > 0 ? t.errorsTitle : t.refusedTitle}</p>
      {problem && <p>{describeCode(sprache, problem.code, codes)}</p>}
      {problem?.kennung !== undefined && <p className="muted">{t.errorId(problem.kennung)}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.id}>
              <a
                className="link"
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(error.id)?.focus();
                }}
              >
                {/[?!:]$/.test(error.label) ? error.label : `${error.label}:`}{' '}
                {describeCode(sprache, error.code, codes)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function DraftNotice({ restoredAt, onDiscard }: { restoredAt: string | undefined; onDiscard: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <output className="draft" hidden={restoredAt === undefined}>
      {restoredAt !== undefined && (
        <>
          {t.draftRestored(formatTime(sprache, restoredAt))}
          {' · '}
          <button type="button" className="link-button" onClick={onDiscard}>
            {t.draftDiscard}
          </button>
        </>
      )}
    </output>
  );
}
