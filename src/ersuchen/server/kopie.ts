import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { fieldRefusal, notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { ersuchenContract } from '../contract.ts';
import { kopie, type Kopie, type Schwaerzung, type StelleDerKopie } from '../kopie.ts';
import { needsKopie } from '../rules.ts';
import { proposeSchwaerzungen } from '../redact.ts';
import { buildKopie } from './build-kopie.ts';
import { leaveStep } from './leave-step.ts';
import { loadMitPerson, requireStep, type GeladenesErsuchen } from './load.ts';
import { readDritte, readOrte } from './read-dritte.ts';

type Compile = typeof ersuchenContract.compileKopie;
type Get = typeof ersuchenContract.getKopie;
type Add = typeof ersuchenContract.addSchwaerzung;
type Remove = typeof ersuchenContract.removeSchwaerzung;

/** Where the sealed parts of a copy belong. */
export function kopieOrt(ersuchenId: string, teil: 'akte' | 'pdf' | 'json'): string {
  return `ersuchen-kopie:${ersuchenId}:${teil}`;
}

/** Puts the copy together as the file stands now; what was redacted before begins anew with the proposals. */
export async function compileKopie({ tx, deps, params, body }: Call<Compile>): Promise<Answer<Compile>> {
  const { kreisId, ersuchenId } = params;
  const ersuchen = await loadMitPerson(tx, deps.schluessel, params);
  requireStep(ersuchen, body.fassung, ['identitaet_geprueft']);
  if (!needsKopie(ersuchen.art)) throw new Refusal('schritt-folgt-nicht', 409);
  const { person } = ersuchen;
  const fall = await tx.first(sql<{ id: string }>`
    select id from fall where kreis_id = ${kreisId} and person_id = ${person.id}`);
  const ort = { kreisId, personId: person.id, fallId: fall?.id ?? null, ersuchenId };
  const akte = await buildKopie(tx, ort, person.key, ersuchen.art);
  const stellen = proposeSchwaerzungen(akte, await readDritte(tx, ort, person.key), [
    person.familienname,
    person.vorname,
    ...(await readOrte(tx, kreisId)),
  ]);
  await tx.run(sql`
    insert into ersuchen_kopie (kreis_id, ersuchen_id, person_id, akte_siegel)
    values (${kreisId}, ${ersuchenId}, ${person.id},
      ${sealText(person.key, JSON.stringify(akte), kopieOrt(ersuchenId, 'akte'))})
    on conflict (kreis_id, ersuchen_id) do update set akte_siegel = excluded.akte_siegel, pdf_siegel = null,
      json_siegel = null, erfasst_am = now()`);
  await tx.run(
    sql`delete from ersuchen_schwaerzung where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId}`,
  );
  await insertVorschlaege(tx, kreisId, ersuchenId, stellen);
  await tx.run(
    sql`update ersuchen set fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${ersuchenId}`,
  );
  const zeilen = akte.reduce((sum, abschnitt) => sum + abschnitt.zeilen.length, 0);
  await leaveStep(tx, {
    kreisId,
    ersuchenId,
    schritt: 'zusammengestellt',
    daten: { zeilen, vorschlaege: stellen.length },
  });
  return { fassung: body.fassung + 1, zeilen, vorschlaege: stellen.length };
}

/** All proposals in one statement: a long file has hundreds. */
async function insertVorschlaege(
  tx: Tx,
  kreisId: string,
  ersuchenId: string,
  stellen: readonly StelleDerKopie[],
): Promise<void> {
  await tx.run(sql`
    insert into ersuchen_schwaerzung (kreis_id, ersuchen_id, abschnitt, zeile, feld, von, bis, grund, vorschlag, erfasst_von)
    select ${kreisId}, ${ersuchenId}, s.abschnitt, s.zeile, s.feld, s.von, s.bis, 'dritte', true, app_konto()
    from jsonb_to_recordset(${JSON.stringify(stellen)}::jsonb)
      as s (abschnitt text, zeile text, feld text, von int, bis int)`);
}

/** The copy as it is reviewed: every word, with what is to be left out. */
export async function getKopie({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const ersuchen = await loadMitPerson(tx, deps.schluessel, params, false);
  await tx.run(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${params.kreisId}, app_konto(), array[${ersuchen.person.id}::uuid], 'ersuchen.kopie')`);
  markLesezugriff(tx);
  const abschnitte = await readKopie(tx, ersuchen);
  return {
    abschnitte: abschnitte.map((abschnitt) => ({ ...abschnitt, zeilen: [...abschnitt.zeilen] })),
    schwaerzung: await readSchwaerzungen(tx, params),
    offen: ersuchen.stand === 'identitaet_geprueft',
  };
}

/** The file as it stood when the copy was put together; 404 before. */
export async function readKopie(
  tx: Tx,
  { kreisId, id, person }: Pick<GeladenesErsuchen, 'kreisId' | 'id' | 'person'>,
): Promise<Kopie> {
  const row = await tx.first(sql<{ siegel: Buffer }>`
    select akte_siegel as siegel from ersuchen_kopie where kreis_id = ${kreisId} and ersuchen_id = ${id}`);
  if (!row || person === null) throw notFound();
  return kopie.parse(JSON.parse(unsealText(person.key, row.siegel, kopieOrt(id, 'akte'))));
}

/** Everything that is or was to be left out. */
export function readSchwaerzungen(
  tx: Tx,
  { kreisId, ersuchenId }: { readonly kreisId: string; readonly ersuchenId: string },
): Promise<Schwaerzung[]> {
  return tx.all(sql<Schwaerzung>`
    select id, abschnitt, zeile, feld, von, bis, grund, vorschlag, aufgehoben_von is not null as verworfen
    from ersuchen_schwaerzung where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId}
    order by abschnitt, zeile, feld, von, id`);
}

/** Leaves words out, with a reason; the file itself stays as it is. */
export async function addSchwaerzung({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId, ersuchenId } = params;
  const ersuchen = await loadOpen(tx, deps, params);
  const wert = (await readKopie(tx, ersuchen))
    .find(({ abschnitt }) => abschnitt === body.abschnitt)
    ?.zeilen.find(({ id }) => id === body.zeile)
    ?.felder.find(({ feld }) => feld === body.feld)?.wert;
  if (wert === undefined || body.bis <= body.von || body.bis > wert.length)
    throw fieldRefusal('/bis', 'stelle-fehlt');
  const schwaerzungId = randomUUID();
  await tx.run(sql`
    insert into ersuchen_schwaerzung (kreis_id, id, ersuchen_id, abschnitt, zeile, feld, von, bis, grund, erfasst_von)
    values (${kreisId}, ${schwaerzungId}, ${ersuchenId}, ${body.abschnitt}, ${body.zeile}, ${body.feld}, ${body.von},
      ${body.bis}, ${body.grund}, app_konto())`);
  return { schwaerzungId };
}

/** Takes a redaction back; a proposal that is not followed stays noted, the second account sees how many. */
export async function removeSchwaerzung({ tx, deps, params }: Call<Remove>): Promise<undefined> {
  const { kreisId, ersuchenId, schwaerzungId } = params;
  await loadOpen(tx, deps, params);
  const where = sql`where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId} and id = ${schwaerzungId}`;
  const kept = await tx.run(
    sql`update ersuchen_schwaerzung set aufgehoben_von = app_konto() ${where} and vorschlag`,
  );
  const gone = await tx.run(sql`delete from ersuchen_schwaerzung ${where} and not vorschlag`);
  if (kept + gone === 0) throw notFound();
}

async function loadOpen(
  tx: Tx,
  deps: Call<Add>['deps'],
  ort: { readonly kreisId: string; readonly ersuchenId: string },
): Promise<GeladenesErsuchen> {
  const ersuchen = await loadMitPerson(tx, deps.schluessel, ort);
  if (ersuchen.stand !== 'identitaet_geprueft') throw new Refusal('schritt-folgt-nicht', 409);
  return ersuchen;
}
