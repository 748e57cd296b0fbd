import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from './Button.tsx';
import type { IconName } from './Icon.tsx';

export interface MenuProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly small?: boolean;
  /** As a function it is given the id of the panel: a choice that has it as `popoverTarget` closes it. */
  readonly children: ReactNode | ((panel: string) => ReactNode);
}

/** Panel of a few choices under a button; the browser closes it on Escape and on a click outside. */
export function Menu({ label, icon, small = false, children }: MenuProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [location] = useLocation();
  // A link in the panel leads to another page, over which it must not stay.
  useEffect(() => {
    panel.current?.hidePopover();
  }, [location]);
  return (
    <>
      <Button kind="quiet" small={small} popoverTarget={id} {...(icon ? { icon } : {})}>
        {label}
      </Button>
      <div id={id} ref={panel} popover="auto" className="menu">
        {typeof children === 'function' ? children(id) : children}
      </div>
    </>
  );
}
