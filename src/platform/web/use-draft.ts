import { use, useEffect, useEffectEvent, useRef, useState } from 'react';
import { DraftContext } from './drafts.ts';

export interface DraftPlace {
  readonly formular: string;
  /** What the form is about, such as Kreis and Fall; at most 80 characters. */
  readonly bezug: string;
}

export interface DraftState {
  /** Moment of the draft that was put back into the form. */
  readonly restoredAt: string | undefined;
  readonly discard: () => void;
  readonly finish: () => void;
}

const PAUSE_MS = 1_000;

/** Saves what is typed one second after the last key and offers it again when the form opens. */
export function useDraft(
  place: DraftPlace | undefined,
  values: Readonly<Record<string, unknown>>,
  dirty: boolean,
  restore: (werte: Readonly<Record<string, unknown>> | undefined) => void,
): DraftState {
  const store = use(DraftContext);
  const [restored, setRestored] = useState<{ readonly bezug: string; readonly at: string }>();
  const formular = place?.formular;
  const bezug = place?.bezug ?? '';
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const onLoaded = useEffectEvent((werte: Readonly<Record<string, unknown>>, at: string) => {
    // Whoever has begun to type wants that, not the former draft.
    if (dirty) return;
    restore(werte);
    setRestored({ bezug, at });
  });
  useEffect(() => {
    if (!store || formular === undefined) return;
    let gone = false;
    store.load(formular, bezug).then(
      (draft) => {
        if (!gone && draft) onLoaded(draft.werte, draft.geaendertAm);
      },
      // Without drafts the form still works.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [store, formular, bezug]);

  const save = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (store && formular !== undefined) store.save(formular, bezug, { ...values }).catch(() => undefined);
  });
  useEffect(() => {
    if (!dirty || formular === undefined) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save(), PAUSE_MS);
  }, [values, dirty, formular]);
  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) save();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  function finish() {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestored(undefined);
    if (store && formular !== undefined) store.remove(formular, bezug).catch(() => undefined);
  }

  function discard() {
    finish();
    restore(undefined);
  }

  return { restoredAt: restored?.bezug === bezug ? restored.at : undefined, discard, finish };
}
