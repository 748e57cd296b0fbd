import { useState } from 'react';
import { today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { nextStaende } from '../rules.ts';
import type { AntwortEingabe, VermittlungStand } from '../vermittlung.ts';
import { AntwortDialog } from './AntwortDialog.tsx';
import * as texts from './texts.ts';

/** States that an answer can lead to. */
export type AntwortStand = AntwortEingabe['stand'];

export interface AntwortGegenstand {
  readonly id: string;
  readonly fassung: number;
  readonly stand: VermittlungStand;
  readonly standAm: string;
  readonly name: string;
}

export interface AntwortChoiceProps {
  readonly gegenstand: AntwortGegenstand;
  /** Place of the draft. */
  readonly bezug: string;
  /** Case management may take a referral back, the office may not. */
  readonly zurueckziehen?: boolean;
  readonly send: (body: AntwortEingabe, key: string) => Promise<unknown>;
}

/** The answer in two clicks; reasons, results, another day and words in a form. */
export function AntwortChoice({ gegenstand, bezug, zurueckziehen = false, send }: AntwortChoiceProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [choosing, setChoosing] = useState(false);
  const [form, setForm] = useState<AntwortStand | 'worte'>();
  const next = antwortStaende(gegenstand.stand, zurueckziehen);
  const save = useAction(
    async (key, stand: AntwortStand) => {
      await send(
        { fassung: gegenstand.fassung, stand, am: today(), grund: null, ergebnis: null, worte: '' },
        key,
      );
      return stand;
    },
    (stand) => {
      toast(t.eingetragen(t.stand[stand]));
      setChoosing(false);
    },
  );
  if (next.length === 0) return null;
  const [first = 'angenommen'] = next;
  return (
    <>
      <Button small icon="check" expanded={choosing} onClick={() => setChoosing(!choosing)}>
        {t.rueckmeldung}
        <span className="sr-only"> {gegenstand.name}</span>
      </Button>
      {choosing &&
        next.map((stand) => (
          <Button
            key={stand}
            small
            kind="secondary"
            pending={save.pending}
            onClick={() => (needsMore(stand) ? setForm(stand) : save.run(stand))}
          >
            {stand === 'abgelehnt' ? t.mitGrund : stand === 'beendet' ? t.mitErgebnis : t.stand[stand]}
          </Button>
        ))}
      {choosing && (
        <Button small kind="quiet" onClick={() => setForm('worte')}>
          {t.mitWorten}
        </Button>
      )}
      {save.problem && <ErrorState problem={save.problem} codes={t.code} />}
      {form !== undefined && (
        <AntwortDialog
          gegenstand={gegenstand}
          bezug={bezug}
          staende={next}
          stand={form === 'worte' ? first : form}
          send={send}
          onClose={() => {
            setForm(undefined);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}

/** A refusal has its reason, an end its result. */
function needsMore(stand: AntwortStand): boolean {
  return stand === 'abgelehnt' || stand === 'beendet';
}

function antwortStaende(stand: VermittlungStand, zurueckziehen: boolean): AntwortStand[] {
  return nextStaende(stand).flatMap((next) =>
    next === 'vorbereitet' || next === 'gesendet' || (next === 'zurueckgezogen' && !zurueckziehen)
      ? []
      : [next],
  );
}
