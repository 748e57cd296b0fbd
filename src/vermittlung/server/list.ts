import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { StelleArt } from '#src/stelle/contract.ts';
import type { vermittlungContract, VermittlungZeile } from '../contract.ts';
import { fuehrtSelbst } from '../rules.ts';
import { schreiben } from '../vermittlung.ts';
import { isAbgeschlossen, readFallPerson } from './load.ts';
import { partnerKonten } from './partner-konten.ts';

type List = typeof vermittlungContract.listVermittlung;
type StandZeile = VermittlungZeile['verlauf'][number];

interface Row extends Omit<VermittlungZeile, 'fuehrtSelbst' | 'schreiben' | 'verlauf'> {
  readonly stelleArt: StelleArt;
  readonly eigenes: boolean | null;
  readonly siegel: Buffer | null;
  readonly verlauf: readonly (Omit<StandZeile, 'worte'> & {
    readonly id: string;
    readonly siegel: string | null;
  })[];
}

/** Referrals of a case, open ones first, with everything that came back. */
export async function listVermittlung(call: Call<List>): Promise<Answer<List>> {
  const { tx, params } = call;
  const { kreisId, fallId } = params;
  const { key, personId, kommuneId, eigen } = await readFallPerson(call);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'vermittlung.list')`);
  markLesezugriff(tx);
  const [rows, konten, abgeschlossen] = await Promise.all([
    tx.all(sql<Row>`
      select v.id, v.fassung, v.art, v.angebot_id as "angebotId", a.name as "angebotName", v.stelle_id as "stelleId",
        s.name as "stelleName", s.art as "stelleArt", a.eigenes_fallmanagement as eigenes, v.lebensbereich,
        v.ziel_id as "zielId", v.am, v.termin_am as "terminAm", to_char(v.termin_um, 'HH24:MI') as "terminUm", v.kanal,
        v.stand, v.stand_am as "standAm", v.rueckmeldung_bis as "rueckmeldungBis", v.schreiben_siegel as siegel,
        (select json_agg(json_build_object('id', h.id, 'stand', h.stand, 'grund', h.grund, 'ergebnis', h.ergebnis,
            'am', h.am, 'herkunft', h.herkunft, 'siegel', encode(h.worte_siegel, 'base64')) order by h.erfasst_am)
          from vermittlung_stand h where h.kreis_id = v.kreis_id and h.vermittlung_id = v.id) as verlauf
      from vermittlung v
      join stelle s on s.kreis_id = v.kreis_id and s.id = v.stelle_id
      left join angebot a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
      where v.kreis_id = ${kreisId} and v.fall_id = ${fallId}
      order by v.stand in ('abgelehnt', 'beendet', 'zurueckgezogen'), v.am desc, v.erfasst_am desc`),
    tx.all(sql<{ stelle_id: string }>`select distinct k.stelle_id from (${partnerKonten(kreisId)}) k`),
    isAbgeschlossen(call),
  ]);
  return {
    kommuneId,
    abgeschlossen,
    abilities: { write: eigen && !abgeschlossen },
    partnerkonto: konten.map(({ stelle_id }) => stelle_id),
    vermittlung: rows.map(({ stelleArt, eigenes, siegel, verlauf, ...row }) => ({
      ...row,
      fuehrtSelbst: fuehrtSelbst({
        angebot: eigenes === null ? null : { eigenesFallmanagement: eigenes },
        stelleArt,
      }),
      schreiben: siegel === null ? null : schreiben.parse(JSON.parse(unsealForPerson(key, row.id, siegel))),
      verlauf: verlauf.map(({ id, siegel: worte, ...zeile }) => ({
        ...zeile,
        worte: worte === null ? '' : unsealForPerson(key, id, Buffer.from(worte, 'base64')),
      })),
    })),
  };
}
