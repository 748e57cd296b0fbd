import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import * as texts from './texts.ts';

/** Recovery codes, shown this once: to copy, to print, and on. */
export function CodeSheet({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast(t.kopiert);
  }
  return (
    <section className="stack">
      <h2>{t.codesTitel}</h2>
      <p>{t.codesText}</p>
      <ol className="code-sheet">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{t.drucken}</Button>
        <Button onClick={() => void copy()}>{t.kopieren}</Button>
        <Button kind="primary" onClick={onDone}>
          {t.gesichert}
        </Button>
      </div>
    </section>
  );
}
