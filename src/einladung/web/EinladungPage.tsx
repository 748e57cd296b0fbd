import { useEffect, useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { BrandMark } from '#src/ui/web/PageFrame.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { einladungContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Where the link of an invitation leads: for whom it is, and the password. The secret leaves the address at once. */
export function EinladungPage({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useTexts(texts);
  const { sprache, setSprache } = useSprache();
  const [geheimnis] = useState(() => location.hash.slice(1));
  useEffect(() => {
    // It stays in no history; another link in the same tab begins anew.
    history.replaceState(null, '', location.pathname);
    const reload = () => location.reload();
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, []);
  const valid = /^[\w-]{43}$/.test(geheimnis);
  const query = useQuery(einladungContract.checkEinladung, valid ? { body: { geheimnis } } : undefined);
  const gone = !valid || query.error?.code === 'einladung-ungueltig';
  return (
    <main className="door" id="main">
      <div className="door-brand">
        <BrandMark size={72} />
        <p className="door-name">Lotse</p>
      </div>
      <div className="door-form">
        <Page
          title={gone ? t.ungueltigTitel : query.data?.art === 'kennwort' ? t.titelKennwort : t.titel}
          windowTitle={t.titel}
        >
          {gone && (
            <>
              <p>{t.ungueltigText}</p>
              <p>
                <a className="button button-secondary" href="/">
                  {t.zurAnmeldung}
                </a>
              </p>
            </>
          )}
          {!gone && query.error && <ErrorState problem={query.error} onRetry={query.refetch} />}
          {!gone && query.loading && <Loading rows={4} />}
          {!gone && query.data && (
            <KennwortForm geheimnis={geheimnis} wer={query.data} onSignedIn={onSignedIn} />
          )}
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

interface KennwortFormProps {
  readonly geheimnis: string;
  readonly wer: { readonly name: string; readonly anmeldename: string };
  readonly onSignedIn: () => Promise<void>;
}

function KennwortForm({ geheimnis, wer, onSignedIn }: KennwortFormProps) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { kennwort: '', wiederholen: '' },
    check: ({ kennwort, wiederholen }) => ({
      ...(kennwort === '' ? { kennwort: 'pflichtfeld' } : {}),
      ...(wiederholen === kennwort ? {} : { wiederholen: 'kennwort-verschieden' }),
    }),
    send: ({ kennwort }) =>
      call(einladungContract.acceptEinladung, { body: { geheimnis, kennwort } }, { withoutSignIn: true }),
    onDone: () => void onSignedIn(),
  });
  return (
    <Form
      form={form}
      labels={t}
      codes={t.code}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.setzen}
        </Button>
      }
    >
      <p>
        {t.begruessung(wer.name)} {t.anmeldename}: <strong>{wer.anmeldename}</strong>
      </p>
      <p className="muted small">{t.nichtSie}</p>
      {/* Password managers keep the password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={wer.anmeldename} readOnly />
      <TextField
        {...form.bind('kennwort')}
        label={t.kennwort}
        hint={t.kennwortHinweis}
        type="password"
        required
        autoComplete="new-password"
        initialFocus
      />
      <TextField
        {...form.bind('wiederholen')}
        label={t.wiederholen}
        type="password"
        required
        autoComplete="new-password"
      />
      <p className="muted small">{t.danach}</p>
    </Form>
  );
}
