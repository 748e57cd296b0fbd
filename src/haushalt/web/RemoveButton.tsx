import { useState } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import * as texts from './texts.ts';

/** Takes away an entry that was a mistake; asks once more before it is gone. */
export function RemoveButton({ pending, onRemove }: { pending: boolean; onRemove: () => void }) {
  const t = useTexts(texts);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {t.entfernen}
      </Button>
    );
  }
  return (
    <Button kind="danger" pending={pending} onClick={onRemove}>
      {t.wirklichEntfernen}
    </Button>
  );
}
