import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import type { PlanZiel } from '../plan.ts';
import { usePlanWords } from './plan-words.ts';
import * as texts from './texts.ts';
import { zielTones } from './ziel-tones.ts';

/** A plan to be read, goal by goal, in large calm letters and without buttons. */
export function PlanView({ kreis, ziel }: { kreis: KreisStamm; ziel: readonly PlanZiel[] }) {
  const t = useTexts(texts);
  const { bereich, wer } = usePlanWords(kreis);
  return (
    <ol className="plan-goals plan-read">
      {ziel.map((one) => (
        <li key={one.id} className="stack">
          <div>
            <p className="muted small">{bereich(one.lebensbereich)}</p>
            <h3>{one.text}</h3>
          </div>
          {(one.bisWann !== null || one.stand !== 'offen') && (
            <p className="row">
              {one.bisWann !== null && <span className="muted">{t.bis(formatDay(one.bisWann))}</span>}
              {one.stand !== 'offen' && <Badge tone={zielTones[one.stand]}>{t.zielStand[one.stand]}</Badge>}
            </p>
          )}
          {one.worte !== '' && <blockquote className="plan-quote">„{one.worte}“</blockquote>}
          {one.indikator !== '' && (
            <p>
              <span className="muted">{t.indikatorKurz}:</span> {one.indikator}
            </p>
          )}
          <ul className="plan-steps" aria-label={`${t.schritte}: ${one.text}`}>
            {one.schritt.map((schritt) => (
              <li key={schritt.id} className="plan-step">
                <span className="plan-step-text">{schritt.text}</span>
                <span className="plan-step-meta">
                  {wer(schritt)}
                  {schritt.faelligAm !== null && <span>{t.bis(formatDay(schritt.faelligAm))}</span>}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
