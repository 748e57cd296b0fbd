import { useTexts } from '#src/platform/web/sprache.tsx';
import * as texts from './texts.ts';

export type Step = 'datei' | 'spalten' | 'vorschau' | 'lauf';
const steps: readonly Step[] = ['datei', 'spalten', 'vorschau', 'lauf'];

/** Where one stands between file and report. */
export function Steps({ current }: { current: Step }) {
  const t = useTexts(texts);
  return (
    <ol className="steps" aria-label={t.schritte}>
      {steps.map((step) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {t.schritt[step]}
        </li>
      ))}
    </ol>
  );
}
