import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, Loading } from '#src/ui/web/States.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import type { KontaktSubject } from './KontaktDialog.tsx';
import { navigationOf, startOf } from './navigation.ts';
import * as texts from './texts.ts';

const FallListPage = lazy(async () => ({
  default: (await import('#src/fall/web/FallListPage.tsx')).FallListPage,
}));
const AdmitFallPage = lazy(async () => ({
  default: (await import('#src/fall/web/AdmitFallPage.tsx')).AdmitFallPage,
}));
const AktePage = lazy(async () => ({ default: (await import('./AktePage.tsx')).AktePage }));
const SonstigerKontaktPage = lazy(async () => ({
  default: (await import('#src/beratungskontakt/web/SonstigerKontaktPage.tsx')).SonstigerKontaktPage,
}));
const UebergabePage = lazy(async () => ({
  default: (await import('#src/uebergabe/web/UebergabePage.tsx')).UebergabePage,
}));
const RegelPage = lazy(async () => ({ default: (await import('#src/regel/web/RegelPage.tsx')).RegelPage }));
const KontoPage = lazy(async () => ({ default: (await import('#src/zugang/web/KontoPage.tsx')).KontoPage }));
const UebernahmePage = lazy(async () => ({
  default: (await import('#src/uebernahme/web/UebernahmePage.tsx')).UebernahmePage,
}));
const AuswertungPage = lazy(async () => ({
  default: (await import('#src/auswertung/web/AuswertungPage.tsx')).AuswertungPage,
}));

const GlossarPage = lazy(async () => ({ default: (await import('./GlossarPage.tsx')).GlossarPage }));

export interface RoutesProps {
  readonly ich: Ich;
  readonly kreisId: string;
  /** Undefined where the account has no ability. */
  readonly kreis: KreisStamm | undefined;
  readonly can: (ability: string) => boolean;
  readonly onSubject: (fall: KontaktSubject | undefined) => void;
  readonly onRecordKontakt: (fall?: KontaktSubject) => void;
  readonly onRecordSonstiger: () => void;
}

/** Address to page; each page is fetched when it is first opened. */
export function Routes(props: RoutesProps) {
  const { ich, kreisId, kreis, can, onSubject, onRecordKontakt, onRecordSonstiger } = props;
  const base = `/k/${kreisId}`;
  // A change of the Kreis opens every page anew.
  // A page whose ability the account lacks does not exist for it; the server answers the same.
  const inKreis = (ability: string, page: (stamm: KreisStamm) => ReactNode) =>
    kreis && can(ability) ? page(kreis) : <Unknown />;
  return (
    <Suspense fallback={<Waiting />}>
      <Switch key={kreisId}>
        <Route path="/konto">
          <KontoPage />
        </Route>
        <Route path="/glossar">
          <GlossarPage />
        </Route>
        <Route path={`${base}/fall`}>
          {inKreis('fall.lesen', (stamm) => (
            <FallListPage kreis={stamm} can={can} />
          ))}
        </Route>
        <Route path={`${base}/fall/neu`}>
          {inKreis('fall.aufnehmen', (stamm) => (
            <AdmitFallPage kreis={stamm} ich={ich} onRecordSonstiger={onRecordSonstiger} />
          ))}
        </Route>
        <Route path={`${base}/fall/:fallId`}>
          {({ fallId }) =>
            inKreis('fall.lesen', (stamm) => (
              <AktePage
                key={fallId}
                kreis={stamm}
                fallId={fallId}
                onSubject={onSubject}
                onRecordKontakt={onRecordKontakt}
              />
            ))
          }
        </Route>
        <Route path={`${base}/sonstiger_kontakt`}>
          {inKreis('sonstiger_kontakt.lesen', (stamm) => (
            <SonstigerKontaktPage kreis={stamm} />
          ))}
        </Route>
        <Route path={`${base}/uebergabe`}>
          {inKreis('uebergabe.lesen', (stamm) => (
            <UebergabePage kreis={stamm} can={can} />
          ))}
        </Route>
        <Route path={`${base}/regel`}>
          {inKreis('regel.lesen', (stamm) => (
            <RegelPage kreis={stamm} />
          ))}
        </Route>
        <Route path={`${base}/uebernahme/*?`}>
          {inKreis('uebernahme.einlesen', (stamm) => (
            <UebernahmePage kreis={stamm} can={can} />
          ))}
        </Route>
        <Route path={`${base}/auswertung/*?`}>
          {inKreis('auswertung.zaehlen', (stamm) => (
            <AuswertungPage kreis={stamm} can={can} />
          ))}
        </Route>
        <Route path={base}>
          <Start ich={ich} kreisId={kreisId} />
        </Route>
        <Route path="/">
          <Start ich={ich} kreisId={kreisId} />
        </Route>
        <Route>
          <Unknown />
        </Route>
      </Switch>
    </Suspense>
  );
}

function Start({ ich, kreisId }: { ich: Ich; kreisId: string }) {
  const t = useTexts(texts);
  const roles = ich.rollen.filter((rolle) => rolle.kreisId === kreisId).map((rolle) => rolle.rolle);
  const start = startOf(kreisId, roles, navigationOf(kreisId, ich.abilities[kreisId] ?? [], t));
  if (start !== undefined) return <Redirect to={start} replace />;
  return (
    <Page title={`${t.willkommen}, ${ich.name}`} windowTitle={t.willkommen}>
      <EmptyState icon="lock" title={t.leerTitel}>
        {t.leerText}
      </EmptyState>
    </Page>
  );
}

function Unknown() {
  const t = useTexts(texts);
  return (
    <Page title={t.unbekanntTitel} narrow>
      <p>{t.unbekanntText}</p>
      <p>
        <ButtonLink href="/">{t.zurStartseite}</ButtonLink>
      </p>
    </Page>
  );
}

function Waiting() {
  return (
    <div className="page">
      <Loading />
    </div>
  );
}
