import type { Day } from '#src/platform/day.ts';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { casemanagerOf, moment, type Ablage } from './ablage.ts';
import { bitemporal, type Zustand } from './bitemporal.ts';
import { demoId } from './demo-id.ts';
import type { FallEntwurf } from './make-fall.ts';

interface Zustaendig {
  readonly traeger: string;
  readonly konto: string;
  readonly anlass: 'aufnahme' | 'uebergabe';
}

/** Who has the case, from admission to today. */
interface Verlauf {
  readonly nummer: string;
  readonly zuerst: Zustaendig;
  readonly jetzt: Zustaendig;
  readonly schritte: readonly Zustand<Zustaendig>[];
  readonly erfasst: string;
}

/** Gathers all rows of one invented case; `uebergabeAm` is the day on which it went to the other Träger of the plan. */
export async function addFall(
  ablage: Ablage,
  entwurf: FallEntwurf,
  nummer: string,
  uebergabeAm: Day | undefined,
): Promise<void> {
  const verlauf = makeVerlauf(ablage, entwurf, nummer, uebergabeAm);
  const key = await addPerson(ablage, entwurf, verlauf);
  addHistory(ablage, entwurf, verlauf);
  addKontakte(ablage, entwurf, verlauf, uebergabeAm, key);
}

function makeVerlauf(
  ablage: Ablage,
  entwurf: FallEntwurf,
  nummer: string,
  uebergabeAm: Day | undefined,
): Verlauf {
  const erfasst = moment(ablage, entwurf.aufgenommen);
  const { traeger } = entwurf;
  const zuerst: Zustaendig = { traeger, konto: casemanagerOf(ablage, traeger), anlass: 'aufnahme' };
  const erster = { wert: zuerst, ab: entwurf.aufgenommen, erfasst };
  const an = ablage.plan.uebergabe?.an;
  if (uebergabeAm === undefined || an === undefined) {
    return { nummer, zuerst, jetzt: zuerst, schritte: [erster], erfasst };
  }
  const jetzt: Zustaendig = { traeger: an, konto: casemanagerOf(ablage, an), anlass: 'uebergabe' };
  const zweiter = { wert: jetzt, ab: uebergabeAm, erfasst: moment(ablage, uebergabeAm) };
  return { nummer, zuerst, jetzt, schritte: [erster, zweiter], erfasst };
}

async function addPerson(ablage: Ablage, entwurf: FallEntwurf, verlauf: Verlauf): Promise<Key> {
  const { tabellen, plan, tx, schluessel } = ablage;
  const kreis_id = plan.kreis.id;
  const { nummer, jetzt, erfasst: erfasst_am } = verlauf;
  const id = (art: string) => demoId(kreis_id, art, nummer);
  const traeger_id = demoId(kreis_id, 'traeger', jetzt.traeger);
  const { key, wrapped } = await schluessel.newPersonKey(tx, kreis_id, traeger_id);
  const { familienname, vorname } = entwurf;
  tabellen.person.push({
    kreis_id,
    id: id('person'),
    traeger_id,
    casemanager_id: jetzt.konto,
    einwilligung_id: id('einwilligung'),
    familienname,
    vorname,
    geburtsdatum: entwurf.geburtsdatum,
    suchform: suchform(familienname, vorname),
    suchlaut: suchlaut(familienname, vorname),
    schluessel_verpackt: wrapped,
    fassung: 1,
    erfasst_am,
  });
  tabellen.einwilligung.push({
    kreis_id,
    id: id('einwilligung'),
    person_id: id('person'),
    erteilt_am: entwurf.aufgenommen,
    textfassung: '1',
    sprache: entwurf.sprache,
    erfasst_am,
    erfasst_von: verlauf.zuerst.konto,
  });
  tabellen.fall.push({
    kreis_id,
    id: id('fall'),
    nummer,
    traeger_id,
    casemanager_id: jetzt.konto,
    person_id: id('person'),
    kommune_id: plan.kreis.kommune.find((k) => k.name === entwurf.kommune)?.ags,
    zugang: entwurf.zugang,
    aufgenommen_am: entwurf.aufgenommen,
    fassung: 1,
    erfasst_am,
  });
  return key;
}

