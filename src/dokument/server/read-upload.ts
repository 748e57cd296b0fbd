import type { z } from 'zod';
import { Refusal } from '#src/platform/refusal.ts';
import { dokumentAngaben, type DokumentAngaben } from '../contract.ts';

/** What came in one request: what is said about the file, the file, and a small picture of it. */
export interface Hochgeladen {
  readonly angaben: DokumentAngaben;
  readonly datei: Buffer;
  /** Media type that the sender claims. */
  readonly behauptet: string;
  readonly vorschau: Buffer | undefined;
}

/** Takes a multipart body apart; the words travel beside the file, so that neither can be stored without the other. */
export async function readUpload(bytes: Buffer): Promise<Hochgeladen> {
  const form = await parse(bytes);
  const [angaben, datei, vorschau] = [form.get('angaben'), form.get('datei'), form.get('vorschau')];
  if (typeof angaben !== 'string' || datei === null || typeof datei === 'string') throw unreadable();
  if (typeof vorschau === 'string') throw unreadable();
  const checked = dokumentAngaben.safeParse(jsonOf(angaben));
  if (!checked.success) {
    throw new Refusal('eingabe-ungueltig', 422, { felder: checked.error.issues.map(fieldOf) });
  }
  return {
    angaben: checked.data,
    datei: Buffer.from(await datei.arrayBuffer()),
    behauptet: datei.type,
    vorschau:
      vorschau === null || vorschau.size === 0 ? undefined : Buffer.from(await vorschau.arrayBuffer()),
  };
}

/** The boundary is the first line of the body itself. */
async function parse(bytes: Buffer): Promise<FormData> {
  const boundary = /^--([\w'()+,./:=?-]{1,70})\r\n/.exec(bytes.toString('latin1', 0, 80))?.[1];
  if (boundary === undefined) throw unreadable();
  try {
    const type = `multipart/form-data; boundary="${boundary}"`;
    return await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw unreadable();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

function fieldOf(issue: z.core.$ZodIssue): { instance: string; code: string } {
  const empty = issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined);
  const own = /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : undefined;
  return {
    instance: `/${issue.path.map(String).join('/')}`,
    code: own ?? (empty ? 'pflichtfeld' : issue.code === 'too_big' ? 'wert-zu-gross' : 'wert-ungueltig'),
  };
}

function unreadable(): Refusal {
  return new Refusal('dokument-unlesbar', 422);
}
