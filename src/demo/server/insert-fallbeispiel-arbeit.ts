import { sql } from 'kysely';
import { sealWort as sealAkteur } from '#src/akteur/server/wort.ts';
import { isBedarf, settle } from '#src/assessment/rules.ts';
import type { Bereich } from '#src/assessment/runde.ts';
import { writeInhalt } from '#src/assessment/server/write.ts';
import { sealWort as sealHaushalt } from '#src/haushalt/server/wort.ts';
import { addDays } from '#src/platform/day.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { makeSchreiben } from '#src/vermittlung/server/make-schreiben.ts';
import type { BereichDemo, Fallbeispiel } from '../data/fallbeispiel.ts';
import { bitemporal } from './bitemporal.ts';
import { erfasstAm, idOf, stelleId, dayIn, dayBefore, type FallbeispielOrt } from './fallbeispiel-ort.ts';

/** Rounds, referrals, what was missed, who stands around the person, household, tasks, a note. */
export async function insertFallbeispielArbeit(ort: FallbeispielOrt): Promise<void> {
  await insertRunden(ort);
  for (const [at, each] of ort.beispiel.vermittlung.entries()) await insertVermittlung(ort, each, String(at));
  await insertLuecke(ort);
  await insertUmfeld(ort);
  await insertAufgaben(ort);
}

async function insertRunden(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, fallId, kontoId, key, beispiel } = ort;
  let vorige: { am: string; bereich: Bereich[] } | null = null;
  for (const [at, runde] of beispiel.runde.entries()) {
    const am = dayBefore(ort, runde.vorTagen);
    const id = idOf(ort, 'assessment', String(at + 1));
    await insertRows(tx, 'assessment', [
      {
        kreis_id: kreisId,
        id,
        fall_id: fallId,
        runde: at + 1,
        am,
        stand: 'abgeschlossen',
        gespraech_siegel: sealForPerson(key, id, runde.gespraech),
        fassung: 2,
        erfasst_am: erfasstAm(am),
        erfasst_von: kontoId,
        geaendert_von: kontoId,
        abgeschlossen_am: erfasstAm(am),
      },
    ]);
    const bereich = runde.bereich.map(bereichOf);
    const ohne = bereich.find(
      ({ code, bearbeitet }) =>
        bearbeitet === null && isBedarf(vorige?.bereich.find((each) => each.code === code)?.bedarf),
    );
    if (ohne) throw new Error(`worked on or not: ${ohne.code}`);
    await writeInhalt(
      tx,
      { kreisId, fallId, assessmentId: id, key },
      settle(bereich, vorige),
      runde.selbststand,
    );
    vorige = { am, bereich };
  }
}

function bereichOf({ persoenlich, sozial, materiell, ...each }: BereichDemo): Bereich {
  const ressource = (text: string | undefined) => ({ vorhanden: text !== undefined, text: text ?? '' });
  return {
    code: each.code,
    bedarf: each.bedarf,
    sicht: each.sicht,
    ressource: {
      persoenlich: ressource(persoenlich),
      sozial: ressource(sozial),
      materiell: ressource(materiell),
    },
    bearbeitet: each.bearbeitet ?? null,
    worte: each.worte ?? '',
    notiz: each.notiz ?? '',
  };
}

/** A referral that has come to its end, with every state on its day; what left on paper rests on the release. */
async function insertVermittlung(
  ort: FallbeispielOrt,
  demo: Fallbeispiel['vermittlung'][number],
  at: string,
): Promise<void> {
  const { tx, kreisId, fallId, kontoId, key } = ort;
  const am = dayBefore(ort, demo.vorTagen);
  const id = idOf(ort, 'vermittlung', at);
  const stelle = stelleId(ort, demo.stelle);
  const angebot = await tx.first(sql<{ id: string }>`
    select id from angebot where kreis_id = ${kreisId} and stelle_id = ${stelle} and name = ${demo.angebot}`);
  const inhalt = ['kontaktdaten'] as const;
  const { person } = ort.beispiel;
  const sendung =
    demo.kanal === null
      ? null
      : await makeSchreiben(
          tx,
          kreisId,
          { ...person, ...ort, id: fallId },
          {
            angebotId: angebot?.id ?? null,
            angebotName: demo.angebot ?? '',
            stelleId: stelle,
            stelleName: demo.stelle,
            weg: '',
            fuehrtSelbst: false,
          },
          {
            am,
            lebensbereich: demo.lebensbereich,
            terminAm: null,
            terminUm: null,
            rueckmeldungBis: addDays(am, 14),
            inhalt,
            ohne: [],
          },
          am,
        );
  const letzte = demo.folge.at(-1);
  await insertRows(tx, 'vermittlung', [
    {
      kreis_id: kreisId,
      id,
      fall_id: fallId,
      art: demo.verweis ? 'verweis' : 'vermittlung',
      angebot_id: angebot?.id ?? null,
      stelle_id: stelle,
      lebensbereich: demo.lebensbereich,
      am,
      kanal: demo.kanal,
      inhalt: sendung === null ? [] : inhalt,
      entbindung_id: sendung?.entbindungId ?? null,
      schreiben_siegel: sendung === null ? null : sealForPerson(key, id, JSON.stringify(sendung.schreiben)),
      stand: letzte?.stand ?? 'gesendet',
      grund: letzte?.grund ?? null,
      ergebnis: letzte?.ergebnis ?? null,
      stand_am: dayBefore(ort, letzte?.vorTagen ?? demo.vorTagen),
      fassung: demo.folge.length + 1,
      erfasst_am: erfasstAm(am),
      erfasst_von: kontoId,
    },
  ]);
  const folge: Fallbeispiel['vermittlung'][number]['folge'] = [
    { vorTagen: demo.vorTagen, stand: 'gesendet' },
    ...demo.folge,
  ];
  await insertRows(
    tx,
    'vermittlung_stand',
    folge.map(({ vorTagen, stand, grund = null, ergebnis = null, worte = '' }, nummer) => {
      const standId = idOf(ort, 'vermittlung_stand', at, String(nummer));
      const tag = dayBefore(ort, vorTagen);
      return {
        kreis_id: kreisId,
        id: standId,
        vermittlung_id: id,
        fall_id: fallId,
        stand,
        grund,
        ergebnis,
        am: tag,
        herkunft: 'casemanagement',
        worte_siegel: worte === '' ? null : sealForPerson(key, standId, worte),
        erfasst_am: erfasstAm(tag),
        erfasst_von: kontoId,
      };
    }),
  );
}

