import { call } from '#src/platform/web/call.ts';
import { renewSession } from '#src/platform/web/session-gate.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { faktorContract, type Eingerichtet } from '../contract.ts';
import { makePasskey } from './passkey.ts';
import * as texts from './texts.ts';

interface PasskeySetupProps {
  readonly onDone: (done: Eingerichtet) => void;
  readonly onBack: () => void;
}

/** Name and, with the button, the question of the browser. */
export function PasskeySetup({ onDone, onBack }: PasskeySetupProps) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { name: t.namePasskey },
    send: async ({ name }) => {
      const antwort = await makePasskey();
      return renewSession(() => call(faktorContract.addPasskey, { body: { name, antwort } }));
    },
    onDone,
  });
  return (
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
            {t.passkeyAnlegen}
          </Button>
        </>
      }
    >
      <p>{t.wegPasskeyText}</p>
      <TextField {...form.bind('name')} label={t.name} hint={t.nameHinweis} maxLength={60} required />
    </Form>
  );
}
