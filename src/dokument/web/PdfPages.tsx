import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Loading } from '#src/ui/web/States.tsx';
import { openPdf, type GeoeffnetesPdf } from './open-pdf.ts';
import * as texts from './texts.ts';

/** Pages drawn at once; a long contract is unfolded step by step. */
const STEP = 5;
/** Twice the width in which a page stands, so that small print is sharp. */
const WIDTH = 1_600;

/** The pages of a PDF as pictures, with their words for those who have them read out. */
export function PdfPages({ address }: { address: string }) {
  const t = useTexts(texts);
  const [pdf, setPdf] = useState<GeoeffnetesPdf>();
  const [failed, setFailed] = useState(false);
  const [shown, setShown] = useState(STEP);
  useEffect(() => {
    const stop = new AbortController();
    let opened: GeoeffnetesPdf | undefined;
    async function open() {
      const response = await fetch(address, { credentials: 'same-origin', signal: stop.signal });
      if (!response.ok) throw new Error(`refused with ${response.status}`);
      opened = await openPdf(await response.arrayBuffer());
      if (stop.signal.aborted) opened.close();
      else setPdf(opened);
    }
    open().catch(() => {
      if (!stop.signal.aborted) setFailed(true);
    });
    return () => {
      stop.abort();
      opened?.close();
    };
  }, [address]);
  if (failed) {
    return (
      <Notice tone="warning" alert>
        <p>{t.ansichtFehlt}</p>
      </Notice>
    );
  }
  if (!pdf) return <Loading rows={8} />;
  const pages = Array.from({ length: Math.min(shown, pdf.seiten) }, (_, index) => index + 1);
  return (
    <div className="document-pages">
      {pages.map((nummer) => (
        <PdfPage key={nummer} pdf={pdf} nummer={nummer} onFail={() => setFailed(true)} />
      ))}
      {shown < pdf.seiten && (
        <div>
          <Button onClick={() => setShown(shown + STEP)}>{t.weitereSeiten}</Button>
        </div>
      )}
    </div>
  );
}

function PdfPage({ pdf, nummer, onFail }: { pdf: GeoeffnetesPdf; nummer: number; onFail: () => void }) {
  const t = useTexts(texts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const place = canvas.current;
    if (place) pdf.draw(nummer, place, WIDTH).then(setWords, onFail);
    // Drawn once: the page does not change while it is open.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf, nummer]);
  return (
    <figure className="document-page">
      <canvas ref={canvas} aria-hidden="true" />
      <figcaption className="muted small">{t.seite(nummer, pdf.seiten)}</figcaption>
      <p className="sr-only">{words}</p>
    </figure>
  );
}
