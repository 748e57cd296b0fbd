import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RolleName } from '#src/platform/server/actor.ts';
import type { Owner, Tx } from '#src/platform/server/db.ts';

/** Kreis under test: two Kommunen, a region each, two Träger. The neighbour has one of each. */
export const kreis = 'musterkreis';
export const nachbar = 'nachbarkreis';
export const kommune = { norden: '05999001', sueden: '05999002', nachbar: '05998001' } as const;
export const traeger = {
  alpha: '11111111-1111-4111-8111-111111111111',
  beta: '22222222-2222-4222-8222-222222222222',
  gamma: '33333333-3333-4333-8333-333333333333',
} as const;
const region = {
  norden: '44444444-4444-4444-8444-444444444444',
  sueden: '55555555-5555-4555-8555-555555555555',
} as const;

interface ActorPlan {
  readonly kreisId: string;
  readonly rolle: RolleName;
  readonly traegerId?: string;
  readonly regionId?: string;
}

/** Everyone who signs in during tests; the key is the name used with `as`. */
export const actorPlan = {
  casemanager: { kreisId: kreis, rolle: 'casemanager', traegerId: traeger.alpha },
  kollegin: { kreisId: kreis, rolle: 'casemanager', traegerId: traeger.alpha },
  casemanagerBeta: { kreisId: kreis, rolle: 'casemanager', traegerId: traeger.beta },
  casemanager_abh: { kreisId: kreis, rolle: 'casemanager_abh', traegerId: traeger.alpha },
  koordination: { kreisId: kreis, rolle: 'koordination' },
  koordinationNorden: { kreisId: kreis, rolle: 'koordination', regionId: region.norden },
  koordinationSueden: { kreisId: kreis, rolle: 'koordination', regionId: region.sueden },
  verwaltungsassistenz: { kreisId: kreis, rolle: 'verwaltungsassistenz' },
  ki_leitung: { kreisId: kreis, rolle: 'ki_leitung' },
  traegerleitung: { kreisId: kreis, rolle: 'traegerleitung', traegerId: traeger.alpha },
  abh_ebh: { kreisId: kreis, rolle: 'abh_ebh' },
  lenkungskreis: { kreisId: kreis, rolle: 'lenkungskreis' },
  controlling: { kreisId: kreis, rolle: 'controlling' },
  ministerium: { kreisId: kreis, rolle: 'ministerium' },
  datenschutz: { kreisId: kreis, rolle: 'datenschutz' },
  administration: { kreisId: kreis, rolle: 'administration' },
  uebernahme: { kreisId: kreis, rolle: 'uebernahme' },
  notzugriff: { kreisId: kreis, rolle: 'notzugriff', traegerId: traeger.alpha },
  nachbarCasemanager: { kreisId: nachbar, rolle: 'casemanager', traegerId: traeger.gamma },
  nachbarKoordination: { kreisId: nachbar, rolle: 'koordination' },
} as const satisfies Record<string, ActorPlan>;
export type ActorName = keyof typeof actorPlan;

const codes: readonly [liste: string, code: string, bezeichnung: string][] = [
  ['geschlecht', 'm', 'männlich'],
  ['geschlecht', 'w', 'weiblich'],
  ['geschlecht', 'd', 'divers'],
  ['herkunftsland', 'sy', 'Syrien'],
  ['herkunftsland', 'ua', 'Ukraine'],
  ['herkunftsland', 'mk', 'Nordmazedonien'],
  ['leistungsbezug', 'sgb_ii', 'SGB II'],
  ['leistungsbezug', 'asylblg', 'AsylbLG'],
  ['lebensbereich', 'wohnen', 'Wohnen'],
  ['lebensbereich', 'arbeit', 'Arbeit'],
  ['lebensbereich', 'gesundheit', 'Gesundheit'],
  ['zugang', 'eigeninitiative', 'Eigeninitiative'],
  ['zugang', 'schule', 'Schule'],
  ['ergebnis', 'information', 'Information'],
  ['abschlussgrund', 'bearbeitet', 'Hilfebedarfe bearbeitet'],
  ['abschlussgrund', 'umzug', 'Umzug'],
  ['ruhegrund', 'nicht_gemeldet', 'lange nicht gemeldet'],
];

/** Puts the fixture in; returns the account id of every actor. */
export async function insertFixture(owner: Owner): Promise<Record<ActorName, string>> {
  return owner(async (tx) => {
    await tx.run(
      sql`insert into kreis (id, ags, name) values (${kreis}, '05999', 'Musterkreis'), (${nachbar}, '05998', 'Nachbarkreis')`,
    );
    await tx.run(sql`insert into kommune (kreis_id, id, name) values
      (${kreis}, ${kommune.norden}, 'Norddorf'), (${kreis}, ${kommune.sueden}, 'Südstadt'), (${nachbar}, ${kommune.nachbar}, 'Nachbarstadt')`);
    await tx.run(sql`insert into traeger (kreis_id, id, slug, name, rechtsname, art) values
      (${kreis}, ${traeger.alpha}, 'alpha', 'Alpha', 'Alpha e. V.', 'freier_traeger'),
      (${kreis}, ${traeger.beta}, 'beta', 'Beta', 'Beta gGmbH', 'freier_traeger'),
      (${nachbar}, ${traeger.gamma}, 'gamma', 'Gamma', 'Gamma e. V.', 'freier_traeger')`);
    await tx.run(sql`insert into region (kreis_id, id, slug, name, art) values
      (${kreis}, ${region.norden}, 'norden', 'Norden', 'teilregion'), (${kreis}, ${region.sueden}, 'sueden', 'Süden', 'teilregion')`);
    await tx.run(sql`insert into region_kommune (kreis_id, region_id, kommune_id) values
      (${kreis}, ${region.norden}, ${kommune.norden}), (${kreis}, ${region.sueden}, ${kommune.sueden})`);
    for (const kreisId of [kreis, nachbar]) await insertCodes(tx, kreisId);
    return insertActors(tx);
  });
}

async function insertCodes(tx: Tx, kreisId: string): Promise<void> {
  for (const [liste, code, bezeichnung] of codes) {
    await tx.run(sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
      values (${kreisId}, ${liste}, ${code}, ${bezeichnung}, ${bezeichnung}, ${code})`);
  }
}

async function insertActors(tx: Tx): Promise<Record<ActorName, string>> {
  const ids: Partial<Record<ActorName, string>> = {};
  for (const [name, plan] of Object.entries(actorPlan) as [ActorName, ActorPlan][]) {
    const id = randomUUID();
    ids[name] = id;
    await tx.run(sql`insert into konto (kreis_id, id, anmeldename, name)
      values (${plan.kreisId}, ${id}, ${name.toLowerCase()}, ${`Konto ${name}`})`);
    await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, region_id)
      values (${plan.kreisId}, ${plan.kreisId}, ${id}, ${plan.rolle}, ${plan.traegerId ?? null}, ${plan.regionId ?? null})`);
  }
  return ids as Record<ActorName, string>;
}
