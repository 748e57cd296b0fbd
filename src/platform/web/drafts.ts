import { createContext } from 'react';

/** Where a form keeps what is being typed; the app binds it to the server. */
export interface DraftStore {
  readonly load: (formular: string, bezug: string) => Promise<Draft | undefined>;
  readonly save: (formular: string, bezug: string, werte: Record<string, unknown>) => Promise<void>;
  readonly remove: (formular: string, bezug: string) => Promise<void>;
}

export interface Draft {
  readonly werte: Readonly<Record<string, unknown>>;
  readonly geaendertAm: string;
}

export const DraftContext = createContext<DraftStore | undefined>(undefined);
