import { isWerktag } from '#src/kreis/werktag.ts';
import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type {
  ErsuchenAblehnung,
  ErsuchenAmpel,
  ErsuchenArt,
  ErsuchenEntscheidung,
  ErsuchenStand,
} from './ersuchen.ts';

/** Art. 12 (3) GDPR: one month, three where it was extended. */
const MONATE = { einfach: 1, verlaengert: 3 } as const;

/** From so many days before the end on a request is shown as due soon. */
const BALD = 7;

/**
 * Last day for the answer. The period ends on the day with the number of the receipt, in a shorter month on its last day
 * (Art. 3 (2) c Regulation 1182/71, § 188 (2), (3) BGB); on a Saturday, Sunday or holiday on the next working day (Art. 3 (4)
 * there, § 193 BGB).
 */
export function fristOf(eingegangenAm: Day, verlaengert: boolean): Day {
  let am = addMonths(eingegangenAm, verlaengert ? MONATE.verlaengert : MONATE.einfach);
  while (!isWerktag(am, { samstag: false })) am = addDays(am, 1);
  return am;
}

/** How the clock stands on a day. */
export function ampelOf(stand: ErsuchenStand, fristAm: Day, heute: Day): ErsuchenAmpel {
  if (stand === 'erledigt' || stand === 'abgelehnt') return 'fertig';
  if (fristAm < heute) return 'ueberfaellig';
  return addDays(heute, BALD) >= fristAm ? 'bald' : 'im_plan';
}

/** The extension counts only when the person was told, with the reason, within the first month (Art. 12 (3)). */
export function verlaengerungRefusals(
  mitgeteiltAm: Day,
  { eingegangenAm, heute }: { readonly eingegangenAm: Day; readonly heute: Day },
): readonly FieldRefusal[] {
  const instance = '/mitgeteiltAm';
  if (mitgeteiltAm > heute) return [{ instance, code: 'datum-in-zukunft' }];
  if (mitgeteiltAm < eingegangenAm) return [{ instance, code: 'datum-vor-eingang' }];
  if (mitgeteiltAm > fristOf(eingegangenAm, false)) return [{ instance, code: 'verlaengerung-zu-spaet' }];
  return [];
}

const always: readonly ErsuchenAblehnung[] = ['identitaet', 'offensichtlich_unbegruendet', 'exzessiv'];

/** For what reasons each request may be refused. */
export const ablehnungen: Readonly<Record<ErsuchenArt, readonly ErsuchenAblehnung[]>> = {
  // Art. 15 (4) GDPR; § 83 SGB X.
  auskunft: ['rechte_dritter', 'sozialdaten', ...always],
  berichtigung: ['richtig', ...always],
  // Art. 17 (3) b, d, e GDPR; § 84 (3) SGB X.
  loeschung: ['rechtspflicht', 'rechtsansprueche', 'archiv', 'schutzwuerdige_gruende', ...always],
  einschraenkung: ['richtig', 'rechtsansprueche', ...always],
  uebertragbarkeit: ['nicht_automatisiert', 'rechte_dritter', ...always],
  // Art. 21 (1) GDPR: compelling grounds, legal claims.
  widerspruch: ['schutzwuerdige_gruende', 'rechtsansprueche', ...always],
};

/** Which answers a request can have; a disputed particular may stay with a note (§ 84 (2) SGB X). */
export function entscheidungen(art: ErsuchenArt): readonly ErsuchenEntscheidung[] {
  return art === 'berichtigung' ? ['stattgegeben', 'vermerkt', 'abgelehnt'] : ['stattgegeben', 'abgelehnt'];
}

/** Kinds whose answer is a copy of the file. */
export function needsKopie(art: ErsuchenArt): boolean {
  return art === 'auskunft' || art === 'uebertragbarkeit';
}

/** Kinds that restrict processing from the day they come in, until they are decided (Art. 18 (1) a, d). */
export function restrictsAtOnce(art: ErsuchenArt): boolean {
  return art === 'einschraenkung' || art === 'widerspruch';
}

/** What is wrong with a decision; whoever does not work with the person cannot write to her. */
export function entscheidungRefusals(
  art: ErsuchenArt,
  eingabe: {
    readonly entscheidung: ErsuchenEntscheidung;
    readonly ablehnung: ErsuchenAblehnung | null;
    readonly antwort: string;
  },
): readonly FieldRefusal[] {
  const { entscheidung, ablehnung, antwort } = eingabe;
  const lehntAb = entscheidung === 'abgelehnt';
  return [
    ...(entscheidungen(art).includes(entscheidung)
      ? []
      : [{ instance: '/entscheidung', code: 'entscheidung-passt-nicht' }]),
    ...(lehntAb && ablehnung === null ? [{ instance: '/ablehnung', code: 'ablehnung-ohne-grund' }] : []),
    ...(ablehnung !== null && (!lehntAb || !ablehnungen[art].includes(ablehnung))
      ? [{ instance: '/ablehnung', code: 'grund-passt-nicht' }]
      : []),
    ...(lehntAb && antwort === '' ? [{ instance: '/antwort', code: 'ablehnung-ohne-text' }] : []),
  ];
}
