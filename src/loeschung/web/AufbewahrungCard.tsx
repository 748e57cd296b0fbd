import { useState } from 'react';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import { HoldDialog } from './HoldDialog.tsx';
import * as texts from './texts.ts';

export interface AufbewahrungCardProps {
  readonly kreisId: string;
  readonly fallId: string;
}

/** In the case file: how long it is kept, and what holds its deletion up. */
export function AufbewahrungCard({ kreisId, fallId }: AufbewahrungCardProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [holding, setHolding] = useState(false);
  const params = { kreisId, fallId };
  const { data } = useQuery(loeschungContract.getAufbewahrung, { params });
  const lift = useAction(
    (key, sperreId: string) =>
      call(loeschungContract.liftFallSperre, { params: { ...params, sperreId } }, { key }),
    () => toast(t.aufgehoben),
  );
  if (!data) return null;
  const { anzahl, einheit } = data.frist;
  return (
    <Card
      title={t.karte}
      actions={
        <Button kind="quiet" small icon="pause" onClick={() => setHolding(true)}>
          {t.aufhaltenTitel}
        </Button>
      }
    >
      <div className="stack">
        <p>
          {data.faelligAb === null
            ? t.karteOffen(t.fristWort(anzahl, einheit))
            : t.karteFaellig(formatDay(data.faelligAb))}
        </p>
        {lift.problem && <ErrorState problem={lift.problem} codes={t.code} />}
        {data.sperre.map((sperre) => (
          <p key={sperre.id} className="row-between">
            <span>
              {sperre.bis === null
                ? t.sperrgrund[sperre.grund]
                : t.gesperrtBis(t.sperrgrund[sperre.grund], formatDay(sperre.bis))}
            </span>
            <Button kind="quiet" small pending={lift.pending} onClick={() => lift.run(sperre.id)}>
              {t.aufheben}
              <span className="sr-only">: {t.sperrgrund[sperre.grund]}</span>
            </Button>
          </p>
        ))}
      </div>
      {holding && (
        <HoldDialog
          bezug={fallId}
          send={(body, key) => call(loeschungContract.holdFall, { params, body }, { key })}
          onClose={() => setHolding(false)}
        />
      )}
    </Card>
  );
}
