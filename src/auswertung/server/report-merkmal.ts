import { sql } from 'kysely';
import { fieldRefusal } from '#src/platform/refusal.ts';
import { today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { Definition, KontaktmerkmalTabelle, MerkmalTabelle } from '../tabelle.ts';
import type { KontaktmerkmalFrage, MerkmalFrage } from '../frage.ts';
import { periodLabel } from '../period.ts';
import { publishWerte } from '../publish.ts';
import { largestRemainder, rank, roundedPercent, topRanks } from '../rules.ts';
import {
  countKontaktmerkmal,
  countMerkmal,
  listeOf,
  type CodeSchluessel,
  type MerkmalStand,
} from './count-merkmal.ts';
import { both, define } from './define.ts';
import { kenntnisTag } from './kenntnisstand.ts';
import { abilitiesOf, type Auftrag } from './report-fallzahlen.ts';
import { selectUmfang, type Umfang } from './scope.ts';

/** One Merkmal of the cases on a key date, ranked, with ties, "ohne Angabe" and the rest. */
export async function reportMerkmal(auftrag: Auftrag, frage: MerkmalFrage): Promise<MerkmalTabelle> {
  const { tx, kreisId, now } = auftrag;
  const { merkmal, stichtag, veroeffentlicht } = frage;
  if (stichtag > today(now)) throw fieldRefusal('/query/stichtag', 'datum-in-zukunft');
  const umfang = await selectUmfang(tx, kreisId, auftrag.erlaubt, frage);
  const codes = await readCodes(tx, kreisId, merkmal, stichtag);
  const stand = await countMerkmal(
    tx,
    umfang,
    merkmal,
    stichtag,
    frage.kenntnisstand ?? null,
    codes.schluessel,
  );
  const mehrfach = merkmal === 'lebensbereich';
  const tabelle: MerkmalTabelle = {
    stichtag,
    merkmal,
    ...composeWerte(stand, codes, mehrfach, frage.top),
    definition: define(
      {
        titel: both((t) => t.titel[merkmal]),
        text: both(
          (t) =>
            t.text.merkmal + (mehrfach ? t.text.mehrfach(t.faelleBasis) : t.text.prozent) + top(t, frage.top),
        ),
        gebiet: umfang.gebiet,
        datenbasis: both((t) => t.datenbasis.faelle(umfang.gebiet)),
        stichtage: [stichtag],
        vollstaendigkeit: completeness(stand),
        veroeffentlicht,
      },
      frage,
      now,
    ),
    abilities: abilitiesOf(auftrag),
  };
  return veroeffentlicht
    ? publishWerte(tabelle, (code) => isGeschuetzt(merkmal, code, codes, umfang))
    : tabelle;
}

/** One Merkmal of the sonstige Kontakte of a period; the label says when the period is not over. */
export async function reportKontaktmerkmal(
  auftrag: Auftrag,
  frage: KontaktmerkmalFrage,
): Promise<KontaktmerkmalTabelle> {
  const { tx, kreisId, now } = auftrag;
  const { merkmal, von, bis, veroeffentlicht } = frage;
  const umfang = await selectUmfang(tx, kreisId, auftrag.erlaubt, frage);
  const codes = await readCodes(tx, kreisId, listeOf(merkmal), bis);
  const stand = await countKontaktmerkmal(
    tx,
    umfang,
    merkmal,
    frage,
    frage.kenntnisstand ?? null,
    codes.schluessel,
  );
  const mehrfach = merkmal === 'handlungsfeld';
  const tabelle: KontaktmerkmalTabelle = {
    von,
    bis,
    merkmal,
    ...composeWerte(stand, codes, mehrfach, frage.top),
    definition: define(
      {
        titel: both((t) => t.titel[merkmal]),
        text: both(
          (t) =>
            t.text.kontaktmerkmal +
            (mehrfach ? t.text.mehrfach(t.kontakteBasis) : t.text.prozent) +
            top(t, frage.top),
        ),
        gebiet: umfang.gebiet,
        datenbasis: both((t) => t.datenbasis.kontakte(umfang.gebiet)),
        zeitraum: { von, bis, bezeichnung: periodLabel(von, bis, kenntnisTag(frage.kenntnisstand, now)) },
        vollstaendigkeit: completeness(stand),
        veroeffentlicht,
      },
      frage,
      now,
    ),
    abilities: abilitiesOf(auftrag),
  };
  return veroeffentlicht
    ? publishWerte(tabelle, (code) => isGeschuetzt(listeOf(merkmal), code, codes, umfang))
    : tabelle;
}

function top(t: { text: { top: (n: number) => string } }, n: number | undefined): string {
  return n === undefined ? '' : t.text.top(n);
}

interface Codes {
  readonly schluessel: CodeSchluessel;
  readonly name: ReadonlyMap<string, { de: string; en: string }>;
  readonly gemeinsam: ReadonlyMap<string, string>;
}

/** Names of a code list; where the Kreis reports by the common areas, how its own are counted there. */
async function readCodes(
  tx: Tx,
  kreisId: string,
  liste: ReturnType<typeof listeOf>,
  am: Day,
): Promise<Codes> {
  const regel =
    liste === 'lebensbereich' ? await getRegel(tx, kreisId, 'lebensbereich_bericht', am) : undefined;
  const rows = await tx.all(sql<{ code: string; de: string; en: string; gemeinsam: string }>`
    select c.code, c.bezeichnung as de, c.bezeichnung_en as en, c.gemeinsam from codeliste c
    where c.kreis_id = ${kreisId} and c.liste = ${liste} order by c.code = c.gemeinsam, c.rang desc, c.code desc`);
  const zielcode = (row: { code: string; gemeinsam: string }) =>
    row.gemeinsam === 'ohne_angabe' ? null : regel?.liste === 'gemeinsame' ? row.gemeinsam : row.code;
  // Later rows win: the name of a common area is that of the own area with the same code, else of the first one.
  return {
    schluessel: new Map([
      ...rows.map((r): [string, string | null] => [r.code, zielcode(r)]),
      ['ohne_angabe', null],
    ]),
    name: new Map(rows.map((r) => [zielcode(r) ?? r.code, { de: r.de, en: r.en }])),
    gemeinsam: new Map(rows.map((r) => [zielcode(r) ?? r.code, r.gemeinsam])),
  };
}

function composeWerte(stand: MerkmalStand, codes: Codes, mehrfach: boolean, n: number | undefined) {
  const { basis, ohneAngabe } = stand;
  const alle = rank(
    stand.werte.map(({ code, anzahl }) => ({ code, anzahl, name: codes.name.get(code)?.de ?? code })),
  );
  const [ohne = 0, ...prozente] = mehrfach
    ? [ohneAngabe, ...alle.map((w) => w.anzahl)].map((anzahl) => roundedPercent(anzahl, basis))
    : percentsWithLast(
        alle.map((w) => w.anzahl),
        ohneAngabe,
      );
  const gedruckt = topRanks(alle, n);
  const rest = alle.slice(gedruckt.length);
  return {
    basis,
    werte: gedruckt.map((w, i) => ({
      code: w.code,
      wert: w.name,
      wertEn: codes.name.get(w.code)?.en ?? w.code,
      anzahl: w.anzahl,
      rang: w.rang,
      prozent: prozente[i] ?? 0,
    })),
    ohneAngabe,
    ohneAngabeProzent: ohne,
    uebrige: rest.reduce((sum, w) => sum + w.anzahl, 0),
    // Several answers: the share of mentions beyond the printed ones says nothing.
    uebrigeProzent: mehrfach ? null : prozente.slice(gedruckt.length).reduce((sum, p) => sum + p, 0),
    mehrfach,
  };
}

/** Largest remainder over all values and "ohne Angabe", which loses a tie; its share comes first in the result. */
function percentsWithLast(counts: readonly number[], last: number): number[] {
  const all = largestRemainder([...counts, last]);
  return [all.at(-1) ?? 0, ...all.slice(0, -1)];
}

function completeness({ basis, ohneAngabe }: MerkmalStand): Definition['vollstaendigkeit'] {
  return { angegeben: basis - ohneAngabe, basis, prozent: roundedPercent(basis - ohneAngabe, basis) };
}

const geschuetzteCodes = new Set(['d', 'divers', 'gesundheit', 'behinderung']);

/** Special categories need more than two cases: gender divers, health, disability, origin within a part of the Kreis. */
function isGeschuetzt(liste: string, code: string, codes: Codes, umfang: Umfang): boolean {
  if (liste === 'herkunftsland')
    return umfang.region !== undefined || umfang.traeger !== undefined || umfang.erlaubt.art === 'teil';
  return geschuetzteCodes.has(code) || geschuetzteCodes.has(codes.gemeinsam.get(code) ?? '');
}
