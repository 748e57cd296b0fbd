import type { ReactNode } from 'react';
import { Link as RouteLink } from 'wouter';
import { Navigation, type NavGroup } from './Navigation.tsx';

export interface PageFrameProps {
  readonly skipLabel: string;
  readonly navLabel: string;
  readonly moreLabel: string;
  readonly nav: readonly NavGroup[];
  /** Permanent notice above everything. */
  readonly notice?: string | undefined;
  readonly noticeLabel?: string;
  /** Beside the name of the product: the choice of the Kreis. */
  readonly switcher?: ReactNode;
  /** Right side of the header. */
  readonly tools: ReactNode;
  readonly children: ReactNode;
}

/** Frame of every page: skip link, header, navigation at the left or at the bottom of a phone. */
export function PageFrame(props: PageFrameProps) {
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
        <Navigation label={props.navLabel} moreLabel={props.moreLabel} groups={props.nav} />
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
