import type { StelleArt } from '#src/stelle/contract.ts';
import { addDays, addMonths, formatDay, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { BogenText } from '#src/einwilligung/contract.ts';
import type { EntbindungEingabe, EntbindungStand } from './contract.ts';

/** So many days before its end a release is shown as running out. */
const BALD = 30;

/** Longer than this nobody can foresee what is released; then it is signed anew. */
const MONATE = 24;

/** How a release stands on a day. */
export function entbindungStandOn(
  entbindung: { readonly letzterTag: Day; readonly widerrufenAm: Day | null },
  am: Day,
): EntbindungStand {
  if (entbindung.widerrufenAm !== null) return 'widerrufen';
  if (entbindung.letzterTag < am) return 'abgelaufen';
  return entbindung.letzterTag <= addDays(am, BALD) ? 'laeuft_aus' : 'aktiv';
}

/**
 * Why a release cannot be written: it names exactly one recipient, what it covers and its end; the short wire is for the
 * two authorities only (Konzept 5).
 */
export function entbindungRefusals(
  eingabe: Pick<EntbindungEingabe, 'stelleId' | 'zweck' | 'am' | 'letzterTag'> & {
    readonly inhalt: readonly string[];
  },
  stelle: { readonly art: StelleArt } | undefined,
  heute: Day,
): FieldRefusal[] {
  const { stelleId, zweck, inhalt, am, letzterTag } = eingabe;
  const refusals: FieldRefusal[] = [];
  if (stelleId === null) refusals.push({ instance: '/stelleId', code: 'stelle-fehlt' });
  else if (!stelle) refusals.push({ instance: '/stelleId', code: 'stelle-unbekannt' });
  else if (zweck === 'kurzer_draht' && stelle.art !== 'abh' && stelle.art !== 'ebh') {
    refusals.push({ instance: '/zweck', code: 'kurzer-draht-nur-behoerde' });
  }
  if (inhalt.length === 0) refusals.push({ instance: '/inhalt', code: 'inhalt-fehlt' });
  if (letzterTag < am) refusals.push({ instance: '/letzterTag', code: 'frist-vor-beginn' });
  else if (letzterTag < heute) refusals.push({ instance: '/letzterTag', code: 'frist-abgelaufen' });
  else if (letzterTag > addMonths(am, MONATE))
    refusals.push({ instance: '/letzterTag', code: 'frist-zu-lang' });
  return refusals;
}

/** What stands for the {curly} words of a release, in the words of one language. */
export function entbindungWerte(
  eingabe: Pick<EntbindungEingabe, 'zweck' | 'inhalt' | 'richtung' | 'letzterTag'>,
  stelleName: string,
  worte: BogenText['worte']['deutsch'],
): Record<'stelle' | 'zweck' | 'inhalt' | 'richtung' | 'frist', string> {
  return {
    stelle: stelleName,
    zweck: worte.zweck[eingabe.zweck] ?? eingabe.zweck,
    inhalt: eingabe.inhalt.map((code) => worte.inhalt[code] ?? code).join(', '),
    richtung: worte.richtung[eingabe.richtung] ?? eingabe.richtung,
    frist: formatDay(eingabe.letzterTag),
  };
}
