import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { writeCsv } from '#src/platform/server/spreadsheet/write-csv.ts';
import { today } from '#src/platform/day.ts';
import type { protokollContract } from '../contract.ts';
import { rolleWort, zweckWort } from '../rolle-text.ts';
import { describeVorgang } from '../vorgang-text.ts';
import { readProtokoll } from './list.ts';
import { recordEreignis } from './record-ereignis.ts';

const mostRows = 10_000;
const berlin = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** The filtered list as a table for the files of the officer. */
export async function exportProtokoll({
  tx,
  actor,
  deps,
  params,
  query,
}: Call<typeof protokollContract.exportProtokoll>): Promise<FileAnswer> {
  const { kreisId } = params;
  const rows = await readProtokoll(tx, kreisId, query, null, mostRows);
  const { sprache } = actor;
  const titles = sprache === 'de' ? titel.de : titel.en;
  await recordEreignis(tx, {
    kreisId,
    art: 'protokoll.ausgegeben',
    gegenstand: 'protokoll',
    daten: { art: query.art, anzahl: rows.length },
  });
  const bytes = await writeCsv({
    columns: titles.map((title) => ({ title })),
    rows: rows.map((row) => [
      row.id,
      berlin.format(new Date(row.am)),
      row.konto ?? '',
      row.rollen.map((rolle) => rolleWort(sprache, rolle)).join(', '),
      row.adresse,
      describeVorgang(sprache, query.art, row.vorgang),
      row.zweck === null ? '' : zweckWort(sprache, row.zweck),
      row.personen,
      row.nummern.join(' '),
    ]),
  });
  return { name: `protokoll-${query.art}-${today(deps.now())}.csv`, bytes, numbered: true };
}

const titel = {
  de: ['Zeile', 'Zeit', 'Konto', 'Rollen', 'Adresse', 'Vorgang', 'Zweck', 'Personen', 'Fälle'],
  en: ['Row', 'Time', 'Account', 'Roles', 'Address', 'Operation', 'Purpose', 'Persons', 'Cases'],
} as const;
