import type { PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives the address of the built worker.
import workerAddress from './pdf-worker.ts?worker&url';
import { trustWorker } from './worker-address.ts';

/** An opened PDF: drawn page by page onto a canvas, so that nothing in it is ever run. */
export interface GeoeffnetesPdf {
  readonly seiten: number;
  /** Draws a page (from 1) at most so wide, in points of the screen, and answers with its words. */
  readonly draw: (nummer: number, canvas: HTMLCanvasElement, breite: number) => Promise<string>;
  readonly close: () => void;
}

/** A page that is larger would fill the memory of the browser. */
const MOST_POINTS = 16_000_000;

/** Opens a PDF for looking at it; the program for it is fetched when it is first needed. */
export async function openPdf(bytes: ArrayBuffer): Promise<GeoeffnetesPdf> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist');
  const port = new Worker(trustWorker(workerAddress), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    useSystemFonts: true,
    useWasm: false,
    wasmUrl: new URL('/assets/pdf/', location.href).href,
  });
  const close = () => {
    void task.destroy().finally(() => port.terminate());
  };
  try {
    const document = await task.promise;
    return {
      seiten: document.numPages,
      draw: (nummer, canvas, breite) => drawPage(document, nummer, canvas, breite),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function drawPage(
  document: PDFDocumentProxy,
  nummer: number,
  canvas: HTMLCanvasElement,
  breite: number,
): Promise<string> {
  const page = await document.getPage(nummer);
  const natural = page.getViewport({ scale: 1 });
  const wanted = breite / natural.width;
  const most = Math.sqrt(MOST_POINTS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const content = await page.getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
