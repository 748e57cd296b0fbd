import { sql } from 'kysely';
import { addDays, today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { sealForPerson, type Schluessel } from '#src/platform/server/schluessel.ts';
import { makeSchreiben } from '#src/vermittlung/server/make-schreiben.ts';
import type { FallPerson } from '#src/vermittlung/server/load.ts';
import { insertStand, insertVermittlung as writeVermittlung } from '#src/vermittlung/server/write.ts';
import { demoKonten } from '../accounts.ts';
import { beobachtungDemo, vermittlungDemo, type VermittlungDemo } from '../data/vermittlungen.ts';
import { demoId } from './demo-id.ts';

/** Lets the accounts of partner offices answer for them; runs as lotse_owner. */
export async function insertPartner(tx: Tx, kreisId: string): Promise<void> {
  const rollen = demoKonten
    .filter((konto) => konto.kreis === kreisId)
    .flatMap(({ anmeldename, rollen: alle }) =>
      alle.flatMap(({ rolle, stelle }) =>
        stelle === undefined
          ? []
          : [
              {
                kreis_id: kreisId,
                id: demoId(kreisId, 'rolle', anmeldename, rolle),
                konto_kreis_id: kreisId,
                konto_id: demoId(kreisId, 'konto', anmeldename),
                rolle,
                stelle_id: demoId(kreisId, 'partner', stelle),
                gueltig_ab: '-infinity',
              },
            ],
      ),
    );
  await insertRows(tx, 'rolle', rollen);
}

/**
 * Referrals of the oldest open cases of the account, with their releases, answers and sealed letters, and what was
 * observed; runs as the account itself, without a purpose.
 */
export async function insertVermittlung(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  now: Date,
): Promise<void> {
  const heute = today(now);
  const faelle = await readFaelle(tx, schluessel, kreisId);
  for (const [platz, demo] of vermittlungDemo.entries()) {
    const fall = faelle[demo.fall];
    if (fall) await insertOne(tx, kreisId, fall, demo, String(platz), heute);
  }
  await insertBeobachtungen(tx, kreisId, heute);
}

function readFaelle(tx: Tx, schluessel: Schluessel, kreisId: string): Promise<FallPerson[]> {
  return tx
    .all(sql<Omit<FallPerson, 'key'> & { readonly wrapped: Buffer }>`
      select f.id, p.id as "personId", f.traeger_id as "traegerId", f.kommune_id as "kommuneId", p.familienname, p.vorname,
        p.geburtsdatum, p.schluessel_verpackt as wrapped
      from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
        and s.gueltig_bis is null and s.status = 'aktiv'
      where f.kreis_id = ${kreisId} and f.casemanager_id = app_konto() order by f.aufgenommen_am desc, f.nummer offset 4 limit 3`)
    .then((rows) =>
      Promise.all(
        rows.map(async ({ wrapped, ...fall }) => ({
          ...fall,
          key: await schluessel.personKey(tx, kreisId, fall.traegerId, wrapped),
        })),
      ),
    );
}

async function insertOne(
  tx: Tx,
  kreisId: string,
  fall: FallPerson,
  demo: VermittlungDemo,
  platz: string,
  heute: Day,
): Promise<void> {
  const am = addDays(heute, -demo.vorTagen);
  const stelleId = demoId(kreisId, 'partner', demo.stelle);
  const ziel = await tx.first(sql<{ angebotId: string | null }>`
    select a.id as "angebotId" from stelle s
    left join angebot a on a.kreis_id = s.kreis_id and a.stelle_id = s.id and a.name = ${demo.angebot}
    where s.kreis_id = ${kreisId} and s.id = ${stelleId}`);
  if (!ziel) return;
  const vermittlungId = demoId(kreisId, 'vermittlung', fall.id, platz);
  const letzte = demo.folge.at(-1);
  const offen = letzte === undefined || !['beendet', 'abgelehnt'].includes(letzte.stand);
  const rueckmeldungBis = offen ? addDays(heute, demo.rueckmeldungIn ?? 14) : null;
  const inhalt = ['kontaktdaten'] as const;
  if (demo.kanal !== null) await insertEntbindung(tx, kreisId, fall, stelleId, am);
  const sendung =
    demo.kanal === null
      ? null
      : await makeSchreiben(
          tx,
          kreisId,
          fall,
          {
            angebotId: ziel.angebotId,
            angebotName: demo.angebot ?? '',
            stelleId,
            stelleName: demo.stelle,
            weg: '',
            fuehrtSelbst: false,
          },
          {
            am,
            lebensbereich: demo.lebensbereich,
            terminAm: null,
            terminUm: null,
            rueckmeldungBis: rueckmeldungBis ?? addDays(am, 14),
            inhalt,
            ohne: ['geburtsdatum:0'],
          },
          heute,
        );
  const ort = { kreisId, fallId: fall.id, vermittlungId };
  await writeVermittlung(tx, {
    ...ort,
    art: demo.verweis ? 'verweis' : 'vermittlung',
    angebotId: ziel.angebotId,
    stelleId,
    lebensbereich: demo.lebensbereich,
    zielId: null,
    schrittId: null,
    am,
    terminAm: null,
    terminUm: null,
    kanal: demo.kanal,
    inhalt: sendung === null ? [] : inhalt,
    entbindungId: sendung?.entbindungId ?? null,
    siegel:
      sendung === null ? null : sealForPerson(fall.key, vermittlungId, JSON.stringify(sendung.schreiben)),
    stand: 'gesendet',
    rueckmeldungBis,
  });
  for (const { vorTagen, stand, grund = null, ergebnis = null, worte = '' } of demo.folge) {
    const seit = addDays(heute, -vorTagen);
    await tx.run(sql`
      update vermittlung set stand = ${stand}, grund = ${grund}, ergebnis = ${ergebnis}, stand_am = ${seit}, fassung = fassung + 1
      where kreis_id = ${kreisId} and id = ${vermittlungId}`);
    await insertStand(tx, ort, { stand, grund, ergebnis, am: seit, worte: { text: worte, key: fall.key } });
  }
}

/** A release for the office, as if it had been signed on paper before the referral. */
async function insertEntbindung(
  tx: Tx,
  kreisId: string,
  fall: FallPerson,
  stelleId: string,
  am: Day,
): Promise<void> {
  await tx.run(sql`
    insert into entbindung (kreis_id, id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab, gueltig_bis)
    values (${kreisId}, ${demoId(kreisId, 'vermittlung_entbindung', fall.personId, stelleId)}, ${fall.personId},
      ${fall.traegerId}, ${stelleId}, 'vermittlung', '{kontaktdaten,wohnen}', 'beide', ${am}, ${addDays(am, 365)})
    on conflict do nothing`);
}

async function insertBeobachtungen(tx: Tx, kreisId: string, heute: Day): Promise<void> {
  for (const [platz, each] of beobachtungDemo.entries()) {
    const id = demoId(kreisId, 'beobachtung', String(platz));
    await tx.run(sql`
      insert into beobachtung (kreis_id, id, art, lebensbereich, kommune_id, text, am)
      select ${kreisId}, ${id}, ${each.art}, ${each.lebensbereich}, k.id, ${each.text}, ${addDays(heute, -each.vorTagen)}::date
      from kommune k where k.kreis_id = ${kreisId} and k.name = ${each.kommune}`);
    await tx.run(sql`
      insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id)
      select b.kreis_id, b.id, app_konto() from beobachtung b where b.kreis_id = ${kreisId} and b.id = ${id}`);
  }
}
