import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { AkteurEingabe, AkteurRolle, AkteurZeile, Umfeld } from './contract.ts';

/** Fields around the client in which actors stand together. */
export const akteurFelder = ['leistung', 'recht', 'beratung', 'gesundheit', 'bildung', 'privat'] as const;
export type AkteurFeld = (typeof akteurFelder)[number];

const feldJeRolle: Readonly<Record<AkteurRolle, AkteurFeld>> = {
  jobcenter: 'leistung',
  sozialamt: 'leistung',
  asylblg: 'leistung',
  arbeitsagentur: 'leistung',
  familienkasse: 'leistung',
  wohngeldstelle: 'leistung',
  sozialbuero: 'leistung',
  abh: 'recht',
  anwalt: 'recht',
  kommunales_team: 'beratung',
  mbe: 'beratung',
  jmd: 'beratung',
  fluechtlingsberatung: 'beratung',
  suchtberatung: 'beratung',
  schuldnerberatung: 'beratung',
  krankenkasse: 'gesundheit',
  pflegekasse: 'gesundheit',
  arzt: 'gesundheit',
  klinik: 'gesundheit',
  schule: 'bildung',
  kita: 'bildung',
  jugendamt: 'bildung',
  familie: 'privat',
  ehrenamt: 'privat',
  sonstige: 'beratung',
};

/** In which field an actor stands. */
export function feldOf(rolle: AkteurRolle): AkteurFeld {
  return feldJeRolle[rolle];
}

/** Why an actor cannot be entered so. */
export function akteurRefusals(
  {
    stelleId,
    name,
    seit,
    bis,
    vereinbartAm,
  }: Pick<AkteurEingabe, 'stelleId' | 'name' | 'seit' | 'bis' | 'vereinbartAm'>,
  heute: Day,
): FieldRefusal[] {
  const future = (instance: string, tag: Day | null) =>
    tag !== null && tag > heute ? [{ instance, code: 'datum-in-zukunft' }] : [];
  return [
    ...(stelleId === null && name === '' ? [{ instance: '/name', code: 'akteur-ohne-namen' }] : []),
    ...future('/seit', seit),
    ...future('/bis', bis),
    ...future('/vereinbartAm', vereinbartAm),
    ...(bis !== null && bis <= seit ? [{ instance: '/bis', code: 'akteur-ende-vor-beginn' }] : []),
  ];
}

/** Who is involved on a day. */
export function isPartOn({ seit, bis }: Pick<AkteurZeile, 'seit' | 'bis'>, am: Day): boolean {
  return seit <= am && (bis === null || bis > am);
}

/** The lead that holds on a day; undefined where nobody has agreed on one. */
export function federfuehrungOn(
  verlauf: Umfeld['federfuehrung'],
  am: Day,
): Umfeld['federfuehrung'][number] | undefined {
  return verlauf.find(({ ab, bis }) => ab <= am && (bis === null || bis > am));
}

/** Name by which an actor is called: the office, or the private helper. */
export function akteurName({ stelle, name }: Pick<AkteurZeile, 'stelle' | 'name'>): string {
  return stelle?.name ?? name;
}
