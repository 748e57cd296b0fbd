import type { Tiefe } from '#src/anfrage/anfrage.ts';
import { titelRefusals } from '#src/aufenthalt/rules.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { RegelWert } from '#src/regel/regel.ts';
import type { z } from 'zod';
import type { BogenEingabe, Einschaetzung, Helfer, vorschlagGrund } from './bogen.ts';

export type VorschlagGrund = z.infer<typeof vorschlagGrund>;

export interface Vorschlag {
  readonly tiefe: Tiefe;
  readonly grund: VorschlagGrund;
}

/** Settings of the Kreis on which the proposal rests. */
export interface VorschlagRegel {
  readonly komplexerFall: RegelWert<'komplexer_fall'>;
  /** Needs that a Kurzberatung may have at most; null: no limit. */
  readonly bedarfe: number | null;
}

const institutionen: readonly Helfer[] = ['beratungsstelle', 'behoerde', 'anderes_cm'];

/** Institutions involved: the number that was asked, else the kinds that the helpers name, which is the least. */
export function countInstitutionen(einschaetzung: Pick<Einschaetzung, 'bereich' | 'institutionen'>): number {
  const kinds = new Set(
    einschaetzung.bereich.flatMap((b) => b.helfer).filter((h) => institutionen.includes(h)),
  );
  return einschaetzung.institutionen ?? kinds.size;
}

/** Areas with a need, severe ones among them. */
export function bedarfe(einschaetzung: Pick<Einschaetzung, 'bereich'>): string[] {
  return einschaetzung.bereich
    .filter((b) => b.bewertung === 'bedarf' || b.bewertung === 'schwer')
    .map((b) => b.code);
}

/**
 * What the rule of the Kreis proposes: case management from so many areas on (Konzept Kreis Unna 2.1), in Rheine only
 * with several institutions, or for one severe area; else a Kurzberatung, and without a need Information or Verweis.
 */
export function proposeTiefe(
  einschaetzung: Pick<Einschaetzung, 'bereich' | 'institutionen'>,
  keinFall: readonly string[],
  regel: VorschlagRegel,
): Vorschlag {
  const { lebensbereiche, mehrereInstitutionen, schwereAusnahme } = regel.komplexerFall;
  const anzahl = bedarfe(einschaetzung).length;
  const reaches = anzahl >= lebensbereiche;
  if (reaches && (!mehrereInstitutionen || countInstitutionen(einschaetzung) >= 2)) {
    return { tiefe: 'case_management', grund: 'schwelle' };
  }
  if (schwereAusnahme && einschaetzung.bereich.some((b) => b.bewertung === 'schwer')) {
    return { tiefe: 'case_management', grund: 'schwere_ausnahme' };
  }
  if (anzahl === 0) {
    return keinFall.length > 0
      ? { tiefe: 'verweis', grund: 'negativliste' }
      : { tiefe: 'information', grund: 'kein_bedarf' };
  }
  if (reaches) return { tiefe: 'kurzberatung', grund: 'institutionen_fehlen' };
  const grund = regel.bedarfe === null || anzahl <= regel.bedarfe ? 'wenige_bedarfe' : 'zwischen';
  return { tiefe: 'kurzberatung', grund };
}

/** A decision other than the proposal; between Information and Verweis there is no difference of depth. */
export function differs(entscheidung: Tiefe | null, vorschlag: Tiefe): boolean {
  const leicht: readonly Tiefe[] = ['information', 'verweis'];
  if (entscheidung === null || entscheidung === vorschlag) return false;
  return !(leicht.includes(entscheidung) && leicht.includes(vorschlag));
}

/** Last day for the follow-up when the need was not settled: six weeks (Konzept Kreis Unna 2.2). */
export function folgeterminBis(am: Day, geklaert: boolean): Day | null {
  return geklaert ? null : addDays(am, 42);
}

/** Why a sheet cannot be saved: everything at once, field by field. */
export function bogenRefusals(
  eingabe: BogenEingabe,
  vorschlag: Vorschlag,
  eingegangenAm: Day,
  heute: Day,
): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const { am, angaben, einschaetzung, entscheidung } = eingabe;
  if (am > heute) refusals.push({ instance: '/am', code: 'datum-in-zukunft' });
  else if (am < eingegangenAm) refusals.push({ instance: '/am', code: 'datum-vor-eingang' });
  const codes = einschaetzung.bereich.map((b) => b.code);
  if (new Set(codes).size < codes.length) {
    refusals.push({ instance: '/einschaetzung/bereich', code: 'bereich-doppelt' });
  }
  const abweichend = differs(entscheidung, vorschlag.tiefe);
  const schwer = vorschlag.grund === 'schwere_ausnahme' && !abweichend;
  if (schwer && (angaben ? angaben.schwereGrund.trim() === '' : einschaetzung.schwereCode === null)) {
    const instance = angaben ? '/angaben/schwereGrund' : '/einschaetzung/schwereCode';
    refusals.push({ instance, code: 'schwere-grund-fehlt' });
  }
  if (abweichend && (angaben ? angaben.abweichung.trim() === '' : eingabe.abweichungCode === null)) {
    const instance = angaben ? '/angaben/abweichung' : '/abweichungCode';
    refusals.push({ instance, code: 'abweichung-grund-fehlt' });
  }
  if (angaben?.einreise && angaben.einreise > heute.slice(0, 7)) {
    refusals.push({ instance: '/angaben/einreise', code: 'einreise-in-zukunft' });
  }
  if (angaben?.haushalt && angaben.haushalt.kinder > angaben.haushalt.personen) {
    refusals.push({ instance: '/angaben/haushalt/kinder', code: 'kinder-mehr-als-personen' });
  }
  if (angaben?.aufenthalt) refusals.push(...titelRefusals(angaben.aufenthalt, am, '/angaben/aufenthalt'));
  return refusals;
}
