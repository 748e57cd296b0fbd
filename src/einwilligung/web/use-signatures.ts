import { useState } from 'react';
import { newKey } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { upload } from '#src/platform/web/upload.ts';
import { einwilligungContract } from '../contract.ts';
import { scanRefusal } from '../scan.ts';
import { isSigned, type Strich, type Striche, type UnterschriftRolle } from '../unterschrift.ts';

/** Who has to sign: the person, or one or two guardians. */
export type Rollen = readonly ('klient' | 'vertretung')[];

/** A signature as it is sent. */
export interface Gegeben<R extends UnterschriftRolle> {
  readonly rolle: R;
  readonly form: 'bildschirm' | 'papier';
  readonly strich: Striche;
}

export interface Signatures {
  readonly strich: (index: number) => readonly Strich[];
  readonly draw: (index: number, value: readonly Strich[]) => void;
  readonly scan: File | undefined;
  readonly choose: (file: File | undefined) => void;
  /** Why the chosen file is no scan. */
  readonly scanError: string | undefined;
  /** What is missing or wrong, before anything is sent. */
  readonly check: (
    rollen: readonly UnterschriftRolle[],
    form: string,
  ) => { readonly unterschrift?: string; readonly form?: string };
  readonly eingabe: <R extends UnterschriftRolle>(rollen: readonly R[], form: string) => Gegeben<R>[];
  /** Adds the scan to signatures on paper; answers with the code of a refusal. */
  readonly sendScan: (
    kreisId: string,
    personId: string,
    unterschriftId: readonly string[],
  ) => Promise<string | undefined>;
}

/** Strokes and scan of a form. They stay in this page only: a signature that was not given is kept nowhere. */
export function useSignatures(): Signatures {
  const [drawn, setDrawn] = useState<Readonly<Record<number, readonly Strich[]>>>({});
  const [scan, setScan] = useState<File>();
  const [scanError, setScanError] = useState<string>();

  async function look(file: File) {
    setScanError(scanRefusal(file.size, new Uint8Array(await file.slice(0, 8).arrayBuffer())));
  }
  return {
    strich: (index) => drawn[index] ?? [],
    draw: (index, value) => setDrawn((before) => ({ ...before, [index]: value })),
    scan,
    choose: (file) => {
      setScan(file);
      setScanError(undefined);
      if (file) void look(file);
    },
    scanError,
    check: (rollen, form) => {
      if (form === 'papier') return scanError === undefined ? {} : { form: scanError };
      return rollen.every((_, index) => isSigned(drawn[index] ?? []))
        ? {}
        : { unterschrift: 'unterschrift-leer' };
    },
    eingabe: (rollen, form) =>
      rollen.map((rolle, index) =>
        form === 'papier'
          ? { rolle, form: 'papier', strich: [] }
          : { rolle, form: 'bildschirm', strich: [...(drawn[index] ?? [])] },
      ),
    sendScan: async (kreisId, personId, unterschriftId) => {
      if (!scan) return undefined;
      try {
        for (const id of unterschriftId) {
          const params = { kreisId, personId, unterschriftId: id };
          await upload(einwilligungContract.addScan, { params }, scan, { key: newKey() });
        }
        return undefined;
      } catch (error) {
        return asProblem(error).code;
      }
    },
  };
}
