import { formatDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import type { Regelkreis } from '../regelkreis.ts';
import './pfad.css';
import * as texts from './texts.ts';

/** The Regelkreis as a path: what was done and when, where the case stands, in which round. */
export function Pfad({ pfad }: { pfad: Regelkreis }) {
  const t = useTexts(texts);
  const jetzt = pfad.phase.find((each) => each.stand === 'jetzt');
  return (
    <section className="pfad" aria-label={t.pfad}>
      <p className="pfad-kopf">
        <strong>{jetzt === undefined ? t.phase.abschluss : t.phase[jetzt.phase]}</strong>
        {pfad.runde > 1 && <span className="muted">{t.runde(pfad.runde, formatDay(pfad.rundeAb))}</span>}
      </p>
      <ol className="pfad-liste">
        {pfad.phase.map(({ phase, stand, am }) => (
          <li
            key={phase}
            className={`pfad-phase pfad-${stand}`}
            aria-current={stand === 'jetzt' ? 'step' : undefined}
          >
            <span className="pfad-punkt">{stand === 'erledigt' && <Icon name="check" size={14} />}</span>
            <span className="pfad-wort">{t.phase[phase]}</span>
            <span className="sr-only">{t.phaseStand[stand]}</span>
            {am !== null && <span className="pfad-tag figure">{formatDay(am)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
