import { sql, type RawBuilder } from 'kysely';
import type { Tiefe } from '#src/anfrage/anfrage.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { bogen, einschaetzung, type Bogen, type Erstberatung } from '../bogen.ts';
import type { VorschlagGrund, VorschlagRegel } from '../rules.ts';

/** An Erstberatung as it lies in the database. */
export interface ErstberatungStand {
  readonly id: string;
  readonly fassung: number;
  readonly am: Day;
  readonly dauerMinuten: number | null;
  readonly dolmetschen: Erstberatung['dolmetschen'];
  readonly personId: string | null;
  readonly bedarf: unknown;
  readonly bogenId: string | null;
  readonly siegel: Buffer | null;
  readonly vorschlag: Tiefe;
  readonly vorschlagGrund: VorschlagGrund;
  readonly entscheidung: Tiefe | null;
  readonly abweichungCode: Erstberatung['abweichungCode'];
  readonly folgeterminBis: Day | null;
  readonly vonName: string | null;
}

/** Erstberatungen in sight that fulfil a condition on `e`, newest first. */
export function readErstberatung(
  tx: Tx,
  kreisId: string,
  condition: RawBuilder<unknown>,
): Promise<ErstberatungStand[]> {
  return tx.all(sql<ErstberatungStand>`
    select e.id, e.fassung, e.am, e.dauer_minuten as "dauerMinuten", e.dolmetschen, e.person_id as "personId", e.bedarf,
      e.bogen_id as "bogenId", g.siegel, e.vorschlag, e.vorschlag_grund as "vorschlagGrund", e.entscheidung,
      e.abweichung_code as "abweichungCode", e.folgetermin_bis as "folgeterminBis", k.name as "vonName"
    from erstberatung e
    left join geheimtext g on g.kreis_id = e.kreis_id and g.id = e.bogen_id
    left join konto k on k.kreis_id = e.kreis_id and k.id = e.casemanager_id
    where e.kreis_id = ${kreisId} and ${condition}
    order by e.am desc, e.erfasst_am desc`);
}

/** The key of a person in sight; 404 for everyone else. */
export async function openPerson(
  tx: Tx,
  deps: Pick<Deps, 'schluessel'>,
  kreisId: string,
  personId: string,
): Promise<Key> {
  const row = await tx.first(sql<{ traegerId: string; schluessel: Buffer }>`
    select traeger_id as "traegerId", schluessel_verpackt as schluessel from person
    where kreis_id = ${kreisId} and id = ${personId}`);
  if (!row) throw notFound();
  return deps.schluessel.personKey(tx, kreisId, row.traegerId, row.schluessel);
}

/** The sheet of a row, unsealed where it is sealed. */
export function openBogen(stand: ErstberatungStand, key: Key | undefined): Bogen {
  if (stand.bogenId !== null && stand.siegel !== null && key !== undefined) {
    return bogen.parse(JSON.parse(unsealForPerson(key, stand.bogenId, stand.siegel)));
  }
  const plain = stand.bedarf ?? { bereich: [], institutionen: null, sprache: null, schwereCode: null };
  return { einschaetzung: einschaetzung.parse(plain), abweichungCode: stand.abweichungCode, angaben: null };
}

/** A row as the interface answers it. */
export function toErstberatung(stand: ErstberatungStand, key: Key | undefined): Erstberatung {
  const { personId: _personId, bedarf: _bedarf, bogenId: _bogenId, siegel: _siegel, ...rest } = stand;
  return { ...rest, ...openBogen(stand, key) };
}

/** The settings of the Kreis for a proposal on a day. */
export async function loadRegel(tx: Tx, kreisId: string, am: Day): Promise<VorschlagRegel> {
  const komplexerFall = await getRegel(tx, kreisId, 'komplexer_fall', am);
  const { bedarfe } = await getRegel(tx, kreisId, 'kurzberatung', am);
  return { komplexerFall, bedarfe };
}
