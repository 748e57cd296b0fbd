import { sql } from 'kysely';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { readBogen, type FreigegebenerText } from '#src/einwilligung/server/read-bogen.ts';
import { sign } from '#src/einwilligung/server/sign.ts';
import { signedText } from '#src/einwilligung/text.ts';
import { entbindungWerte } from '#src/entbindung/rules.ts';
import { bedarfe, proposeTiefe } from '#src/erstberatung/rules.ts';
import { countKontakt, setMerkmaleOf } from '#src/erstberatung/server/count.ts';
import { loadRegel } from '#src/erstberatung/server/load.ts';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { suchschluessel } from '#src/person/suchschluessel.ts';
import { addDays } from '#src/platform/day.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { fillInhalt } from '#src/vordruck/rules.ts';
import { bitemporal } from './bitemporal.ts';
import { erfasstAm, idOf, stelleId, dayBefore, type FallbeispielOrt } from './fallbeispiel-ort.ts';
import { strokes } from './insert-beispiel.ts';

const bildschirm = [{ rolle: 'klient' as const, form: 'bildschirm' as const, strich: strokes }];

/** From the first knock to the signed consent: Anfrage, named record, Screening-Bogen, releases. */
export async function insertFallbeispielZugang(ort: FallbeispielOrt, wrapped: Buffer): Promise<void> {
  await insertAnfrage(ort);
  await insertPerson(ort, wrapped);
  await insertErstberatung(ort);
  await insertEntbindungen(ort);
}

async function insertAnfrage(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, anfrageId, kontoId, beispiel } = ort;
  const { anfrage, person, erstberatung } = beispiel;
  const am = dayBefore(ort, anfrage.vorTagen);
  const aufgenommen = dayBefore(ort, beispiel.aufnahme);
  await insertRows(tx, 'anfrage', [
    {
      kreis_id: kreisId,
      id: anfrageId,
      nummer: `A-${am.slice(0, 4)}-${anfrage.nummer}`,
      traeger_id: ort.traegerId,
      standort_id: ort.standortId,
      casemanager_id: kontoId,
      eingegangen_am: am,
      zugang: anfrage.zugang,
      stelle_id: anfrage.stelle === null ? null : stelleId(ort, anfrage.stelle),
      kommune_id: ort.kommuneId,
      wohnform: anfrage.wohnform,
      dringlich: anfrage.dringlich,
      sprache: person.sprache,
      dolmetschen: true,
      lebensbereich: bedarfe(einschaetzungOf(ort)),
      kein_fall: [],
      zustaendig_grund: 'kommune',
      frist_am: addDays(am, anfrage.dringlich ? 3 : 14),
      stand: 'abgeschlossen',
      ausgang: 'aufgenommen',
      abgeschlossen_am: aufgenommen,
      fassung: 4,
      erfasst_am: erfasstAm(am),
      erfasst_von: kontoId,
    },
  ]);
  const tiefen = (
    [
      ['information', anfrage.vorTagen],
      ['case_management', erstberatung.vorTagen],
    ] as const
  ).map(([wert, vorTagen]) => {
    const ab = dayBefore(ort, vorTagen);
    return { wert, ab, erfasst: erfasstAm(ab) };
  });
  await insertRows(
    tx,
    'anfrage_tiefe',
    bitemporal(tiefen).map(({ wert, ...zeit }, at) => ({
      kreis_id: kreisId,
      id: idOf(ort, 'tiefe', String(at)),
      anfrage_id: anfrageId,
      tiefe: wert,
      ...zeit,
      erfasst_von: kontoId,
    })),
  );
}

async function insertPerson(ort: FallbeispielOrt, wrapped: Buffer): Promise<void> {
  const { tx, kreisId, personId, geburtsdatum, beispiel } = ort;
  const { familienname, vorname } = beispiel.person;
  const erfasst_am = erfasstAm(dayBefore(ort, beispiel.aufnahme));
  const name = { familienname, vorname, geburtsdatum };
  const bogen = await textOf(ort, 'einwilligung');
  const einwilligungId = idOf(ort, 'einwilligung');
  await insertRows(tx, 'einwilligung', [
    {
      kreis_id: kreisId,
      id: einwilligungId,
      person_id: personId,
      erteilt_am: dayBefore(ort, beispiel.aufnahme),
      textfassung: String(bogen.fassung),
      sprache: bogen.uebersetzung?.sprache ?? 'deu',
      erfasst_am,
      erfasst_von: ort.kontoId,
      vordruck_id: bogen.vordruckId,
      zweck,
      dolmetschen: 'professionell',
    },
  ]);
  await insertRows(tx, 'person', [
    {
      kreis_id: kreisId,
      id: personId,
      traeger_id: ort.traegerId,
      casemanager_id: ort.kontoId,
      einwilligung_id: einwilligungId,
      ...name,
      suchform: suchform(familienname, vorname),
      suchlaut: suchlaut(familienname, vorname),
      suchschluessel: suchschluessel(name),
      schluessel_verpackt: wrapped,
      fassung: 1,
      erfasst_am,
    },
  ]);
  await refreshBegleitung(tx, ort.schluessel, { ...name, kreisId, personId });
  await tx.run(
    sql`update anfrage set person_id = ${personId} where kreis_id = ${kreisId} and id = ${ort.anfrageId}`,
  );
  const info = await textOf(ort, 'datenschutzinformation');
  await insertRows(tx, 'aushaendigung', [
    {
      kreis_id: kreisId,
      id: idOf(ort, 'aushaendigung'),
      person_id: personId,
      vordruck_id: info.vordruckId,
      sprache: info.uebersetzung?.sprache ?? 'deu',
      am: dayBefore(ort, beispiel.aufnahme),
      erfasst_am,
      erfasst_von: ort.kontoId,
    },
  ]);
  await sign(tx, {
    ...ort,
    gegenstand: 'einwilligung',
    gegenstandId: einwilligungId,
    text: signedText([bogen.deutsch, ...(bogen.uebersetzung ? [bogen.uebersetzung.inhalt] : [])], zweck),
    unterschrift: bildschirm,
  });
}

