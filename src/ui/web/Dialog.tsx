import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { IconButton } from './Button.tsx';
import * as texts from './texts.ts';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Without a way out, as for a new sign-in over the page. */
  readonly locked?: boolean;
}

/** Native modal dialog: focus trap and Escape come from the browser. */
export function Dialog({ title, open, onClose, children, wide = false, locked = false }: DialogProps) {
  const t = useTexts(texts);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const box = dialog.current;
    if (!box || !open) return;
    const before = document.activeElement;
    box.showModal();
    // Into the form, not onto the button that closes it.
    const first =
      box.querySelector('[data-autofocus]') ?? box.querySelector('.dialog-body :is(input, select, textarea)');
    if (first instanceof HTMLElement) first.focus();
    return () => {
      box.close();
      // By now the dialog has left the page, so the browser no longer brings the focus back.
      const back = before === document.body ? document.querySelector('main h1') : before;
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={`dialog${wide ? ' dialog-wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {!locked && <IconButton icon="close" label={t.close} onClick={onClose} />}
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
