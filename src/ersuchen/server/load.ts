import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { sealText, unsealText, type Key } from '#src/platform/server/siegel.ts';
import type { AbschnittUmfang, ErsuchenDetail, ErsuchenStand } from '../ersuchen.ts';
import { worksWith } from './scope.ts';

type Codes = Pick<
  ErsuchenDetail,
  | 'id'
  | 'nummer'
  | 'art'
  | 'stand'
  | 'traegerId'
  | 'fallNummer'
  | 'eingegangenAm'
  | 'fristAm'
  | 'fassung'
  | 'weg'
  | 'durch'
  | 'recht'
  | 'identitaet'
  | 'verlaengertAm'
  | 'verlaengertGrund'
  | 'feld'
  | 'anlass'
  | 'entscheidung'
  | 'ablehnung'
  | 'uebergeben'
  | 'uebergebenAm'
  | 'loeschlaufId'
>;

/** The person of a request, for those who work with her. */
export interface ErsuchenPerson {
  readonly id: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly familienname: string;
  readonly vorname: string;
  readonly key: Key;
}

/** A request as it stands, with what the account may do. */
export interface GeladenesErsuchen extends Codes {
  readonly kreisId: string;
  /** Also for those who only oversee; null once the person is deleted. */
  readonly personId: string | null;
  readonly umfang: readonly AbschnittUmfang[];
  readonly pruefwert: Buffer | null;
  readonly worteSiegel: Buffer | null;
  readonly vorbereitetVon: string | null;
  readonly erfasstVon: string;
  /** Null for those who do not work with the person, and when she is locked or gone. */
  readonly person: ErsuchenPerson | null;
  readonly datenschutz: boolean;
  readonly freigebend: boolean;
  /** The account prepared the answer or decided on what is left out. */
  readonly beteiligt: boolean;
}

interface Row extends Omit<GeladenesErsuchen, 'person'> {
  readonly eigenId: string | null;
  readonly eigenTraegerId: string;
  readonly casemanagerId: string | null;
  readonly familienname: string;
  readonly vorname: string;
  readonly schluessel: Buffer;
}

/** Loads a request in scope, locked where it is about to change; 404 for everyone else. */
export async function loadErsuchen(
  tx: Tx,
  schluessel: Schluessel,
  { kreisId, ersuchenId }: { readonly kreisId: string; readonly ersuchenId: string },
  lock = true,
): Promise<GeladenesErsuchen> {
  const row = await tx.first(sql<Row>`
    select e.kreis_id as "kreisId", e.id, e.nummer, e.art, e.stand, e.traeger_id as "traegerId", e.fall_nummer as "fallNummer",
      e.eingegangen_am as "eingegangenAm", e.frist_am as "fristAm", e.fassung, e.weg, e.durch, e.recht, e.identitaet,
      e.verlaengert_am as "verlaengertAm", e.verlaengert_grund as "verlaengertGrund", e.feld, e.anlass, e.entscheidung,
      e.ablehnung, e.uebergeben, e.uebergeben_am as "uebergebenAm", e.loeschlauf_id as "loeschlaufId",
      e.person_id as "personId", e.umfang, e.pruefwert, e.worte_siegel as "worteSiegel",
      e.vorbereitet_von as "vorbereitetVon", e.erfasst_von as "erfasstVon",
      p.id as "eigenId", p.traeger_id as "eigenTraegerId", p.casemanager_id as "casemanagerId", p.familienname, p.vorname,
      p.schluessel_verpackt as schluessel,
      ersuchen_aufsicht(e.kreis_id, e.traeger_id, '{datenschutz}') as datenschutz,
      ersuchen_aufsicht(e.kreis_id, e.traeger_id, '{datenschutz,traegerleitung}') as freigebend,
      coalesce(e.vorbereitet_von = app_konto(), false) or exists (select from ersuchen_schwaerzung s
        where s.kreis_id = e.kreis_id and s.ersuchen_id = e.id
          and app_konto() in (s.erfasst_von, s.aufgehoben_von)) as beteiligt
    from ersuchen e
    left join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and ${worksWith('p')}
    where e.kreis_id = ${kreisId} and e.id = ${ersuchenId} ${lock ? sql`for update of e` : sql``}`);
  if (!row) throw notFound();
  const {
    eigenId,
    eigenTraegerId,
    casemanagerId,
    familienname,
    vorname,
    schluessel: verpackt,
    ...ersuchen
  } = row;
  if (eigenId === null) return { ...ersuchen, person: null };
  const key = await schluessel.personKey(tx, kreisId, eigenTraegerId, verpackt);
  return {
    ...ersuchen,
    person: { id: eigenId, traegerId: eigenTraegerId, casemanagerId, familienname, vorname, key },
  };
}

/** A request of a person with whom the account works; for all others there is no content. */
export async function loadMitPerson(
  tx: Tx,
  schluessel: Schluessel,
  ort: { readonly kreisId: string; readonly ersuchenId: string },
  lock = true,
): Promise<GeladenesErsuchen & { readonly person: ErsuchenPerson }> {
  const ersuchen = await loadErsuchen(tx, schluessel, ort, lock);
  const { person } = ersuchen;
  if (person === null) throw notFound();
  return { ...ersuchen, person };
}

/** Refuses a step on an older version, by those who only read, or out of its order. */
export function requireStep(
  ersuchen: GeladenesErsuchen,
  fassung: number,
  from: readonly ErsuchenStand[],
  may = ersuchen.person !== null || ersuchen.datenschutz,
): void {
  if (!may) throw new Refusal('nicht-erlaubt', 403);
  requireFassung({ fassung: ersuchen.fassung, stand: ersuchen.stand }, { fassung });
  if (!from.includes(ersuchen.stand)) throw new Refusal('schritt-folgt-nicht', 409);
}

const worte = z.strictObject({ wunsch: z.string(), antwort: z.string() });
export type Worte = z.infer<typeof worte>;

/** Seals the words of a request under the key of the person, bound to the row. */
export function sealWorte(key: Key, id: string, { wunsch, antwort }: Worte): Buffer {
  return sealText(key, JSON.stringify({ wunsch, antwort }), `ersuchen:${id}`);
}

/** Opens them again; empty for those who do not work with the person. */
export function openWorte({ id, person, worteSiegel }: GeladenesErsuchen): Worte {
  if (person === null || worteSiegel === null) return { wunsch: '', antwort: '' };
  return worte.parse(JSON.parse(unsealText(person.key, worteSiegel, `ersuchen:${id}`)));
}
