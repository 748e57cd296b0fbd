import { useLocation } from 'wouter';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import * as texts from './texts.ts';

/** The Kreis on whose data the pages work; a choice only for those who work in several. */
export function KreisSwitch({ ich, kreisId }: { ich: Ich; kreisId: string }) {
  const t = useTexts(texts);
  const [, navigate] = useLocation();
  const kreise = [...new Map(ich.rollen.map((rolle) => [rolle.kreisId, rolle.kreisName]))];
  if (kreise.length < 2) return <span className="frame-place frame-switch">{kreise[0]?.[1]}</span>;
  return (
    <div className="frame-switch">
      <select
        className="input select"
        aria-label={t.kreis}
        value={kreisId}
        onChange={(event) => navigate(`/k/${event.target.value}`)}
      >
        {kreise.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
