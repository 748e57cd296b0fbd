import { formatDay, today, type Day } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { frischeOf, isCurrent } from '../rules.ts';
import * as texts from './texts.ts';

/** When an entry was last confirmed; words say when that is too long ago. */
export function FrischeBadge({ bestaetigtAm }: { bestaetigtAm: Day | null }) {
  const t = useTexts(texts);
  const frische = frischeOf(bestaetigtAm, today());
  if (bestaetigtAm === null)
    return (
      <Badge tone="warning" icon="clock">
        {t.nieBestaetigt}
      </Badge>
    );
  return (
    <span className="row">
      <span className="figure">{formatDay(bestaetigtAm)}</span>
      {frische === 'veraltet' && (
        <Badge tone="warning" icon="clock">
          {t.veraltet}
        </Badge>
      )}
    </span>
  );
}

/** Says that an offer has ended or will. */
export function EndeBadge({ gueltigBis }: { gueltigBis: Day | null }) {
  const t = useTexts(texts);
  if (gueltigBis === null) return null;
  const tag = formatDay(gueltigBis);
  return <Badge>{isCurrent({ gueltigBis }, today()) ? t.endetAm(tag) : t.beendetZum(tag)}</Badge>;
}
