import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, Loading } from '#src/ui/web/States.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import { GlossarPage, KontoPage } from './lazy-pages.ts';
import { navigationOf, startOf } from './navigation.ts';
import { ownTraeger } from './own-traeger.ts';
import { places, type PlaceProps } from './places.tsx';
import * as texts from './texts.ts';

export interface RoutesProps extends Omit<PlaceProps, 'kreis' | 'traegerIds'> {
  readonly kreisId: string;
  /** Undefined where the account has no ability. */
  readonly kreis: KreisStamm | undefined;
}

/** Shows the page of the address. */
export function Routes({ kreisId, kreis, ...given }: RoutesProps) {
  const { ich, can } = given;
  const base = `/k/${kreisId}`;
  return (
    <Suspense fallback={<Waiting />}>
      {/* A change of the Kreis opens every page anew. */}
      <Switch key={kreisId}>
        <Route path="/konto">
          <KontoPage />
        </Route>
        <Route path="/glossar">
          <GlossarPage />
        </Route>
        {places.map(({ path, ability, page }) => (
          <Route key={path} path={`${base}/${path}`}>
            {(params: Readonly<Record<string, string | undefined>>) =>
              kreis && can(ability) ? (
                page({ ...given, kreis, traegerIds: ownTraeger(ich, kreisId) }, params['id'] ?? '')
              ) : (
                <Unknown />
              )
            }
          </Route>
        ))}
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
