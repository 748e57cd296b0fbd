import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from './Button.tsx';
import * as texts from './texts.ts';

export interface PageProps {
  readonly title: string;
  /** Title of the window when it should not repeat a name. */
  readonly windowTitle?: string;
  /** Line under the title. */
  readonly lead?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Buttons beside the title; at most one primary. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Reading width for forms and texts. */
  readonly narrow?: boolean;
}

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** A page: window title, heading that takes the focus after navigation, actions. */
export function Page({ title, windowTitle, lead, crumbs, actions, children, narrow = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle ?? title} · Lotse`;
  }, [title, windowTitle]);
  useEffect(() => {
    // At the very first page the browser's own start of the document is right.
    const field = heading.current?.closest('.page')?.querySelector<HTMLElement>('[data-autofocus]');
    if (field) field.focus();
    else if (document.body.dataset['visited'] === 'yes') heading.current?.focus({ preventScroll: true });
    document.body.dataset['visited'] = 'yes';
    scrollTo(0, 0);
  }, []);
  return (
    <div className={`page${narrow ? ' page-narrow' : ''}`}>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** The way up from here. */
function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTexts(texts);
  return (
    <nav className="breadcrumb" aria-label={t.breadcrumb}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A white sheet with an optional heading. */
export function Card(props: { title?: string; actions?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className={`card${props.flush ? ' card-flush' : ''}`}>
      {props.title !== undefined && (
        <header className="card-head">
          <h2>{props.title}</h2>
          {props.actions}
        </header>
      )}
      {props.children}
    </section>
  );
}
