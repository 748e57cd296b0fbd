import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { assessmentContract } from '../contract.ts';
import type { Runde } from '../runde.ts';
import * as texts from './texts.ts';

/** A round that is begun: go on, or throw it away after a question. */
export function EntwurfHinweis(props: { kreis: KreisStamm; fallId: string; runde: Runde; offen: boolean }) {
  const { kreis, fallId, runde, offen } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const discard = useAction(
    (key) =>
      call(
        assessmentContract.discardAssessment,
        { params: { kreisId: kreis.id, fallId, assessmentId: runde.id } },
        { key },
      ),
    () => {
      setAsks(false);
      toast(t.verworfen);
    },
  );
  return (
    <Notice title={t.entwurfTitel(t.art[runde.art], formatDay(runde.am))}>
      <p>
        {t.entwurfText} {runde.vonName !== null && t.vonName(runde.vonName)}
      </p>
      {offen && (
        <div className="row">
          <ButtonLink kind="primary" href={`/k/${kreis.id}/fall/${fallId}/assessment`}>
            {t.weiter}
          </ButtonLink>
          <Button kind="quiet" onClick={() => setAsks(true)}>
            {t.verwerfen}
          </Button>
        </div>
      )}
      <Dialog title={t.verwerfenTitel} open={asks} onClose={() => setAsks(false)}>
        <div className="stack">
          <p>{t.verwerfenText}</p>
          {discard.problem && (
            <Notice tone="danger" alert>
              <p>{describeCode(sprache, discard.problem.code, t.code)}</p>
            </Notice>
          )}
          <div className="row-end">
            <Button onClick={() => setAsks(false)}>{t.abbrechen}</Button>
            <Button kind="danger" pending={discard.pending} onClick={() => discard.run()}>
              {t.verwerfen}
            </Button>
          </div>
        </div>
      </Dialog>
    </Notice>
  );
}
