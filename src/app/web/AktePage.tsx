import { FallAnfrageCard } from '#src/anfrage/web/FallAnfrageCard.tsx';
import { AufenthaltCard } from '#src/aufenthalt/web/AufenthaltCard.tsx';
import { KontaktList, RecentKontakt } from '#src/beratungskontakt/web/KontaktList.tsx';
import { AbspracheHinweis } from '#src/begleitung/web/AbspracheHinweis.tsx';
import { ZusammenfuehrungHinweis } from '#src/dublette/web/ZusammenfuehrungHinweis.tsx';
import { ErstberatungCard } from '#src/erstberatung/web/ErstberatungCard.tsx';
import { FallaktePage } from '#src/fall/web/FallaktePage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { TerminList } from '#src/termin/web/TerminList.tsx';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { EinwilligungRegister } from './EinwilligungRegister.tsx';
import type { KontaktSubject } from './KontaktDialog.tsx';
import * as texts from './texts.ts';

export interface AktePageProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly can: (ability: string) => boolean;
  readonly onSubject: (fall: KontaktSubject | undefined) => void;
  readonly onRecordKontakt: (fall?: KontaktSubject) => void;
}

/** The case file with the list of its contacts. */
export function AktePage({ kreis, fallId, can, onSubject, onRecordKontakt }: AktePageProps) {
  const t = useTexts(texts);
  return (
    <FallaktePage
      kreis={kreis}
      fallId={fallId}
      onSubject={onSubject}
      onRecordKontakt={() => onRecordKontakt()}
      reiter={[
        {
          id: 'kontakte',
          label: t.akteTeil.kontakte,
          ohneName: true,
          content: () => <KontaktList kreis={kreis} fallId={fallId} />,
        },
        {
          id: 'einwilligungen',
          label: t.akteTeil.einwilligungen,
          content: (_fall, personId) => (
            <EinwilligungRegister kreis={kreis} personId={personId} fallId={fallId} />
          ),
        },
      ]}
      hinweise={
        <>
          <ZusammenfuehrungHinweis kreis={kreis} fallId={fallId} />
          <AbspracheHinweis kreis={kreis} fallId={fallId} />
        </>
      }
      recentKontakte={
        <>
          {can('termin.lesen') && <TerminList kreisId={kreis.id} kreis={kreis} fallId={fallId} />}
          <RecentKontakt kreis={kreis} fallId={fallId} />
        </>
      }
      weitere={
        <>
          {can('aufenthalt.lesen') && <AufenthaltCard kreis={kreis} fallId={fallId} />}
          {can('erstberatung.lesen') && <ErstberatungCard kreis={kreis} fallId={fallId} />}
          <FallAnfrageCard kreis={kreis} fallId={fallId} />
        </>
      }
    />
  );
}
