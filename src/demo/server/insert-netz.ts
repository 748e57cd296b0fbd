import { sql } from 'kysely';
import type { KreisPlan } from '#src/kreis/plan.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { alles, werktags, type NetzDemo } from '../data/netz.ts';
import { netzDemo } from '../data/stellen.ts';
import { demoId } from './demo-id.ts';

/** What is known of a place of which the data say nothing else. */
const ueblich = {
  anschrift: '',
  telefon: '',
  email: '',
  oeffnung: werktags,
  ausstattung: alles,
  raum: [['Beratungsraum', true]],
} as const;

/** Puts partners, steering rules, events and what is known of the places of a Kreis in; runs as lotse_owner. */
export async function insertNetz(tx: Tx, plan: KreisPlan): Promise<void> {
  const netz = netzDemo[plan.id];
  if (!netz) return;
  const kreis_id = plan.id;
  const kommuneId = (name: string | undefined) =>
    plan.kommune.find((each) => each.name === name)?.ags ?? null;
  await insertRows(
    tx,
    'stelle',
    netz.stelle.map((s) => ({
      kreis_id,
      id: demoId(kreis_id, 'partner', s.name),
      name: s.name,
      art: s.art,
      kommune_id: kommuneId(s.kommune),
      ansprechpartner: s.ansprechpartner ?? '',
      telefon: s.telefon ?? '',
      email: s.email ?? '',
      weg: s.weg ?? '',
      vereinbart_am: s.vereinbartAm ?? null,
      zugesteuert: true,
      gueltig_ab: '2021-07-01',
      gueltig_bis: s.gueltigBis ?? null,
    })),
  );
  await insertRows(
    tx,
    'zusteuerung',
    netz.zusteuerung.map((z) => ({
      kreis_id,
      id: demoId(kreis_id, 'zusteuerung', z.bezeichnung),
      reihe_id: demoId(kreis_id, 'zusteuerung', 'reihe', z.bezeichnung),
      rang: z.rang,
      bezeichnung: z.bezeichnung,
      kommune_id: kommuneId(z.kommune),
      wohnform: z.wohnform ?? null,
      zugang: z.zugang ?? null,
      bedarf: z.bedarf ?? null,
      an_stelle_id: z.stelle === undefined ? null : demoId(kreis_id, 'partner', z.stelle),
      gueltig_ab: z.ab,
    })),
  );
  await insertRows(
    tx,
    'lage',
    netz.lage.map((l) => ({
      kreis_id,
      id: demoId(kreis_id, 'lage', l.bezeichnung),
      am: l.am,
      bis: l.bis ?? null,
      bezeichnung: l.bezeichnung,
    })),
  );
  const beschrieben = new Set(netz.standort.map((s) => `${s.traeger} ${s.name}`));
  const uebrige = plan.traeger.flatMap(({ slug, standort }) =>
    standort
      .filter(({ name }) => !beschrieben.has(`${slug} ${name}`))
      .map((ort) => ({ ...ueblich, traeger: slug, name: ort.name })),
  );
  await describeStandorte(tx, kreis_id, [...netz.standort, ...uebrige]);
}

async function describeStandorte(tx: Tx, kreisId: string, standorte: NetzDemo['standort']): Promise<void> {
  for (const s of standorte) {
    const id = demoId(kreisId, 'standort', s.traeger, s.name);
    await tx.run(sql`
      update standort set anschrift = ${s.anschrift}, telefon = ${s.telefon}, email = ${s.email}, oeffnung = ${s.oeffnung},
        ausstattung = ${[...(s.ausstattung ?? [])]}::text[]
      where kreis_id = ${kreisId} and id = ${id}`);
    await insertRows(
      tx,
      'raum',
      (s.raum ?? []).map(([name, geschuetzt]) => ({
        kreis_id: kreisId,
        id: demoId(kreisId, 'raum', s.traeger, s.name, name),
        standort_id: id,
        name,
        geschuetzt,
      })),
    );
    if (s.prozent === undefined) continue;
    await insertRows(tx, 'stundenanteil', [
      {
        kreis_id: kreisId,
        id: demoId(kreisId, 'stundenanteil', s.traeger, s.name),
        traeger_id: demoId(kreisId, 'traeger', s.traeger),
        standort_id: id,
        prozent: s.prozent,
        gueltig_ab: '2025-01-01',
      },
    ]);
  }
}

/** Cases whose benefits say that they belong to the focus group of Kreis Unna ("Geduldete und Gestattete"). */
export async function markFokusgruppe(tx: Tx, kreisId: string): Promise<void> {
  await tx.run(sql`
    insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis, erfasst_am)
    select kreis_id, fall_id, 'fokusgruppe', 'ja', gueltig_ab, gueltig_bis, erfasst_am from fall_merkmal
    where kreis_id = ${kreisId} and merkmal = 'leistungsbezug' and wert = 'asylblg' and ersetzt_am is null`);
}
