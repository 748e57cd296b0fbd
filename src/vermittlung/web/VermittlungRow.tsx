import { useState } from 'react';
import { BeobachtungButton } from '#src/beobachtung/web/BeobachtungButton.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vermittlungContract, type VermittlungZeile } from '../contract.ts';
import { isOffen } from '../rules.ts';
import type { VermittlungStand } from '../vermittlung.ts';
import { AntwortChoice } from './AntwortChoice.tsx';
import { TerminDialog } from './TerminDialog.tsx';
import * as texts from './texts.ts';

export const standTones: Record<VermittlungStand, Tone> = {
  vorbereitet: 'neutral',
  gesendet: 'info',
  angenommen: 'success',
  warteliste: 'warning',
  abgelehnt: 'danger',
  begonnen: 'success',
  beendet: 'neutral',
  zurueckgezogen: 'neutral',
};

export interface VermittlungRowProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly kommuneId: string | null;
  readonly vermittlung: VermittlungZeile;
  readonly darf: boolean;
  readonly onSchreiben: () => void;
}

/** One referral: where, how it stands, what comes next, and the answer in two clicks. */
export function VermittlungRow({
  kreis,
  fallId,
  kommuneId,
  vermittlung: v,
  darf,
  onSchreiben,
}: VermittlungRowProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [planning, setPlanning] = useState(false);
  const params = { kreisId: kreis.id, fallId, vermittlungId: v.id };
  const send = useAction(
    (key) => call(vermittlungContract.sendVermittlung, { params, body: { fassung: v.fassung } }, { key }),
    () => toast(t.gesendet),
  );
  const offen = darf && isOffen(v.stand);
  const name = v.angebotName ?? v.stelleName;
  const letzter = v.verlauf.at(-1);
  return (
    <div className="vermittlung-row">
      <div className="row row-between">
        <div>
          <h3 className="vermittlung-name">{name}</h3>
          <p className="small muted">
            {[
              t.art[v.art],
              ...(v.angebotName === null ? [] : [v.stelleName]),
              t.vom(formatDay(v.am)),
              ...(v.fuehrtSelbst ? [t.eigenesFallmanagement] : []),
              ...(v.terminAm === null ? [] : [t.terminAmUm(formatDay(v.terminAm), v.terminUm)]),
            ].join(' · ')}
          </p>
        </div>
        <div className="row">
          <Badge tone={standTones[v.stand]}>
            {v.art === 'verweis' && v.stand === 'gesendet' ? t.ausgehaendigt : t.stand[v.stand]}{' '}
            {v.standAm !== v.am && t.seit(formatDay(v.standAm))}
          </Badge>
          <Frist vermittlung={v} />
        </div>
      </div>
      {letzter && (letzter.grund !== null || letzter.ergebnis !== null || letzter.worte !== '') && (
        <p className="preline">{standText(t, letzter)}</p>
      )}
      <div className="row">
        {darf && v.stand === 'vorbereitet' && (
          <Button small kind="secondary" pending={send.pending} onClick={() => send.run()}>
            {t.senden}
          </Button>
        )}
        {offen && v.stand !== 'vorbereitet' && (
          <AntwortChoice
            gegenstand={{ ...v, name }}
            bezug={`${fallId}:${v.id}`}
            zurueckziehen
            send={(body, key) => call(vermittlungContract.answerVermittlung, { params, body }, { key })}
          />
        )}
        {offen && (
          <Button small kind="quiet" icon="calendar" onClick={() => setPlanning(true)}>
            {t.wiedervorlage}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        {v.schreiben !== null && (
          <Button small kind="quiet" onClick={onSchreiben}>
            {v.stand === 'vorbereitet' ? t.wasGeht : t.wasGing}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        {darf && (
          <BeobachtungButton
            kreis={kreis}
            fallId={fallId}
            kommuneId={kommuneId}
            lebensbereich={v.lebensbereich}
            {...(v.angebotId === null ? {} : { angebotId: v.angebotId })}
          />
        )}
      </div>
      {v.verlauf.length > 1 && (
        <details>
          <summary className="small">{t.verlauf}</summary>
          <ul className="vermittlung-verlauf small">
            {v.verlauf.map((each) => (
              <li key={`${each.stand} ${each.am} ${each.worte}`}>
                {formatDay(each.am)} {t.stand[each.stand]} {standText(t, each)}{' '}
                <span className="muted">{t.herkunftWort[each.herkunft]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {send.problem && <ErrorState problem={send.problem} codes={t.code} />}
      {planning && <TerminDialog params={params} vermittlung={v} onClose={() => setPlanning(false)} />}
    </div>
  );
}

type Texts = typeof texts.de;

/** Reason, result and words of a state in one line. */
function standText(t: Texts, zeile: VermittlungZeile['verlauf'][number]): string {
  return [
    ...(zeile.grund === null ? [] : [t.grundWort[zeile.grund]]),
    ...(zeile.ergebnis === null ? [] : [t.ergebnisWort[zeile.ergebnis]]),
    ...(zeile.worte === '' ? [] : [zeile.worte]),
  ].join(' · ');
}

function Frist({ vermittlung: v }: { vermittlung: VermittlungZeile }) {
  const t = useTexts(texts);
  if (v.rueckmeldungBis === null || !isOffen(v.stand) || v.stand === 'vorbereitet') return null;
  const tag = formatDay(v.rueckmeldungBis);
  return v.rueckmeldungBis < today() ? (
    <Badge tone="warning" icon="warning">
      {t.ueberfaellig(tag)}
    </Badge>
  ) : (
    <span className="small muted">{t.nachfragen(tag)}</span>
  );
}
