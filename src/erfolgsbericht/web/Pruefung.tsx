import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { berichtTeil, type BerichtInhalt, type BerichtTeil, type VerratendesWort } from '../bericht.ts';
import { findMerkmale } from '../find-merkmale.ts';
import * as texts from './texts.ts';

export interface PruefungProps {
  readonly inhalt: BerichtInhalt;
  readonly verratend: readonly VerratendesWort[];
  readonly labels: Readonly<Record<BerichtTeil, string>>;
}

/** What tells who it is, marked at its place while the text is written. */
export function Pruefung({ inhalt, verratend, labels }: PruefungProps) {
  const t = useTexts(texts);
  const parts = berichtTeil
    .map((teil) => ({ teil, text: inhalt[teil], fund: findMerkmale(inhalt[teil], verratend) }))
    .filter(({ fund }) => fund.length > 0);
  const count = parts.reduce((sum, { fund }) => sum + fund.length, 0);
  return (
    <Card title={t.pruefung}>
      <div className="stack">
        <output className="stack">
          {count === 0 ? (
            <Notice tone="success">
              <p>{t.nichtsGefunden}</p>
            </Notice>
          ) : (
            <Notice tone="warning" title={t.gefunden(count)}>
              <p>{t.gefundenHinweis}</p>
            </Notice>
          )}
        </output>
        {parts.map(({ teil, text, fund }) => (
          <div key={teil}>
            <p className="small muted">{labels[teil]}</p>
            <p className="bericht-marken" lang="de">
              {fund.map(({ von, bis }, i) => (
                <span key={von}>
                  {text.slice(fund[i - 1]?.bis ?? 0, von)}
                  <mark>{text.slice(von, bis)}</mark>
                </span>
              ))}
              {text.slice(fund.at(-1)?.bis ?? 0)}
            </p>
            <p className="small">{[...new Set(fund.map(({ art }) => t.merkmal[art]))].join(', ')}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}
