import type { ReactNode } from 'react';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { BrandMark } from '#src/ui/web/PageFrame.tsx';
import { SignInForm } from './SignInForm.tsx';
import * as texts from './texts.ts';

/** The door; `children` are other ways in. */
export function SignInPage({
  onSignedIn,
  children,
}: {
  onSignedIn: () => Promise<void>;
  children?: ReactNode;
}) {
  const t = useTexts(texts);
  const { sprache, setSprache } = useSprache();
  return (
    <main className="door" id="main">
      <div className="door-brand">
        <BrandMark size={72} />
        <p className="door-name">Lotse</p>
        <p>{t.lead}</p>
      </div>
      <div className="door-form">
        <Page title={t.title}>
          <SignInForm onSignedIn={onSignedIn} resume />
          {children}
          <p>
            <Button kind="quiet" small onClick={() => setSprache(sprache === 'de' ? 'en' : 'de')}>
              {t.andereSprache}
            </Button>
          </p>
        </Page>
      </div>
    </main>
  );
}
