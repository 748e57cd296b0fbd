import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Same, Sprache } from '#src/platform/texts.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import type { ZusteuerungRegel } from '../contract.ts';
import type { de } from './texts.ts';

export interface Worte {
  readonly kreis: KreisStamm;
  readonly sprache: Sprache;
  readonly t: Same<typeof de>;
  readonly stellen: readonly { readonly id: string; readonly name: string }[];
}

/** The conditions of a rule as a clause: "Wenn Wohnform „städtische Übergangswohnung“ und einfaches Anliegen". */
export function describeBedingung(regel: ZusteuerungRegel, { kreis, sprache, t }: Worte): string {
  const { kommuneId, ortsteilId, zugang, wohnform, bedarf } = regel;
  const kommune = kreis.kommune.find((each) => each.id === kommuneId);
  const parts = [
    ortsteilId !== null && kommune
      ? t.bedingung.ort(nameOf(kommune.ortsteil, ortsteilId))
      : kommuneId !== null && t.bedingung.ort(nameOf(kreis.kommune, kommuneId)),
    wohnform !== null && t.bedingung.wohnform(codeName(kreis.codeliste.wohnform, wohnform, sprache)),
    zugang !== null && t.bedingung.zugang(codeName(kreis.codeliste.zugang, zugang, sprache)),
    bedarf !== null && t.bedarfWert[bedarf],
  ].filter((part) => part !== false);
  return parts.length === 0 ? t.immer : `${t.wenn} ${parts.join(t.und)}`;
}

/** Whom a rule names. */
export function describeZiel(regel: ZusteuerungRegel, { kreis, t, stellen }: Worte): string {
  if (regel.anStelleId !== null) return nameOf(stellen, regel.anStelleId);
  if (regel.anTraegerId === null) return t.zielAmOrt;
  const traeger = nameOf(kreis.traeger, regel.anTraegerId);
  if (regel.anStandortId === null) return traeger;
  return t.anStandort(traeger, nameOf(kreis.standort, regel.anStandortId));
}
