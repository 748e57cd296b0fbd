import { useEffect, useRef, useState } from 'react';
import type { FaktorAntwort } from '#src/faktor/contract.ts';
import { provePasskey } from '#src/faktor/web/passkey.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import type { BestaetigungWeg } from '../contract.ts';
import * as texts from './texts.ts';

export type Antwort = FaktorAntwort | { readonly art: 'kennwort'; readonly kennwort: string };

export interface ProofFormProps<R> {
  /** Ways that are open, the usual one first. */
  readonly wege: readonly BestaetigungWeg[];
  readonly zweck: 'schritt' | 'bestaetigen';
  readonly label: string;
  readonly send: (antwort: Antwort) => Promise<R>;
  readonly onDone: (answer: R) => void;
  readonly onCancel?: () => void;
}

/** One field for the way in use, and the others to change to: password, one-time code, passkey, recovery code. */
export function ProofForm<R>({ wege, zweck, label, send, onDone, onCancel }: ProofFormProps<R>) {
  const t = useTexts(texts);
  const box = useRef<HTMLDivElement>(null);
  const [weg, setWeg] = useState<BestaetigungWeg>(wege[0] ?? 'kennwort');
  const form = useForm({
    initial: { kennwort: '', code: '' },
    send: async ({ kennwort, code }) => {
      if (weg === 'kennwort') return send({ art: weg, kennwort });
      if (weg === 'passkey') return send({ art: weg, antwort: await provePasskey(zweck) });
      return send({ art: weg, code });
    },
    onDone,
  });
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [weg]);

  function change(next: BestaetigungWeg) {
    form.reset();
    setWeg(next);
  }
  return (
    <div className="stack" ref={box}>
      <Form
        form={form}
        labels={{ kennwort: t.kennwort, code: weg === 'code' ? t.ersatzcode : t.einmalcode }}
        codes={t.code}
        actions={
          <>
            {onCancel && (
              <Button kind="quiet" onClick={onCancel}>
                {t.abbrechen}
              </Button>
            )}
            <Button kind="primary" submit pending={form.pending}>
              {weg === 'passkey' ? t.mitPasskey : label}
            </Button>
          </>
        }
      >
        {weg === 'kennwort' && (
          <TextField
            {...form.bind('kennwort')}
            label={t.kennwort}
            type="password"
            required
            autoComplete="current-password"
            initialFocus
          />
        )}
        {weg === 'totp' && (
          <TextField
            key="totp"
            {...form.bind('code')}
            label={t.einmalcode}
            hint={t.einmalcodeHinweis}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            width={10}
            required
            initialFocus
          />
        )}
        {weg === 'code' && (
          <TextField
            key="code"
            {...form.bind('code')}
            label={t.ersatzcode}
            hint={t.ersatzcodeHinweis}
            maxLength={40}
            width={16}
            required
            initialFocus
          />
        )}
        {weg === 'passkey' && <p>{t.passkeyText}</p>}
      </Form>
      {wege.length > 1 && (
        <div className="row">
          {wege
            .filter((other) => other !== weg)
            .map((other) => (
              <Button key={other} kind="quiet" small onClick={() => change(other)}>
                {t.anders[other]}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}
