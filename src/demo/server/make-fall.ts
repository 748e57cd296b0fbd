import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import { namenskreise } from '../data/namen.ts';
import { notizen } from '../data/notizen.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import type { FallPlan } from './fall-plan.ts';
import type { Zufall } from './random.ts';

export interface StatusSchritt {
  readonly status: 'aktiv' | 'ruhend' | 'abgeschlossen';
  readonly grund: string | null;
  readonly ab: Day;
}

export interface KontaktEntwurf {
  readonly am: Day;
  readonly qualifiziert: boolean;
  readonly format: 'persoenlich' | 'telefon' | 'video' | 'schriftlich' | 'begleitung';
  readonly ort: 'buero' | 'extern' | 'privathaushalt' | 'kein';
  readonly minuten: number;
  readonly dolmetschen: 'kein' | 'ehrenamtlich' | 'professionell' | 'angehoerige';
  readonly lebensbereich: readonly string[];
  readonly notiz: string;
}

export interface FallEntwurf {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day;
  readonly sprache: string;
  readonly traeger: string;
  readonly kommune: string;
  readonly zugang: string;
  readonly aufgenommen: Day;
  readonly merkmale: readonly (readonly [merkmal: string, wert: string])[];
  readonly status: readonly StatusSchritt[];
  readonly kontakte: readonly KontaktEntwurf[];
}

/** One invented course of counselling, from admission to today. */
export function makeFall(zufall: Zufall, plan: FallPlan, heute: Day): FallEntwurf {
  const { kreis } = plan;
  const herkunft = zufall.weighted(namenskreise.map((n) => [n, n.gewicht] as const));
  const geschlecht = zufall.weighted([
    ['w', 52],
    ['m', 46],
    ['d', 1],
  ] as const);
  const gebiet = zufall.weighted(kreis.gebiet.map((g) => [g, gewicht(kreis, g.traeger)] as const));
  const aufgenommen = werktag(addDays(heute, -zufall.int(4, plan.monate * 30)));
  const bereiche = zufall.some(
    kreis.liste.lebensbereich.slice(0, -1).map((b) => b.code),
    zufall.int(3, 5),
  );
  const { status, bis } = makeStatus(zufall, plan, aufgenommen, heute);
  const pausen = status.filter((s) => s.status !== 'aktiv');
  return {
    familienname: zufall.pick(herkunft.familie),
    vorname: zufall.pick(geschlecht === 'w' ? herkunft.frau : herkunft.mann),
    geburtsdatum: addDays(heute, -zufall.int(18 * 365, 64 * 365)),
    sprache: herkunft.sprache,
    traeger: gebiet.traeger,
    kommune: zufall.pick(gebiet.kommune),
    zugang: zufall.pick(kreis.liste.zugang).code,
    aufgenommen,
    merkmale: [
      ...(zufall.chance(0.93) ? [['geschlecht', geschlecht] as const] : []),
      ...(zufall.chance(0.9) ? [['herkunftsland', herkunft.land] as const] : []),
      ...(zufall.chance(0.7) ? [['leistungsbezug', leistung(zufall, herkunft.land)] as const] : []),
      ...bereiche.map((code) => ['lebensbereich', code] as const),
    ],
    status,
    kontakte: makeKontakte(zufall, aufgenommen, bis, bereiche).filter(
      (k) => !pausen.some((p) => k.am >= p.ab && k.am < naechster(status, p, heute)),
    ),
  };
}

function gewicht(kreis: KreisPlan, traeger: string): number {
  const heute = kreis.stelle.filter(
    (s) => s.traeger === traeger && s.baustein === 2 && s.ebene === 'bescheid',
  );
  return heute.reduce((summe, s) => summe + (s.bis === undefined ? s.vzae : 0), 0);
}

function leistung(zufall: Zufall, land: string): string {
  return zufall.weighted([
    ['sgb_ii', land === 'ua' || land === 'sy' ? 9 : 5],
    ['asylblg', land === 'ua' || land === 'ro' ? 0 : 3],
    ['eigenes_einkommen', 2],
    ['sgb_xii', 1],
    ['sgb_iii', 1],
    ['wohngeld', 0.5],
    ['sonstiges', 0.5],
  ] as const);
}

