import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { isDay, type Day } from '#src/platform/day.ts';
import type { FieldCodes } from '#src/platform/web/use-form.ts';
import {
  abweichungCode,
  bewertung,
  bogenEingabe,
  deutschniveau,
  helfer,
  hinweis,
  schwereCode,
  type Angaben,
  type Bewertung,
  type BogenEingabe,
  type Einschaetzung,
  type Helfer,
} from '../bogen.ts';
import type { erstberatungContract } from '../contract.ts';
import { tiefe } from '#src/anfrage/anfrage.ts';
import { dolmetschen } from '#src/beratungskontakt/kontakt.ts';

export type BogenStand = Answer<typeof erstberatungContract.getErstberatung>;

/** The sheet as the fields hold it; ratings and helpers as "area=value". */
export type BogenValues = {
  readonly am: string;
  readonly dauerMinuten: string;
  readonly dolmetschen: string;
  readonly sprache: string;
  readonly anliegen: string;
  readonly wunsch: string;
  readonly bewertung: readonly string[];
  readonly helfer: readonly string[];
  readonly institutionen: string;
  readonly personen: string;
  readonly kinder: string;
  readonly einreise: string;
  readonly sprachen: readonly string[];
  readonly deutsch: string;
  readonly dolmetschbedarf: boolean;
  readonly titel: string;
  readonly laeuftAbAm: string;
  readonly verlaengerung: boolean;
  readonly gruppe: string;
  readonly leistungsbezug: string;
  readonly rechtskreis: readonly string[];
  readonly hinweis: readonly string[];
  readonly sprachlich: string;
  readonly sozial: string;
  readonly wirtschaftlich: string;
  readonly gefaehrdung: string;
  readonly schwereCode: string;
  readonly schwereGrund: string;
  readonly entscheidung: string;
  readonly abweichungCode: string;
  readonly abweichung: string;
  readonly geklaert: string;
};

/** Where the request has a field that the form shows flat. */
export const bogenInstances: FieldCodes<BogenValues> = {
  bewertung: '/einschaetzung/bereich',
  institutionen: '/einschaetzung/institutionen',
  sprache: '/einschaetzung/sprache',
  schwereCode: '/einschaetzung/schwereCode',
  anliegen: '/angaben/anliegen',
  wunsch: '/angaben/wunsch',
  personen: '/angaben/haushalt/personen',
  kinder: '/angaben/haushalt/kinder',
  einreise: '/angaben/einreise',
  sprachen: '/angaben/sprachen',
  deutsch: '/angaben/deutsch',
  titel: '/angaben/aufenthalt/titel',
  laeuftAbAm: '/angaben/aufenthalt/laeuftAbAm',
  gruppe: '/angaben/aufenthalt/gruppe',
  leistungsbezug: '/angaben/leistungsbezug',
  rechtskreis: '/angaben/rechtskreis',
  hinweis: '/angaben/hinweis',
  sprachlich: '/angaben/potential/sprachlich',
  sozial: '/angaben/potential/sozial',
  wirtschaftlich: '/angaben/potential/wirtschaftlich',
  gefaehrdung: '/angaben/gefaehrdung',
  schwereGrund: '/angaben/schwereGrund',
  abweichung: '/angaben/abweichung',
};

