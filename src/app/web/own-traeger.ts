import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Ich } from '#src/zugang/contract.ts';

/** Träger of a Kreis for which an account works. */
export function ownTraeger(ich: Ich, kreisId: string): string[] {
  return ich.rollen.flatMap((rolle) =>
    rolle.kreisId === kreisId && rolle.traegerId !== null ? [rolle.traegerId] : [],
  );
}

/** Träger whose places the account may see: its own, or all where it counts the whole Kreis. */
export function countedTraeger(ich: Ich, kreis: KreisStamm): string[] {
  const whole = ich.rollen.some(
    ({ kreisId, rolle, regionId }) =>
      kreisId === kreis.id &&
      regionId === null &&
      ['koordination', 'verwaltungsassistenz', 'ki_leitung'].includes(rolle),
  );
  return whole ? kreis.traeger.map(({ id }) => id) : ownTraeger(ich, kreis.id);
}
