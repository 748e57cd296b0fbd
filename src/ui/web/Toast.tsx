import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import * as texts from './texts.ts';

interface Message {
  readonly id: number;
  readonly text: string;
}

const ToastContext = createContext<(text: string) => void>(() => undefined);

const SHOWN_MS = 8_000;

/** Tells that something has happened; read out politely, never in the way. */
export function useToast(): (text: string) => void {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const next = useRef(1);
  const remove = useCallback((id: number) => setMessages((all) => all.filter((each) => each.id !== id)), []);
  const show = useMemo(
    () => (text: string) => {
      const id = next.current++;
      setMessages((all) => [...all.slice(-2), { id, text }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-label={t.messages} aria-live="polite">
        {messages.map((message) => (
          <div key={message.id} className="toast">
            <Icon name="success" />
            <p>{message.text}</p>
            <IconButton icon="close" label={t.dismiss} onClick={() => remove(message.id)} />
          </div>
        ))}
      </section>
    </ToastContext>
  );
}
