import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import type { IconName } from '#src/ui/web/Icon.tsx';
import type { FallStatus } from '../contract.ts';
import * as texts from './texts.ts';

const looks: Record<FallStatus, { tone: Tone; icon: IconName }> = {
  aktiv: { tone: 'success', icon: 'check' },
  ruhend: { tone: 'warning', icon: 'pause' },
  abgeschlossen: { tone: 'neutral', icon: 'lock' },
};

export function StatusBadge({ status }: { status: FallStatus }) {
  const t = useTexts(texts);
  return <Badge {...looks[status]}>{t[status]}</Badge>;
}
