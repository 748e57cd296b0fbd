import type { ReactNode } from 'react';
import { Link as RouteLink } from 'wouter';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly small?: boolean;
}

export interface ButtonProps extends Look {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly submit?: boolean;
  readonly disabled?: boolean;
  /** Shows that the call is on its way and ignores further clicks; the focus stays. */
  readonly pending?: boolean;
  readonly title?: string;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly popoverTarget?: string;
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', icon, small = false, pending = false, children } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={`button button-${kind}${small ? ' button-small' : ''}`}
      disabled={props.disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      popoverTarget={props.popoverTarget}
      title={props.title}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {pending ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size={small ? 16 : 20} />
      )}
      <span>{children}</span>
    </button>
  );
}

/** Square button that shows only an icon; the label is its name. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick?: () => void;
  expanded?: boolean;
  controls?: string;
  popoverTarget?: string;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.label}
      title={props.label}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      popoverTarget={props.popoverTarget}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** Link to another page that looks like a button. */
export function ButtonLink({
  href,
  kind = 'secondary',
  icon,
  small,
  children,
}: Look & { href: string; children: ReactNode }) {
  return (
    <RouteLink href={href} className={`button button-${kind}${small ? ' button-small' : ''}`}>
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      <span>{children}</span>
    </RouteLink>
  );
}

/** Link inside the application. */
export function Link({ href, children, state }: { href: string; children: ReactNode; state?: unknown }) {
  return (
    <RouteLink href={href} className="link" state={state}>
      {children}
    </RouteLink>
  );
}

/** Link to a paper (PDF): opens in a tab of its own, so that the page and what is typed in it stay. */
export function PaperLink({ href, children, label }: { href: string; children: ReactNode; label?: string }) {
  return (
    <a className="link" href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  );
}
