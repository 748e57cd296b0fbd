import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { fieldRefusal, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { seal } from '#src/platform/server/siegel.ts';
import type { ersuchenContract } from '../contract.ts';
import type { AbschnittUmfang } from '../ersuchen.ts';
import type { Kopie, Schwaerzung } from '../kopie.ts';
import { redact } from '../redact.ts';
import { entscheidungRefusals, needsKopie } from '../rules.ts';
import { freezeKopie } from './freeze-kopie.ts';
import { kopieOrt, readKopie, readSchwaerzungen } from './kopie.ts';
import { leaveStep } from './leave-step.ts';
import { listAufsicht } from './list-aufsicht.ts';
import { loadErsuchen, openWorte, requireStep, sealWorte, type GeladenesErsuchen } from './load.ts';

type Prepare = typeof ersuchenContract.prepareErsuchen;

/** Settles the answer and freezes the copy, bytes and all; from here on a second account decides. */
export async function prepareErsuchen(call: Call<Prepare>): Promise<Answer<Prepare>> {
  const { tx, deps, params, body } = call;
  const { kreisId, ersuchenId } = params;
  const ersuchen = await loadErsuchen(tx, deps.schluessel, params);
  requireStep(ersuchen, body.fassung, ['identitaet_geprueft']);
  if (ersuchen.person === null && (body.antwort !== '' || body.entscheidung !== 'stattgegeben'))
    throw fieldRefusal('/antwort', 'worte-nur-fallfuehrung');
  refuseFields(entscheidungRefusals(ersuchen.art, body));
  const kopie = needsKopie(ersuchen.art) && body.entscheidung === 'stattgegeben';
  const frozen = kopie ? await freeze(call, ersuchen) : { pruefwert: null, umfang: [] };
  const worte =
    ersuchen.person === null
      ? ersuchen.worteSiegel
      : sealWorte(ersuchen.person.key, ersuchenId, { ...openWorte(ersuchen), antwort: body.antwort });
  await tx.run(sql`
    update ersuchen set stand = 'vorbereitet', entscheidung = ${body.entscheidung}, ablehnung = ${body.ablehnung},
      umfang = ${JSON.stringify(frozen.umfang)}::jsonb, pruefwert = ${frozen.pruefwert}, worte_siegel = ${worte},
      vorbereitet_von = app_konto(), vorbereitet_am = now(), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${ersuchenId}`);
  await leaveStep(tx, {
    kreisId,
    ersuchenId,
    schritt: 'vorbereitet',
    daten: {
      entscheidung: body.entscheidung,
      ablehnung: body.ablehnung,
      pruefwert: frozen.pruefwert?.toString('hex') ?? null,
    },
  });
  await sendNachricht(tx, {
    kreisId,
    an: await listAufsicht(tx, kreisId, ersuchen.traegerId),
    art: 'ersuchen.vorbereitet',
    gegenstand: 'ersuchen',
    gegenstandId: ersuchenId,
    daten: { fristAm: ersuchen.fristAm },
  });
  return { fassung: body.fassung + 1, pruefwert: frozen.pruefwert?.toString('hex') ?? null };
}

async function freeze(
  { tx, deps, params }: Call<Prepare>,
  ersuchen: GeladenesErsuchen,
): Promise<{ pruefwert: Buffer; umfang: AbschnittUmfang[] }> {
  const { kreisId, ersuchenId } = params;
  const { person } = ersuchen;
  if (person === null) throw new Refusal('nicht-erlaubt', 403);
  const found = await tx.first(sql`
    select 1 from ersuchen_kopie where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId}`);
  if (!found) throw new Refusal('kopie-fehlt', 422);
  const akte = await readKopie(tx, ersuchen);
  const schwaerzungen = await readSchwaerzungen(tx, params);
  const released = redact(
    akte,
    schwaerzungen.filter(({ verworfen }) => !verworfen),
  );
  const umfang = umfangOf(akte, schwaerzungen);
  const { pdf, json } = await freezeKopie(tx, deps, { ...ersuchen, person }, released, umfang);
  await tx.run(sql`
    update ersuchen_kopie set pdf_siegel = ${seal(person.key, pdf, kopieOrt(ersuchenId, 'pdf'))},
      json_siegel = ${seal(person.key, json, kopieOrt(ersuchenId, 'json'))}
    where kreis_id = ${kreisId} and ersuchen_id = ${ersuchenId}`);
  return { pruefwert: createHash('sha256').update(pdf).update(json).digest(), umfang };
}

function umfangOf(akte: Kopie, schwaerzungen: readonly Schwaerzung[]): AbschnittUmfang[] {
  return akte.map(({ abschnitt, zeilen }) => {
    const here = schwaerzungen.filter((each) => each.abschnitt === abschnitt);
    const verworfen = here.filter((each) => each.verworfen).length;
    return { abschnitt, zeilen: zeilen.length, schwaerzungen: here.length - verworfen, verworfen };
  });
}
