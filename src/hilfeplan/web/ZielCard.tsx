import { BeobachtungButton } from '#src/beobachtung/web/BeobachtungButton.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { ZielZeile } from '../contract.ts';
import { isOffenesZiel } from '../rules.ts';
import { usePlanWords } from './plan-words.ts';
import { SchrittList } from './SchrittList.tsx';
import type { StandGegenstand } from './StandDialog.tsx';
import * as texts from './texts.ts';
import { zielTones } from './ziel-tones.ts';

export interface ZielCardProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly ziel: ZielZeile;
  /** False in a closed case. */
  readonly darf: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onStand: (gegenstand: StandGegenstand) => void;
}

/** One goal: what, by what it shows, until when, how it stands, and its steps. */
export function ZielCard({ kreis, fallId, ziel, darf, onChange, onRemove, onStand }: ZielCardProps) {
  const t = useTexts(texts);
  const { bereich } = usePlanWords(kreis);
  const heute = today();
  const late = isOffenesZiel(ziel) && ziel.bisWann !== null && ziel.bisWann < heute;
  const named = <span className="sr-only">: {ziel.text}</span>;
  return (
    <Card
      title={bereich(ziel.lebensbereich)}
      actions={
        darf && (
          <div className="row">
            <Button
              small
              onClick={() => onStand({ art: 'ziel', id: ziel.id, text: ziel.text, stand: ziel.stand })}
            >
              {t.standAendern}
              {named}
            </Button>
            <Button small kind="quiet" icon="edit" onClick={onChange}>
              {t.zielAendern}
              {named}
            </Button>
            <Button small kind="quiet" onClick={onRemove}>
              {t.zielEntfernen}
              {named}
            </Button>
          </div>
        )
      }
    >
      <div className="stack">
        <p className="plan-goal-text">{ziel.text}</p>
        <p className="row">
          <Badge tone={zielTones[ziel.stand]} {...(ziel.stand === 'erreicht' ? { icon: 'check' } : {})}>
            {ziel.stand === 'erreicht' ? t.erreichtAm(formatDay(ziel.standAb)) : t.zielStand[ziel.stand]}
          </Badge>
          <span className="muted">
            {t.prioritaet} {ziel.prioritaet}
          </span>
          {ziel.bisWann !== null && <span className="muted">{t.bis(formatDay(ziel.bisWann))}</span>}
          {late && (
            <Badge tone="danger" icon="clock">
              {t.ueberfaellig}
            </Badge>
          )}
        </p>
        {ziel.worte !== '' && <blockquote className="plan-quote">„{ziel.worte}“</blockquote>}
        {ziel.indikator !== '' && (
          <p>
            <span className="muted">{t.indikatorKurz}:</span> {ziel.indikator}
          </p>
        )}
        <SchrittList kreis={kreis} fallId={fallId} ziel={ziel} darf={darf} onStand={onStand} />
        {darf && (
          <div className="row">
            <BeobachtungButton kreis={kreis} fallId={fallId} lebensbereich={ziel.lebensbereich} />
          </div>
        )}
      </div>
    </Card>
  );
}
