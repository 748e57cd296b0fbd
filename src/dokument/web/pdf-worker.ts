// Reads PDF files beside the page, so that a heavy one does not block it.
import 'pdfjs-dist/build/pdf.worker.mjs';
