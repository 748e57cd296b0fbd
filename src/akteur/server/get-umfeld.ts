import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { readHaushalt } from '#src/haushalt/server/read.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { akteurContract } from '../contract.ts';
import { readAkteure, readFederfuehrung } from './read.ts';

type Get = typeof akteurContract.getUmfeld;

interface Row {
  readonly personId: string;
  readonly traegerId: string;
  readonly vorname: string;
  readonly familienname: string;
  readonly schluessel: Buffer;
  readonly aufgenommenAm: Day;
  readonly zu: boolean;
}

/** Household and actors of a case, for those who read its person; the linked cases they see are logged as read too. */
export async function getUmfeld({ tx, deps, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const am = today(deps.now());
  const row = await tx.first(sql<Row>`
    select p.id as "personId", f.traeger_id as "traegerId", p.vorname, p.familienname,
      p.schluessel_verpackt as schluessel, f.aufgenommen_am as "aufgenommenAm",
      exists (select from fall_status s where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
        and s.status = 'abgeschlossen' and s.gueltig_ab <= ${am}::date
        and (s.gueltig_bis is null or s.gueltig_bis > ${am}::date)) as zu
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!row) throw notFound();
  const key = await deps.schluessel.personKey(tx, kreisId, row.traegerId, row.schluessel);
  const haushalt = await readHaushalt(tx, { ...row, kreisId, fallId, key }, am);
  const andere = haushalt.verbindung.map((each) => each.fallId);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    select ${kreisId}, app_konto(), array_agg(f.person_id), 'umfeld.get' from fall f
    where f.kreis_id = ${kreisId} and f.id = any (${[fallId, ...andere]}::uuid[])`);
  markLesezugriff(tx);
  return {
    vorname: row.vorname,
    familienname: row.familienname,
    akteur: await readAkteure(tx, { kreisId, fallId, key }, { am, nurMitFreigabe: false }),
    federfuehrung: await readFederfuehrung(tx, kreisId, fallId),
    haushalt,
    abilities: { change: !row.zu },
  };
}
