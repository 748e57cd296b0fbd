import { sql } from 'kysely';
import { openAbschluss } from '#src/fall/server/write-abschluss.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { rolleWort, zweckWort } from '#src/protokoll/rolle-text.ts';
import { describeVorgang } from '#src/protokoll/vorgang-text.ts';
import { readZugriffe } from '#src/protokoll/server/read-zugriffe.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { ErsuchenArt } from '../ersuchen.ts';
import { uebertragbar, type AbschnittCode, type Kopie, type KopieFeld } from '../kopie.ts';
import { sayCode } from '../worte.ts';
import { readAkteZeilen, type AkteZeile, type KopieOrt } from './read-akte-zeilen.ts';

/** Sealed words that are names rather than texts. */
const nameFeld: Partial<Record<AbschnittCode, string>> = { einwilligung: 'vertretung', dokument: 'titel' };

/** Fields of a section that are about somebody else. */
const drittFelder: Partial<Record<AbschnittCode, readonly string[]>> = {
  einwilligung: ['vertretung'],
  haushalt: ['vorname', 'familienname', 'geburtsjahr', 'notiz'],
  akteur: ['name', 'beziehung', 'kontakt'],
};

/** Puts the copy together: the whole file for an Auskunft, what can be taken along for an Übertragung. */
export async function buildKopie(tx: Tx, ort: KopieOrt, key: Key, art: ErsuchenArt): Promise<Kopie> {
  const all = art === 'auskunft';
  const abschnitte = await readAkteZeilen(tx, ort, (code) => all || uebertragbar.includes(code));
  const kopie = abschnitte.map(({ abschnitt, zeilen }) => ({
    abschnitt,
    zeilen: zeilen.map((zeile) => ({ id: zeile.id, felder: felderOf(abschnitt, zeile, key) })),
  }));
  if (!all) return kopie;
  return [...kopie, await abschlussOf(tx, ort, key), await zugriffOf(tx, ort)];
}

function felderOf(
  abschnitt: AbschnittCode,
  { id, felder, siegel, siegelId }: AkteZeile,
  key: Key,
): KopieFeld[] {
  const dritte = new Set(drittFelder[abschnitt]);
  const said = Object.entries(felder).map(
    ([feld, wert]) =>
      [
        feld,
        feld === 'sprache' || (feld === 'wert' && felder['merkmal'] === 'sprache')
          ? sayLanguage(wert)
          : sayValue(wert),
        false,
      ] as const,
  );
  const words = siegel === null ? [] : wordsOf(abschnitt, unsealForPerson(key, siegelId ?? id, siegel));
  // A field is named once in its row: a place of a redaction has to be unambiguous.
  const taken = new Set(said.map(([feld]) => feld));
  const named = words.map(([feld, wert]) => [taken.has(feld) ? `worte.${feld}` : feld, wert, true] as const);
  return [...said, ...named]
    .filter(([, wert]) => wert !== '')
    .map(([feld, wert, frei]) => ({ feld, wert, dritte: dritte.has(feld), frei }));
}

const languages = new Intl.DisplayNames(['de'], { type: 'language' });

function sayLanguage(code: unknown): string {
  return typeof code === 'string' && /^[a-z]{3}$/.test(code) ? (languages.of(code) ?? code) : sayValue(code);
}

/** A value of a column as it is said: codes in words, lists with commas. */
function sayValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (Array.isArray(value)) return value.map(sayValue).join(', ');
  if (typeof value === 'object') return flatten(value);
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? sayCode(value) : '';
}

/** Opened words: a text, or an object whose parts become fields. Nested parts (a signed plan) become lines. */
function wordsOf(abschnitt: AbschnittCode, text: string): (readonly [string, string])[] {
  const parsed = parse(text);
  if (parsed === undefined) return [[nameFeld[abschnitt] ?? 'text', text]];
  return Object.entries(parsed).map(([feld, wert]) => [
    feld,
    typeof wert === 'string' ? wert : sayNested(wert),
  ]);
}

function parse(text: string): object | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function sayNested(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return flatten(value);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value === true
      ? 'ja'
      : 'nein';
}

/** One line per leaf; technical ids are left out. */
function flatten(value: object): string {
  return Object.entries(value)
    .filter(([key, each]) => !/(^id|Id)$/.test(key) && each !== null && each !== '')
    .map(([key, each]) => {
      const said = sayNested(each);
      return Array.isArray(value) ? said : `${key}: ${said}`;
    })
    .filter((line) => line !== '')
    .join('\n');
}

/** Who read the file, by role and Träger; staff are not named (CJEU C-579/21). */
async function zugriffOf(tx: Tx, { kreisId, personId }: KopieOrt): Promise<Kopie[number]> {
  const rows = await readZugriffe(tx, kreisId, personId);
  return {
    abschnitt: 'zugriff',
    zeilen: rows.map(({ tag, anzahl, rollen, traeger, vorgang, zweck }, index) => ({
      id: String(index),
      felder: Object.entries({
        am: tag,
        vorgang: describeVorgang('de', 'lesen', vorgang),
        rolle: rollen.map((rolle) => rolleWort('de', rolle)).join(', '),
        traeger: traeger.join(', '),
        zweck: zweck === null ? '' : zweckWort('de', zweck),
        anzahl: String(anzahl),
      })
        .map(([feld, wert]) => ({ feld, wert, dritte: false, frei: false }))
        .filter(({ wert }) => wert !== ''),
    })),
  };
}

async function abschlussOf(tx: Tx, { kreisId, fallId }: KopieOrt, key: Key): Promise<Kopie[number]> {
  const rows = await tx.all(sql<{
    id: string;
    felder: Record<string, unknown>;
    rueckblick: string | null;
    naechster: string | null;
  }>`select id, json_build_object('am', am, 'grund', grund, 'gespraech', gespraech, 'gespraechAm', gespraech_am,
      'zieleErreicht', ziele_erreicht, 'zieleGesamt', ziele_gesamt) as felder, encode(rueckblick_siegel, 'base64') as rueckblick,
      encode(naechster_siegel, 'base64') as naechster
    from abschluss where kreis_id = ${kreisId} and fall_id = ${fallId}::uuid order by am`);
  return {
    abschnitt: 'abschluss',
    zeilen: rows.map(({ id, felder, rueckblick, naechster }) => ({
      id,
      felder: [
        ...Object.entries(felder).map(([feld, wert]) => ({
          feld,
          wert: sayValue(wert),
          dritte: false,
          frei: false,
        })),
        {
          feld: 'rueckblick',
          wert: openAbschluss(key, id, 'rueckblick', rueckblick),
          dritte: false,
          frei: true,
        },
        {
          feld: 'naechsterSchritt',
          wert: openAbschluss(key, id, 'naechster', naechster),
          dritte: false,
          frei: true,
        },
      ].filter(({ wert }) => wert !== ''),
    })),
  };
}
