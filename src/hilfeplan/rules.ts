import {
  unterschriftRefusals,
  type UnterschriftEingabe,
  type UnterschriftLage,
} from '#src/einwilligung/unterschrift.ts';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { RegelWert } from '#src/regel/schemata.ts';
import type { PlanUnterschrift, ZielInhalt } from './contract.ts';
import type { PlanInhalt, PlanSchritt, PlanZiel, SchrittStand, ZielStand, Zustimmung } from './plan.ts';

/** Who has to sign by the rule of the Kreis. */
export type WerUnterschreibt = RegelWert<'plan_name'>['unterschrift'];

const offeneZiele: readonly ZielStand[] = ['offen', 'in_arbeit', 'teilweise'];
const offeneSchritte: readonly SchrittStand[] = ['offen', 'in_arbeit'];

/** Why a goal cannot be kept: it says what it is about, and each step says what is done and by whom. */
export function zielRefusals(ziel: ZielInhalt): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  if (ziel.text === '') refusals.push({ instance: '/text', code: 'ziel-fehlt' });
  ziel.schritt.forEach((schritt, index) => {
    const code = schrittRefusal(schritt);
    if (code !== undefined) refusals.push({ instance: `/schritt/${index}/${code.feld}`, code: code.code });
  });
  if (new Set(ziel.schritt.map(({ id }) => id)).size < ziel.schritt.length) {
    refusals.push({ instance: '/schritt', code: 'wert-ungueltig' });
  }
  return refusals;
}

/** What is missing in a step; nothing when it may stand in a plan. */
export function schrittRefusal(
  schritt: Pick<ZielInhalt['schritt'][number], 'text' | 'akteur' | 'stelleId' | 'dritte'>,
): { readonly feld: 'text' | 'akteur' | 'dritte'; readonly code: string } | undefined {
  if (schritt.text === '') return { feld: 'text', code: 'schritt-fehlt' };
  if (schritt.akteur === null) return { feld: 'akteur', code: 'akteur-fehlt' };
  const unnamed = schritt.akteur === 'dritte' && schritt.stelleId === null && schritt.dritte === '';
  return unnamed ? { feld: 'dritte', code: 'dritte-fehlt' } : undefined;
}

/** Why a plan cannot be signed: no goal, a goal without a step, a step by nobody (Konzept Kreis Unna 2.2). */
export function planRefusals({ ziel }: Pick<PlanInhalt, 'ziel'>): FieldRefusal[] {
  if (ziel.length === 0) return [{ instance: '/ziel', code: 'plan-ohne-ziele' }];
  return ziel.flatMap((each, index): FieldRefusal[] => {
    if (each.schritt.length === 0) return [{ instance: `/ziel/${index}`, code: 'ziel-ohne-schritt' }];
    return each.schritt.flatMap((schritt, at) => {
      const refusal = schrittRefusal(schritt);
      return refusal === undefined
        ? []
        : [{ instance: `/ziel/${index}/schritt/${at}/${refusal.feld}`, code: refusal.code }];
    });
  });
}

/** Who signs this version. Nobody is made to sign what they could not answer or do not agree with; then it may stay away. */
export function signers(
  wer: WerUnterschreibt,
  antwort: Zustimmung['antwort'],
): { readonly klient: 'noetig' | 'moeglich' | 'nein'; readonly fachkraft: boolean } {
  const klient =
    wer === 'keine' ? 'nein' : antwort === 'ja' ? 'noetig' : antwort === 'nein' ? 'moeglich' : 'nein';
  // A version that the person does not sign stands on the word of the colleague who was there.
  return { klient, fachkraft: wer === 'beide' || (wer === 'klient' && klient !== 'noetig') };
}

export interface PlanUnterschriftLage extends Pick<UnterschriftLage, 'geburtsdatum' | 'am' | 'heute'> {
  readonly wer: WerUnterschreibt;
  readonly zustimmung: Zustimmung;
  /** How many guardians sign; 0 when the person signs alone. */
  readonly vertretungen: number;
  readonly unterschrift: readonly PlanUnterschrift[];
}

