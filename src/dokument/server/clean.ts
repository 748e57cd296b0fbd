import { dateiRefusal, dateiTyp, VORSCHAU_BYTES, VORSCHAU_PUNKTE, type DateiTyp } from '../datei.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPdf } from './clean-pdf.ts';
import { cleanPng } from './clean-png.ts';
import { DateiFehler, type Bereinigt } from './datei-fehler.ts';

const cleaners: Readonly<Record<DateiTyp, (bytes: Buffer) => Bereinigt | Promise<Bereinigt>>> = {
  'application/pdf': cleanPdf,
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
};

/** Checks a file by its content and frees it of what it says about device, place and author. */
export async function cleanDatei(bytes: Buffer, behauptet: string): Promise<Bereinigt & { typ: DateiTyp }> {
  const refusal = dateiRefusal(bytes.length, bytes, behauptet);
  const typ = dateiTyp(bytes);
  if (refusal !== undefined || typ === undefined) throw new DateiFehler(refusal ?? 'datei-typ');
  return { ...(await cleaners[typ](bytes)), typ };
}

/** A preview is a small picture, checked and freed like the file itself. */
export async function cleanVorschau(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > VORSCHAU_BYTES) throw new DateiFehler('vorschau-zu-gross');
  const { typ, breite = 0, hoehe = 0, bytes: clean } = await cleanDatei(bytes, '');
  if (typ === 'application/pdf') throw new DateiFehler('datei-typ');
  if (Math.max(breite, hoehe) > VORSCHAU_PUNKTE) throw new DateiFehler('vorschau-zu-gross');
  return clean;
}
