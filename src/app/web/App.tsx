import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { AnbieterButtons } from '#src/anbieter/web/AnbieterButtons.tsx';
import { call } from '#src/platform/web/call.ts';
import { DraftContext } from '#src/platform/web/drafts.ts';
import { forgetLabels } from '#src/platform/web/labels.ts';
import { asProblem, type ProblemError } from '#src/platform/web/problem.ts';
import { forgetAnswers } from '#src/platform/web/query.ts';
import { initialSprache, SpracheProvider } from '#src/platform/web/sprache.tsx';
import type { Sprache } from '#src/platform/texts.ts';
import { Loading, ErrorState } from '#src/ui/web/States.tsx';
import { ToastProvider } from '#src/ui/web/Toast.tsx';
import { zugangContract, type Ich } from '#src/zugang/contract.ts';
import { IdentityDialog } from '#src/zugang/web/IdentityDialog.tsx';
import { IdleNotice } from '#src/zugang/web/IdleNotice.tsx';
import { SignInDialog } from '#src/zugang/web/SignInDialog.tsx';
import { SignInPage } from '#src/zugang/web/SignInPage.tsx';
import { EinladungPage, RequiredFaktorPage } from './lazy-pages.ts';
import { forgetDrafts, serverDrafts } from './server-drafts.ts';
import { Shell } from './Shell.tsx';

export type Session = { readonly ich: Ich } | { readonly problem: ProblemError } | 'signed-out';

/** Asks who is signed in; begun before the first picture, and again after each sign-in. */
export async function findSession(): Promise<Session> {
  try {
    return { ich: await call(zugangContract.getIch, {}, { withoutSignIn: true }) };
  } catch (error) {
    const problem = asProblem(error);
    return problem.status === 401 ? 'signed-out' : { problem };
  }
}

/** Who is signed in decides between the sign-in page and the application. */
export function App({ first }: { first: Promise<Session> }) {
  const [session, setSession] = useState<Session | 'loading'>('loading');
  const [sprache, setSpracheState] = useState<Sprache>(initialSprache);
  const [invited, setInvited] = useState(location.pathname === '/einladung');

  const enter = useCallback((found: Session) => {
    if (typeof found === 'object' && 'ich' in found) setSpracheState(found.ich.sprache);
    setSession(found);
  }, []);
  const load = useCallback(async () => enter(await findSession()), [enter]);
  useEffect(() => void first.then(enter), [first, enter]);

  const acceptInvitation = useCallback(async () => {
    navigate('/', { replace: true });
    await load();
    setInvited(false);
  }, [load]);

  const signedIn = typeof session === 'object' && 'ich' in session;
  const setSprache = useCallback(
    (next: Sprache) => {
      setSpracheState(next);
      // The page has changed already; the account follows when the server can be reached.
      if (signedIn) call(zugangContract.setSprache, { body: { sprache: next } }).catch(() => undefined);
    },
    [signedIn],
  );
  const language = useMemo(() => ({ sprache, setSprache }), [sprache, setSprache]);

  const signOut = useCallback(async () => {
    await call(zugangContract.abmelden, {}).catch(() => undefined);
    // Whoever signs in next begins at the start, not at somebody else's case.
    navigate('/', { replace: true });
    forgetAnswers();
    forgetLabels();
    forgetDrafts();
    setSession('signed-out');
  }, []);

  return (
    <SpracheProvider value={language}>
      <DraftContext value={serverDrafts}>
        <ToastProvider>
          {invited && (
            <Suspense fallback={<Loading />}>
              <EinladungPage onSignedIn={acceptInvitation} />
            </Suspense>
          )}
          {!invited && session === 'loading' && <Loading />}
          {!invited && session === 'signed-out' && (
            <SignInPage onSignedIn={load}>
              <AnbieterButtons />
            </SignInPage>
          )}
          {!invited && typeof session === 'object' && 'problem' in session && (
            <main className="page page-narrow">
              <ErrorState problem={session.problem} onRetry={() => void load()} />
            </main>
          )}
          {!invited && typeof session === 'object' && 'ich' in session && (
            <SignedIn ich={session.ich} onLoad={load} onSignOut={() => void signOut()} />
          )}
        </ToastProvider>
      </DraftContext>
    </SpracheProvider>
  );
}

interface SignedInProps {
  readonly ich: Ich;
  readonly onLoad: () => Promise<void>;
  readonly onSignOut: () => void;
}

/** The application, or first the second factor that the account's roles need; and what may ask over either. */
function SignedIn({ ich, onLoad, onSignOut }: SignedInProps) {
  return (
    <>
      {ich.faktorNoetig ? (
        <Suspense fallback={<Loading />}>
          <RequiredFaktorPage onDone={() => void onLoad()} onSignOut={onSignOut} />
        </Suspense>
      ) : (
        <Shell ich={ich} onSignOut={onSignOut} />
      )}
      <IdleNotice leerlaufMinuten={ich.leerlaufMinuten} />
      <IdentityDialog />
      <SignInDialog ich={ich} onOtherAccount={onLoad} />
    </>
  );
}
