import { useRef, useState } from 'react';
import { dateiRefusal, dateiTyp } from '../datei.ts';
import { makeVorschau } from './make-vorschau.ts';

/** A chosen file: looked into before it is sent, with a small picture of it. */
export interface GewaehlteDatei {
  readonly file: File | undefined;
  /** Why it cannot be sent. */
  readonly error: string | undefined;
  /** Address of the small picture while the page stands. */
  readonly bild: string | undefined;
  readonly choose: (file: File) => void;
  /** The small picture, once it is drawn; undefined where there is none. */
  readonly vorschau: () => Promise<Blob | undefined>;
}

/** Holds the file of a form; it stays in this page only until it is sent. */
export function useDatei(): GewaehlteDatei {
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<string>();
  const [bild, setBild] = useState<string>();
  const drawing = useRef<Promise<Blob | undefined>>(Promise.resolve(undefined));
  const latest = useRef<File>(undefined);

  async function look(chosen: File): Promise<Blob | undefined> {
    const begin = new Uint8Array(await chosen.slice(0, 16).arrayBuffer());
    const refusal = dateiRefusal(chosen.size, begin, chosen.type);
    const typ = dateiTyp(begin);
    if (latest.current === chosen) setError(refusal);
    if (refusal !== undefined || typ === undefined) return undefined;
    const small = await makeVorschau(chosen, typ);
    if (small && latest.current === chosen) setBild(await dataAddress(small));
    return small;
  }

  return {
    file,
    error,
    bild,
    choose: (chosen) => {
      latest.current = chosen;
      setFile(chosen);
      setError(undefined);
      setBild(undefined);
      drawing.current = look(chosen);
    },
    vorschau: () => drawing.current,
  };
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error('the preview cannot be read')));
    reader.readAsDataURL(blob);
  });
}
