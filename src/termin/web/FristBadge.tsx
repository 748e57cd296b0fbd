import { formatDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import type { TerminFrist } from '../contract.ts';
import * as texts from './texts.ts';

const tones: Record<TerminFrist['stand'], Tone> = {
  offen: 'info',
  eingehalten: 'success',
  zu_spaet: 'danger',
  ueberschritten: 'danger',
};

/** Until when an appointment is due, and whether it will be kept. */
export function FristBadge({ frist }: { frist: TerminFrist }) {
  const t = useTexts(texts);
  const late = tones[frist.stand] === 'danger';
  return (
    <p className="row">
      <span>
        {t.fristArt[frist.art]} <span className="figure">{t.spaetestens(formatDay(frist.bis))}</span>
      </span>
      <Badge
        tone={tones[frist.stand]}
        icon={late ? 'warning' : frist.stand === 'eingehalten' ? 'check' : 'clock'}
      >
        {t.fristStand[frist.stand]}
      </Badge>
    </p>
  );
}
