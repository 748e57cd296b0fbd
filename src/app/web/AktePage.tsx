import type { ReactNode } from 'react';
import { UmfeldTab } from '#src/akteur/web/UmfeldTab.tsx';
import { FallAnfrageCard } from '#src/anfrage/web/FallAnfrageCard.tsx';
import { BedarfTab } from '#src/assessment/web/BedarfTab.tsx';
import { AufgabeTab } from '#src/aufgabe/web/AufgabeTab.tsx';
import { AufenthaltCard } from '#src/aufenthalt/web/AufenthaltCard.tsx';
import { KontaktList, RecentKontakt } from '#src/beratungskontakt/web/KontaktList.tsx';
import { AbspracheHinweis } from '#src/begleitung/web/AbspracheHinweis.tsx';
import { ZusammenfuehrungHinweis } from '#src/dublette/web/ZusammenfuehrungHinweis.tsx';
import { DokumentTab } from '#src/dokument/web/DokumentTab.tsx';
import { ErfolgsberichtCard } from '#src/erfolgsbericht/web/ErfolgsberichtCard.tsx';
import { ErsuchenHinweis } from '#src/ersuchen/web/ErsuchenCard.tsx';
import { ErstberatungCard } from '#src/erstberatung/web/ErstberatungCard.tsx';
import { HilfeplanTab } from '#src/hilfeplan/web/HilfeplanTab.tsx';
import type { FallAkte } from '#src/fall/contract.ts';
import { FallaktePage } from '#src/fall/web/FallaktePage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { FallSuche } from '#src/notiz/web/FallSuche.tsx';
import { AufbewahrungCard } from '#src/loeschung/web/AufbewahrungCard.tsx';
import { TerminList } from '#src/termin/web/TerminList.tsx';
import { OeffnungHinweis } from '#src/oeffnung/web/OeffnungHinweis.tsx';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { VermittlungTab } from '#src/vermittlung/web/VermittlungTab.tsx';
import { VertretungHinweis } from '#src/vertretung/web/VertretungHinweis.tsx';
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

interface ReiterProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
  readonly fall: FallAkte;
  readonly can: (ability: string) => boolean;
}

interface Reiter {
  readonly id: keyof typeof texts.de.akteTeil;
  /** Without it everybody who sees the case has the tab. */
  readonly ability?: string;
  readonly ohneName?: boolean;
  readonly content: (props: ReiterProps) => ReactNode;
}

/** Tabs of the case file between overview and history, in the order of the Regelkreis. */
const reiter: readonly Reiter[] = [
  { id: 'bedarf', ability: 'assessment.lesen', content: (props) => <BedarfTab {...of(props)} /> },
  { id: 'hilfeplan', ability: 'hilfeplan.lesen', content: (props) => <HilfeplanTab {...of(props)} /> },
  { id: 'vermittlung', ability: 'vermittlung.lesen', content: (props) => <VermittlungTab {...of(props)} /> },
  {
    id: 'kontakte',
    ohneName: true,
    content: ({ kreis, fallId, fall, can }) => (
      <div className="stack">
        {fall.person !== null && can('termin.lesen') && (
          <TerminList
            kreisId={kreis.id}
            kreis={kreis}
            fallId={fallId}
            canPlan={fall.abilities.recordBeratungskontakt && fall.status !== 'abgeschlossen'}
          />
        )}
        <KontaktList kreis={kreis} fallId={fallId} />
      </div>
    ),
  },
  { id: 'aufgabe', ability: 'aufgabe.lesen', content: (props) => <AufgabeTab {...of(props)} /> },
  { id: 'dokument', ability: 'dokument.lesen', content: (props) => <DokumentTab {...of(props)} /> },
  { id: 'umfeld', ability: 'umfeld.lesen', content: (props) => <UmfeldTab {...of(props)} /> },
  {
    id: 'einwilligungen',
    ability: 'einwilligung.lesen',
    content: (props) => <EinwilligungRegister {...of(props)} />,
  },
];

function of({ kreis, fallId, personId }: ReiterProps): Pick<ReiterProps, 'kreis' | 'fallId' | 'personId'> {
  return { kreis, fallId, personId };
}

/** The case file, put together from the concepts that write in it. */
export function AktePage({ kreis, fallId, can, onSubject, onRecordKontakt }: AktePageProps) {
  const t = useTexts(texts);
  return (
    <FallaktePage
      kreis={kreis}
      fallId={fallId}
      onSubject={onSubject}
      onRecordKontakt={() => onRecordKontakt()}
      reiter={reiter
        .filter(({ ability }) => ability === undefined || can(ability))
        .map(({ id, ohneName = false, content }) => ({
          id,
          ohneName,
          label: t.akteTeil[id],
          content: (fall, personId) => content({ kreis, fallId, personId, fall, can }),
        }))}
      hinweise={
        <>
          <OeffnungHinweis kreis={kreis} fallId={fallId} />
          <VertretungHinweis kreis={kreis} fallId={fallId} />
          <ZusammenfuehrungHinweis kreis={kreis} fallId={fallId} />
          <AbspracheHinweis kreis={kreis} fallId={fallId} />
        </>
      }
      suche={can('notiz.suchen') && <FallSuche kreisId={kreis.id} fallId={fallId} />}
      recentKontakte={<RecentKontakt kreis={kreis} fallId={fallId} />}
      weitere={(fall) => (
        <>
          {can('ersuchen.inhalt') && fall.person !== null && fall.einwilligung !== null && (
            <ErsuchenHinweis kreis={kreis} personId={fall.einwilligung.personId} />
          )}
          {can('aufenthalt.lesen') && (
            <AufenthaltCard kreis={kreis} fallId={fallId} canChange={fall.abilities.changeFall} />
          )}
          {can('erstberatung.lesen') && <ErstberatungCard kreis={kreis} fallId={fallId} />}
          <FallAnfrageCard kreis={kreis} fall={fall} />
          {can('aufbewahrung.lesen') && fall.person !== null && (
            <AufbewahrungCard kreisId={kreis.id} fallId={fallId} />
          )}
          {can('erfolgsbericht.schreiben') && (fall.ueberblick?.plan.zieleErreicht ?? 0) > 0 && (
            <ErfolgsberichtCard kreis={kreis} fallId={fallId} />
          )}
        </>
      )}
    />
  );
}
