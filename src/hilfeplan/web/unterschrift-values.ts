import { isDay, today } from '#src/platform/day.ts';
import type { FieldCodes } from '#src/platform/web/use-form.ts';
import type { HilfeplanStand, PlanUnterschrift } from '../contract.ts';
import { zustimmung, type Zustimmung } from '../plan.ts';
import { signers } from '../rules.ts';

export type UnterschriftValues = {
  readonly antwort: string;
  readonly grund: string;
  readonly vertretungen: string;
  /** The person signs although she does not agree. */
  readonly trotzdem: boolean;
  readonly form: string;
  readonly am: string;
  /** Bears the refusals of the signatures. */
  readonly unterschrift: string;
};

export function emptyUnterschrift(vertretungen: number): UnterschriftValues {
  return {
    antwort: '',
    grund: '',
    vertretungen: String(vertretungen),
    trotzdem: false,
    form: 'bildschirm',
    am: today(),
    unterschrift: '',
  };
}

export function antwortOf(values: UnterschriftValues): Zustimmung['antwort'] | undefined {
  return zustimmung.shape.antwort.options.find((each) => each === values.antwort);
}

/** Who signs, in the order of the fields: the person or who stands for her, then the colleague. */
export function rollenOf(
  values: UnterschriftValues,
  wer: HilfeplanStand['wer'],
): PlanUnterschrift['rolle'][] {
  const antwort = antwortOf(values);
  if (antwort === undefined) return [];
  const { klient, fachkraft } = signers(wer, antwort);
  const signs = klient === 'noetig' || (klient === 'moeglich' && values.trotzdem);
  const anzahl = Number(values.vertretungen);
  const person: PlanUnterschrift['rolle'][] =
    anzahl === 0 ? ['klient'] : Array.from({ length: anzahl }, () => 'vertretung' as const);
  return [...(signs ? person : []), ...(fachkraft ? (['fachkraft'] as const) : [])];
}

/** Codes of fields that need no server to be refused. */
export function checkUnterschrift(values: UnterschriftValues): FieldCodes<UnterschriftValues> {
  const antwort = antwortOf(values);
  return {
    ...(antwort === undefined ? { antwort: 'antwort-fehlt' } : {}),
    ...(antwort !== undefined && antwort !== 'ja' && values.grund.trim() === ''
      ? { grund: 'grund-fehlt' }
      : {}),
    ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
  };
}
