import { sql } from 'kysely';
import { languageOf, readSender, readTemplate, sheetOf } from '#src/papier/server/sheet.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { unseal } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { antwortBrief, eingangBrief, verlaengerungBrief } from '../brief-text.ts';
import type { ersuchenContract } from '../contract.ts';
import { fristOf } from '../rules.ts';
import { kopieOrt } from './kopie.ts';
import { loadMitPerson, openWorte, type GeladenesErsuchen } from './load.ts';

type Datei = typeof ersuchenContract.getKopieDatei;
type Brief = typeof ersuchenContract.printErsuchenBrief;

const released: readonly GeladenesErsuchen['stand'][] = ['freigegeben', 'erledigt', 'abgelehnt'];

/** The released copy, byte for byte as it was frozen; 404 before the second account let it go. */
export async function getKopieDatei({ tx, deps, params }: Call<Datei>): Promise<FileAnswer> {
  const { kreisId, ersuchenId, form } = params;
  const { person, stand } = await loadMitPerson(tx, deps.schluessel, params, false);
  if (!released.includes(stand)) throw notFound();
  const row = await tx.first(sql<{ pdf: Buffer | null; json: Buffer | null }>`
    select pdf_siegel as pdf, json_siegel as json from ersuchen_kopie
    where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId}`);
  const siegel = row?.[form] ?? null;
  if (siegel === null) throw notFound();
  await logRead(tx, kreisId, person.id, 'ersuchen.datei');
  return {
    // The name of the file says what it is and never about whom.
    name: `kopie-${ersuchenId.slice(0, 8)}.${form}`,
    type: form === 'pdf' ? 'application/pdf' : 'application/json',
    bytes: unseal(person.key, siegel, kopieOrt(ersuchenId, form)),
    ...(form === 'pdf' ? { inline: true } : {}),
  };
}

const template = readTemplate('brief.typ', import.meta.url);

/** A letter about the request: confirmation, extension, or the answer once it is released. */
export async function printErsuchenBrief({ tx, deps, params }: Call<Brief>): Promise<FileAnswer> {
  const { kreisId, brief } = params;
  const ersuchen = await loadMitPerson(tx, deps.schluessel, params, false);
  const { person, nummer } = ersuchen;
  const text = textOf(ersuchen, brief);
  if (!text) throw notFound();
  await logRead(tx, kreisId, person.id, 'ersuchen.brief');
  const sender = await readSender(tx, kreisId, person.traegerId);
  const name = `${person.vorname} ${person.familienname}`.trim();
  const content = {
    ...sheetOf(sender, languageOf('deu'), text.betreff, [
      [sender.anschrift, sender.telefon].filter(Boolean).join(' · '),
    ]),
    to: [name],
    reference: `Unser Zeichen: ${nummer}`,
    day: formatDay(today(deps.now())),
    heading: text.betreff,
    salutation: `Guten Tag ${name},`,
    paragraphs: text.absaetze,
    closing: ['Mit freundlichen Grüßen', sender.rechtsname],
  };
  return {
    name: `schreiben-${nummer.toLowerCase()}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}

function textOf(ersuchen: GeladenesErsuchen, brief: Call<Brief>['params']['brief']) {
  const { entscheidung, verlaengertGrund } = ersuchen;
  if (brief === 'eingang')
    return eingangBrief({ ...ersuchen, fristAm: fristOf(ersuchen.eingegangenAm, false) });
  if (brief === 'verlaengerung')
    return verlaengertGrund === null
      ? undefined
      : verlaengerungBrief({ ...ersuchen, grund: verlaengertGrund });
  if (entscheidung === null || !released.includes(ersuchen.stand)) return undefined;
  return antwortBrief({ ...ersuchen, entscheidung, antwort: openWorte(ersuchen).antwort });
}

async function logRead(tx: Tx, kreisId: string, personId: string, vorgang: string): Promise<void> {
  await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], ${vorgang})`);
  markLesezugriff(tx);
}
