import { sql } from 'kysely';
import { readUnterschriften } from '#src/einwilligung/server/read-unterschrift.ts';
import { caresFor, readsPerson } from '#src/fall/server/scope.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { VersionZeile, ZielZeile } from '../contract.ts';
import type { PlanInhalt } from '../plan.ts';
import { isOffenerSchritt, isOffenesZiel } from '../rules.ts';
import { openInhalt, pruefwertOf } from './worte.ts';
import { readZiele } from './read-ziel.ts';

export interface GeleseneVersion extends VersionZeile {
  /** The plan as it was frozen. */
  readonly inhalt: PlanInhalt;
}

/** The plan of a case with its person, opened. */
export interface GelesenerPlan {
  readonly kreisId: string;
  readonly fallId: string;
  readonly nummer: string;
  readonly traegerId: string;
  readonly personId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
  /** Guardians who signed the consent that holds. */
  readonly vertretungen: number;
  readonly key: Key;
  /** True for a substitute, who leaves the signature to the one who leads the case. */
  readonly vertreten: boolean;
  /** False where the case is only open to be read. */
  readonly eigen: boolean;
  /** Counts the changes of the content; 0 before the first goal. */
  readonly fassung: number;
  readonly ziel: ZielZeile[];
  /** As it stands now, without an answer. */
  readonly inhalt: PlanInhalt;
  readonly pruefwert: string;
  /** Newest first; a draft waiting for its signature on paper is one of them. */
  readonly version: GeleseneVersion[];
}

interface Kopf extends Omit<
  GelesenerPlan,
  'kreisId' | 'fallId' | 'vertretungen' | 'key' | 'ziel' | 'inhalt' | 'pruefwert' | 'version'
> {
  readonly schluessel: Buffer;
  readonly vertretungId: string | null;
  readonly vertretungSiegel: Buffer | null;
}

interface VersionRow extends Pick<VersionZeile, 'id' | 'nummer' | 'stand' | 'unterschriebenAm'> {
  readonly siegel: Buffer;
  readonly pruefwert: Buffer;
  readonly erfasstAm: Date;
}

/**
 * The plan of a case and everything that was signed, for those who work on the case or to whom it is open; 404 for everyone else and after a
 * withdrawal. Writes no row of the access log: the operation that shows it does.
 */
export async function readPlan(
  tx: Tx,
  deps: Pick<Deps, 'schluessel'>,
  kreisId: string,
  fallId: string,
): Promise<GelesenerPlan> {
  const kopf = await tx.first(sql<Kopf>`
    select f.nummer, f.traeger_id as "traegerId", p.id as "personId", p.familienname, p.vorname, p.geburtsdatum,
      p.schluessel_verpackt as schluessel, g.id as "vertretungId", g.siegel as "vertretungSiegel",
      f.casemanager_id is not null and f.casemanager_id <> app_konto() as vertreten,
      ${caresFor('f')} as eigen,
      coalesce((select h.fassung from hilfeplan h where h.kreis_id = f.kreis_id and h.fall_id = f.id), 0) as fassung
    from fall f
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    left join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    left join geheimtext g on g.kreis_id = e.kreis_id and g.id = e.vertretung_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${readsPerson('f')}`);
  if (!kopf) throw notFound();
  const { schluessel, vertretungId, vertretungSiegel, ...rest } = kopf;
  const key = await deps.schluessel.personKey(tx, kreisId, kopf.traegerId, schluessel);
  const ort = { kreisId, fallId, key };
  const [ziel, rows, unterschrift] = await Promise.all([
    readZiele(tx, ort),
    tx.all(sql<VersionRow>`
      select v.id, v.nummer, v.stand, v.unterschrieben_am as "unterschriebenAm", v.inhalt_siegel as siegel, v.pruefwert,
        v.erfasst_am as "erfasstAm"
      from hilfeplan_version v where v.kreis_id = ${kreisId} and v.fall_id = ${fallId} order by v.nummer desc`),
    readUnterschriften(tx, kreisId, kopf.personId, 'hilfeplan'),
  ]);
  const inhalt = inhaltOf(ziel);
  return {
    ...rest,
    ...ort,
    vertretungen:
      vertretungId === null || vertretungSiegel === null
        ? 0
        : unsealForPerson(key, vertretungId, vertretungSiegel).split('\n').length,
    ziel,
    inhalt,
    pruefwert: pruefwertOf(inhalt),
    version: rows.map(({ siegel, pruefwert, erfasstAm, ...row }) => {
      const frozen = openInhalt(key, row.id, siegel);
      return {
        ...row,
        pruefwert: pruefwert.toString('hex'),
        erfasstAm: erfasstAm.toISOString(),
        zustimmung: frozen.zustimmung,
        unterschrift: unterschrift(row.id),
        inhalt: frozen,
      };
    }),
  };
}

/** The rows of a plan in the shape that is frozen, printed and compared. */
export function inhaltOf(ziel: readonly ZielZeile[]): PlanInhalt {
  return {
    ziel: ziel.map(({ fassung: _fassung, standAb: _standAb, schritt, ...each }) => ({
      ...each,
      schritt: schritt.map(({ standAb: _ab, ...one }) => one),
    })),
    zustimmung: null,
  };
}

/** What is still to be done: a step, the goal it leads to, who does it, until when. */
export interface OffenerSchritt {
  readonly schrittId: string;
  readonly zielId: string;
  readonly lebensbereich: string;
  readonly ziel: string;
  readonly text: string;
  readonly akteur: ZielZeile['schritt'][number]['akteur'];
  readonly dritte: string;
  readonly faelligAm: Day | null;
}

/** The open steps of open goals, those that are due first on top; for the hand-over sheet. */
export async function readOffeneSchritte(
  tx: Tx,
  ort: { readonly kreisId: string; readonly fallId: string; readonly key: Key },
): Promise<OffenerSchritt[]> {
  const ziele = await readZiele(tx, ort);
  return ziele
    .filter(isOffenesZiel)
    .flatMap(({ id: zielId, lebensbereich, text: ziel, schritt }) =>
      schritt.filter(isOffenerSchritt).map(({ id: schrittId, text, akteur, dritte, faelligAm }) => ({
        schrittId,
        zielId,
        lebensbereich,
        ziel,
        text,
        akteur,
        dritte,
        faelligAm,
      })),
    )
    .toSorted((a, b) => compareDay(a.faelligAm, b.faelligAm));
}

function compareDay(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