const zweck = ['dokumentation', 'auswertung', 'uebergabe'];

async function textOf(
  { tx, kreisId, traegerId, beispiel }: FallbeispielOrt,
  art: 'einwilligung' | 'datenschutzinformation' | 'entbindung',
): Promise<FreigegebenerText> {
  const text = (await readBogen(tx, kreisId, traegerId, beispiel.person.sprache)).get(art);
  if (!text) throw new Error(`no text ${art}`);
  return text;
}

function einschaetzungOf({ beispiel }: FallbeispielOrt) {
  return {
    bereich: beispiel.erstberatung.bereich.map(([code, bewertung, helfer]) => ({
      code,
      bewertung,
      helfer: [...helfer],
    })),
    institutionen: null,
    sprache: beispiel.person.sprache,
    schwereCode: null,
  };
}

/** The sheet of the first talk as it lies after the consent: sealed, with what is counted beside it. */
async function insertErstberatung(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, personId, anfrageId, kontoId, key, heute, beispiel } = ort;
  const { vorTagen, minuten, angaben, einreiseVorJahren } = beispiel.erstberatung;
  const am = dayBefore(ort, vorTagen);
  const einschaetzung = einschaetzungOf(ort);
  const vorschlag = proposeTiefe(einschaetzung, [], await loadRegel(tx, kreisId, am));
  const alleAngaben = { ...angaben, einreise: `${Number(heute.slice(0, 4)) - einreiseVorJahren}-03` };
  const bogen = { einschaetzung, abweichungCode: null, angaben: alleAngaben };
  const bogenId = idOf(ort, 'bogen');
  const erfasst = { erfasst_am: erfasstAm(am), erfasst_von: kontoId };
  await insertRows(tx, 'geheimtext', [
    {
      kreis_id: kreisId,
      id: bogenId,
      person_id: personId,
      siegel: sealForPerson(key, bogenId, JSON.stringify(bogen)),
      erfasst_am: erfasst.erfasst_am,
    },
  ]);
  const id = idOf(ort, 'erstberatung');
  await insertRows(tx, 'erstberatung', [
    {
      kreis_id: kreisId,
      id,
      anfrage_id: anfrageId,
      traeger_id: ort.traegerId,
      casemanager_id: kontoId,
      am,
      dauer_minuten: minuten,
      dolmetschen: 'professionell',
      person_id: personId,
      bogen_id: bogenId,
      vorschlag: vorschlag.tiefe,
      vorschlag_grund: vorschlag.grund,
      entscheidung: 'case_management',
      folgetermin_bis: addDays(am, 42),
      fassung: 2,
      ...erfasst,
    },
  ]);
  await countKontakt(tx, { kreisId, anfrageId }, id, {
    ...bogen,
    fassung: 1,
    am,
    dauerMinuten: minuten,
    dolmetschen: 'professionell',
    geklaert: false,
    entscheidung: 'case_management',
  });
  await tx.run(sql`
    update sonstiger_kontakt set erfasst_am = ${erfasst.erfasst_am} where kreis_id = ${kreisId} and id = ${id}`);
  await setMerkmaleOf(tx, { kreisId, personId, am: dayBefore(ort, beispiel.aufnahme) }, alleAngaben);
  await tx.run(sql`
    update person_merkmal set erfasst_am = (gueltig_ab + time '13:30') at time zone 'UTC' where kreis_id = ${kreisId} and person_id = ${personId}`);
}

/** Releases for the offices, signed on the day of the consent; signatures bear that day. */
async function insertEntbindungen(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, personId, traegerId, kontoId, beispiel } = ort;
  const am = dayBefore(ort, beispiel.aufnahme);
  const vordruck = await textOf(ort, 'entbindung');
  for (const { stelle, zweck: wozu, inhalt, tage } of beispiel.entbindung) {
    const id = idOf(ort, 'entbindung', stelle);
    const letzterTag = addDays(am, tage);
    const eingabe = { zweck: wozu, inhalt: [...inhalt], richtung: 'beide' as const, letzterTag };
    await insertRows(tx, 'entbindung', [
      {
        kreis_id: kreisId,
        id,
        person_id: personId,
        traeger_id: traegerId,
        stelle_id: stelleId(ort, stelle),
        zweck: wozu,
        inhalt,
        richtung: 'beide',
        gueltig_ab: am,
        gueltig_bis: addDays(letzterTag, 1),
        vordruck_id: vordruck.vordruckId,
        sprache: vordruck.uebersetzung?.sprache ?? 'deu',
        erfasst_am: erfasstAm(am),
        erfasst_von: kontoId,
      },
    ]);
    const { deutsch, uebersetzung, worte } = vordruck;
    const texte = [fillInhalt(deutsch, entbindungWerte(eingabe, stelle, worte.deutsch))];
    if (uebersetzung) {
      const werte = entbindungWerte(eingabe, stelle, worte.uebersetzung ?? worte.deutsch);
      texte.push(fillInhalt(uebersetzung.inhalt, werte));
    }
    await sign(tx, {
      ...ort,
      gegenstand: 'entbindung',
      gegenstandId: id,
      text: signedText(texte, []),
      unterschrift: bildschirm,
    });
  }
  await tx.run(sql`
    update unterschrift set am = ${`${am}T09:00:00Z`} where kreis_id = ${kreisId} and person_id = ${personId}`);
}
