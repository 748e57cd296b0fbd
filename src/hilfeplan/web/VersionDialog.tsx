import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { hilfeplanContract } from '../contract.ts';
import { diffPlan } from '../diff.ts';
import { PlanDiffView } from './PlanDiffView.tsx';
import { PlanView } from './PlanView.tsx';
import * as texts from './texts.ts';

export interface VersionDialogProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly versionId: string;
  readonly onClose: () => void;
}

/** One version as it was frozen, and how it differs from the one before. */
export function VersionDialog({ kreis, fallId, versionId, onClose }: VersionDialogProps) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(hilfeplanContract.getHilfeplanVersion, {
    params: { kreisId: kreis.id, fallId, versionId },
  });
  return (
    <Dialog title={data ? t.fassung(data.version.nummer) : t.fassungen} open onClose={onClose} wide>
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={5} />}
      {data && (
        <div className="stack">
          {data.unversehrt ? (
            <p className="small muted">{t.unversehrt}</p>
          ) : (
            <Notice tone="danger" title={t.versehrt} />
          )}
          <PlanView kreis={kreis} ziel={data.inhalt.ziel} />
          <h3>{t.unterschiede}</h3>
          {data.davor === null ? (
            <p className="muted">{t.ersteFassung}</p>
          ) : (
            <PlanDiffView kreis={kreis} diff={diffPlan(data.davor, data.inhalt)} />
          )}
          <p className="small muted">
            {t.pruefwert}: <span className="plan-hash">{data.version.pruefwert}</span>
          </p>
        </div>
      )}
    </Dialog>
  );
}
