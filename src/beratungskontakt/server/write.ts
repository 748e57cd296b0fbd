import { sql, type RawBuilder } from 'kysely';
import type { KontaktEingabe } from '../kontakt.ts';

export interface KontaktZeileNeu extends KontaktEingabe {
  readonly kreisId: string;
  readonly id: string;
  readonly fassung: number;
  readonly fallId: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly personId: string;
  /** The sealed note and the id it is sealed to. */
  readonly geheimtext: { readonly id: string; readonly siegel: Buffer } | null;
}

/** One version of a contact and its sealed note in one statement. */
export function insertKontakt(zeile: KontaktZeileNeu): RawBuilder<unknown> {
  const { geheimtext } = zeile;
  const notiz = geheimtext
    ? sql`with notiz as (
        insert into geheimtext (kreis_id, id, person_id, siegel)
        values (${zeile.kreisId}, ${geheimtext.id}, ${zeile.personId}, ${geheimtext.siegel}))`
    : sql``;
  return sql`${notiz}
    insert into beratungskontakt (kreis_id, id, fassung, fall_id, traeger_id, casemanager_id, am, qualifiziert, format,
      ort, dauer_minuten, sprache, dolmetschen, lebensbereich, notiz_id, erfasst_von)
    values (${zeile.kreisId}, ${zeile.id}, ${zeile.fassung}, ${zeile.fallId}, ${zeile.traegerId},
      ${zeile.casemanagerId}, ${zeile.am}, ${zeile.qualifiziert}, ${zeile.format}, ${zeile.ort}, ${zeile.dauerMinuten},
      ${zeile.sprache}, ${zeile.dolmetschen}, ${[...new Set(zeile.lebensbereich)]}::text[], ${geheimtext?.id ?? null},
      app_konto())`;
}
