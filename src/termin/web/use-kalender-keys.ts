import { useEffect, useEffectEvent } from 'react';

export interface KalenderKeys {
  /** New appointment, on the day at hand if there is one. */
  readonly onNew: (tag: string | undefined) => void;
  readonly onToday: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** Arrows move between days and what stands in them, Page keys between periods, n makes new, t goes to today. */
export function useKalenderKeys({ onNew, onToday, onStep }: KalenderKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    const day = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null;
    switch (event.key) {
      case 'n':
        onNew(day?.dataset['day']);
        break;
      case 't':
        onToday();
        break;
      case 'PageDown':
        onStep(1);
        break;
      case 'PageUp':
        onStep(-1);
        break;
      case 'ArrowRight':
      case 'ArrowLeft':
      case 'ArrowDown':
      case 'ArrowUp':
        if (!moveFocus(day, event.key)) return;
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('dialog, input, select, textarea, [role=tablist], [role=menu], .frame-nav') !== null;
}

/** Moves the focus to the neighbour; outside the calendar the arrows scroll the page as ever. */
function moveFocus(day: HTMLElement | null, key: string): boolean {
  if (!day) return false;
  const days = [...document.querySelectorAll<HTMLElement>('[data-day]')];
  const items = stops(day);
  const at = items.findIndex((item) => item === document.activeElement);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = items[at + (key === 'ArrowDown' ? 1 : -1)];
    next?.focus();
    return next !== undefined;
  }
  const other = days[days.indexOf(day) + (key === 'ArrowRight' ? 1 : -1)];
  const there = other ? stops(other) : [];
  there[Math.min(Math.max(at, 0), there.length - 1)]?.focus();
  return there.length > 0;
}

/** What can be opened in a day, in the order of the day. */
function stops(day: HTMLElement): HTMLElement[] {
  return [...day.querySelectorAll<HTMLElement>('button')].toSorted(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
}
