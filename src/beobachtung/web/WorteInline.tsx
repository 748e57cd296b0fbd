import { useId, type KeyboardEvent } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CodeTextsContext, FormIdContext } from '#src/ui/web/Field.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beobachtungContract } from '../contract.ts';
import * as texts from './texts.ts';
import type { WorteGegenstand } from './WorteDialog.tsx';

export interface WorteInlineProps {
  readonly kreisId: string;
  readonly beobachtung: WorteGegenstand;
  readonly onDone: () => void;
}

/** Words to what was just noted. May stand inside another form, so it is none itself. */
export function WorteInline({ kreisId, beobachtung, onDone }: WorteInlineProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const id = useId();
  const { id: beobachtungId, fassung, lebensbereich, kommuneId } = beobachtung;
  const form = useForm({
    initial: { text: '' },
    draft: { formular: 'beobachtung', bezug: `${kreisId}:${beobachtungId}` },
    check: ({ text }) => (text.trim() === '' ? { text: 'pflichtfeld' } : {}),
    send: ({ text }, key) =>
      call(
        beobachtungContract.changeBeobachtung,
        { params: { kreisId, beobachtungId }, body: { fassung, lebensbereich, kommuneId, text } },
        { key },
      ),
    onDone: () => {
      toast(t.ergaenzt);
      onDone();
    },
  });
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The form around this one must not be sent.
    event.stopPropagation();
    form.submit(event);
  }
  return (
    <CodeTextsContext value={t.code}>
      <FormIdContext value={id}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions */}
        <div className="inline-form stack" role="group" aria-label={t.worteTitel} onKeyDown={onKeyDown}>
          <TextArea
            {...form.bind('text')}
            label={t.text}
            hint={t.textHinweis}
            required
            rows={2}
            initialFocus
          />
          {form.problem && <ErrorState problem={form.problem} codes={t.code} />}
          <div className="row">
            <Button small pending={form.pending} onClick={() => form.submit()}>
              {t.speichern}
            </Button>
            <Button small kind="quiet" onClick={onDone}>
              {t.abbrechen}
            </Button>
          </div>
        </div>
      </FormIdContext>
    </CodeTextsContext>
  );
}
