import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from './Button.tsx';
import type { IconName } from './Icon.tsx';

export interface MenuProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** Panel of a few choices under a button; the browser closes it on Escape and on a click outside. */
export function Menu({ label, icon, children }: MenuProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [location] = useLocation();
  // A link in the panel leads to another page, over which it must not stay.
  useEffect(() => panel.current?.hidePopover(), [location]);
  return (
    <>
      <Button kind="quiet" popoverTarget={id} {...(icon ? { icon } : {})}>
        {label}
      </Button>
      <div id={id} ref={panel} popover="auto" className="menu">
        {children}
      </div>
    </>
  );
}
