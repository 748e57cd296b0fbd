import { useTexts } from '#src/platform/web/sprache.tsx';
import type { DubletteTreffer } from '../contract.ts';
import './dublette.css';
import * as texts from './texts.ts';

/** Why two records are alike, and how much. */
export function Gruende({ bewertung }: { bewertung: Pick<DubletteTreffer, 'punkte' | 'gruende'> }) {
  const t = useTexts(texts);
  const { punkte, gruende } = bewertung;
  return (
    <span className="small dublette-gruende">
      {gruende.map((grund) => t.grund[grund]).join(', ')} · {t.aehnlichkeit} {t.punkte(punkte)}
    </span>
  );
}
