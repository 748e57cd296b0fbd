import { KontaktList, RecentKontakt } from '#src/beratungskontakt/web/KontaktList.tsx';
import { FallaktePage } from '#src/fall/web/FallaktePage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { KontaktSubject } from './KontaktDialog.tsx';

export interface AktePageProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly onSubject: (fall: KontaktSubject | undefined) => void;
  readonly onRecordKontakt: (fall?: KontaktSubject) => void;
}

/** The case file with the list of its contacts. */
export function AktePage({ kreis, fallId, onSubject, onRecordKontakt }: AktePageProps) {
  return (
    <FallaktePage
      kreis={kreis}
      fallId={fallId}
      onSubject={onSubject}
      onRecordKontakt={() => onRecordKontakt()}
      kontakte={<KontaktList kreis={kreis} fallId={fallId} />}
      recentKontakte={<RecentKontakt kreis={kreis} fallId={fallId} />}
    />
  );
}
