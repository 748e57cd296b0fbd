import type { z } from 'zod';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { bestand } from '../contract.ts';
import * as texts from './texts.ts';

export interface AngebotViewsProps {
  readonly params: URLSearchParams;
  readonly bestand: z.infer<typeof bestand> | undefined;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Three ways into the directory: everything, what has to be checked, what employers ask for; and how fresh it is. */
export function AngebotViews({ params, bestand: all, onChange }: AngebotViewsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const checking = params.has('pruefen');
  const employers = params.get('zielgruppe') === 'arbeitgeber';
  const alt = all ? all.veraltet + all.nie : 0;
  const share = new Intl.NumberFormat(sprache, { style: 'percent' }).format(
    all && all.gesamt > 0 ? alt / all.gesamt : 0,
  );
  return (
    <nav className="views" aria-label={t.auswahl}>
      <button
        type="button"
        className="view"
        aria-pressed={!checking && !employers}
        onClick={() => onChange({ pruefen: undefined, zielgruppe: undefined })}
      >
        {t.alleAngebote}
      </button>
      <button
        type="button"
        className="view"
        aria-pressed={checking}
        onClick={() => onChange({ pruefen: 'ja', zielgruppe: undefined, ansicht: undefined })}
      >
        {t.zuPruefen} {alt > 0 && <span className="tab-count">{alt}</span>}
      </button>
      <button
        type="button"
        className="view"
        aria-pressed={employers && !checking}
        onClick={() => onChange({ pruefen: undefined, zielgruppe: 'arbeitgeber' })}
      >
        {t.fuerArbeitgeber}
      </button>
      {all && all.gesamt > 0 && (
        <span className="muted small">{t.veralteterAnteil(alt, all.gesamt, share)}</span>
      )}
    </nav>
  );
}
