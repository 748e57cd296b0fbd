import { sql } from 'kysely';
import { striche } from '#src/einwilligung/unterschrift.ts';
import { strichOrt } from '#src/einwilligung/server/sign.ts';
import { readPlan, type GelesenerPlan, type GeleseneVersion } from '#src/hilfeplan/server/read-plan.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { PaperLabels } from '#src/vordruck/labels.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import type { papierContract } from '../contract.ts';
import { drawUnterschrift } from '../draw-unterschrift.ts';
import { paperText } from '../paper-text.ts';
import { toHilfeplanContent } from './hilfeplan-paper.ts';
import { listVoices } from './list-voices.ts';
import { readSender, readTemplate } from './sheet.ts';
import type { Signature } from './vordruck-paper.ts';

const template = readTemplate('hilfeplan.typ');

/**
 * The plan as it stands, or a version as it was frozen, in German beside a language (M161, M163). Languages whose drafts
 * are off are refused until the Träger has released a translation into them.
 */
export async function printHilfeplan({
  tx,
  params,
  query,
  deps,
}: Call<typeof papierContract.printHilfeplan>): Promise<FileAnswer> {
  const { kreisId, fallId } = params;
  const { sprache } = query;
  const plan = await readPlan(tx, deps, kreisId, fallId);
  const version = plan.version.find(({ nummer }) => String(nummer) === query.version);
  if (query.version !== 'entwurf' && !version) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${plan.personId}::uuid], 'papier.hilfeplan')`);
  markLesezugriff(tx);
  const voices = await listVoices(tx, kreisId, plan.traegerId);
  const voice = voices.find((each) => each.sprache === sprache);
  if (findPapiersprache(sprache)?.nurFreigegeben === true && !voice)
    throw new Refusal('uebersetzung-nicht-freigegeben', 422);
  const am = version?.unterschriebenAm ?? today(deps.now());
  const regel = await getRegel(tx, kreisId, 'plan_name', am);
  const content = toHilfeplanContent({
    sender: await readSender(tx, kreisId, plan.traegerId),
    name: regel.name,
    sprache,
    geprueft: sprache === 'deu' || voice?.geprueft === true,
    person: {
      name: [plan.familienname, plan.vorname].filter((part) => part !== '').join(', '),
      geburtsdatum: plan.geburtsdatum === null ? '' : formatDay(plan.geburtsdatum),
      fachkraft: await readFachkraft(tx, kreisId, fallId),
    },
    inhalt: version?.inhalt ?? plan.inhalt,
    bereich: await readBereiche(tx, kreisId),
    version: version ? { nummer: version.nummer, pruefwert: version.pruefwert } : null,
    signatures: version?.unterschriebenAm
      ? await readSignatures(tx, plan, version)
      : blankLines(regel.unterschrift, plan.vertretungen, sprache !== 'deu'),
  });
  return {
    name: `hilfeplan-${version ? `fassung-${version.nummer}` : 'entwurf'}-${sprache}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}

async function readFachkraft(tx: Tx, kreisId: string, fallId: string): Promise<string> {
  const row = await tx.first(sql<{ name: string }>`
    select k.name from fall f join konto k on k.kreis_id = f.kreis_id and k.id = f.casemanager_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  return row?.name ?? '';
}

/** Also areas that the Kreis no longer offers: an old version still names them. */
async function readBereiche(
  tx: Tx,
  kreisId: string,
): Promise<ReadonlyMap<string, { readonly name: string; readonly gemeinsam: string }>> {
  const rows = await tx.all(sql<{ code: string; name: string; gemeinsam: string }>`
    select code, bezeichnung as name, gemeinsam from codeliste
    where kreis_id = ${kreisId} and liste = 'lebensbereich' order by gueltig_ab`);
  return new Map(rows.map(({ code, ...bereich }) => [code, bereich]));
}

interface Row {
  readonly id: string;
  readonly rolle: 'klient' | 'vertretung' | 'fachkraft';
  readonly form: 'bildschirm' | 'papier';
  readonly strich: Buffer | null;
}

async function readSignatures(
  tx: Tx,
  { kreisId, key }: GelesenerPlan,
  { id, unterschriebenAm }: GeleseneVersion,
): Promise<readonly Signature[]> {
  const rows = await tx.all(sql<Row>`
    select id, rolle, form, strich_siegel as strich from unterschrift
    where kreis_id = ${kreisId} and gegenstand = 'hilfeplan' and gegenstand_id = ${id} order by rolle desc, am, id`);
  return rows.map(({ id: unterschriftId, rolle, form, strich }) => ({
    label: (l: PaperLabels) => l.unterschrift[rolle],
    besideLabel: (l: PaperLabels) => l.termin.datum,
    beside: unterschriebenAm === null ? '' : formatDay(unterschriebenAm),
    svg:
      strich === null
        ? null
        : drawUnterschrift(
            striche.parse(JSON.parse(unsealForPerson(key, strichOrt(unterschriftId), strich))),
          ),
    instead: form === 'papier' ? paperText.unterschriftPapier : '',
  }));
}

/** Lines for the pen: who signs follows the rule of the Kreis, guardians sign for a child. */
function blankLines(
  wer: 'beide' | 'klient' | 'keine',
  vertretungen: number,
  gedolmetscht: boolean,
): readonly Signature[] {
  const line = (rolle: 'klient' | 'vertretung' | 'fachkraft' | 'dolmetschen'): Signature => ({
    label: (l) => l.unterschrift[rolle],
    besideLabel: (l) => l.unterschrift.ortDatum,
    beside: '',
    svg: null,
    instead: '',
  });
  if (wer === 'keine') return [];
  return [
    ...(vertretungen === 0
      ? [line('klient')]
      : Array.from({ length: vertretungen }, () => line('vertretung'))),
    ...(wer === 'beide' ? [line('fachkraft')] : []),
    ...(gedolmetscht ? [line('dolmetschen')] : []),
  ];
}
