import { sql } from 'kysely';
import { sealEntwurf } from '#src/erfolgsbericht/server/read-entwurf.ts';
import { readPlanStand, writeAbschluss } from '#src/fall/server/write-abschluss.ts';
import { nextNummer } from '#src/fall/rules.ts';
import { addDays, today } from '#src/platform/day.ts';
import type { Database } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { sealForPerson, type Schluessel } from '#src/platform/server/schluessel.ts';
import type { KontaktWeg } from '../data/fallbeispiel.ts';
import { schulden } from '../data/fallbeispiel-schulden.ts';
import { trennung } from '../data/fallbeispiel-trennung.ts';
import { bitemporal } from './bitemporal.ts';
import { demoId } from './demo-id.ts';
import { unnaFaelle } from './fall-plan.ts';
import { erfasstAm, idOf, dayIn, dayBefore, type FallbeispielOrt } from './fallbeispiel-ort.ts';
import { insertFallbeispielArbeit } from './insert-fallbeispiel-arbeit.ts';
import { insertFallbeispielPlan } from './insert-fallbeispiel-plan.ts';
import { insertFallbeispielZugang } from './insert-fallbeispiel-zugang.ts';

interface Installation {
  readonly db: Database;
  readonly schluessel: Schluessel;
  readonly now: () => Date;
}

const kreisId = 'unna';

/** The worked examples in the order of their numbers, which follow those of the invented cases. */
export const fallbeispiele = [trennung, schulden] as const;

/**
 * Both case examples of Rheine (Präsentation 2023, pp. 8 and 9), changed in detail, from the first knock to reached goals
 * (M174, M175, M176). Each runs as the account that leads it.
 */
export async function insertFallbeispiele(installation: Installation): Promise<void> {
  const { db, schluessel } = installation;
  const heute = today(installation.now());
  const traegerId = demoId(kreisId, 'traeger', 'stadt_luenen');
  for (const [at, beispiel] of fallbeispiele.entries()) {
    const kontoId = demoId(kreisId, 'konto', beispiel.konto);
    await db.asKonto({ kreisId, kontoId }, {}, async (tx) => {
      const { key, wrapped } = await schluessel.newPersonKey(tx, kreisId, traegerId);
      const { kommune } = unnaFaelle.kreis;
      const ort: FallbeispielOrt = {
        tx,
        schluessel,
        kreisId,
        traegerId,
        standortId: demoId(kreisId, 'standort', 'stadt_luenen', 'Rathaus'),
        kontoId,
        kommuneId: kommune.find(({ name }) => name === 'Lünen')?.ags ?? '',
        anfrageId: demoId(kreisId, beispiel.schluessel, 'anfrage'),
        personId: demoId(kreisId, beispiel.schluessel, 'person'),
        fallId: demoId(kreisId, beispiel.schluessel, 'fall'),
        key,
        geburtsdatum: addDays(heute, -beispiel.person.alterTage),
        beispiel,
        heute,
      };
      await insertFallbeispielZugang(ort, wrapped);
      await insertFall(ort, nextNummer(kreisId, unnaFaelle.anzahl + at));
      await insertKontakte(ort);
      await insertFallbeispielArbeit(ort);
      await insertFallbeispielPlan(ort);
      await insertTermine(ort);
      await insertAbschluss(ort);
    });
    await releaseBericht(db, demoId(kreisId, beispiel.schluessel, 'bericht'));
  }
}

