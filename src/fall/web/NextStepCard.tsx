import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import type { FallAkte } from '../contract.ts';
import type { AkteDialog } from './FallaktePage.tsx';
import { nextStep } from './next-step.ts';
import * as texts from './texts.ts';

export interface NextStepCardProps {
  readonly kreis: KreisStamm;
  readonly fall: FallAkte;
  readonly onOpen: (dialog: AkteDialog) => void;
  readonly onRecordKontakt: () => void;
}

/** The next step in words, with its reason and the place where it is done. */
export function NextStepCard({ kreis, fall, onOpen, onRecordKontakt }: NextStepCardProps) {
  const t = useTexts(texts);
  const step = nextStep(fall, today());
  const can = fall.abilities;
  // Who only oversees the case has no step of their own in it.
  if (!can.changeFall && !can.closeFall) return null;
  const record = can.recordBeratungskontakt && (
    <Button kind="primary" icon="kontakt" onClick={onRecordKontakt}>
      {t.kontaktErfassen}
    </Button>
  );
  const goTo = (teil: string, label: string) =>
    can.changeFall && (
      <ButtonLink kind="primary" href={`/k/${kreis.id}/fall/${fall.id}?teil=${teil}`}>
        {label}
      </ButtonLink>
    );
  let words: string;
  let action: ReactNode = null;
  switch (step.art) {
    case 'bald':
      words = t.schrittBald(formatDay(step.tag));
      action = record;
      break;
    case 'gutBis':
      words = t.schrittGutBis(formatDay(step.tag));
      break;
    case 'schritt':
      words = t.schrittSpaet(step.text, formatDay(step.tag));
      action = goTo('hilfeplan', t.zumPlan);
      break;
    case 'planschritt':
      words = t.schrittImPlan(step.text, step.tag === null ? '' : formatDay(step.tag));
      action = goTo('hilfeplan', t.zumPlan);
      break;
    case 'rueckmeldung':
      words = t.schrittRueckmeldung(formatDay(step.tag));
      action = goTo('vermittlung', t.zuVermittlungen);
      break;
    case 'reAssessment':
      words = t.schrittReAssessment(formatDay(step.tag));
      action = goTo('bedarf', t.zumAssessment);
      break;
    case 'phase': {
      const nach = step.nach === null ? '' : formatDay(step.nach);
      if (step.phase === 'assessment') {
        words = t.schrittAssessment(nach);
        action = goTo('bedarf', t.zumAssessment);
      } else if (step.phase === 'hilfeplan') {
        const again = (fall.ueberblick?.pfad.runde ?? 1) > 1;
        words = again ? t.schrittPlanWieder(nach) : t.schrittPlan(nach);
        action = (
          <>
            {goTo('hilfeplan', t.zumPlan)}
            {again && can.closeFall && (
              <Button onClick={() => onOpen('abgeschlossen')}>{t.abschliessen}</Button>
            )}
          </>
        );
      } else {
        words = t.schrittVermittlung(nach);
        action = goTo('vermittlung', t.zuVermittlungen);
      }
      break;
    }
    case 'unterschrift':
      words = t.schritt.unterschrift;
      action = goTo('hilfeplan', t.zumPlan);
      break;
    case 'zielErreicht':
      words = t.schritt.zielErreicht;
      action = (
        <>
          {goTo('bedarf', t.zumAssessment)}
          {can.closeFall && <Button onClick={() => onOpen('abgeschlossen')}>{t.abschliessen}</Button>}
        </>
      );
      break;
    case 'angaben':
      words = `${t.schritt.angaben} ${t.fehlt(step.fehlt.map((name) => t[name]).join(', '))}`;
      action = can.changeFall && <Button onClick={() => onOpen('aendern')}>{t.bearbeiten}</Button>;
      break;
    case 'erster':
    case 'ruht':
      words = t.schritt[step.art];
      action = record;
      break;
    case 'zuweisen':
      words = t.schritt.zuweisen;
      action = can.assignFall && (
        <Button kind="primary" onClick={() => onOpen('zuweisen')}>
          {t.zuweisen}
        </Button>
      );
      break;
    case 'abgeschlossen':
    case 'ruhtHand':
      words = t.schritt[step.art];
      action = (can.reopenFall || can.setStatus) && (
        <Button onClick={() => onOpen('aktiv')}>{t.wiederaufnehmen}</Button>
      );
      break;
    case 'abgelaufen':
      words = t.schritt.abgelaufen;
      action = goTo('einwilligungen', t.zuEinwilligungen);
      break;
    case 'widerrufen':
      words = t.schritt.widerrufen;
      action = can.closeFall && <Button onClick={() => onOpen('abgeschlossen')}>{t.abschliessen}</Button>;
      break;
    case 'gut':
      words = t.schritt.gut;
      break;
  }
  return (
    <section className={`next next-${step.art}`}>
      <div>
        <h2>{t.naechster}</h2>
        <p>{words}</p>
      </div>
      {action !== null && action !== false && <div className="next-weg">{action}</div>}
    </section>
  );
}
