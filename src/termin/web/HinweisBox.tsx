import { formatDay, isDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import type { Hinweis } from '../contract.ts';
import { unconfirmed } from '../rules.ts';
import * as texts from './dialog-texts.ts';

export interface HinweisBoxProps {
  readonly hinweise: readonly Hinweis[];
  readonly bestaetigt: readonly string[];
  readonly onConfirm: (codes: readonly string[]) => void;
}

/** What speaks against the time, and the box that says "anyway". */
export function HinweisBox({ hinweise, bestaetigt, onConfirm }: HinweisBoxProps) {
  const t = useTexts(texts);
  const late = hinweise.some(({ code }) => code === 'nach-frist');
  const open = unconfirmed(hinweise, bestaetigt);
  return (
    <div aria-live="polite">
      {hinweise.length > 0 && (
        <Notice tone={late ? 'danger' : 'warning'} title={t.hinweise}>
          <ul>
            {hinweise.map((each) => (
              <li key={`${each.code}${each.von}`}>
                {t.hinweis[each.code](
                  each.von ?? '',
                  each.bis !== null && isDay(each.bis) ? formatDay(each.bis) : (each.bis ?? ''),
                )}
              </li>
            ))}
          </ul>
          <Checkbox
            label={t.trotzdem}
            name="bestaetigt"
            value={open.length === 0}
            onChange={(yes) => onConfirm(yes ? hinweise.map(({ code }) => code) : [])}
          />
        </Notice>
      )}
    </div>
  );
}
