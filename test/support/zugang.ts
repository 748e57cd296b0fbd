import { sql } from 'kysely';
import { addPerson } from '#src/person/server/add.ts';
import type { TestApp } from './app.ts';
import { kommune, kreis, traeger } from './fixture.ts';
import { arrange } from './look.ts';

export const stelle = {
  schule: '66666666-6666-4666-8666-666666666661',
  wohnen: '66666666-6666-4666-8666-666666666662',
} as const;
export const standort = '66666666-6666-4666-8666-666666666663';
export const ortsteil = '66666666-6666-4666-8666-666666666664';

/** An Anfrage as a colleague types it. */
export const anfrage = {
  eingegangenAm: '2023-03-01',
  kommuneId: kommune.norden,
  ortsteilId: null,
  strasse: '',
  zugang: 'schule',
  unterweg: null,
  stelleId: stelle.schule,
  wohnform: null,
  dringlich: false,
  sprache: 'ara',
  dolmetschen: true,
  lebensbereich: ['wohnen'],
  keinFall: [],
  traegerId: traeger.alpha,
  standortId: null,
  uebernehmen: false,
};

/** Offices, lists, territory and one rule of the Zusteuerung, on top of the fixture. */
export async function insertZugang(app: Pick<TestApp, 'owner'>): Promise<void> {
  await arrange(
    app,
    sql`insert into stelle (kreis_id, id, name, art, kommune_id, weg) values
      (${kreis}, ${stelle.schule}, 'Realschule Norddorf', 'schule', ${kommune.norden}, 'nach Absprache'),
      (${kreis}, ${stelle.wohnen}, 'Wohnraumberatung', 'wohnen', null, '')`,
  );
  await arrange(
    app,
    sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam) values
      (${kreis}, 'unterweg', 'willkommensberatung', 'Willkommensberatung', 'welcome', 'willkommensberatung'),
      (${kreis}, 'unterweg', 'stadtteilbuero', 'Stadtteilbüro', 'neighbourhood', 'stadtteilbuero'),
      (${kreis}, 'unterweg', 'aufsuchend', 'aufsuchend', 'outreach', 'aufsuchend'),
      (${kreis}, 'unterweg', 'flyer', 'Flyer', 'leaflet', 'flyer'),
      (${kreis}, 'wohnform', 'uebergangswohnung', 'städtische Übergangswohnung', 'transitional', 'uebergangswohnung'),
      (${kreis}, 'kein_fall', 'wohnungssuche', 'Wohnungssuche', 'flat hunting', 'wohnungssuche')`,
  );
  await arrange(
    app,
    sql`insert into standort (kreis_id, id, traeger_id, kommune_id, name)
      values (${kreis}, ${standort}, ${traeger.beta}, ${kommune.sueden}, 'Beta Süd')`,
  );
  await arrange(
    app,
    sql`insert into ortsteil (kreis_id, id, kommune_id, name)
      values (${kreis}, ${ortsteil}, ${kommune.sueden}, 'Südstadt links')`,
  );
  await arrange(
    app,
    sql`insert into ortsteil_strasse (kreis_id, ortsteil_id, strasse)
      values (${kreis}, ${ortsteil}, 'Gartenstraße')`,
  );
  await arrange(
    app,
    sql`insert into traeger_gebiet (kreis_id, traeger_id, kommune_id, ortsteil_id, gueltig_ab) values
      (${kreis}, ${traeger.alpha}, ${kommune.norden}, null, '2020-01-01'),
      (${kreis}, ${traeger.beta}, ${kommune.sueden}, ${ortsteil}, '2020-01-01')`,
  );
  await arrange(
    app,
    sql`insert into zusteuerung (kreis_id, bezeichnung, wohnform, an_traeger_id, an_standort_id, gueltig_ab)
      values (${kreis}, 'Städtische Übergangswohnung: Team Beta', 'uebergangswohnung', ${traeger.beta}, ${standort},
        '2020-01-01')`,
  );
}

/** Gives an Anfrage the person who has signed, as the consent page does. */
export async function consentFor(app: TestApp, anfrageId: string, erteiltAm = '2023-03-02'): Promise<string> {
  const konto = { kreisId: kreis, kontoId: app.konto.casemanager };
  const { personId } = await app.db.asKonto(konto, {}, (tx) =>
    addPerson(tx, app.schluessel, {
      kreisId: kreis,
      traegerId: traeger.alpha,
      casemanagerId: app.konto.casemanager,
      familienname: 'Haddad',
      vorname: 'Rima',
      geburtsdatum: null,
      einwilligung: { erteiltAm, textfassung: '1', sprache: 'ara' },
    }),
  );
  await arrange(app, sql`update anfrage set person_id = ${personId} where id = ${anfrageId}`);
  return personId;
}
