import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { zugangContract } from '../contract.ts';
import * as texts from './texts.ts';

/** User name and password; both are kept when they are refused. */
export function SignInForm({ onSignedIn }: { onSignedIn: (kontoId: string) => Promise<void> }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { anmeldename: '', kennwort: '' },
    send: (values) => call(zugangContract.anmelden, { body: values }, { withoutSignIn: true }),
    onDone: ({ kontoId }) => void onSignedIn(kontoId),
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
