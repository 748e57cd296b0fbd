import { sql } from 'kysely';
import { dateiOrt } from '#src/dokument/server/ort.ts';
import { languageOf, readSender, readTemplate, sheetOf } from '#src/papier/server/sheet.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import { artWort, normOf, rahmen } from '../brief-text.ts';
import type { AbschnittUmfang } from '../ersuchen.ts';
import { abschnittTitel, type Kopie } from '../kopie.ts';
import { LUECKE } from '../redact.ts';
import { sayFeld } from '../worte.ts';
import type { ErsuchenPerson, GeladenesErsuchen } from './load.ts';

const template = readTemplate('kopie.typ', import.meta.url);

/** More attached files than this (bytes) are handed over beside the copy, not inside it. */
const ANLAGEN = 25 * 1024 * 1024;

/** The released copy, to read (PDF/UA) and for other programs (JSON): the same particulars, nothing of what was left out. */
export async function freezeKopie(
  tx: Tx,
  deps: Deps,
  ersuchen: GeladenesErsuchen & { readonly person: ErsuchenPerson },
  kopie: Kopie,
  umfang: readonly AbschnittUmfang[],
): Promise<{ pdf: Buffer; json: Buffer }> {
  const { kreisId, person, art, recht } = ersuchen;
  const sender = await readSender(tx, kreisId, person.traegerId);
  const titel = `${artWort[art].wort} nach ${normOf(art, recht)}`;
  const am = today(deps.now());
  const geschwaerzt = umfang.reduce((sum, each) => sum + each.schwaerzungen, 0);
  const content = {
    ...sheetOf(sender, languageOf('deu'), titel, [sender.anschrift, `${ersuchen.nummer} · ${formatDay(am)}`]),
    heading: titel,
    facts: [
      { name: 'Person', wert: `${person.vorname} ${person.familienname}`.trim() },
      { name: 'Antrag vom', wert: formatDay(ersuchen.eingegangenAm) },
      { name: 'Unser Zeichen', wert: ersuchen.nummer },
      { name: 'Verantwortlich', wert: [sender.rechtsname, sender.anschrift].filter(Boolean).join(', ') },
      { name: 'Stand', wert: formatDay(am) },
    ],
    note:
      geschwaerzt === 0
        ? ''
        : `An ${geschwaerzt} Stellen steht „${LUECKE}“: Dort geht es um andere Menschen.`,
    frame: art === 'auskunft' ? rahmen(recht) : [],
    sections: kopie
      .filter(({ zeilen }) => zeilen.length > 0)
      .map(({ abschnitt, zeilen }) => ({
        titel: titelOf(abschnitt),
        zeilen: zeilen.map(({ felder }) =>
          felder.map(({ feld, wert }) => ({
            name: sayFeld(feld),
            wert: isDay(wert) ? formatDay(wert) : wert,
          })),
        ),
      })),
  };
  const json = {
    format: 'urn:lotse:kopie:1',
    art,
    zeichen: ersuchen.nummer,
    stand: am,
    verantwortlich: { name: sender.rechtsname, anschrift: sender.anschrift },
    rahmen: Object.fromEntries(rahmen(recht).map(({ titel: name, text }) => [name, text])),
    abschnitte: Object.fromEntries(
      kopie.map(({ abschnitt, zeilen }) => [
        abschnitt,
        zeilen.map(({ felder }) => Object.fromEntries(felder.map(({ feld, wert }) => [feld, wert]))),
      ]),
    ),
    anlagen: await readAnlagen(tx, ersuchen, kopie),
  };
  return {
    pdf: compilePaper(template, content, deps.now()),
    json: Buffer.from(`${JSON.stringify(json, null, 1)}\n`),
  };
}

function titelOf(abschnitt: string): string {
  const found = Object.entries(abschnittTitel).find(([code]) => code === abschnitt);
  return found?.[1] ?? abschnitt;
}

interface Anlage {
  readonly medientyp: string;
  readonly titel: string;
  readonly inhaltBase64: string;
}

/** Files of the documents that are given: not those of which title or file is left out. */
async function readAnlagen(
  tx: Tx,
  { kreisId, person }: { readonly kreisId: string; readonly person: ErsuchenPerson },
  kopie: Kopie,
): Promise<Anlage[]> {
  const given = (kopie.find(({ abschnitt }) => abschnitt === 'dokument')?.zeilen ?? []).filter(({ felder }) =>
    felder.every(({ wert }) => !wert.includes(LUECKE)),
  );
  const rows = await tx.all(sql<{ id: string; medientyp: string; siegel: Buffer }>`
    with d as (select id, medientyp, datei_siegel, sum(groesse) over (order by erfasst_am, id) as bisher from dokument
      where kreis_id = ${kreisId} and id = any (${given.map(({ id }) => id)}::uuid[]) and geloescht_am is null)
    select id, medientyp, datei_siegel as siegel from d where bisher <= ${ANLAGEN}`);
  return rows.map(({ id, medientyp, siegel }) => ({
    medientyp,
    titel: given.find((each) => each.id === id)?.felder.find(({ feld }) => feld === 'titel')?.wert ?? '',
    inhaltBase64: unseal(person.key, siegel, dateiOrt(id)).toString('base64'),
  }));
}
