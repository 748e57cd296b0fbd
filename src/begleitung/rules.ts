import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Klaerung } from './contract.ts';

export interface Ergebnis {
  readonly stand: Klaerung;
  readonly traegerId: string | null;
  readonly fragendeAufgaben: readonly string[];
  readonly andereAufgaben: readonly string[];
}

/** What is wrong with an outcome between these two Träger; lead and split of tasks per case (Konzept Kreis Unna 4.3). */
export function klaerungRefusals(ergebnis: Ergebnis, beteiligt: readonly string[]): FieldRefusal[] {
  const { stand, traegerId, fragendeAufgaben, andereAufgaben } = ergebnis;
  const named = traegerId !== null && beteiligt.includes(traegerId);
  const split = fragendeAufgaben.length + andereAufgaben.length;
  return [
    ...((stand === 'verschieden' ? traegerId === null : named)
      ? []
      : [{ instance: '/traegerId', code: 'traeger-unbeteiligt' }]),
    ...(stand === 'federfuehrung' || split === 0
      ? []
      : [{ instance: '/fragendeAufgaben', code: 'aufgaben-ohne-federfuehrung' }]),
    ...(fragendeAufgaben.some((aufgabe) => andereAufgaben.includes(aufgabe))
      ? [{ instance: '/andereAufgaben', code: 'aufgabe-doppelt' }]
      : []),
  ];
}
