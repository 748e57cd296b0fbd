import type { Answer } from '#src/platform/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { vordruckContract } from '../contract.ts';
import { textsOf } from '../rules.ts';
import { diffTexts, type Piece } from './diff-texts.ts';
import * as texts from './texts.ts';
import './vordruck.css';

/** What changed in the German text since the version before, word by word. */
export function Difference({ stand }: { stand: Answer<typeof vordruckContract.getVordruck> }) {
  const t = useTexts(texts);
  const { vorige } = stand;
  if (!vorige) return <p className="muted">{t.ersteFassung}</p>;
  const rows = diffTexts(
    [...Object.values(vorige.angabe), ...textsOf(vorige.inhalt).map(({ text }) => text)],
    [...Object.values(stand.angabe), ...textsOf(stand.inhalt).map(({ text }) => text)],
  );
  const changed = rows.filter((pieces) => pieces.some(({ kind }) => kind !== 'same'));
  return (
    <Card title={t.unterschiedZu(vorige.fassung)}>
      {changed.length === 0 && <p className="muted">{t.unterschiedKeiner}</p>}
      {changed.map((pieces, at) => (
        <div key={at} className="vordruck-row">
          <p className="vordruck-cell" lang="de">
            <span>
              {pieces.map((piece, each) => (
                <Changed key={each} piece={piece} />
              ))}
            </span>
          </p>
        </div>
      ))}
    </Card>
  );
}

function Changed({ piece }: { piece: Piece }) {
  const t = useTexts(texts);
  switch (piece.kind) {
    case 'same':
      return piece.text;
    case 'new':
      return (
        <ins className="vordruck-new">
          <span className="sr-only">{t.neu} </span>
          {piece.text}
        </ins>
      );
    case 'gone':
      return (
        <del className="vordruck-gone">
          <span className="sr-only">{t.entfallen} </span>
          {piece.text}
        </del>
      );
  }
}
