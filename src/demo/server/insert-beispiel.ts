import { sql } from 'kysely';
import { refreshBegleitung } from '#src/begleitung/server/check.ts';
import { readBogen } from '#src/einwilligung/server/read-bogen.ts';
import { sign } from '#src/einwilligung/server/sign.ts';
import { signedText } from '#src/einwilligung/text.ts';
import { entbindungWerte } from '#src/entbindung/rules.ts';
import { changePerson } from '#src/person/server/change.ts';
import { setMerkmal } from '#src/person/server/merkmal.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { fillInhalt } from '#src/vordruck/rules.ts';
import { demoId } from './demo-id.ts';

const kreisId = 'unna';

/** Days from today until something of the example runs out; Mein Tag warns of each. */
const DAYS_LEFT = { einwilligung: 20, entbindung: 10, titel: 30 } as const;

interface Person {
  readonly personId: string;
  readonly traegerId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day;
  readonly erteiltAm: Day;
  readonly schluessel: Buffer;
}

/**
 * What chance does not bring about: one person entered twice at Lünen, one that Lünen and Kamen both counsel, and one
 * whose consent, release and title run out soon. Needs a transaction with purpose uebernahme for Kreis Unna.
 */
export async function insertBeispiel(tx: Tx, schluessel: Schluessel, now: Date): Promise<void> {
  const heute = today(now);
  const [erste, zweite, dritte, vierte] = await readPersonen(tx, 'casemanager.luenen');
  const [andere] = await readPersonen(tx, 'casemanager.kamen');
  if (!erste || !zweite || !dritte || !vierte || !andere) throw new Error('too few cases for the example');
  const { familienname, vorname, geburtsdatum } = erste;
  await giveName(tx, schluessel, zweite, { familienname: vorname, vorname: familienname, geburtsdatum });
  await giveName(tx, schluessel, andere, dritte);
  await addUnterschriften(tx, schluessel, vierte, heute);
  const ort = { kreisId, personId: vierte.personId, ab: vierte.erteiltAm };
  const laeuftAbAm = addDays(heute, DAYS_LEFT.titel);
  await setMerkmal(tx, ort, 'aufenthaltstitel', [{ wert: 'AE_25_3', laeuftAbAm }]);
  await setMerkmal(tx, ort, 'aufenthaltsgruppe', [{ wert: 'anerkannt', laeuftAbAm: null }]);
}

/** The people of an account whose cases are open, in the order of their numbers. */
function readPersonen(tx: Tx, anmeldename: string): Promise<Person[]> {
  return tx.all(sql<Person>`
    select p.id as "personId", p.traeger_id as "traegerId", p.familienname, p.vorname, p.geburtsdatum,
      e.erteilt_am as "erteiltAm", p.schluessel_verpackt as schluessel
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
      and s.gueltig_bis is null and s.status = 'aktiv'
    where f.kreis_id = ${kreisId} and f.casemanager_id = ${demoId(kreisId, 'konto', anmeldename)}
    order by f.nummer desc limit 4`);
}

async function giveName(
  tx: Tx,
  schluessel: Schluessel,
  { personId }: Person,
  { familienname, vorname, geburtsdatum }: Pick<Person, 'familienname' | 'vorname' | 'geburtsdatum'>,
): Promise<void> {
  const name = { familienname, vorname, geburtsdatum };
  await changePerson(tx, kreisId, personId, name);
  await refreshBegleitung(tx, schluessel, { ...name, kreisId, personId });
}

/** A consent and a release, signed on the screen under the texts of the Träger. */
async function addUnterschriften(tx: Tx, schluessel: Schluessel, person: Person, heute: Day): Promise<void> {
  const { personId, traegerId, erteiltAm } = person;
  const key = await schluessel.personKey(tx, kreisId, traegerId, person.schluessel);
  const texte = await readBogen(tx, kreisId, traegerId, 'deu');
  const [einwilligung, entbindung] = [texte.get('einwilligung'), texte.get('entbindung')];
  if (!einwilligung || !entbindung) throw new Error('no texts for the example');
  const zweck = ['dokumentation', 'auswertung', 'uebergabe'];
  const { id: einwilligungId } = await tx.one(sql<{ id: string }>`
    update einwilligung e set vordruck_id = ${einwilligung.vordruckId}, textfassung = ${String(einwilligung.fassung)},
      sprache = 'deu', zweck = ${zweck}::text[], ablauf_am = ${addDays(heute, DAYS_LEFT.einwilligung)}
    from person p where p.kreis_id = ${kreisId} and p.id = ${personId} and e.kreis_id = p.kreis_id
      and e.id = p.einwilligung_id returning e.id`);
  const stelle = await tx.one(sql<{ id: string; name: string }>`
    select id, name from stelle where kreis_id = ${kreisId} and art = 'jobcenter' order by name limit 1`);
  const letzterTag = addDays(heute, DAYS_LEFT.entbindung);
  const eingabe = {
    zweck: 'vermittlung',
    inhalt: ['arbeit', 'leistungen'],
    richtung: 'beide',
    letzterTag,
  } as const;
  const entbindungId = demoId(kreisId, 'entbindung', personId);
  await tx.run(sql`
    insert into entbindung (kreis_id, id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab,
      gueltig_bis, vordruck_id)
    values (${kreisId}, ${entbindungId}, ${personId}, ${traegerId}, ${stelle.id}, ${eingabe.zweck},
      ${[...eingabe.inhalt]}::text[], ${eingabe.richtung}, ${erteiltAm}, ${addDays(letzterTag, 1)},
      ${entbindung.vordruckId})`);
  const werte = entbindungWerte(
    { ...eingabe, inhalt: [...eingabe.inhalt] },
    stelle.name,
    entbindung.worte.deutsch,
  );
  const unterschrift = [{ rolle: 'klient' as const, form: 'bildschirm' as const, strich: strokes }];
  const ort = { kreisId, personId, key, unterschrift };
  await sign(tx, {
    ...ort,
    gegenstand: 'einwilligung',
    gegenstandId: einwilligungId,
    text: signedText([einwilligung.deutsch], zweck),
  });
  await sign(tx, {
    ...ort,
    gegenstand: 'entbindung',
    gegenstandId: entbindungId,
    text: signedText([fillInhalt(entbindung.deutsch, werte)], []),
  });
  await tx.run(sql`
    update unterschrift set am = ${`${erteiltAm}T09:00:00Z`} where kreis_id = ${kreisId} and person_id = ${personId}`);
}

/** A swing of the pen from left to right. */
export const strokes: [number, number, number, number][][] = [
  Array.from({ length: 60 }, (_, at) => [20 + at * 4, 60 + Math.sin(at / 3) * (26 - at / 3), at * 16, 0.5]),
];