async function insertFall(ort: FallbeispielOrt, nummer: string): Promise<void> {
  const { tx, fallId, kontoId, traegerId, beispiel } = ort;
  const { person, erstberatung } = beispiel;
  const { angaben } = erstberatung;
  const ab = dayBefore(ort, beispiel.aufnahme);
  const erfasst_am = erfasstAm(ab);
  await insertRows(tx, 'fall', [
    {
      kreis_id: kreisId,
      id: fallId,
      nummer,
      traeger_id: traegerId,
      casemanager_id: kontoId,
      person_id: ort.personId,
      kommune_id: ort.kommuneId,
      zugang: beispiel.anfrage.zugang,
      aufgenommen_am: ab,
      fassung: beispiel.abschluss ? 2 : 1,
      erfasst_am,
    },
  ]);
  await tx.run(
    sql`update anfrage set fall_id = ${fallId} where kreis_id = ${kreisId} and id = ${ort.anfrageId}`,
  );
  const merkmale: (readonly [string, string])[] = [
    ['geschlecht', person.geschlecht],
    ['herkunftsland', person.herkunftsland],
    ['leistungsbezug', angaben.leistungsbezug ?? 'keiner'],
    ['personen', String(angaben.haushalt?.personen ?? 1)],
    ['fokusgruppe', 'nein'],
    ...angaben.rechtskreis.map((wert) => ['rechtskreis', wert] as const),
    ...erstberatung.bereich
      .filter(([, bewertung]) => bewertung !== 'kein')
      .map(([code]) => ['lebensbereich', code] as const),
  ];
  await insertRows(
    tx,
    'fall_merkmal',
    merkmale.map(([merkmal, wert]) => ({
      kreis_id: kreisId,
      id: idOf(ort, 'merkmal', merkmal, wert),
      fall_id: fallId,
      merkmal,
      wert,
      gueltig_ab: ab,
      erfasst_am,
    })),
  );
  const zustaende: {
    wert: { status: string; grund: string | null; herkunft: string };
    ab: string;
    erfasst: string;
  }[] = [{ wert: { status: 'aktiv', grund: null, herkunft: 'aufnahme' }, ab, erfasst: erfasst_am }];
  if (beispiel.abschluss) {
    const ende = dayBefore(ort, beispiel.abschluss.vorTagen);
    const wert = { status: 'abgeschlossen', grund: 'bearbeitet', herkunft: 'hand' };
    zustaende.push({ wert, ab: ende, erfasst: erfasstAm(ende) });
  }
  await insertRows(
    tx,
    'fall_status',
    bitemporal(zustaende).map(({ wert, ...zeit }, at) => ({
      kreis_id: kreisId,
      id: idOf(ort, 'status', String(at)),
      fall_id: fallId,
      ...wert,
      ...zeit,
      erfasst_von: kontoId,
    })),
  );
  await insertRows(tx, 'fall_zustaendigkeit', [
    {
      kreis_id: kreisId,
      id: idOf(ort, 'zustaendigkeit'),
      fall_id: fallId,
      traeger_id: traegerId,
      casemanager_id: kontoId,
      anlass: 'aufnahme',
      gueltig_ab: ab,
      erfasst_am,
      erfasst_von: kontoId,
    },
  ]);
}

const wege: Readonly<Record<KontaktWeg, readonly [format: string, ort: string]>> = {
  buero: ['persoenlich', 'buero'],
  hausbesuch: ['persoenlich', 'privathaushalt'],
  begleitung: ['begleitung', 'extern'],
  telefon: ['telefon', 'kein'],
  schriftlich: ['schriftlich', 'kein'],
};

async function insertKontakte(ort: FallbeispielOrt): Promise<void> {
  const { tx, key, kontoId, beispiel } = ort;
  const { sprache, dolmetschenBis } = beispiel.person;
  const zeilen = beispiel.kontakt.map(([vorTagen, weg, minuten, lebensbereich, notiz], at) => {
    const am = dayBefore(ort, vorTagen);
    const notizId = idOf(ort, 'kontakt_notiz', String(at));
    const [format, wo] = wege[weg];
    const fremd = vorTagen >= dolmetschenBis;
    const erfasst_am = erfasstAm(am);
    return {
      text: {
        kreis_id: kreisId,
        id: notizId,
        person_id: ort.personId,
        siegel: sealForPerson(key, notizId, notiz),
        erfasst_am,
      },
      kontakt: {
        kreis_id: kreisId,
        id: idOf(ort, 'kontakt', String(at)),
        fassung: 1,
        fall_id: ort.fallId,
        traeger_id: ort.traegerId,
        casemanager_id: kontoId,
        am,
        qualifiziert: minuten >= 20,
        format,
        ort: wo,
        dauer_minuten: minuten,
        sprache: fremd ? sprache : 'deu',
        dolmetschen: fremd ? 'professionell' : 'kein',
        lebensbereich: [lebensbereich],
        notiz_id: notizId,
        erfasst_am,
        erfasst_von: kontoId,
      },
    };
  });
  await insertRows(
    tx,
    'geheimtext',
    zeilen.map(({ text }) => text),
  );
  await insertRows(
    tx,
    'beratungskontakt',
    zeilen.map(({ kontakt }) => kontakt),
  );
}

