import { useEffect, useState } from 'react';
import type { FaktorWeg } from '#src/faktor/contract.ts';
import { canUsePasskeys, provePasskey } from '#src/faktor/web/passkey.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { zugangContract, type Anmeldung } from '../contract.ts';
import { ProofForm, type Antwort } from './ProofForm.tsx';
import * as texts from './texts.ts';

interface SignInFormProps {
  readonly onSignedIn: (kontoId: string) => Promise<void>;
  /** Looks first whether this browser still owes a second step, as after a reload or a sign-in service. */
  readonly resume?: boolean;
}

/** User name and password, or a passkey; then the second step where the account has one. */
export function SignInForm({ onSignedIn, resume = false }: SignInFormProps) {
  const t = useTexts(texts);
  const [wege, setWege] = useState<readonly FaktorWeg[]>([]);
  const [expired, setExpired] = useState(false);

  useEffect(() => {
    if (!resume) return;
    call(zugangContract.getSchritt, {}, { withoutSignIn: true }).then(
      ({ zweiterSchritt }) => setWege(zweiterSchritt),
      // Then the password is asked for.
      () => undefined,
    );
  }, [resume]);

  function onAnswer({ kontoId, zweiterSchritt }: Anmeldung) {
    setExpired(false);
    setWege(zweiterSchritt);
    if (kontoId !== null) void onSignedIn(kontoId);
  }

  async function sendStep(antwort: Antwort): Promise<Anmeldung> {
    if (antwort.art === 'kennwort') throw new TypeError('a password is no second step');
    try {
      return await call(zugangContract.zweiterSchritt, { body: antwort }, { withoutSignIn: true });
    } catch (error) {
      if (asProblem(error).code === 'schritt-abgelaufen') {
        setExpired(true);
        setWege([]);
      }
      throw error;
    }
  }

  if (wege.length > 0)
    return (
      <ProofForm
        wege={usable(wege)}
        zweck="schritt"
        label={t.anmelden}
        send={sendStep}
        onDone={onAnswer}
        onCancel={() => setWege([])}
      />
    );
  return (
    <div className="stack">
      {expired && (
        <Notice tone="warning" alert>
          <p>{t.code['schritt-abgelaufen']}</p>
        </Notice>
      )}
      <KennwortForm onAnswer={onAnswer} />
      {canUsePasskeys() && <PasskeyWay onAnswer={onAnswer} />}
    </div>
  );
}

/** A browser that knows no passkeys offers none. */
function usable(wege: readonly FaktorWeg[]): readonly FaktorWeg[] {
  return canUsePasskeys() ? wege : wege.filter((weg) => weg !== 'passkey');
}

function KennwortForm({ onAnswer }: { onAnswer: (answer: Anmeldung) => void }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { anmeldename: '', kennwort: '' },
    send: (values) => call(zugangContract.anmelden, { body: values }, { withoutSignIn: true }),
    onDone: onAnswer,
  });
  return (
    <Form
      form={form}
      labels={t}
      codes={t.code}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.anmelden}
        </Button>
      }
    >
      <TextField
        {...form.bind('anmeldename')}
        label={t.anmeldename}
        required
        autoComplete="username"
        initialFocus
      />
      <TextField
        {...form.bind('kennwort')}
        label={t.kennwort}
        type="password"
        required
        autoComplete="current-password"
      />
    </Form>
  );
}

function PasskeyWay({ onAnswer }: { onAnswer: (answer: Anmeldung) => void }) {
  const t = useTexts(texts);
  const prove = useAction(async () => {
    const antwort = await provePasskey('anmelden');
    return call(zugangContract.anmeldenPasskey, { body: { antwort } }, { withoutSignIn: true });
  }, onAnswer);
  const words = { ...t.code, 'anmeldung-falsch': t.passkeyUnbekannt };
  return (
    <div className="stack">
      {prove.problem && <ErrorState problem={prove.problem} codes={words} />}
      <p>
        <Button kind="quiet" icon="lock" pending={prove.pending} onClick={() => prove.run()}>
          {t.passkeyAnmelden}
        </Button>
      </p>
    </div>
  );
}
