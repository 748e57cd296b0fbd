import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vordruckContract } from '../contract.ts';
import type { VordruckArt } from '../inhalt.ts';
import { vordruckRecht, type VordruckRecht } from '../recht.ts';
import * as texts from './texts.ts';

export interface DraftVordruckProps {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly art: VordruckArt;
  /** Law that is proposed for a first version; left out where there is one already. */
  readonly recht?: VordruckRecht;
  /** Names the kind of text on the button, where several stand beside each other. */
  readonly named?: boolean;
}

/** Begins a version: the next one at once, the first one after the question which law binds the Träger. */
export function DraftVordruck({ kreisId, traegerId, art, recht, named = false }: DraftVordruckProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<VordruckRecht>(recht ?? 'land');
  const draft = useAction(
    (key: string) =>
      call(
        vordruckContract.draftVordruck,
        { params: { kreisId }, body: { traegerId, art, ...(recht === undefined ? {} : { recht: chosen }) } },
        { key },
      ),
    ({ vordruckId }) => {
      toast(t.angelegt);
      navigate(`/k/${kreisId}/vordruck/${vordruckId}`);
    },
  );
  if (recht === undefined) {
    return (
      <>
        <Button small={named} icon="plus" pending={draft.pending} onClick={() => draft.run()}>
          {t.neueFassung}
          {named && <span className="sr-only">: {t.art[art]}</span>}
        </Button>
        {draft.problem && <ErrorState problem={draft.problem} codes={t.code} />}
      </>
    );
  }
  return (
    <>
      <Button small={named} icon="plus" onClick={() => setOpen(true)}>
        {t.beginnen}
        {named && <span className="sr-only">: {t.art[art]}</span>}
      </Button>
      <Dialog title={t.beginnenName(t.art[art])} open={open} onClose={() => setOpen(false)}>
        <div className="stack">
          <p>{t.beginnenText}</p>
          <SelectField
            name="recht"
            label={t.recht}
            hint={t.rechtHinweis}
            quietOptional
            empty={null}
            value={chosen}
            onChange={(value) => setChosen(vordruckRecht.options.find((each) => each === value) ?? recht)}
            options={vordruckRecht.options.map((value) => ({ value, label: t.rechtName[value] }))}
          />
          {draft.problem && <ErrorState problem={draft.problem} codes={t.code} />}
          <div className="row row-end">
            <Button onClick={() => setOpen(false)}>{t.abbrechen}</Button>
            <Button kind="primary" pending={draft.pending} onClick={() => draft.run()}>
              {t.beginnen}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
