import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { schrittAkteur, type PlanSchritt } from '../plan.ts';
import type { SchrittFeld, ZielFeld } from '../diff.ts';
import * as texts from './texts.ts';

type Wert = string | number | null;

/** Words for what stands in a plan: who does a step, and any field of a goal or step. */
export function usePlanWords(kreis: KreisStamm) {
  const t = useTexts(texts);
  const { sprache } = useSprache();

  function wer({ akteur, dritte }: Pick<PlanSchritt, 'dritte'> & { akteur: string | null }): string {
    if (akteur === null) return t.konfliktLeer;
    if (akteur === 'dritte' && dritte !== '') return dritte;
    return t.akteurWort[schrittAkteur.parse(akteur)];
  }

  function bereich(code: string): string {
    return codeName(kreis.codeliste.lebensbereich, code, sprache);
  }

  function feldName(feld: ZielFeld | SchrittFeld): string {
    if (feld === 'stelleId') return t.stelle;
    return feld === 'akteur' ? t.wer : t[feld];
  }

  function wert(feld: ZielFeld | SchrittFeld, value: Wert): string {
    if (value === null || value === '') return t.konfliktLeer;
    const text = String(value);
    switch (feld) {
      case 'lebensbereich':
        return bereich(text);
      case 'akteur':
        return wer({ akteur: text, dritte: '' });
      default:
        return isDay(text) ? formatDay(text) : text;
    }
  }

  /** A step in one line: what, who, until when. */
  function schrittZeile(schritt: {
    text: string;
    akteur: string | null;
    dritte: string;
    faelligAm: string | null;
  }): string {
    const bis = schritt.faelligAm === null ? [] : [t.bis(formatDay(schritt.faelligAm))];
    return [schritt.text, wer(schritt), ...bis].join(' · ');
  }

  return { wer, bereich, feldName, wert, schrittZeile };
}
