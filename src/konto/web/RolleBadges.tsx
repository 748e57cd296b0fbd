import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import type { KontoZustand, RolleZeile } from '../contract.ts';
import { lastDay } from '../rules.ts';
import * as rolleTexts from './rolle-texts.ts';
import * as texts from './texts.ts';

const tones: Readonly<Record<KontoZustand, Tone>> = {
  eingeladen: 'info',
  aktiv: 'success',
  gesperrt: 'danger',
  ruhend: 'warning',
};

export function ZustandBadge({ zustand }: { zustand: KontoZustand }) {
  const t = useTexts(texts);
  return <Badge tone={tones[zustand]}>{t.zustand[zustand]}</Badge>;
}

/** Role with its place and its time, as one line. */
export function RolleLine({ kreis, rolle }: { kreis: KreisStamm; rolle: RolleZeile }) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const parts = [
    ...(rolle.traegerId === null ? [] : [nameOf(kreis.traeger, rolle.traegerId)]),
    ...(rolle.regionId === null ? [] : [nameOf(kreis.region, rolle.regionId)]),
    ...(rolle.stelle === null ? [] : [rolle.stelle]),
    ...(rolle.gueltigAb !== null && today(new Date(rolle.gueltigAb)) > today()
      ? [t.abTag(formatDay(today(new Date(rolle.gueltigAb))))]
      : []),
    ...(rolle.gueltigBis === null ? [] : [t.bisTag(formatDay(lastDay(rolle.gueltigBis)))]),
    ...(rolle.anbieter === null ? [] : [t.vomDienst(rolle.anbieter)]),
  ];
  return (
    <span>
      {r.rolle[rolle.rolle]}
      {parts.length > 0 && <span className="muted"> · {parts.join(' · ')}</span>}
    </span>
  );
}
