import type { Answer } from '#src/platform/contract.ts';
import type { Day } from '#src/platform/day.ts';
import type { aufenthaltContract } from '../contract.ts';

export type MerkmalZeile = Answer<typeof aufenthaltContract.getAufenthalt>['merkmal'][number];

/** What of title, group and Rechtskreise holds on a day. */
export interface AufenthaltStand {
  readonly titel: MerkmalZeile | undefined;
  readonly gruppe: string | null;
  readonly rechtskreis: readonly string[];
}

export function valuesOn(zeilen: readonly MerkmalZeile[], am: Day): AufenthaltStand {
  const now = zeilen.filter((z) => z.ab <= am && (z.bis === null || z.bis > am));
  return {
    titel: now.find((z) => z.merkmal === 'aufenthaltstitel'),
    gruppe: now.find((z) => z.merkmal === 'aufenthaltsgruppe')?.wert ?? null,
    rechtskreis: now.filter((z) => z.merkmal === 'rechtskreis').map((z) => z.wert),
  };
}
