import { sql } from 'kysely';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { unsealText, type Key } from '#src/platform/server/siegel.ts';
import type { FallIst } from '../plan.ts';
import type { FallAngaben, MerkmalZeit, StatusZeit, ZustaendigkeitIst } from '../zeile.ts';
import type { Lauf } from './lauf.ts';
import { standContext } from './write-fall.ts';

/** A case that was imported before, with the key of its person and the last edition. */
export interface BekannterFall {
  readonly fallId: string;
  readonly personId: string;
  readonly einwilligungId: string;
  readonly traegerId: string;
  readonly key: Key;
  readonly verpackt: Buffer;
  readonly widerrufen: boolean;
  readonly basis: FallAngaben;
  readonly ist: FallIst;
}

interface StammRow {
  fall_id: string;
  person_id: string;
  einwilligung_id: string;
  traeger_id: string;
  schluessel_verpackt: Buffer;
  familienname: string;
  vorname: string;
  geburtsdatum: string | null;
  erteilt_am: string;
  widerrufen_am: string | null;
  kommune_id: string | null;
  ortsteil_id: string | null;
  zugang: string | null;
  aufgenommen_am: string;
  bemerkung_id: string | null;
  bemerkung_siegel: Buffer | null;
  stand_siegel: Buffer;
}

type Of<T> = T & { readonly fall_id: string };

/** Loads cases as they are now, locked. Cases whose person was deleted are missing in the answer. */
export async function loadIst(lauf: Lauf, fallIds: readonly string[]): Promise<Map<string, BekannterFall>> {
  const { tx, kreisId } = lauf;
  const ids = sql`${[...fallIds]}::uuid[]`;
  const stamm = await tx.all(sql<StammRow>`
    select f.id as fall_id, p.id as person_id, p.einwilligung_id, p.traeger_id, p.schluessel_verpackt, p.familienname, p.vorname,
      p.geburtsdatum, e.erteilt_am, e.widerrufen_am, f.kommune_id, f.ortsteil_id, f.zugang, f.aufgenommen_am, f.bemerkung_id,
      g.siegel as bemerkung_siegel, s.siegel as stand_siegel
    from fall f
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    join uebernahme_stand s on s.kreis_id = f.kreis_id and s.fall_id = f.id
    left join geheimtext g on g.kreis_id = f.kreis_id and g.id = f.bemerkung_id
    where f.kreis_id = ${kreisId} and f.id = any (${ids})
    for update of f, p`);
  const merkmal = await tx.all(sql<Of<MerkmalZeit & { id: string }>>`
    select fall_id, id, merkmal, wert, gueltig_ab as ab, gueltig_bis as bis from fall_merkmal
    where kreis_id = ${kreisId} and fall_id = any (${ids}) and ersetzt_am is null`);
  const status = await tx.all(sql<Of<StatusZeit & { id: string }>>`
    select fall_id, id, status, grund, gueltig_ab as ab, gueltig_bis as bis from fall_status
    where kreis_id = ${kreisId} and fall_id = any (${ids}) and ersetzt_am is null`);
  const zustaendigkeit = await tx.all(sql<Of<ZustaendigkeitIst>>`
    select fall_id, id, traeger_id as "traegerId", casemanager_id as "casemanagerId", anlass, uebergabe_id as "uebergabeId",
      gueltig_ab as ab, gueltig_bis as bis
    from fall_zustaendigkeit where kreis_id = ${kreisId} and fall_id = any (${ids}) and ersetzt_am is null`);
  const [m, s, z] = [
    Map.groupBy(merkmal, byFall),
    Map.groupBy(status, byFall),
    Map.groupBy(zustaendigkeit, byFall),
  ];

  const known = new Map<string, BekannterFall>();
  for (const row of stamm) {
    const key = await lauf.schluessel.personKey(tx, kreisId, row.traeger_id, row.schluessel_verpackt);
    known.set(row.fall_id, {
      fallId: row.fall_id,
      personId: row.person_id,
      einwilligungId: row.einwilligung_id,
      traegerId: row.traeger_id,
      key,
      verpackt: row.schluessel_verpackt,
      widerrufen: row.widerrufen_am !== null,
      basis: JSON.parse(unsealText(key, row.stand_siegel, standContext(row.fall_id))),
      ist: {
        stamm: stammOf(row, key),
        aufnahme: row.aufgenommen_am,
        merkmal: m.get(row.fall_id) ?? [],
        status: s.get(row.fall_id) ?? [],
        zustaendigkeit: z.get(row.fall_id) ?? [],
      },
    });
  }
  return known;
}

function byFall({ fall_id }: { readonly fall_id: string }): string {
  return fall_id;
}

function stammOf(row: StammRow, key: Key): FallIst['stamm'] {
  const { bemerkung_id: id, bemerkung_siegel: siegel } = row;
  return {
    familienname: row.familienname,
    vorname: row.vorname === '' ? null : row.vorname,
    geburtsdatum: row.geburtsdatum,
    einwilligung: row.erteilt_am,
    kommuneId: row.kommune_id,
    ortsteilId: row.ortsteil_id,
    zugang: row.zugang,
    bemerkung: id !== null && siegel !== null ? unsealForPerson(key, id, siegel) : null,
  };
}
