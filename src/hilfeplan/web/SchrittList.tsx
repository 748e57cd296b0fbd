import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import type { SchrittZeile, ZielZeile } from '../contract.ts';
import { isOffenerSchritt, isUeberfaellig } from '../rules.ts';
import { usePlanWords } from './plan-words.ts';
import { sendStand, type StandGegenstand } from './StandDialog.tsx';
import * as texts from './texts.ts';

export interface SchrittListProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly ziel: Pick<ZielZeile, 'schritt' | 'text'>;
  readonly darf: boolean;
  readonly onStand: (gegenstand: StandGegenstand) => void;
}

/** The steps of a goal; a tick marks one as done today. */
export function SchrittList({ kreis, fallId, ziel, darf, onStand }: SchrittListProps) {
  const t = useTexts(texts);
  if (ziel.schritt.length === 0) return <p className="muted">{t.keineSchritte}</p>;
  return (
    <ul className="plan-steps" aria-label={`${t.schritte}: ${ziel.text}`}>
      {ziel.schritt.map((schritt) => (
        <Schritt
          key={schritt.id}
          kreis={kreis}
          fallId={fallId}
          schritt={schritt}
          darf={darf}
          onStand={onStand}
        />
      ))}
    </ul>
  );
}

function Schritt(props: Omit<SchrittListProps, 'ziel'> & { schritt: SchrittZeile }) {
  const { kreis, fallId, schritt, darf, onStand } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { wer } = usePlanWords(kreis);
  const { id, text, stand } = schritt;
  const gegenstand: StandGegenstand = { art: 'schritt', id, text, stand };
  const tick = useAction((key, next: string) =>
    sendStand({ kreisId: kreis.id, fallId }, gegenstand, next, today(), key),
  );
  const code = tick.problem?.code === 'gleichzeitig-geaendert' ? 'stand-gleichzeitig' : tick.problem?.code;
  return (
    <li className={`plan-step${isOffenerSchritt(schritt) ? '' : ' plan-step-done'}`}>
      {darf ? (
        <label className="check">
          <input
            type="checkbox"
            checked={stand === 'erledigt'}
            disabled={stand === 'entfallen'}
            onChange={() => {
              if (!tick.pending) tick.run(stand === 'erledigt' ? 'offen' : 'erledigt');
            }}
          />
          <span className="plan-step-text">
            {text}
            <span className="sr-only"> ({t.erledigt})</span>
          </span>
        </label>
      ) : (
        <span className="plan-step-text">{text}</span>
      )}
      <span className="plan-step-meta small">
        <span>{wer(schritt)}</span>
        {schritt.faelligAm !== null && isOffenerSchritt(schritt) && (
          <span>{t.bis(formatDay(schritt.faelligAm))}</span>
        )}
        {isUeberfaellig(schritt, today()) && (
          <Badge tone="danger" icon="clock">
            {t.ueberfaellig}
          </Badge>
        )}
        {stand !== 'offen' && (
          <span>
            {stand === 'erledigt'
              ? t.erledigtAm(formatDay(schritt.standAb))
              : `${t.schrittStand[stand]} ${t.seit(formatDay(schritt.standAb))}`}
          </span>
        )}
        {darf && (
          <Button small kind="quiet" onClick={() => onStand(gegenstand)}>
            {t.standAendern}
            <span className="sr-only">: {text}</span>
          </Button>
        )}
      </span>
      {code !== undefined && (
        <p className="field-error" role="alert">
          {describeCode(sprache, code, t.code)}
        </p>
      )}
    </li>
  );
}
