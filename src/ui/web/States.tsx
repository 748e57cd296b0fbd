import type { ReactNode } from 'react';
import { describeCode, type CodeTexts, type ProblemError } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from './Badge.tsx';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import * as texts from './texts.ts';

/** Nothing there (yet): says why and offers the next step. */
export function EmptyState(props: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={props.icon ?? 'fall'} size={28} />
      </span>
      <h2>{props.title}</h2>
      {props.children !== undefined && <p className="muted">{props.children}</p>}
      {props.action !== undefined && <div className="empty-action">{props.action}</div>}
    </div>
  );
}

/** Grey lines in the shape of what is to come. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const t = useTexts(texts);
  return (
    <output className="skeleton">
      <span className="sr-only">{t.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </output>
  );
}

/** A read that failed: reason, id for the log, and another try. */
export function ErrorState({
  problem,
  codes = {},
  onRetry,
}: {
  problem: ProblemError;
  codes?: CodeTexts;
  onRetry?: () => void;
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <Notice tone="danger" alert>
      <p>{describeCode(sprache, problem.code, codes)}</p>
      {problem.kennung !== undefined && <p className="muted">{t.errorId(problem.kennung)}</p>}
      {onRetry && (
        <p>
          <Button small onClick={onRetry}>
            {t.retry}
          </Button>
        </p>
      )}
    </Notice>
  );
}

/** How far something is, 0 to 1; without a share it is only known to run. */
export function Progress({ label, share, detail }: { label: string; share?: number; detail?: string }) {
  return (
    <div className="progress">
      <div className="progress-label">
        <span>{label}</span>
        {detail !== undefined && <span className="muted">{detail}</span>}
      </div>
      <progress aria-label={label} max={1} value={share} />
    </div>
  );
}

/** Further rows of a long list, and how many there are. */
export function LoadMore(props: {
  shown: number;
  total: number;
  step: number;
  pending?: boolean;
  onMore: () => void;
}) {
  const t = useTexts(texts);
  const left = props.total - props.shown;
  return (
    <div className="more">
      <span className="muted">{t.shown(props.shown, props.total)}</span>
      {left > 0 && (
        <Button small pending={props.pending ?? false} onClick={props.onMore}>
          {t.more(Math.min(left, props.step))}
        </Button>
      )}
    </div>
  );
}