/** Closed, resting, fallen silent or in touch; `bis` is the day after which nobody came any more. */
function makeStatus(
  zufall: Zufall,
  plan: FallPlan,
  aufgenommen: Day,
  heute: Day,
): { status: StatusSchritt[]; bis: Day } {
  const beginn: StatusSchritt = { status: 'aktiv', grund: null, ab: aufgenommen };
  const jung = aufgenommen > addMonths(heute, -7);
  if (jung) return { status: [beginn], bis: heute };
  if (zufall.chance(plan.geschlossen)) {
    const ende = werktag(
      addDays(aufgenommen, zufall.int(90, Math.max(100, dayCount(aufgenommen, heute) - 20))),
    );
    const grund = zufall.weighted([
      ['bearbeitet', 8],
      ['umzug', 3],
      ['nicht_gewuenscht', 2],
      ['mitwirkung', 2],
      ['rueckkehr', 1],
    ] as const);
    if (ende >= heute) return { status: [beginn], bis: heute };
    const schluss: StatusSchritt = { status: 'abgeschlossen', grund, ab: ende };
    const wieder = werktag(addDays(ende, zufall.int(60, 160)));
    if (wieder < addDays(heute, -14) && zufall.chance(0.12)) {
      return { status: [beginn, schluss, { status: 'aktiv', grund: null, ab: wieder }], bis: heute };
    }
    return { status: [beginn, schluss], bis: ende };
  }
  if (zufall.chance(0.1)) {
    const ruht = werktag(addDays(heute, -zufall.int(10, 120)));
    const grund = zufall.pick(['nicht_gemeldet', 'kein_bedarf']);
    return { status: [beginn, { status: 'ruhend', grund, ab: ruht }], bis: addDays(ruht, -20) };
  }
  // Fell silent: the rule of the Kreis, not a click, makes these resting.
  if (zufall.chance(0.15)) return { status: [beginn], bis: addDays(heute, -zufall.int(100, 190)) };
  return { status: [beginn], bis: heute };
}

function makeKontakte(zufall: Zufall, von: Day, bis: Day, bereiche: readonly string[]): KontaktEntwurf[] {
  const kontakte: KontaktEntwurf[] = [];
  const abstand = zufall.int(16, 38);
  for (let am = von; am <= bis; am = werktag(addDays(am, abstand + zufall.int(-8, 10)))) {
    const format = zufall.weighted([
      ['persoenlich', 62],
      ['telefon', 20],
      ['begleitung', 8],
      ['schriftlich', 7],
      ['video', 3],
    ] as const);
    kontakte.push({
      am,
      qualifiziert: am === von || (format !== 'schriftlich' && zufall.chance(0.85)),
      format,
      ort: ortOf(zufall, format),
      minuten: zufall.pick([15, 20, 30, 30, 45, 45, 60, 60, 75, 90]),
      dolmetschen: zufall.weighted([
        ['kein', 70],
        ['angehoerige', 12],
        ['ehrenamtlich', 10],
        ['professionell', 8],
      ] as const),
      lebensbereich: zufall.some(bereiche, zufall.int(1, 2)),
      notiz: zufall.chance(0.6) ? zufall.pick(notizen) : '',
    });
  }
  return kontakte;
}

function ortOf(zufall: Zufall, format: KontaktEntwurf['format']): KontaktEntwurf['ort'] {
  switch (format) {
    case 'persoenlich':
      return zufall.weighted([
        ['buero', 70],
        ['extern', 18],
        ['privathaushalt', 12],
      ] as const);
    case 'begleitung':
      return 'extern';
    case 'telefon':
    case 'video':
    case 'schriftlich':
      return 'kein';
  }
}

function naechster(status: readonly StatusSchritt[], schritt: StatusSchritt, heute: Day): Day {
  return status[status.indexOf(schritt) + 1]?.ab ?? addDays(heute, 1);
}

function dayCount(von: Day, bis: Day): number {
  return Math.round((Date.parse(bis) - Date.parse(von)) / 86_400_000);
}

/** Saturdays and Sundays become the Friday before. */
export function werktag(tag: Day): Day {
  const wochentag = new Date(`${tag}T00:00:00Z`).getUTCDay();
  return wochentag === 0 ? addDays(tag, -2) : wochentag === 6 ? addDays(tag, -1) : tag;
}
