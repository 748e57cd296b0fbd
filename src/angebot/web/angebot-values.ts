import {
  angebotArt,
  barriere,
  beratungsansatz,
  ebene,
  kosten,
  zielgruppe,
  type Angebot,
  type AngebotEingabe,
} from '../angebot.ts';

type Text =
  | 'stelleId'
  | 'name'
  | 'beschreibung'
  | 'art'
  | 'beratungsansatz'
  | 'ebene'
  | 'kommuneId'
  | 'plaetzeGesamt'
  | 'plaetzeFrei'
  | 'kosten'
  | 'kostenText'
  | 'oeffnung'
  | 'anschrift'
  | 'laenge'
  | 'breite'
  | 'ansprechpartner'
  | 'telefon'
  | 'email'
  | 'web'
  | 'quelle'
  | 'quelleWeb'
  | 'quelleKennung';
type Liste = 'kommuneIds' | 'lebensbereich' | 'rechtskreis' | 'zielgruppe' | 'sprache' | 'barriere';

/** What the form holds: everything as it is typed. */
export type AngebotValues = { readonly [K in Text]: string } & {
  readonly [K in Liste]: readonly string[];
} & {
  readonly eigenesFallmanagement: boolean;
};
export type FieldName = keyof AngebotValues;

const empty: AngebotValues = {
  stelleId: '',
  name: '',
  art: '',
  beschreibung: '',
  beratungsansatz: '',
  eigenesFallmanagement: false,
  lebensbereich: [],
  zielgruppe: [],
  sprache: ['deu'],
  rechtskreis: [],
  plaetzeGesamt: '',
  plaetzeFrei: '',
  kosten: 'frei',
  kostenText: '',
  ebene: 'kommunal',
  kommuneId: '',
  kommuneIds: [],
  anschrift: '',
  laenge: '',
  breite: '',
  oeffnung: '',
  barriere: [],
  ansprechpartner: '',
  telefon: '',
  email: '',
  web: '',
  quelle: '',
  quelleWeb: '',
  quelleKennung: '',
};
const names = Object.keys(empty).filter((name): name is FieldName => name in empty);

/** Form values of an offer; of none: an empty form. */
export function angebotValues(angebot: Angebot | undefined): AngebotValues {
  if (!angebot) return empty;
  return {
    stelleId: angebot.stelleId,
    name: angebot.name,
    art: angebot.art,
    beschreibung: angebot.beschreibung,
    beratungsansatz: angebot.beratungsansatz ?? '',
    eigenesFallmanagement: angebot.eigenesFallmanagement,
    lebensbereich: angebot.lebensbereich,
    zielgruppe: angebot.zielgruppe,
    sprache: angebot.sprache,
    rechtskreis: angebot.rechtskreis,
    plaetzeGesamt: written(angebot.plaetzeGesamt),
    plaetzeFrei: written(angebot.plaetzeFrei),
    kosten: angebot.kosten,
    kostenText: angebot.kostenText,
    ebene: angebot.ebene,
    kommuneId: angebot.kommuneId ?? '',
    kommuneIds: angebot.kommuneIds,
    anschrift: angebot.anschrift,
    laenge: written(angebot.laenge),
    breite: written(angebot.breite),
    oeffnung: angebot.oeffnung,
    barriere: angebot.barriere,
    ansprechpartner: angebot.ansprechpartner,
    telefon: angebot.telefon,
    email: angebot.email,
    web: angebot.web,
    quelle: angebot.quelle,
    quelleWeb: angebot.quelleWeb,
    quelleKennung: angebot.quelleKennung,
  };
}

function written(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}

/** A number as it is typed in either language; null for nothing, NaN for no number. */
function readNumber(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? null : Number(trimmed);
}

/** Codes of fields that need no server to be refused. */
export function checkAngebot(values: AngebotValues): { [K in FieldName]?: string } {
  const codes: { [K in FieldName]?: string } = {};
  for (const name of ['stelleId', 'name', 'art'] as const)
    if (values[name].trim() === '') codes[name] = 'pflichtfeld';
  if (values.ebene === 'kommunal' && values.kommuneId === '') codes.kommuneId = 'angebot-kommune-fehlt';
  if (values.ebene === 'teilregional' && values.kommuneIds.length === 0)
    codes.kommuneIds = 'angebot-region-fehlt';
  for (const name of ['plaetzeGesamt', 'plaetzeFrei', 'laenge', 'breite'] as const)
    if (Number.isNaN(readNumber(values[name]))) codes[name] = 'zahl-ungueltig';
  return codes;
}

/** The request that says what the form holds, once `checkAngebot` finds nothing. */
export function angebotBody(values: AngebotValues): AngebotEingabe {
  return {
    ...values,
    art: angebotArt.parse(values.art),
    beratungsansatz: values.beratungsansatz === '' ? null : beratungsansatz.parse(values.beratungsansatz),
    ebene: ebene.parse(values.ebene),
    kommuneId: values.kommuneId || null,
    kommuneIds: values.ebene === 'teilregional' ? [...values.kommuneIds] : [],
    lebensbereich: [...values.lebensbereich],
    rechtskreis: [...values.rechtskreis],
    zielgruppe: values.zielgruppe.map((code) => zielgruppe.parse(code)),
    sprache: [...values.sprache],
    barriere: values.barriere.map((code) => barriere.parse(code)),
    kosten: kosten.parse(values.kosten),
    plaetzeGesamt: readNumber(values.plaetzeGesamt),
    plaetzeFrei: readNumber(values.plaetzeFrei),
    plaetzeAm: null,
    laenge: readNumber(values.laenge),
    breite: readNumber(values.breite),
  };
}

export interface Konflikt {
  readonly name: FieldName;
  /** What stands until somebody chooses: the value that was changed; one's own when both were. */
  readonly kept: 'mine' | 'other';
}

/** Fields in which one's own entry and what is stored now differ. */
export function findKonflikt(base: AngebotValues, mine: AngebotValues, other: AngebotValues): Konflikt[] {
  return names
    .filter((name) => !isSame(mine[name], other[name]))
    .map((name) => ({ name, kept: isSame(base[name], mine[name]) ? 'other' : 'mine' }));
}

/** Equal content; lists as sets. */
function isSame(one: AngebotValues[FieldName], two: AngebotValues[FieldName]): boolean {
  if (typeof one !== 'object' || typeof two !== 'object') return one === two;
  return one.length === two.length && one.every((each) => two.includes(each));
}
