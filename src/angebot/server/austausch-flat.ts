import { isDay, type Day } from '#src/platform/day.ts';
import {
  angebotArt,
  angebotEingabe,
  barriere,
  beratungsansatz,
  ebene,
  kosten,
  zielgruppe,
  type Angebot,
  type AngebotEingabe,
} from '../angebot.ts';
import { plain, spalte, type FlatZeile, type Spalte } from '../austausch.ts';
import { angebotRefusals } from '../rules.ts';
import { split, trenner } from './austausch-hsds.ts';
import type { Worte } from './austausch-worte.ts';

export interface Einwand {
  readonly spalte: Spalte;
  readonly code: string;
}

/** What a row says of an offer, its office still by name. */
export interface Gelesen {
  readonly stelle: string;
  readonly eingabe: Omit<AngebotEingabe, 'stelleId'>;
  readonly bestaetigtAm: Day | null;
  readonly gueltigBis: Day | null;
}

/** An offer as plain text per column: with the names of the lists for people, with their codes for other programs. */
export function flatOf(gelesen: Gelesen, worte: Worte, form: 'name' | 'code', id = ''): FlatZeile {
  const { eingabe: angebot, stelle, bestaetigtAm, gueltigBis } = gelesen;
  const coded = (liste: 'lebensbereich' | 'rechtskreis') =>
    angebot[liste].map((code) => (form === 'code' ? code : worte.wordOf(liste, code))).join(trenner);
  const place = (id: string) => (form === 'code' ? id : worte.wordOf('kommune', id));
  const written = (value: number | null) => (value === null ? '' : String(value));
  return {
    id,
    name: angebot.name,
    stelle,
    art: angebot.art,
    beschreibung: angebot.beschreibung,
    beratungsansatz: angebot.beratungsansatz ?? '',
    eigenesFallmanagement: angebot.eigenesFallmanagement ? 'ja' : '',
    ebene: angebot.ebene,
    kommuneId: angebot.kommuneId === null ? '' : place(angebot.kommuneId),
    kommuneIds: angebot.ebene === 'teilregional' ? angebot.kommuneIds.map(place).join(trenner) : '',
    lebensbereich: coded('lebensbereich'),
    rechtskreis: coded('rechtskreis'),
    zielgruppe: angebot.zielgruppe.join(trenner),
    sprache: angebot.sprache.join(trenner),
    plaetzeGesamt: written(angebot.plaetzeGesamt),
    plaetzeFrei: written(angebot.plaetzeFrei),
    plaetzeAm: angebot.plaetzeFrei === null ? '' : (angebot.plaetzeAm ?? ''),
    kosten: angebot.kosten,
    kostenText: angebot.kostenText,
    oeffnung: angebot.oeffnung,
    anschrift: angebot.anschrift,
    laenge: written(angebot.laenge),
    breite: written(angebot.breite),
    ansprechpartner: angebot.ansprechpartner,
    telefon: angebot.telefon,
    email: angebot.email,
    web: angebot.web,
    barriere: angebot.barriere.join(trenner),
    quelle: angebot.quelle,
    quelleWeb: angebot.quelleWeb,
    quelleKennung: angebot.quelleKennung,
    bestaetigtAm: bestaetigtAm ?? '',
    gueltigBis: gueltigBis ?? '',
  };
}

