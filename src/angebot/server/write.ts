import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { AngebotEingabe } from '../angebot.ts';
import { angebotRefusals } from '../rules.ts';

interface Known {
  readonly stelle: boolean;
  readonly kommune: boolean;
  readonly fremd: readonly string[];
  readonly vergeben: boolean;
}

/** Refuses an offer that its own fields, the lists of the Kreis or another offer of the office contradict. */
export async function refuseAngebot(
  tx: Tx,
  kreisId: string,
  angebotId: string,
  angebot: AngebotEingabe,
  heute: Day,
): Promise<void> {
  // One at a time, so that two colleagues do not add the same offer.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`angebot:${kreisId}`}, 0))`);
  const known = await tx.one(sql<Known>`
    select exists (select from stelle where kreis_id = ${kreisId} and id = ${angebot.stelleId}) as stelle,
      exists (select from kommune where kreis_id = ${kreisId} and id = ${angebot.kommuneId}) as kommune,
      array(select w.id from unnest(${angebot.kommuneIds}::text[]) w (id)
        where not exists (select from kommune k where k.kreis_id = ${kreisId} and k.id = w.id)) as fremd,
      exists (select from angebot where kreis_id = ${kreisId} and stelle_id = ${angebot.stelleId} and id <> ${angebotId}
        and lower(name) = lower(${angebot.name}) and kommune_id is not distinct from ${angebot.kommuneId}
        and (gueltig_bis is null or gueltig_bis > ${heute}::date)) as vergeben`);
  const felder: FieldRefusal[] = [...angebotRefusals(angebot, heute)];
  if (!known.stelle) felder.push({ instance: '/stelleId', code: 'angebot-stelle-unbekannt' });
  if (angebot.kommuneId !== null && !known.kommune)
    felder.push({ instance: '/kommuneId', code: 'code-unbekannt' });
  if (known.fremd.length > 0) felder.push({ instance: '/kommuneIds', code: 'code-unbekannt' });
  if (known.vergeben) felder.push({ instance: '/name', code: 'angebot-name-vergeben' });
  const angaben = (['lebensbereich', 'rechtskreis'] as const).flatMap((liste) =>
    angebot[liste].map((code) => ({ instance: `/${liste}`, liste, code })),
  );
  refuseFields([...felder, ...(await unknownCodes(tx, kreisId, angaben, heute))]);
}

/** Columns of an offer with their values, in the order in which both statements write them. */
export function columnsOf(angebot: AngebotEingabe, heute: Day) {
  const plaetzeAm = angebot.plaetzeFrei === null ? null : (angebot.plaetzeAm ?? heute);
  return {
    stelle_id: sql`${angebot.stelleId}::uuid`,
    name: sql`${angebot.name}`,
    beschreibung: sql`${angebot.beschreibung}`,
    art: sql`${angebot.art}`,
    beratungsansatz: sql`${angebot.beratungsansatz}`,
    eigenes_fallmanagement: sql`${angebot.eigenesFallmanagement}`,
    ebene: sql`${angebot.ebene}`,
    kommune_id: sql`${angebot.kommuneId}`,
    lebensbereich: sql`${unique(angebot.lebensbereich)}::text[]`,
    rechtskreis: sql`${unique(angebot.rechtskreis)}::text[]`,
    zielgruppe: sql`${unique(angebot.zielgruppe)}::text[]`,
    sprache: sql`${unique(angebot.sprache)}::text[]`,
    plaetze_gesamt: sql`${angebot.plaetzeGesamt}`,
    plaetze_frei: sql`${angebot.plaetzeFrei}`,
    plaetze_am: sql`${plaetzeAm}::date`,
    kosten: sql`${angebot.kosten}`,
    kosten_text: sql`${angebot.kostenText}`,
    oeffnung: sql`${angebot.oeffnung}`,
    anschrift: sql`${angebot.anschrift}`,
    laenge: sql`${angebot.laenge}`,
    breite: sql`${angebot.breite}`,
    ansprechpartner: sql`${angebot.ansprechpartner}`,
    telefon: sql`${angebot.telefon}`,
    email: sql`${angebot.email}`,
    web: sql`${angebot.web}`,
    barriere: sql`${unique(angebot.barriere)}::text[]`,
    quelle: sql`${angebot.quelle}`,
    quelle_web: sql`${angebot.quelleWeb}`,
    quelle_kennung: sql`${angebot.quelleKennung}`,
    // Whoever writes it down has just looked.
    bestaetigt_am: sql`${heute}::date`,
    bestaetigt_von: sql`app_konto()`,
  };
}

/** Notes for which Kommunen a sub-regional offer is there; others need no list. */
export async function writeKommunen(
  tx: Tx,
  kreisId: string,
  angebotId: string,
  { ebene, kommuneIds }: Pick<AngebotEingabe, 'ebene' | 'kommuneIds'>,
): Promise<void> {
  const wanted = ebene === 'teilregional' ? unique(kommuneIds) : [];
  await tx.run(sql`
    delete from angebot_kommune where kreis_id = ${kreisId} and angebot_id = ${angebotId}
      and kommune_id <> all (${wanted}::text[])`);
  await tx.run(sql`
    insert into angebot_kommune (kreis_id, angebot_id, kommune_id)
    select ${kreisId}, ${angebotId}, unnest(${wanted}::text[]) on conflict do nothing`);
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
