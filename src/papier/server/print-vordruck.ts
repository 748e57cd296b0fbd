import { sql } from 'kysely';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { vordruckInhalt, type VordruckAngabe, type VordruckArt } from '#src/vordruck/inhalt.ts';
import { fillInhalt, uebersetzungRefusals } from '#src/vordruck/rules.ts';
import { seesVordruck } from '#src/vordruck/server/load.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import type { papierContract } from '../contract.ts';
import { paperText } from '../paper-text.ts';
import { readSender, readTemplate } from './sheet.ts';
import { blankSignatures, toVordruckContent, type VordruckText } from './vordruck-paper.ts';

const template = readTemplate('vordruck.typ');

interface Row {
  readonly traegerId: string;
  readonly art: VordruckArt;
  readonly fassung: number;
  readonly stand: 'entwurf' | 'freigegeben' | 'abgeloest';
  readonly inhalt: unknown;
  readonly angabe: VordruckAngabe;
  readonly fremd: unknown;
  readonly geprueft: boolean;
}

/** A version of a text, blank, for signing by hand: German beside the language of the client (Konzept Kreis Unna 5.1). */
export async function printVordruck({
  tx,
  actor,
  params,
  query,
  deps,
}: Call<typeof papierContract.printVordruck>): Promise<FileAnswer> {
  const { kreisId, vordruckId } = params;
  const { sprache } = query;
  const row = await tx.first(sql<Row>`
    select v.traeger_id as "traegerId", v.art, v.fassung, v.stand, v.inhalt, v.angabe, u.inhalt as fremd,
      coalesce(u.stand = 'freigegeben', false) as geprueft
    from vordruck v left join vordruck_uebersetzung u on u.kreis_id = v.kreis_id and u.vordruck_id = v.id
      and u.sprache = ${sprache} and u.ersetzt_am is null
    where v.kreis_id = ${kreisId} and v.id = ${vordruckId}`);
  // A draft is for those who write it; a released text is made to be handed out.
  if (!row || (row.stand === 'entwurf' && !seesVordruck(actor, kreisId, row.traegerId))) throw notFound();
  const deutsch = vordruckInhalt.parse(row.inhalt);
  const seiten: [VordruckText, ...VordruckText[]] = [
    { sprache: 'deu', inhalt: fillInhalt(deutsch, row.angabe) },
  ];
  if (sprache !== 'deu') {
    const fremd = vordruckInhalt.safeParse(row.fremd);
    if (!fremd.success || uebersetzungRefusals(deutsch, fremd.data).length > 0)
      throw new Refusal('uebersetzung-fehlt', 422);
    if (findPapiersprache(sprache)?.nurFreigegeben === true && !row.geprueft)
      throw new Refusal('uebersetzung-nicht-freigegeben', 422);
    seiten.push({ sprache, inhalt: fillInhalt(fremd.data, row.angabe) });
  }
  const content = toVordruckContent({
    sender: await readSender(tx, kreisId, row.traegerId),
    art: row.art,
    fassung: row.fassung,
    seiten,
    geprueft: sprache === 'deu' || row.geprueft,
    hinweise: row.stand === 'entwurf' ? [paperText.entwurf] : [],
    latin: Object.values(row.angabe),
    person: row.art === 'datenschutzinformation' ? null : { name: '', geburtsdatum: '' },
    zweck: null,
    signatures: blankSignatures(row.art),
    pruefwert: null,
  });
  return {
    name: `${row.art}-${sprache}.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}
