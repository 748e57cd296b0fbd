import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { findFremdeZeichen, withRightLetters } from '../din91379.ts';
import * as texts from './texts.ts';

export interface LetterHintProps {
  readonly field: Bound<string>;
  readonly label: string;
  /** Where the form has a field for the original script. */
  readonly onMove?: (field: Bound<string>) => void;
}

/** Names the letters that do not fit, and offers what does: the right sign, or the field for the original script. */
export function LetterHint({ field, label, onMove }: LetterHintProps) {
  const t = useTexts(texts);
  const fremd = findFremdeZeichen(field.value);
  if (fremd.length === 0) return null;
  const schrift = fremd.some(({ ersatz }) => ersatz === null);
  return (
    <Notice tone="warning">
      <div className="stack" aria-live="polite">
        <p>
          {schrift ? t.andereSchrift(label) : t.falscheZeichen(label)}{' '}
          <strong>{fremd.map(({ zeichen }) => zeichen).join(' ')}</strong>
        </p>
        {schrift && onMove && (
          <div className="row">
            <Button small onClick={() => onMove(field)}>
              {t.insOriginal}
            </Button>
          </div>
        )}
        {!schrift && (
          <div className="row">
            <Button small onClick={() => field.onChange(withRightLetters(field.value))}>
              {t.ersetzen(withRightLetters(field.value))}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
