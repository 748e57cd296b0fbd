import { sql } from 'kysely';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import { din91379Refusals } from '#src/person/din91379.ts';
import { changePerson } from '#src/person/server/change.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { fallContract } from '../contract.ts';
import { changeMerkmale, merkmalPaare, type MerkmalZeile } from '../rules.ts';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { loadFall, type GeladenerFall } from './load.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';

type Change = typeof fallContract.changeFall;

/** Read again through the logged read, never out of a refusal. */
const verborgen = ['familienname', 'vorname', 'geburtsdatum', 'bemerkung'];

/** Changes what is known of a case; Merkmale change from a day on, earlier days keep what they had. */
export async function changeFall(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const zeilen = await tx.all(sql<MerkmalZeile>`
    select id, merkmal, wert, gueltig_ab as ab, gueltig_bis as bis from fall_merkmal
    where kreis_id = ${kreisId} and fall_id = ${fallId} and ersetzt_am is null order by gueltig_ab`);
  const bemerkung = await openBemerkung(call, fall);
  const { personId: _personId, schluessel: _schluessel, ...stand } = fall;
  requireFassung({ ...stand, merkmal: merkmalOf(zeilen), bemerkung }, body, verborgen);
  refuseFields([
    // A name that came with an import may stay as it is.
    ...(['familienname', 'vorname'] as const).flatMap((feld) =>
      body[feld] === fall[feld] ? [] : din91379Refusals(`/${feld}`, body[feld]),
    ),
    ...(body.merkmalAb > today(deps.now()) ? [{ instance: '/merkmalAb', code: 'datum-in-zukunft' }] : []),
    ...(body.merkmalAb < fall.aufgenommenAm ? [{ instance: '/merkmalAb', code: 'datum-vor-aufnahme' }] : []),
    ...(await unknownCodes(tx, kreisId, newCodes(call, fall, zeilen), body.merkmalAb)),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, body.ortsteilId)),
  ]);

  await changePerson(tx, kreisId, fall.personId, body);
  const { familienname, vorname, geburtsdatum } = body;
  if (familienname !== fall.familienname || vorname !== fall.vorname || geburtsdatum !== fall.geburtsdatum) {
    const person = { kreisId, personId: fall.personId, familienname, vorname, geburtsdatum };
    await refreshBegleitung(tx, deps.schluessel, person);
  }
  const bemerkungId =
    body.bemerkung === bemerkung ? fall.bemerkungId : await replaceBemerkung(call, fall, body.bemerkung);
  await tx.run(sql`
    update fall set kommune_id = ${body.kommuneId}, ortsteil_id = ${body.ortsteilId}, zugang = ${body.zugang},
      bemerkung_id = ${bemerkungId}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${fallId}`);
  const merkmale = changeMerkmale(zeilen, body.merkmal, body.merkmalAb);
  await writeMerkmale(call, merkmale);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      fassung: fall.fassung + 1,
      felder: changedFields(call, fall, bemerkung),
      merkmale: merkmale.ersetzt.length + merkmale.neu.length,
      merkmalAb: body.merkmalAb,
    },
  });
  return { fassung: fall.fassung + 1 };
}

async function writeMerkmale(
  { tx, params }: Call<Change>,
  { ersetzt, neu }: ReturnType<typeof changeMerkmale>,
): Promise<void> {
  if (ersetzt.length > 0) {
    await tx.run(sql`
      update fall_merkmal set ersetzt_am = now()
      where kreis_id = ${params.kreisId} and id = any (${[...ersetzt]}::uuid[])`);
  }
  if (neu.length === 0) return;
  await tx.run(sql`
    insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis)
    select ${params.kreisId}, ${params.fallId}::uuid, n.merkmal, n.wert, n.ab, n.bis
    from unnest(${neu.map((n) => n.merkmal)}::text[], ${neu.map((n) => n.wert)}::text[],
      ${neu.map((n) => n.ab)}::date[], ${neu.map((n) => n.bis)}::date[]) as n (merkmal, wert, ab, bis)`);
}

/** Names of the changed fields; the event says what was touched and never what it says. */
function changedFields({ body }: Call<Change>, fall: GeladenerFall, bemerkung: string): string[] {
  const fields = ['familienname', 'vorname', 'geburtsdatum', 'kommuneId', 'ortsteilId', 'zugang'] as const;
  const changed: string[] = fields.filter((field) => body[field] !== fall[field]);
  return body.bemerkung === bemerkung ? changed : [...changed, 'bemerkung'];
}

/** A value that already stands may stay, even when its list no longer offers it. */
function newCodes({ body }: Call<Change>, fall: GeladenerFall, zeilen: readonly MerkmalZeile[]) {
  const standing = new Set(zeilen.map((z) => `${z.merkmal} ${z.wert}`));
  const codes = merkmalPaare(body.merkmal)
    .filter(([liste, code]) => !standing.has(`${liste} ${code}`))
    .map(([liste, code]) => ({ instance: `/merkmal/${liste}`, liste, code }));
  if (body.zugang !== null && body.zugang !== fall.zugang) {
    codes.push({ instance: '/zugang', liste: 'zugang', code: body.zugang });
  }
  return codes;
}

function merkmalOf(zeilen: readonly MerkmalZeile[]) {
  const open = zeilen.filter((z) => z.bis === null);
  const one = (name: string) => open.find((z) => z.merkmal === name)?.wert ?? null;
  return {
    geschlecht: one('geschlecht'),
    herkunftsland: one('herkunftsland'),
    leistungsbezug: one('leistungsbezug'),
    lebensbereich: open.filter((z) => z.merkmal === 'lebensbereich').map((z) => z.wert),
  };
}

async function openBemerkung({ tx, deps, params }: Call<Change>, fall: GeladenerFall): Promise<string> {
  if (fall.bemerkungId === null) return '';
  const row = await tx.one(sql<{ siegel: Buffer }>`
    select siegel from geheimtext where kreis_id = ${params.kreisId} and id = ${fall.bemerkungId}`);
  const key = await deps.schluessel.personKey(tx, params.kreisId, fall.traegerId, fall.schluessel);
  return unsealForPerson(key, fall.bemerkungId, row.siegel);
}

/** A remark has no history: the new text takes the place of the old one, an empty one removes it. */
async function replaceBemerkung(
  { tx, deps, params }: Call<Change>,
  fall: GeladenerFall,
  text: string,
): Promise<string | null> {
  const key = await deps.schluessel.personKey(tx, params.kreisId, fall.traegerId, fall.schluessel);
  if (fall.bemerkungId === null) return addGeheimtext(tx, params.kreisId, fall.personId, key, text);
  const where = sql`where kreis_id = ${params.kreisId} and id = ${fall.bemerkungId}`;
  if (text === '') {
    await tx.run(sql`delete from geheimtext ${where}`);
    return null;
  }
  await tx.run(sql`update geheimtext set siegel = ${sealForPerson(key, fall.bemerkungId, text)} ${where}`);
  return fall.bemerkungId;
}
