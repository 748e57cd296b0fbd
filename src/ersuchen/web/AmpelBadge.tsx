import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import type { IconName } from '#src/ui/web/Icon.tsx';
import type { ErsuchenAmpel } from '../ersuchen.ts';
import * as texts from './texts.ts';

const looks: Readonly<Record<ErsuchenAmpel, { readonly tone: Tone; readonly icon: IconName }>> = {
  im_plan: { tone: 'neutral', icon: 'clock' },
  bald: { tone: 'warning', icon: 'clock' },
  ueberfaellig: { tone: 'danger', icon: 'warning' },
  fertig: { tone: 'success', icon: 'check' },
};

/** How the clock stands, in words. */
export function AmpelBadge({ ampel }: { ampel: ErsuchenAmpel }) {
  const t = useTexts(texts);
  return <Badge {...looks[ampel]}>{t.ampelWort[ampel]}</Badge>;
}