/** The follow-up within six weeks of the first talk (Konzept Kreis Unna 2.2), and the next appointment. */
async function insertTermine(ort: FallbeispielOrt): Promise<void> {
  const { kontoId, beispiel } = ort;
  const folgetermin = dayBefore(ort, beispiel.runde[0].vorTagen);
  const termine = [
    {
      tag: folgetermin,
      art: 'folgetermin',
      stand: 'stattgefunden',
      erfasst: dayBefore(ort, beispiel.aufnahme),
    },
    ...(beispiel.termin === undefined
      ? []
      : [
          {
            tag: dayIn(ort, beispiel.termin),
            art: 'beratung',
            stand: 'geplant',
            erfasst: dayBefore(ort, beispiel.kontakt.at(-1)?.[0] ?? 0),
          },
        ]),
  ];
  await insertRows(
    ort.tx,
    'termin',
    termine.map(({ tag, art, stand, erfasst }) => ({
      kreis_id: kreisId,
      id: idOf(ort, 'termin', stand),
      traeger_id: ort.traegerId,
      casemanager_id: kontoId,
      standort_id: ort.standortId,
      art,
      beginn: `${tag}T12:00:00Z`,
      ende: `${tag}T12:45:00Z`,
      fall_id: ort.fallId,
      stand,
      fassung: 1,
      erfasst_am: erfasstAm(erfasst),
      erfasst_von: kontoId,
    })),
  );
}

/** The joint closing talk, and the report that the account submits (M357). */
async function insertAbschluss(ort: FallbeispielOrt): Promise<void> {
  const { tx, fallId, key, beispiel } = ort;
  if (!beispiel.abschluss) return;
  const { vorTagen, rueckblick, naechsterSchritt, bericht } = beispiel.abschluss;
  const ab = dayBefore(ort, vorTagen);
  const plan = await readPlanStand(tx, kreisId, fallId);
  await writeAbschluss(
    tx,
    key,
    { kreisId, fallId, ab, grund: 'bearbeitet', plan },
    {
      gespraech: 'gemeinsam',
      gespraechAm: ab,
      keinGrund: null,
      rueckblick,
      naechsterSchritt,
      schritteBeenden: true,
    },
  );
  const id = idOf(ort, 'bericht_entwurf');
  const erfasst = erfasstAm(ab);
  await tx.run(sql`
    insert into erfolgsbericht_entwurf (kreis_id, id, fall_id, inhalt_siegel, eingereicht_am, erfasst_am, geaendert_am, erfasst_von)
    values (${kreisId}, ${id}, ${fallId}, ${sealEntwurf(key, id, bericht)}, ${erfasst}, ${erfasst}, ${erfasst}, app_konto())`);
  await tx.run(sql`
    insert into erfolgsbericht (kreis_id, id, entwurf_id, inhalt, eingereicht_am, eingereicht_von)
    values (${kreisId}, ${idOf(ort, 'bericht')}, ${id}, ${JSON.stringify(bericht)}::jsonb, ${ab}, app_konto())`);
}

/** A second person lets the report go, as releaseErfolgsbericht does. */
async function releaseBericht(db: Database, berichtId: string): Promise<void> {
  const kontoId = demoId(kreisId, 'konto', 'koordination.luenen');
  await db.asKonto({ kreisId, kontoId }, {}, (tx) =>
    tx.run(sql`
      update erfolgsbericht set stand = 'freigegeben', entwurf_id = null, eingereicht_von = null, geprueft_von = app_konto(),
        freigegeben_am = eingereicht_am + 7, fassung = fassung + 1
      where kreis_id = ${kreisId} and id = ${berichtId} and stand = 'eingereicht'`),
  );
}