/** The sheet as it stands, or an empty one that begins with what the Anfrage knows. */
export function bogenValues(stand: BogenStand, heute: Day): BogenValues {
  const e = stand.erstberatung;
  const a = e?.angaben ?? null;
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  const rows = e?.einschaetzung.bereich ?? stand.lebensbereich.map((code) => areaOf(code, 'bedarf'));
  return {
    am: e?.am ?? heute,
    dauerMinuten: text(e?.dauerMinuten),
    dolmetschen: e?.dolmetschen ?? 'kein',
    sprache: e?.einschaetzung.sprache ?? stand.sprache ?? '',
    anliegen: a?.anliegen ?? '',
    wunsch: a?.wunsch ?? '',
    bewertung: rows.map((b) => `${b.code}=${b.bewertung}`),
    helfer: rows.flatMap((b) => b.helfer.map((h) => `${b.code}=${h}`)),
    institutionen: text(e?.einschaetzung.institutionen),
    personen: text(a?.haushalt?.personen),
    kinder: text(a?.haushalt?.kinder),
    einreise: writeMonth(a?.einreise ?? null),
    sprachen: a?.sprachen ?? [e?.einschaetzung.sprache ?? stand.sprache].filter((code) => code !== null),
    deutsch: a?.deutsch ?? '',
    dolmetschbedarf: a?.dolmetschbedarf ?? stand.dolmetschen,
    titel: a?.aufenthalt?.titel ?? '',
    laeuftAbAm: a?.aufenthalt?.laeuftAbAm ?? '',
    verlaengerung: a?.aufenthalt?.verlaengerung ?? false,
    gruppe: a?.aufenthalt?.gruppe ?? '',
    leistungsbezug: a?.leistungsbezug ?? '',
    rechtskreis: a?.rechtskreis ?? [],
    hinweis: a?.hinweis ?? [],
    sprachlich: a?.potential.sprachlich ?? '',
    sozial: a?.potential.sozial ?? '',
    wirtschaftlich: a?.potential.wirtschaftlich ?? '',
    gefaehrdung: text(a?.gefaehrdung),
    schwereCode: e?.einschaetzung.schwereCode ?? '',
    schwereGrund: a?.schwereGrund ?? '',
    entscheidung: e?.entscheidung ?? '',
    abweichungCode: e?.abweichungCode ?? '',
    abweichung: a?.abweichung ?? '',
    geklaert: e?.folgeterminBis === null ? 'ja' : 'nein',
  };
}

function areaOf(code: string, rating: Bewertung): Einschaetzung['bereich'][number] {
  return { code, bewertung: rating, helfer: [] };
}

/** Rating of an area; what was not touched was not asked. */
export function ratingOf(values: Pick<BogenValues, 'bewertung'>, code: string): Bewertung {
  const found = values.bewertung.find((each) => each.startsWith(`${code}=`))?.slice(code.length + 1);
  return bewertung.catch('offen').parse(found);
}

/** Helpers named in an area. */
export function helpersOf(values: Pick<BogenValues, 'helfer'>, code: string): Helfer[] {
  return values.helfer
    .filter((each) => each.startsWith(`${code}=`))
    .flatMap((each) => helfer.safeParse(each.slice(code.length + 1)).data ?? []);
}

/** Areas of the sheet: those that the Kreis has today, and old ones that are rated. */
export function areasOf(kreis: KreisStamm, values: Pick<BogenValues, 'bewertung'>) {
  return (kreis.codeliste.lebensbereich ?? []).filter(
    (each) => each.aktuell || values.bewertung.some((rated) => rated.startsWith(`${each.code}=`)),
  );
}

/** Ratings and helpers of the form; helpers count only where there is a need. */
export function einschaetzungOf(kreis: KreisStamm, values: BogenValues): Einschaetzung {
  return {
    bereich: areasOf(kreis, values).map(({ code }) => {
      const rating = ratingOf(values, code);
      const needs = rating === 'bedarf' || rating === 'schwer';
      return { code, bewertung: rating, helfer: needs ? helpersOf(values, code) : [] };
    }),
    institutionen: numberOf(values.institutionen),
    sprache: values.sprache === '' ? null : values.sprache,
    schwereCode: schwereCode.safeParse(values.schwereCode).data ?? null,
  };
}

/** The request for the values of the form; `angaben` only with consent. */
export function bogenEingabeOf(
  kreis: KreisStamm,
  values: BogenValues,
  { benannt, fassung }: { readonly benannt: boolean; readonly fassung: number },
): BogenEingabe {
  return {
    fassung,
    am: values.am,
    dauerMinuten: numberOf(values.dauerMinuten),
    dolmetschen: dolmetschen.parse(values.dolmetschen),
    geklaert: values.geklaert === 'ja',
    einschaetzung: einschaetzungOf(kreis, values),
    angaben: benannt ? angabenOf(values) : null,
    entscheidung: tiefe.safeParse(values.entscheidung).data ?? null,
    abweichungCode: abweichungCode.safeParse(values.abweichungCode).data ?? null,
  };
}

