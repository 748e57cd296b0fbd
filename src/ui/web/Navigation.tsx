import { useEffect, useId, useRef } from 'react';
import { Link as RouteLink, useLocation } from 'wouter';
import { Icon, type IconName } from './Icon.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

/** Sections that belong together; the first group has no heading. */
export interface NavGroup {
  readonly label: string;
  readonly items: readonly NavItem[];
}

export interface NavigationProps {
  readonly label: string;
  /** On a phone: the button that opens the sections for which the bar has no room. */
  readonly moreLabel: string;
  readonly groups: readonly NavGroup[];
}

/** Places in the bar of a phone beside "Mehr". */
const IN_BAR = 4;

/** Navigation at the left, or as a bar at the bottom of a phone whose last place opens everything. */
export function Navigation({ label, moreLabel, groups }: NavigationProps) {
  const panelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [location] = useLocation();
  useEffect(() => panel.current?.hidePopover(), [location]);
  const items = groups.flatMap((group) => group.items);
  const bar = items.length > IN_BAR + 1 ? items.slice(0, IN_BAR) : items;
  return (
    <nav className="frame-nav" aria-label={label}>
      <div className="nav-side">
        <Groups groups={groups} />
      </div>
      <ul className="nav-bar">
        {bar.map((item) => (
          <Item key={item.href} item={item} />
        ))}
        {bar.length < items.length && (
          <li>
            <button type="button" className="nav-item" popoverTarget={panelId}>
              <Icon name="menu" />
              <span>{moreLabel}</span>
            </button>
            <div id={panelId} ref={panel} popover="auto" className="menu nav-more">
              <Groups groups={groups} />
            </div>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Groups({ groups }: { readonly groups: readonly NavGroup[] }) {
  return groups.map((group) => (
    <div key={group.label}>
      {group.label !== '' && <p className="nav-heading">{group.label}</p>}
      <ul>
        {group.items.map((item) => (
          <Item key={item.href} item={item} />
        ))}
      </ul>
    </div>
  ));
}

function Item({ item }: { readonly item: NavItem }) {
  const [location] = useLocation();
  const here = location === item.href || location.startsWith(`${item.href}/`);
  return (
    <li>
      <RouteLink href={item.href} className="nav-item" aria-current={here ? 'page' : undefined}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
      </RouteLink>
    </li>
  );
}
