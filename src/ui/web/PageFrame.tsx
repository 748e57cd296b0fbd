import type { ReactNode } from 'react';
import { Link as RouteLink, useLocation } from 'wouter';
import { Icon, type IconName } from './Icon.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

export interface PageFrameProps {
  readonly skipLabel: string;
  readonly navLabel: string;
  readonly nav: readonly NavItem[];
  /** Permanent notice above everything. */
  readonly notice?: string | undefined;
  readonly noticeLabel?: string;
  /** Beside the name of the product: the choice of the Kreis. */
  readonly switcher?: ReactNode;
  /** Right side of the header. */
  readonly tools: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of every page: skip link, header, navigation at the left or at the bottom of a phone. */
export function PageFrame(props: PageFrameProps) {
  const [location] = useLocation();
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={focusMain}>
        {props.skipLabel}
      </a>
      {props.notice !== undefined && (
        <aside className="frame-notice" aria-label={props.noticeLabel}>
          {props.notice}
        </aside>
      )}
      <header className="frame-head">
        <RouteLink href="/" className="brand">
          <BrandMark />
          <span>Lotse</span>
        </RouteLink>
        {props.switcher}
        <div className="frame-tools">{props.tools}</div>
      </header>
      <div className="frame-body">
        <nav className="frame-nav" aria-label={props.navLabel}>
          <ul>
            {props.nav.map((item) => (
              <li key={item.href}>
                <RouteLink
                  href={item.href}
                  className="nav-item"
                  aria-current={location.startsWith(item.href) ? 'page' : undefined}
                >
                  <Icon name={item.icon} />
                  <span>{item.label}</span>
                </RouteLink>
              </li>
            ))}
          </ul>
          {props.foot}
        </nav>
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </div>
  );
}

/** A light that shows the way. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg
      className="brand-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path className="brand-beam" d="M13 9 1 4v10zM19 9l12-5v10z" />
      <path className="brand-tower" d="M12 6h8v6h-8zM11 13h10l2 16H9zM13 5a3 3 0 0 1 6 0z" />
    </svg>
  );
}

function focusMain(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
