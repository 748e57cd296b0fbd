import { useState } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { BrandMark } from '#src/ui/web/PageFrame.tsx';
import { CodeSheet } from './CodeSheet.tsx';
import { canUsePasskeys } from './passkey.ts';
import { PasskeySetup } from './PasskeySetup.tsx';
import * as texts from './texts.ts';
import { TotpSetup } from './TotpSetup.tsx';

type Step = { readonly at: 'wahl' | 'totp' | 'passkey' } | { readonly at: 'codes'; codes: readonly string[] };

/** What an account sees whose roles need a second factor, until it has one: this and nothing else. */
export function RequiredFaktorPage(props: { onDone: () => void; onSignOut: () => void }) {
  const t = useTexts(texts);
  const [step, setStep] = useState<Step>({ at: 'wahl' });
  const back = () => setStep({ at: 'wahl' });
  const finish = ({ codes }: { codes: readonly string[] | null }) => {
    if (codes) setStep({ at: 'codes', codes });
    else props.onDone();
  };
  return (
    <main className="door" id="main">
      <div className="door-brand">
        <BrandMark size={72} />
        <p className="door-name">Lotse</p>
      </div>
      <div className="door-form">
        <Page title={t.pflichtTitel} lead={step.at === 'wahl' ? t.pflichtText : undefined}>
          {step.at === 'wahl' && <Choice onChoose={(at) => setStep({ at })} />}
          {step.at === 'totp' && <TotpSetup onDone={finish} onBack={back} />}
          {step.at === 'passkey' && <PasskeySetup onDone={finish} onBack={back} />}
          {step.at === 'codes' && <CodeSheet codes={step.codes} onDone={props.onDone} />}
          {step.at !== 'codes' && (
            <p>
              <Button kind="quiet" small onClick={props.onSignOut}>
                {t.abmelden}
              </Button>
            </p>
          )}
        </Page>
      </div>
    </main>
  );
}

function Choice({ onChoose }: { onChoose: (way: 'totp' | 'passkey') => void }) {
  const t = useTexts(texts);
  return (
    <div className="stack">
      <div>
        <Button kind="primary" icon="phone" onClick={() => onChoose('totp')}>
          {t.wegApp}
        </Button>
        <p className="muted small">{t.wegAppText}</p>
      </div>
      {canUsePasskeys() && (
        <div>
          <Button icon="lock" onClick={() => onChoose('passkey')}>
            {t.wegPasskey}
          </Button>
          <p className="muted small">{t.wegPasskeyText}</p>
        </div>
      )}
    </div>
  );
}