/** Reads the text of a row; everything that is wrong comes back at once, with its column. */
export function readFlat(
  werte: FlatZeile,
  worte: Worte,
  heute: Day,
): { readonly gelesen: Gelesen } | { readonly einwand: readonly Einwand[] } {
  const einwand: Einwand[] = [];
  const of = (name: Spalte) => (werte[name] ?? '').trim();
  const refuse = (name: Spalte, code: string) => einwand.push({ spalte: name, code });
  const choose = <T extends string>(name: Spalte, options: readonly T[]): T | null => {
    if (of(name) === '') return null;
    const found = options.find((option) => plain(option) === plain(of(name)));
    if (found === undefined) refuse(name, 'wert-unbekannt');
    return found ?? null;
  };
  const chooseAll = <T>(name: Spalte, find: (item: string) => T | undefined): T[] =>
    [...new Set(split(of(name)))].flatMap((item) => {
      const found = find(item);
      if (found === undefined) refuse(name, 'wert-unbekannt');
      return found === undefined ? [] : [found];
    });
  const enumerated = <T extends string>(name: Spalte, options: readonly T[]) =>
    chooseAll(name, (item) => options.find((option) => plain(option) === plain(item)));
  const figure = (name: Spalte): number | null => {
    const text = of(name).replace(',', '.');
    if (text === '') return null;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    refuse(name, 'zahl-ungueltig');
    return null;
  };
  const dayOf = (name: Spalte): Day | null => {
    const text = of(name);
    if (text === '') return null;
    const [, date, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
    const iso = date && month ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
    if (isDay(iso)) return iso;
    refuse(name, 'datum-ungueltig');
    return null;
  };
  const yes = of('eigenesFallmanagement').toLowerCase();
  if (!['', 'ja', 'nein', 'true', 'false', 'x'].includes(yes)) refuse('eigenesFallmanagement', 'ja-nein');
  const kommuneId = of('kommuneId') === '' ? null : (worte.codeOf('kommune', of('kommuneId')) ?? null);
  if (of('kommuneId') !== '' && kommuneId === null) refuse('kommuneId', 'kommune-unbekannt');
  const kommuneIds = chooseAll('kommuneIds', (item) => worte.codeOf('kommune', item));
  const reach = choose('ebene', ebene.options);
  const bestaetigtAm = dayOf('bestaetigtAm');
  if (bestaetigtAm !== null && bestaetigtAm > heute) refuse('bestaetigtAm', 'datum-in-zukunft');
  const gueltigBis = dayOf('gueltigBis');
  const stelle = of('stelle');
  if (stelle === '') refuse('stelle', 'pflichtfeld');
  else if (stelle.length < 2 || stelle.length > 200) refuse('stelle', 'wert-zu-gross');
  const parsed = angebotEingabe.omit({ stelleId: true }).safeParse({
    name: of('name'),
    beschreibung: of('beschreibung'),
    art: choose('art', angebotArt.options) ?? 'sonstige',
    beratungsansatz: choose('beratungsansatz', beratungsansatz.options),
    eigenesFallmanagement: ['ja', 'true', 'x'].includes(yes),
    // A map that says only where something is means whoever lives there; without a place, everybody.
    ebene: reach ?? (kommuneIds.length > 0 ? 'teilregional' : kommuneId === null ? 'kreisweit' : 'kommunal'),
    kommuneId,
    kommuneIds,
    lebensbereich: chooseAll('lebensbereich', (item) => worte.codeOf('lebensbereich', item)),
    rechtskreis: chooseAll('rechtskreis', (item) => worte.codeOf('rechtskreis', item)),
    zielgruppe: enumerated('zielgruppe', zielgruppe.options),
    sprache: chooseAll('sprache', worte.languageOf),
    plaetzeGesamt: figure('plaetzeGesamt'),
    plaetzeFrei: figure('plaetzeFrei'),
    plaetzeAm: dayOf('plaetzeAm'),
    kosten: choose('kosten', kosten.options) ?? 'frei',
    kostenText: of('kostenText'),
    oeffnung: of('oeffnung'),
    anschrift: of('anschrift'),
    laenge: figure('laenge'),
    breite: figure('breite'),
    ansprechpartner: of('ansprechpartner'),
    telefon: of('telefon'),
    email: of('email'),
    web: withScheme(of('web')),
    barriere: enumerated('barriere', barriere.options),
    quelle: of('quelle'),
    quelleWeb: withScheme(of('quelleWeb')),
    quelleKennung: of('quelleKennung'),
  });
  for (const issue of parsed.error?.issues ?? []) {
    const name = spalte.parse(issue.path[0]);
    if (einwand.some((each) => each.spalte === name)) continue;
    const own = /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : undefined;
    refuse(
      name,
      own ??
        (of(name) === '' ? 'pflichtfeld' : issue.code === 'too_small' ? 'wert-zu-klein' : 'wert-zu-gross'),
    );
  }
  if (!parsed.success) return { einwand };
  for (const { instance, code } of angebotRefusals({ ...parsed.data, stelleId: '' }, heute))
    refuse(spalte.parse(instance.slice(1)), code);
  return einwand.length > 0
    ? { einwand }
    : { gelesen: { stelle, eingabe: parsed.data, bestaetigtAm, gueltigBis } };
}

/** Lists of others often leave the scheme out. */
function withScheme(address: string): string {
  return /^(www\.|[a-z0-9-]+\.(de|org|eu|com|net|nrw)\b)/i.test(address) ? `https://${address}` : address;
}

/** What a stored offer says, in the shape in which rows are read. */
export function gelesenOf(angebot: Angebot): Gelesen {
  const {
    id: _,
    stelleId: __,
    stelle,
    bestaetigtAm,
    gueltigBis,
    gueltigAb: ___,
    fassung: ____,
    ...eingabe
  } = angebot;
  return { stelle, eingabe, bestaetigtAm, gueltigBis };
}
