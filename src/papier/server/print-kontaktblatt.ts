import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { weekdayNames } from './full-day.ts';
import { listVoices } from './list-voices.ts';
import { asOf, languageOf, readSender, readTemplate, sheetOf } from './sheet.ts';

const template = readTemplate('kontaktblatt.typ');

interface Row {
  readonly traegerId: string;
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly oeffnung: string;
  readonly sprechstunde: readonly {
    readonly wochentag: number;
    readonly von: string;
    readonly bis: string;
    readonly art: keyof typeof paperText.sprechstunde;
  }[];
}

/** The leaflet of a Standort: what it offers, where and when, in every language of the Träger (Konzept Kreis Unna 4.1). */
export async function printKontaktblatt({
  tx,
  params,
  deps,
}: Call<typeof papierContract.printKontaktblatt>): Promise<FileAnswer> {
  const am = today(deps.now());
  const row = await tx.first(sql<Row>`
    select s.traeger_id as "traegerId", s.name, s.anschrift, s.telefon, s.email, s.oeffnung,
      (select coalesce(json_agg(json_build_object('wochentag', h.wochentag, 'von', to_char(h.von, 'HH24:MI'),
          'bis', to_char(h.bis, 'HH24:MI'), 'art', h.art) order by h.wochentag, h.von), '[]')
        from sprechstunde h where h.kreis_id = s.kreis_id and h.standort_id = s.id
          and h.gueltig_ab <= ${am}::date and (h.gueltig_bis is null or h.gueltig_bis > ${am}::date)) as sprechstunde
    from standort s where s.kreis_id = ${params.kreisId} and s.id = ${params.standortId}`);
  if (!row) throw notFound();
  const sender = await readSender(tx, params.kreisId, row.traegerId);
  const voices = await listVoices(tx, params.kreisId, row.traegerId);
  const labels = paperLabels('deu');
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
  const contact = (label: string, text: string) => (text === '' ? [] : [{ label, lines: lines(text) }]);
  const names = weekdayNames(labels);
  const content = {
    ...sheetOf(sender, languageOf('deu'), `${labels.kontakt.beratung} – ${row.name}`, [
      asOf(deps.now()),
      ...(voices.every((v) => v.geprueft) ? [] : [labels.ungeprueft]),
    ]),
    heading: labels.kontakt.beratung,
    promise: labels.kontakt.kostenlos,
    place: row.name,
    contacts: [
      ...contact(labels.kontakt.anschrift, row.anschrift),
      ...contact(labels.termin.telefon, row.telefon || sender.telefon),
      ...contact(labels.kontakt.mail, row.email || sender.email),
      ...contact(labels.kontakt.oeffnungszeiten, row.oeffnung),
    ],
    'hours-heading': labels.termin.sprechstunde,
    'hours-note': labels.termin.ohneTermin,
    columns: [paperText.wochentag, paperText.zeit, paperText.was],
    hours: row.sprechstunde.map((h) => ({
      day: names[h.wochentag - 1] ?? '',
      time: `${h.von}–${h.bis} ${paperText.uhr}`,
      kind: paperText.sprechstunde[h.art],
    })),
    voices: voices.map(({ sprache }) => {
      const { kontakt } = paperLabels(sprache);
      return { ...languageOf(sprache), heading: kontakt.beratung, promise: kontakt.kostenlos };
    }),
  };
  return { name: 'kontaktblatt.pdf', bytes: compilePaper(template, content, deps.now()), inline: true };
}