function addHistory(ablage: Ablage, entwurf: FallEntwurf, verlauf: Verlauf): void {
  const { tabellen, plan } = ablage;
  const kreis_id = plan.kreis.id;
  const { nummer, jetzt, erfasst } = verlauf;
  const fall_id = demoId(kreis_id, 'fall', nummer);
  for (const [merkmal, wert] of entwurf.merkmale) {
    const id = demoId(kreis_id, 'merkmal', nummer, merkmal, wert);
    tabellen.fall_merkmal.push({
      kreis_id,
      id,
      fall_id,
      merkmal,
      wert,
      gueltig_ab: entwurf.aufgenommen,
      erfasst_am: erfasst,
    });
  }
  const status = entwurf.status.map((wert, at) => ({
    wert,
    ab: wert.ab,
    erfasst: at === 0 ? erfasst : moment(ablage, wert.ab),
  }));
  for (const [at, { wert, ...zeit }] of bitemporal(status).entries()) {
    tabellen.fall_status.push({
      kreis_id,
      id: demoId(kreis_id, 'status', nummer, String(at)),
      fall_id,
      status: wert.status,
      grund: wert.grund,
      herkunft: wert.status === 'aktiv' ? 'aufnahme' : 'hand',
      ...zeit,
      erfasst_von: jetzt.konto,
    });
  }
  for (const [at, { wert, ...zeit }] of bitemporal(verlauf.schritte).entries()) {
    tabellen.fall_zustaendigkeit.push({
      kreis_id,
      id: demoId(kreis_id, 'zustaendigkeit', nummer, String(at)),
      fall_id,
      traeger_id: demoId(kreis_id, 'traeger', wert.traeger),
      casemanager_id: wert.konto,
      anlass: wert.anlass,
      uebergabe_id: wert.anlass === 'uebergabe' ? demoId(kreis_id, 'uebergabe') : null,
      ...zeit,
      erfasst_von: wert.konto,
    });
  }
}

function addKontakte(
  ablage: Ablage,
  entwurf: FallEntwurf,
  { nummer, zuerst, jetzt }: Verlauf,
  uebergabeAm: Day | undefined,
  key: Key,
): void {
  const { tabellen, plan, zufall } = ablage;
  const kreis_id = plan.kreis.id;
  for (const [at, { notiz, minuten, ...kontakt }] of entwurf.kontakte.entries()) {
    const wer = uebergabeAm !== undefined && kontakt.am < uebergabeAm ? zuerst : jetzt;
    const notizId = notiz === '' ? null : demoId(kreis_id, 'notiz', nummer, String(at));
    const erfasst_am = moment(ablage, kontakt.am, zufall.chance(0.08) ? zufall.int(1, 3) : 0);
    if (notizId !== null) {
      const siegel = sealForPerson(key, notizId, notiz);
      const person_id = demoId(kreis_id, 'person', nummer);
      tabellen.geheimtext.push({ kreis_id, id: notizId, person_id, siegel, erfasst_am });
    }
    tabellen.beratungskontakt.push({
      kreis_id,
      id: demoId(kreis_id, 'kontakt', nummer, String(at)),
      fassung: 1,
      fall_id: demoId(kreis_id, 'fall', nummer),
      traeger_id: demoId(kreis_id, 'traeger', wer.traeger),
      casemanager_id: wer.konto,
      ...kontakt,
      dauer_minuten: minuten,
      sprache: kontakt.dolmetschen === 'kein' ? 'deu' : entwurf.sprache,
      notiz_id: notizId,
      erfasst_am,
      erfasst_von: wer.konto,
    });
  }
}
