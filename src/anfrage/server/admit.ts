import { sql } from 'kysely';
import { namedRecordRefusals } from '#src/einwilligung/rules.ts';
import { copyMerkmalToFall } from '#src/erstberatung/server/fall-merkmal.ts';
import { setStatus } from '#src/fall/server/set-status.ts';
import { aufnahmeRefusals, writeAufnahme } from '#src/fall/server/write-aufnahme.ts';
import { linkAufnahme } from '#src/haushalt/server/link-aufnahme.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { endAnfrage } from './end.ts';
import { loadAnfrage, requireOpen, type GeladeneAnfrage } from './load.ts';
import { readUmfang } from './read-umfang.ts';
import { writeTiefe } from './write-tiefe.ts';

type Admit = typeof anfrageContract.admitAnfrage;

interface Person {
  readonly id: string;
  readonly casemanagerId: string | null;
  readonly schluessel: Buffer;
  readonly einwilligungAm: Day;
}

/**
 * Makes a case of an Anfrage, only with the person's signed consent (Konzept Kreis Unna 2.1: voluntary, active
 * cooperation expected). The contacts so far stay what they were counted as. Whoever had a case before gets it back as
 * a new episode.
 */
export async function admitAnfrage(call: Call<Admit>): Promise<Answer<Admit>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, anfrageId } = params;
  const heute = today(deps.now());
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireFassung({ fassung: anfrage.fassung, stand: anfrage.stand }, body);
  requireOpen(anfrage);
  const person = await findPerson(call, anfrage);
  if (!person) throw new Refusal('einwilligung-fehlt');
  refuseFields([
    ...(body.mitwirkung ? [] : [{ instance: '/mitwirkung', code: 'mitwirkung-offen' }]),
    ...tagRefusals('/aufgenommenAm', body.aufgenommenAm, anfrage.eingegangenAm, heute).filter(
      ({ code }) => code !== 'datum-in-zukunft',
    ),
    ...(await aufnahmeRefusals(tx, kreisId, body, heute)),
    ...namedRecordRefusals(person.einwilligungAm, body.aufgenommenAm, heute).map(({ code }) => ({
      instance: '/aufgenommenAm',
      code,
    })),
  ]);
  const fall =
    (await reopenFall(call, person.id)) ??
    (await writeAufnahme(
      tx,
      {
        kreisId,
        traegerId: anfrage.traegerId,
        casemanagerId: person.casemanagerId ?? actor.kontoId,
        personId: person.id,
        key: await deps.schluessel.personKey(tx, kreisId, anfrage.traegerId, person.schluessel),
        einwilligungAm: person.einwilligungAm,
      },
      body,
    ));
  await tx.run(sql`
    update person set casemanager_id = coalesce(casemanager_id, ${actor.kontoId}::uuid)
    where kreis_id = ${kreisId} and id = ${person.id}`);
  const { tiefeAb } = await readUmfang(tx, kreisId, anfrageId);
  const ab = tiefeAb !== null && tiefeAb > body.aufgenommenAm ? tiefeAb : body.aufgenommenAm;
  await writeTiefe(tx, { kreisId, anfrageId, tiefe: 'case_management', ab });
  await copyMerkmalToFall(tx, {
    kreisId,
    anfrageId,
    personId: person.id,
    fallId: fall.fallId,
    ab: body.aufgenommenAm,
  });
  const { aufgenommenAm } = body;
  await linkAufnahme(tx, { kreisId, anfrageId, fallId: fall.fallId, aufgenommenAm }, heute);
  await endAnfrage(tx, kreisId, anfrage, {
    ausgang: 'aufgenommen',
    am: body.aufgenommenAm,
    fallId: fall.fallId,
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.zum_fall',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { aufgenommenAm: body.aufgenommenAm, mitwirkung: body.mitwirkung },
  });
  return fall;
}

/** The person of the Anfrage while her consent is in force and she is not in a colleague's hands. */
async function findPerson(
  { tx, params }: Call<Admit>,
  anfrage: GeladeneAnfrage,
): Promise<Person | undefined> {
  return tx.first(sql<Person>`
    select p.id, p.casemanager_id as "casemanagerId", p.schluessel_verpackt as schluessel,
      e.erteilt_am as "einwilligungAm"
    from person p
    join einwilligung e on e.kreis_id = p.kreis_id and e.person_id = p.id and e.widerrufen_am is null
    where p.kreis_id = ${params.kreisId} and p.id = ${anfrage.personId} and p.traeger_id = ${anfrage.traegerId}
    order by e.erteilt_am limit 1
    for update of p`);
}

/** An ended case of the same person begins a new episode; an open one is no reason for a second. */
async function reopenFall(
  call: Call<Admit>,
  personId: string,
): Promise<{ fallId: string; nummer: string } | undefined> {
  const { tx, params, body } = call;
  const { kreisId } = params;
  const fall = await tx.first(sql<{ id: string; nummer: string; fassung: number; status: string }>`
    select f.id, f.nummer, f.fassung, s.status from fall f
    join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null and s.gueltig_bis is null
    where f.kreis_id = ${kreisId} and f.person_id = ${personId}
    order by f.aufgenommen_am desc limit 1`);
  if (!fall) return undefined;
  if (fall.status !== 'abgeschlossen') throw new Refusal('fall-besteht', 409);
  await setStatus({
    ...call,
    params: { kreisId, fallId: fall.id },
    body: {
      fassung: fall.fassung,
      status: 'aktiv',
      ab: body.aufgenommenAm,
      grund: null,
      begruendung: body.bemerkung,
    },
  });
  return { fallId: fall.id, nummer: fall.nummer };
}
