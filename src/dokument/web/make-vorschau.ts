import { VORSCHAU_BYTES, type DateiTyp } from '../datei.ts';
import { openPdf } from './open-pdf.ts';

/** Longer side of a preview, twice as many points as it is shown. */
const SIDE = 288;

/** A small picture of a file, of the first page of a PDF; undefined where the browser cannot draw it. */
export async function makeVorschau(file: Blob, typ: DateiTyp): Promise<Blob | undefined> {
  try {
    const canvas = typ === 'application/pdf' ? await drawPdf(file) : await drawPicture(file);
    return await smallBlob(canvas);
  } catch {
    // Without a preview the list shows a sign for the kind of file.
    return undefined;
  }
}

async function drawPicture(file: Blob): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen) {
    // A transparent picture on dark ground would be black on black.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  picture.close();
  return canvas;
}

async function drawPdf(file: Blob): Promise<HTMLCanvasElement> {
  const pdf = await openPdf(await file.arrayBuffer());
  try {
    const page = document.createElement('canvas');
    await pdf.draw(1, page, SIDE * 2);
    return await drawPicture(await blobOf(page, 0.9));
  } finally {
    pdf.close();
  }
}

async function smallBlob(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  for (const quality of [0.8, 0.5]) {
    const blob = await blobOf(canvas, quality);
    if (blob.size <= VORSCHAU_BYTES) return blob;
  }
  return undefined;
}

function blobOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
      'image/jpeg',
      quality,
    );
  });
}
