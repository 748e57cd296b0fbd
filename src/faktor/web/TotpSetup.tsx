import { useEffect, useState } from 'react';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem, type ProblemError } from '#src/platform/web/problem.ts';
import { renewSession } from '#src/platform/web/session-gate.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { faktorContract, type Eingerichtet } from '../contract.ts';
import { QrCode } from './QrCode.tsx';
import * as texts from './texts.ts';

interface TotpSetupProps {
  readonly onDone: (done: Eingerichtet) => void;
  readonly onBack: () => void;
}

type Begun = Answer<typeof faktorContract.beginTotp>;

/** An app for one-time codes: picture or key, then the first code. */
export function TotpSetup({ onDone, onBack }: TotpSetupProps) {
  const t = useTexts(texts);
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState<ProblemError>();
  useEffect(() => {
    let gone = false;
    call(faktorContract.beginTotp, {}).then(
      (answer) => {
        if (!gone) setBegun(answer);
      },
      (error: unknown) => {
        if (!gone) setProblem(asProblem(error));
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  if (problem) return <ErrorState problem={problem} codes={t.refusal} />;
  if (!begun) return <Loading rows={6} />;
  return <TotpForm begun={begun} onDone={onDone} onBack={onBack} />;
}

function TotpForm({ begun, onDone, onBack }: TotpSetupProps & { begun: Begun }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { code: '', name: t.nameApp },
    send: (body) =>
      renewSession(() => call(faktorContract.confirmTotp, { params: { faktorId: begun.id }, body })),
    onDone,
  });
  return (
    <div className="stack">
      <section className="stack">
        <h2>{t.scannen}</h2>
        <p>{t.scannenText}</p>
        <div className="totp-key">
          <QrCode text={begun.uri} label={t.qr} />
          <p>
            {t.schluessel} <code>{begun.schluessel.replaceAll(/(.{4})(?!$)/g, '$1 ')}</code>
          </p>
        </div>
      </section>
      <section className="stack">
        <h2>{t.pruefen}</h2>
        <Form
          form={form}
          labels={t}
          codes={t.refusal}
          actions={
            <>
              <Button kind="quiet" onClick={onBack}>
                {t.zurueck}
              </Button>
              <Button kind="primary" submit pending={form.pending}>
                {t.einrichten}
              </Button>
            </>
          }
        >
          <TextField
            {...form.bind('code')}
            label={t.code}
            hint={t.codeHinweis}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            width={10}
            required
          />
          <TextField {...form.bind('name')} label={t.name} hint={t.nameHinweis} maxLength={60} required />
        </Form>
      </section>
    </div>
  );
}
