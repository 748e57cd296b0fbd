import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { NachtragZeile } from '../notiz.ts';
import * as texts from './texts.ts';
import './notiz.css';

/** What was added to a text later, below it: the old words stay as they were. */
export function NachtragList({ nachtrag }: { nachtrag: readonly NachtragZeile[] }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  if (nachtrag.length === 0) return null;
  return (
    <ol className="amendments">
      {nachtrag.map((each) => (
        <li key={each.id}>
          <p className="muted small">{t.nachtragVom(formatMoment(sprache, each.am), each.vonName)}</p>
          <p className="preline prose">{each.text}</p>
        </li>
      ))}
    </ol>
  );
}