function angabenOf(values: BogenValues): Angaben {
  const some = (text: string) => (text === '' ? null : text);
  const stufe = numberOf(values.gefaehrdung);
  return {
    anliegen: values.anliegen,
    wunsch: values.wunsch,
    haushalt:
      values.personen === '' && values.kinder === ''
        ? null
        : { personen: numberOf(values.personen) ?? 1, kinder: numberOf(values.kinder) ?? 0 },
    aufenthalt:
      values.titel === ''
        ? null
        : {
            titel: values.titel,
            laeuftAbAm: some(values.laeuftAbAm),
            verlaengerung: values.verlaengerung,
            gruppe: some(values.gruppe),
          },
    einreise: some(readMonth(values.einreise)),
    leistungsbezug: some(values.leistungsbezug),
    rechtskreis: [...values.rechtskreis],
    sprachen: [...values.sprachen],
    deutsch: deutschniveau.safeParse(values.deutsch).data ?? null,
    dolmetschbedarf: values.dolmetschbedarf,
    hinweis: values.hinweis.flatMap((each) => hinweis.safeParse(each).data ?? []),
    potential: {
      sprachlich: values.sprachlich,
      sozial: values.sozial,
      wirtschaftlich: values.wirtschaftlich,
    },
    gefaehrdung: stufe === 0 || stufe === 1 || stufe === 2 ? stufe : null,
    schwereGrund: values.schwereGrund,
    abweichung: values.abweichung,
  };
}

/** Fields that the contract refuses, before the call, by name and code. */
export function checkBogen(
  kreis: KreisStamm,
  values: BogenValues,
  benannt: boolean,
): FieldCodes<BogenValues> {
  const checked = bogenEingabe.safeParse(bogenEingabeOf(kreis, values, { benannt, fassung: 0 }));
  const refused = new Set(checked.error?.issues.map((issue) => `/${issue.path.join('/')}`) ?? []);
  const codes: { -readonly [K in keyof BogenValues]?: string } = {};
  const numbers = ['dauerMinuten', 'institutionen', 'personen', 'kinder'] as const;
  for (const name of numbers) {
    const typed = values[name] !== '' && !/^\d+$/.test(values[name].trim());
    if (typed || refused.has(bogenInstances[name] ?? `/${name}`)) codes[name] = 'wert-ungueltig';
  }
  if (!isDay(values.am)) codes.am = 'datum-ungueltig';
  if (benannt && values.laeuftAbAm !== '' && !isDay(values.laeuftAbAm)) codes.laeuftAbAm = 'datum-ungueltig';
  if (benannt && refused.has('/angaben/einreise')) codes.einreise = 'monat-ungueltig';
  for (const name of ['anliegen', 'wunsch', 'sprachlich', 'sozial', 'wirtschaftlich'] as const) {
    if (refused.has(bogenInstances[name] ?? '')) codes[name] = 'wert-zu-gross';
  }
  return codes;
}

/** 11.2021, 11/2021, 112021 or 2021-11 as 2021-11; what is no month stays as typed and is refused. */
function readMonth(typed: string): string {
  const text = typed.trim();
  const found = /^(?<month>\d{1,2})[./\s-]*(?<year>\d{4})$/.exec(text)?.groups;
  return found ? `${found['year']}-${(found['month'] ?? '').padStart(2, '0')}` : text;
}

/** 2021-11 as it is written here: 11.2021. */
export function writeMonth(month: string | null): string {
  const [year = '', number = ''] = (month ?? '').split('-');
  return number === '' ? year : `${number}.${year}`;
}

function numberOf(text: string): number | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : value;
}