/** Why an answer or the signatures under a plan do not do. */
export function planUnterschriftRefusals(lage: PlanUnterschriftLage): FieldRefusal[] {
  const { zustimmung, unterschrift } = lage;
  const { klient, fachkraft } = signers(lage.wer, zustimmung.antwort);
  const refusals: FieldRefusal[] = [];
  if (zustimmung.antwort !== 'ja' && zustimmung.grund === '') {
    refusals.push({ instance: '/zustimmung/grund', code: 'grund-fehlt' });
  }
  const ofPerson = unterschrift.filter(isOfPerson);
  if (klient === 'nein' && ofPerson.length > 0) {
    refusals.push({ instance: '/unterschrift', code: 'unterschrift-nicht-vorgesehen' });
  } else if (klient === 'noetig' || ofPerson.length > 0) {
    refusals.push(
      ...unterschriftRefusals({
        geburtsdatum: lage.geburtsdatum,
        am: lage.am,
        heute: lage.heute,
        vertretung: Array.from({ length: lage.vertretungen }, () => ''),
        gemeinsam: false,
        unterschrift: ofPerson,
      }),
    );
  } else if (lage.am > lage.heute) refusals.push({ instance: '/am', code: 'datum-in-zukunft' });
  const fachkraefte = unterschrift.filter(({ rolle }) => rolle === 'fachkraft');
  if (fachkraefte.length !== (fachkraft ? 1 : 0)) {
    refusals.push({
      instance: '/unterschrift',
      code: fachkraft ? 'unterschrift-fachkraft-fehlt' : 'unterschrift-nicht-vorgesehen',
    });
  }
  return [...refusals, ...fachkraftRefusals(fachkraefte, lage)];
}

/** The colleague's own strokes, checked as those of everyone else. */
function fachkraftRefusals(
  fachkraefte: readonly PlanUnterschrift[],
  { am, heute }: Pick<PlanUnterschriftLage, 'am' | 'heute'>,
): FieldRefusal[] {
  if (fachkraefte.length !== 1) return [];
  return unterschriftRefusals({
    geburtsdatum: null,
    am,
    heute,
    vertretung: [],
    gemeinsam: false,
    unterschrift: fachkraefte.map((each) => ({ ...each, rolle: 'klient' })),
  }).filter(({ code }) => code !== 'datum-in-zukunft');
}

function isOfPerson(unterschrift: PlanUnterschrift): unterschrift is PlanUnterschrift & UnterschriftEingabe {
  return unterschrift.rolle !== 'fachkraft';
}

/** Why a state cannot be noted: never ahead of time, never before the admission, and it must say something new. */
export function standRefusals(
  neu: { readonly stand: string; readonly am: Day },
  jetzt: { readonly stand: string; readonly standAb: Day; readonly aufgenommenAm: Day },
  heute: Day,
): FieldRefusal[] {
  if (neu.am > heute) return [{ instance: '/am', code: 'datum-in-zukunft' }];
  if (neu.am < jetzt.aufgenommenAm) return [{ instance: '/am', code: 'datum-vor-aufnahme' }];
  if (neu.stand === jetzt.stand && neu.am === jetzt.standAb) {
    return [{ instance: '/stand', code: 'stand-unveraendert' }];
  }
  return [];
}

/** True while there is something to do for it. */
export function isOffenesZiel({ stand }: Pick<PlanZiel, 'stand'>): boolean {
  return offeneZiele.includes(stand);
}

export function isOffenerSchritt({ stand }: Pick<PlanSchritt, 'stand'>): boolean {
  return offeneSchritte.includes(stand);
}

/** True when a step of an open goal should have been done before this day. */
export function isUeberfaellig(schritt: Pick<PlanSchritt, 'stand' | 'faelligAm'>, heute: Day): boolean {
  return isOffenerSchritt(schritt) && schritt.faelligAm !== null && schritt.faelligAm < heute;
}

/** The next step of a plan (M176): of the open goals the open step that is due first; without dates that of the first goal. */
export function naechsterSchritt(ziele: readonly PlanZiel[]): PlanSchritt | undefined {
  return ziele
    .filter(isOffenesZiel)
    .flatMap(({ schritt }) => schritt.filter(isOffenerSchritt))
    .reduce<PlanSchritt | undefined>((first, each) => {
      if (!first) return each;
      return each.faelligAm !== null && (first.faelligAm === null || each.faelligAm < first.faelligAm)
        ? each
        : first;
    }, undefined);
}

export type ZielHinweis = 'woran' | 'bis_wann' | 'nur_eins' | 'schritt_spaeter' | 'ohne_schritt';

/** Several things in one sentence: joined by "und" or "sowie", listed, or more sentences. */
const mehreres = /\s(?:und|sowie|außerdem|and)\s|[;\n]|[.!?]\s+\p{L}/u;

/** Gentle questions about a goal (SMART): is there an indicator, a date, one thing only; they never stop anybody. */
export function zielHinweise(ziel: ZielInhalt): ZielHinweis[] {
  const { bisWann } = ziel;
  const hints: [ZielHinweis, boolean][] = [
    ['nur_eins', mehreres.test(ziel.text)],
    ['woran', ziel.indikator.trim() === ''],
    ['bis_wann', bisWann === null],
    ['ohne_schritt', ziel.schritt.length === 0],
    [
      'schritt_spaeter',
      bisWann !== null && ziel.schritt.some(({ faelligAm }) => faelligAm !== null && faelligAm > bisWann),
    ],
  ];
  return ziel.text.trim() === '' ? [] : hints.flatMap(([code, holds]) => (holds ? [code] : []));
}
