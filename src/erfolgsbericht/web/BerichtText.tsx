import type { ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { BerichtInhalt } from '../bericht.ts';
import * as texts from './texts.ts';

/** A report as it is read: one statement per line. German like the text itself, whatever the language of the page. */
export function BerichtText({ inhalt }: { inhalt: BerichtInhalt }) {
  const t = useTexts(texts);
  return (
    <div className="stack">
      <Lines text={inhalt.lage} />
      {inhalt.thema !== '' && <Part title={t.thema}>{inhalt.thema.split('\n').join(', ')}</Part>}
      {inhalt.erreicht !== '' && (
        <Part title={t.erreicht}>
          <Lines text={inhalt.erreicht} />
        </Part>
      )}
      {inhalt.schritt !== '' && (
        <Part title={t.schritt}>
          <Lines text={inhalt.schritt} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="small muted">{title}</p>
      <div lang="de">{children}</div>
    </div>
  );
}

function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <ul lang="de" className="bericht-zeilen">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
