import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { assessmentContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface StartRundeProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** Whether it is a Re-Assessment. */
  readonly weitere: boolean;
}

/** Begins a round today and opens it; the day can be changed there. */
export function StartRunde({ kreis, fallId, weitere }: StartRundeProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [, navigate] = useLocation();
  const start = useAction(
    (key) =>
      call(
        assessmentContract.startAssessment,
        { params: { kreisId: kreis.id, fallId }, body: { am: today() } },
        { key },
      ),
    () => navigate(`/k/${kreis.id}/fall/${fallId}/assessment`),
  );
  return (
    <>
      <Button kind="primary" icon="plus" pending={start.pending} onClick={() => start.run()}>
        {t.beginnen[weitere ? 're_assessment' : 'assessment']}
      </Button>
      {start.problem && (
        <Notice tone="danger" alert>
          <p>{describeCode(sprache, start.problem.code, t.code)}</p>
        </Notice>
      )}
    </>
  );
}