async function insertLuecke(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, fallId, kontoId, kommuneId, beispiel } = ort;
  const { vorTagen, lebensbereich, text } = beispiel.luecke;
  const id = idOf(ort, 'beobachtung');
  const am = dayBefore(ort, vorTagen);
  const gefunden = { kreis_id: kreisId, id, art: 'luecke', lebensbereich, kommune_id: kommuneId, text, am };
  await insertRows(tx, 'beobachtung', [{ ...gefunden, fassung: 1, erfasst_am: erfasstAm(am) }]);
  await tx.run(sql`
    insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id, fall_id)
    values (${kreisId}, ${id}, ${kontoId}, ${fallId})`);
}

async function insertUmfeld(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, fallId, kontoId, key, beispiel, heute } = ort;
  const akteurId = (at: number) => idOf(ort, 'akteur', String(at));
  const rahmen = (am: string) => ({ fassung: 1, erfasst_am: erfasstAm(am), erfasst_von: kontoId });
  await insertRows(
    tx,
    'akteur',
    beispiel.akteur.map(({ stelle, vorTagen, ...each }, at) => {
      const seit = dayBefore(ort, vorTagen);
      const stelle_id = stelle === undefined ? null : stelleId(ort, stelle);
      const eingabe = {
        name: '',
        beziehung: '',
        verfahren: '',
        ...each,
        lebensbereich: [...each.lebensbereich],
      };
      const wort = { ...eingabe, kontakt: '', stelleId: stelle_id, vereinbartAm: null, seit, bis: null };
      return {
        kreis_id: kreisId,
        id: akteurId(at),
        fall_id: fallId,
        stelle_id,
        rolle: each.rolle,
        lebensbereich: each.lebensbereich,
        seit,
        wort_siegel: sealAkteur(key, akteurId(at), wort),
        ...rahmen(seit),
      };
    }),
  );
  const wer = beispiel.federfuehrung.map(([vorTagen, akteur]) => {
    const ab = dayBefore(ort, vorTagen);
    return { wert: akteur === null ? null : akteurId(akteur), ab, erfasst: erfasstAm(ab) };
  });
  await insertRows(
    tx,
    'federfuehrung',
    bitemporal(wer).map(({ wert, ...zeit }, at) => ({
      kreis_id: kreisId,
      id: idOf(ort, 'federfuehrung', String(at)),
      fall_id: fallId,
      akteur_id: wert,
      ...zeit,
      erfasst_von: kontoId,
    })),
  );
  const seit = dayBefore(ort, beispiel.aufnahme);
  await insertRows(
    tx,
    'haushalt',
    beispiel.haushalt.map(({ alter, ...each }, at) => {
      const id = idOf(ort, 'haushalt', String(at));
      const wort = { ...each, geburtsjahr: Number(heute.slice(0, 4)) - alter };
      return {
        kreis_id: kreisId,
        id,
        fall_id: fallId,
        beziehung: each.beziehung,
        lebensbereich: each.lebensbereich,
        zaehlt: each.zaehlt,
        seit,
        wort_siegel: sealHaushalt(key, id, wort),
        ...rahmen(seit),
      };
    }),
  );
}

async function insertAufgaben(ort: FallbeispielOrt): Promise<void> {
  const { tx, kreisId, traegerId, fallId, kontoId, key, beispiel } = ort;
  await insertRows(
    tx,
    'aufgabe',
    beispiel.aufgabe.map(({ text, vorTagen, faelligIn, erledigt }, at) => {
      const id = idOf(ort, 'aufgabe', String(at));
      return {
        kreis_id: kreisId,
        id,
        fall_id: fallId,
        zustaendig_id: null,
        faellig_am: dayIn(ort, faelligIn),
        stand: erledigt === undefined ? 'offen' : 'erledigt',
        erledigt_am: erledigt === undefined ? null : dayBefore(ort, erledigt),
        erledigt_von: erledigt === undefined ? null : kontoId,
        herkunft: 'hand',
        text_siegel: sealForPerson(key, id, text),
        fassung: erledigt === undefined ? 1 : 2,
        erfasst_am: erfasstAm(dayBefore(ort, vorTagen)),
        erfasst_von: kontoId,
      };
    }),
  );
  const notizId = idOf(ort, 'notiz');
  await insertRows(tx, 'notiz', [
    {
      kreis_id: kreisId,
      id: notizId,
      fall_id: fallId,
      traeger_id: traegerId,
      ebene: 'traeger',
      text_siegel: sealForPerson(key, notizId, beispiel.notiz.text),
      fassung: 1,
      erfasst_am: erfasstAm(dayBefore(ort, beispiel.notiz.vorTagen)),
      erfasst_von: kontoId,
    },
  ]);
}
