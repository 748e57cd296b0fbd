import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A short state in words; colour and icon only support it. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

const noticeIcons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};

/** A message that stays in the page; `alert` has it read out at once. */
export function Notice(props: { tone?: Tone; title?: string; alert?: boolean; children?: ReactNode }) {
  const tone = props.tone ?? 'info';
  return (
    <div className={`notice notice-${tone}`} role={props.alert ? 'alert' : undefined}>
      <Icon name={noticeIcons[tone]} />
      <div>
        {props.title !== undefined && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}

/** A key or combination on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
