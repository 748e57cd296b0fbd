import type { Einschaetzung } from '#src/erstberatung/bogen.ts';
import { addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { RegelWert } from '#src/regel/schemata.ts';
import { emptyBereich, type Bearbeitet, type Bedarf, type Bereich, type RundeEingabe } from './runde.ts';

/** Last day for the next round; null where the Kreis assesses again only if needed (Unna 2.2; Steinfurt: regularly). */
export function nextReassessment(lastDay: Day, regel: RegelWert<'re_assessment'>): Day | null {
  return regel.art === 'regelmaessig' ? addMonths(lastDay, regel.monate) : null;
}

/** A need that the person has now. */
export function isBedarf(bedarf: Bedarf | undefined): boolean {
  return bedarf === 'bedarf' || bedarf === 'dringend';
}

const rated = { kein: 'keiner', bedarf: 'bedarf', schwer: 'dringend', offen: 'nicht_besprochen' } as const;

/**
 * How a first round begins: with the ratings of the Screening-Bogen, else with the Lebensbereiche of the admission, so
 * that nobody types them again. Relatives and volunteers who help already are a social resource.
 */
export function beginFirst(
  einschaetzung: Pick<Einschaetzung, 'bereich'> | null,
  lebensbereich: readonly string[],
): Bereich[] {
  if (einschaetzung === null)
    return lebensbereich.map((code) => ({ ...emptyBereich(code), bedarf: 'bedarf' }));
  return einschaetzung.bereich.map(({ code, bewertung, helfer }) => {
    const leer = emptyBereich(code);
    const near = helfer.includes('angehoerige') || helfer.includes('ehrenamt');
    return {
      ...leer,
      bedarf: rated[bewertung],
      ressource: near ? { ...leer.ressource, sozial: { vorhanden: true, text: '' } } : leer.ressource,
    };
  });
}

/**
 * How a further round begins: needs and resources as they stood. The person's view and words are asked anew, and what
 * was worked on has to be said.
 */
export function beginNext(letzte: readonly Bereich[]): Bereich[] {
  return letzte.map(({ code, bedarf, ressource }) => ({ ...emptyBereich(code), bedarf, ressource }));
}

/** What the rules need to know besides the round itself. */
export interface RundeLage {
  readonly aufgenommenAm: Day;
  /** The completed round before; null for the first. */
  readonly vorige: { readonly am: Day; readonly bereich: readonly Pick<Bereich, 'code' | 'bedarf'>[] } | null;
}

/** Why a round cannot be saved, and why it cannot be completed yet. */
export function rundeRefusals(
  eingabe: Pick<RundeEingabe, 'am' | 'stand' | 'bereich'>,
  { aufgenommenAm, vorige }: RundeLage,
  heute: Day,
): FieldRefusal[] {
  const { am, bereich } = eingabe;
  const refusals: FieldRefusal[] = dayRefusals(am, { aufgenommenAm, vorigeAm: vorige?.am ?? null }, heute);
  if (new Set(bereich.map(({ code }) => code)).size < bereich.length) {
    refusals.push({ instance: '/bereich', code: 'bereich-doppelt' });
  }
  if (eingabe.stand === 'entwurf') return refusals;
  if (bereich.every((each) => each.bedarf === 'nicht_besprochen')) {
    refusals.push({ instance: '/bereich', code: 'assessment-leer' });
  }
  for (const { code } of vorige?.bereich.filter((each) => isBedarf(each.bedarf)) ?? []) {
    const at = bereich.findIndex((each) => each.code === code);
    const jetzt = bereich[at];
    if (jetzt && jetzt.bedarf !== 'nicht_besprochen' && jetzt.bearbeitet === null) {
      refusals.push({ instance: `/bereich/${at}/bearbeitet`, code: 'bearbeitet-fehlt' });
    }
  }
  return refusals;
}

/** Why no round can take place on a day. */
export function dayRefusals(
  am: Day,
  { aufgenommenAm, vorigeAm }: { readonly aufgenommenAm: Day; readonly vorigeAm: Day | null },
  heute: Day,
): FieldRefusal[] {
  if (am > heute) return [{ instance: '/am', code: 'datum-in-zukunft' }];
  if (am < aufgenommenAm) return [{ instance: '/am', code: 'datum-vor-aufnahme' }];
  if (vorigeAm !== null && am < vorigeAm) return [{ instance: '/am', code: 'datum-vor-voriger-runde' }];
  return [];
}

/** The areas as they are stored: "worked on" only where there was a need, and whether the need is new. */
export function settle(
  bereich: readonly Bereich[],
  vorige: RundeLage['vorige'],
): (Bereich & { readonly neu: boolean })[] {
  return bereich.map((each) => {
    const vorher = vorige?.bereich.find(({ code }) => code === each.code)?.bedarf;
    return {
      ...each,
      bearbeitet: isBedarf(vorher) ? each.bearbeitet : null,
      neu: vorige !== null && isBedarf(each.bedarf) && !isBedarf(vorher),
    };
  });
}

/** What became of an area between two rounds; "unklar": there was a need and it was not talked about again. */
export type Wandel = 'neu' | 'gedeckt' | 'leichter' | 'schwerer' | 'geblieben' | 'unklar' | 'ohne';

export interface BereichVergleich {
  readonly code: string;
  readonly vorher: Bedarf;
  readonly nachher: Bedarf;
  readonly wandel: Wandel;
  /** The most that was done about it in the rounds since. */
  readonly bearbeitet: Bearbeitet | null;
}

interface RundeKurz {
  readonly runde: number;
  readonly bereich: readonly Pick<Bereich, 'code' | 'bedarf' | 'bearbeitet'>[];
}

/** Two rounds side by side: each area of either once, in the order of the later one. */
export function compareRunden(runden: readonly RundeKurz[], von: number, bis: number): BereichVergleich[] {
  const find = (nummer: number) => runden.find(({ runde }) => runde === nummer)?.bereich ?? [];
  const seither = runden.filter(({ runde }) => runde > von && runde <= bis);
  const codes = new Set([...find(bis), ...find(von)].map(({ code }) => code));
  return [...codes].map((code) => {
    const on = (nummer: number) =>
      find(nummer).find((each) => each.code === code)?.bedarf ?? 'nicht_besprochen';
    const done = seither.flatMap(
      ({ bereich }) => bereich.find((each) => each.code === code)?.bearbeitet ?? [],
    );
    return {
      code,
      vorher: on(von),
      nachher: on(bis),
      wandel: wandelOf(on(von), on(bis)),
      bearbeitet: (['ja', 'teilweise', 'nein'] as const).find((each) => done.includes(each)) ?? null,
    };
  });
}

/** The three questions of a Re-Assessment (Konzept Kreis Unna 2.2): worked on, new, still there. */
export function sortVergleich(rows: readonly BereichVergleich[]) {
  return {
    bearbeitet: rows.filter((row) => row.bearbeitet === 'ja' || row.bearbeitet === 'teilweise'),
    neu: rows.filter(({ wandel }) => wandel === 'neu'),
    geblieben: rows.filter(({ vorher, wandel }) => isBedarf(vorher) && wandel !== 'gedeckt'),
  };
}

function wandelOf(vorher: Bedarf, nachher: Bedarf): Wandel {
  if (!isBedarf(vorher)) return isBedarf(nachher) ? 'neu' : 'ohne';
  if (nachher === 'nicht_besprochen') return 'unklar';
  if (nachher === 'keiner') return 'gedeckt';
  if (nachher === vorher) return 'geblieben';
  return nachher === 'dringend' ? 'schwerer' : 'leichter';
}
