import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { ersuchenContract } from '../contract.ts';
import type { ErsuchenDetail } from '../ersuchen.ts';
import { ErsuchenFacts } from './ErsuchenFacts.tsx';
import { KopieReview } from './KopieReview.tsx';
import {
  AbschliessenStep,
  IdentitaetStep,
  VerlaengernStep,
  VorbereitenStep,
  ZurueckgebenStep,
  type StepName,
} from './Steps.tsx';
import * as texts from './texts.ts';
import { UmfangCard } from './UmfangCard.tsx';
import './ersuchen.css';

const dialogs = {
  identitaet: IdentitaetStep,
  verlaengern: VerlaengernStep,
  vorbereiten: VorbereitenStep,
  zurueckgeben: ZurueckgebenStep,
  abschliessen: AbschliessenStep,
} as const;

export interface ErsuchenDetailPageProps {
  readonly kreis: KreisStamm;
  readonly ersuchenId: string;
}

/** One request: its clock, the next step, what the copy covers, and every step so far. */
export function ErsuchenDetailPage({ kreis, ersuchenId }: ErsuchenDetailPageProps) {
  const t = useTexts(texts);
  const [step, setStep] = useState<StepName>();
  const { data, error, refetch } = useQuery(ersuchenContract.getErsuchen, {
    params: { kreisId: kreis.id, ersuchenId },
  });
  const crumbs = [{ label: t.titel, href: `/k/${kreis.id}/ersuchen` }];
  if (!data) {
    return (
      <Page title={t.antrag} crumbs={crumbs}>
        {error ? <ErrorState problem={error} onRetry={refetch} /> : <Loading rows={6} />}
      </Page>
    );
  }
  const StepForm = step === undefined ? undefined : dialogs[step];
  return (
    <Page
      title={`${t.artWort[data.art]} ${data.nummer}`}
      crumbs={crumbs}
      lead={<p>{[data.person ?? t.ohneName, data.fallNummer ?? ''].filter(Boolean).join(' · ')}</p>}
      actions={<Actions kreisId={kreis.id} ersuchen={data} onStep={setStep} />}
    >
      <div className="split">
        <div className="stack">
          {data.vierAugen && data.stand === 'vorbereitet' && (
            <Notice tone="info">
              <p>{t.vierAugen}</p>
            </Notice>
          )}
          {data.abilities.release && (
            <Notice tone="info">
              <p>{t.freigebenText}</p>
            </Notice>
          )}
          {data.loeschlaufId !== null && (
            <Notice tone="info">
              <p>{t.loeschlauf}</p>
            </Notice>
          )}
          <ErsuchenFacts kreis={kreis} ersuchen={data} />
          {data.umfang.length > 0 && <UmfangCard ersuchen={data} />}
          {data.zusammengestellt && data.abilities.readContent && (
            <KopieReview kreisId={kreis.id} ersuchenId={data.id} />
          )}
        </div>
        <div className="stack">
          <Papers kreisId={kreis.id} ersuchen={data} />
          <History ersuchen={data} />
        </div>
      </div>
      {StepForm && <StepForm kreisId={kreis.id} ersuchen={data} onClose={() => setStep(undefined)} />}
    </Page>
  );
}

interface ActionsProps {
  readonly kreisId: string;
  readonly ersuchen: ErsuchenDetail;
  readonly onStep: (step: StepName) => void;
}

/** The next step first; everything else beside it. */
function Actions({ kreisId, ersuchen, onStep }: ActionsProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const { abilities, fassung, pruefwert, zusammengestellt } = ersuchen;
  const params = { kreisId, ersuchenId: ersuchen.id };
  const compile = useAction(
    (key: string) => call(ersuchenContract.compileKopie, { params, body: { fassung } }, { key }),
    ({ zeilen, vorschlaege }) => toast(t.zusammengestellt(zeilen, vorschlaege)),
  );
  const release = useAction(
    (key: string) =>
      call(ersuchenContract.releaseErsuchen, { params, body: { fassung, pruefwert } }, { key }),
    () => toast(t.freigegeben),
  );
  const problem = compile.problem ?? release.problem;
  const firstCompile = abilities.compile && !zusammengestellt;
  return (
    <>
      {problem && <ErrorState problem={problem} codes={t.code} />}
      {abilities.extend && <Button onClick={() => onStep('verlaengern')}>{t.verlaengern}</Button>}
      {abilities.release && <Button onClick={() => onStep('zurueckgeben')}>{t.zurueckgeben}</Button>}
      {abilities.checkIdentitaet && (
        <Button kind="primary" onClick={() => onStep('identitaet')}>
          {t.identitaet}
        </Button>
      )}
      {abilities.compile && (
        <Button
          kind={firstCompile ? 'primary' : 'secondary'}
          pending={compile.pending}
          onClick={() => compile.run()}
        >
          {firstCompile ? t.zusammenstellen : t.neuZusammenstellen}
        </Button>
      )}
      {abilities.prepare && (
        <Button kind={firstCompile ? 'secondary' : 'primary'} onClick={() => onStep('vorbereiten')}>
          {t.vorbereiten}
        </Button>
      )}
      {abilities.release && (
        <Button kind="primary" pending={release.pending} onClick={() => release.run()}>
          {t.freigeben}
        </Button>
      )}
      {abilities.complete && (
        <Button kind="primary" onClick={() => onStep('abschliessen')}>
          {t.abschliessen}
        </Button>
      )}
    </>
  );
}

function Papers({ kreisId, ersuchen }: { kreisId: string; ersuchen: ErsuchenDetail }) {
  const t = useTexts(texts);
  if (!ersuchen.abilities.readContent) return null;
  const base = `/api/kreis/${kreisId}/ersuchen/${ersuchen.id}`;
  const released = ['freigegeben', 'erledigt', 'abgelehnt'].includes(ersuchen.stand);
  return (
    <Card title={t.briefe}>
      <div className="stack">
        <PaperLink href={`${base}/brief/eingang`}>{t.briefEingang}</PaperLink>
        {ersuchen.verlaengert && (
          <PaperLink href={`${base}/brief/verlaengerung`}>{t.briefVerlaengerung}</PaperLink>
        )}
        {released && <PaperLink href={`${base}/brief/antwort`}>{t.briefAntwort}</PaperLink>}
        {released && ersuchen.pruefwert !== null && (
          <>
            <PaperLink href={`${base}/datei/pdf`}>{t.dateiPdf}</PaperLink>
            <PaperLink href={`${base}/datei/json`}>{t.dateiJson}</PaperLink>
          </>
        )}
      </div>
    </Card>
  );
}

function History({ ersuchen }: { ersuchen: ErsuchenDetail }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const grund: Readonly<Record<string, string>> = t.grundWort;
  return (
    <Card title={t.schritte}>
      <ol className="ersuchen-schritte">
        {ersuchen.schritt.map(({ schritt, am, vonName, grund: code }) => (
          <li key={`${schritt}${am}`}>
            <p>
              {t.schrittWort[schritt] ?? schritt}
              {code !== null && `: ${grund[code] ?? code}`}
            </p>
            <p className="muted small">
              {formatMoment(sprache, am)} · {vonName ?? t.system}
            </p>
          </li>
        ))}
        {ersuchen.uebergebenAm !== null && ersuchen.uebergeben !== null && (
          <li>
            <p>
              {t.uebergebenWort[ersuchen.uebergeben]}, {formatDay(ersuchen.uebergebenAm)}
            </p>
          </li>
        )}
      </ol>
    </Card>
  );
}
