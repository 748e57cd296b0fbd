import type { VorschauZeile } from '../contract.ts';
import type { Feld } from '../feld.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import type { FallPlan } from '../plan.ts';
import type { Liste, Vokabular } from '../vokabular.ts';
import type { FallAngaben, KontaktAngaben } from '../zeile.ts';

type Angabe = keyof FallAngaben;
type Zellen = VorschauZeile['zellen'];
type Title = (feld: Feld) => string;

/** Words for ids and codes. */
export interface Namen {
  code(liste: Liste, code: string): string;
  id(id: string): string;
}

export function openNamen(vokabular: Omit<Vokabular, 'wert'>): Namen {
  const codes = new Map(vokabular.code.map((c) => [`${c.liste} ${c.code}`, c.bezeichnung]));
  const ids = new Map(
    [...vokabular.traeger, ...vokabular.kommune, ...vokabular.ortsteil].map(({ id, name }) => [id, name]),
  );
  return { code: (liste, code) => codes.get(`${liste} ${code}`) ?? code, id: (id) => ids.get(id) ?? id };
}

const felder: Readonly<Record<Angabe, Feld>> = {
  nummer: 'nummer',
  familienname: 'familienname',
  vorname: 'vorname',
  geburtsdatum: 'geburtsdatum',
  geschlecht: 'geschlecht',
  herkunftsland: 'herkunftsland',
  leistungsbezug: 'leistungsbezug',
  lebensbereich: 'handlungsfeld',
  personen: 'personen',
  kommuneId: 'wohnort',
  ortsteilId: 'ortsteil',
  traegerId: 'traeger',
  zugang: 'zugang',
  aufnahme: 'aufnahme',
  einwilligung: 'einwilligung',
  uebergabeAm: 'uebergabeAm',
  uebergabeAnId: 'uebergabeAn',
  status: 'status',
  inaktivSeit: 'inaktivSeit',
  grund: 'grund',
  wiederAktivSeit: 'wiederAktivSeit',
  bemerkung: 'bemerkung',
};

/** The column in which a value stands. */
export function feldOf(angabe: Angabe): Feld {
  return felder[angabe];
}

/** Their former values are never shown: they are what the record says of a person. */
const personal: ReadonlySet<Angabe> = new Set<Angabe>([
  'familienname',
  'vorname',
  'geburtsdatum',
  'einwilligung',
  'bemerkung',
]);

/** Every value of a new row that is not empty, as Lotse understood it. */
export function fallZellen(a: FallAngaben, namen: Namen, title: Title): Zellen {
  return angabenOf().flatMap((angabe) => {
    const neu = show(angabe, a, namen);
    return neu === null ? [] : [{ spalte: title(felder[angabe]), neu, alt: null }];
  });
}

export function geaenderteZellen(basis: FallAngaben, plan: FallPlan, namen: Namen, title: Title): Zellen {
  return plan.geaendert.map((angabe) => ({
    spalte: title(felder[angabe]),
    neu: show(angabe, plan.stand, namen),
    alt: personal.has(angabe) ? null : show(angabe, basis, namen),
  }));
}

export function kontaktZellen(a: KontaktAngaben, namen: Namen, title: Title): Zellen {
  const zellen: [Feld, string | null][] = [
    ['datum', formatDay(a.datum)],
    ['traeger', namen.id(a.traegerId)],
    ['zugang', a.zugang === null ? null : namen.code('zugang', a.zugang)],
    ['handlungsfeld', a.lebensbereich.map((code) => namen.code('lebensbereich', code)).join('; ') || null],
    ['ergebnis', a.ergebnis === null ? null : namen.code('ergebnis', a.ergebnis)],
  ];
  return zellen.flatMap(([feld, neu]) => (neu === null ? [] : [{ spalte: title(feld), neu, alt: null }]));
}

function angabenOf(): Angabe[] {
  const names = new Set<string>(Object.keys(felder));
  const isAngabe = (name: string): name is Angabe => names.has(name);
  return Object.keys(felder).filter(isAngabe);
}

function show(angabe: Angabe, a: FallAngaben, namen: Namen): string | null {
  switch (angabe) {
    case 'lebensbereich':
      return a.lebensbereich?.map((code) => namen.code('lebensbereich', code)).join('; ') || null;
    case 'grund':
      return a.grund ? namen.code(a.grund.liste, a.grund.code) : null;
    case 'geschlecht':
    case 'herkunftsland':
    case 'leistungsbezug':
    case 'zugang': {
      const code = a[angabe];
      return code ? namen.code(angabe, code) : null;
    }
    case 'traegerId':
    case 'uebergabeAnId':
    case 'kommuneId':
    case 'ortsteilId': {
      const id = a[angabe];
      return id ? namen.id(id) : null;
    }
    default: {
      const text = a[angabe];
      return text ? (isDay(text) ? formatDay(text) : text) : null;
    }
  }
}
