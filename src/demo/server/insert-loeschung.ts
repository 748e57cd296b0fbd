import { sql } from 'kysely';
import type { Database, Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { demoId } from './demo-id.ts';

const kreisId = 'unna';
const plan = [
  { nummer: 'A-2023-0011', familienname: 'Aziz', vorname: 'Nadia', am: '2023-03-14' },
  { nummer: 'A-2023-0012', familienname: 'Petrov', vorname: 'Ilja', am: '2023-05-09' },
  { nummer: 'A-2024-0007', familienname: 'Okoye', vorname: 'Grace', am: '2024-02-20' },
] as const;

/**
 * Three short counsellings of Stadt Lünen whose time is over, one of them in a run that waits for its second account.
 * None of them is a case or a contact, so no table of the demo changes.
 */
export async function insertLoeschung({
  db,
  schluessel,
}: {
  readonly db: Database;
  readonly schluessel: Schluessel;
}): Promise<void> {
  const as = (name: string, body: (tx: Tx) => Promise<unknown>) =>
    db.asKonto({ kreisId, kontoId: demoId(kreisId, 'konto', name) }, {}, body);
  const personId = (nummer: string) => demoId(kreisId, 'person', nummer);
  await as('casemanager2.luenen', async (tx) => {
    const traeger = await tx.one(sql<{ id: string }>`
      select id from traeger where kreis_id = ${kreisId} and slug = 'stadt_luenen'`);
    for (const { nummer, familienname, vorname, am } of plan) {
      const { wrapped } = await schluessel.newPersonKey(tx, kreisId, traeger.id);
      const einwilligungId = demoId(kreisId, 'einwilligung', nummer);
      await tx.run(sql`
        insert into person (kreis_id, id, traeger_id, casemanager_id, einwilligung_id, familienname, vorname, suchform, suchlaut,
          schluessel_verpackt)
        values (${kreisId}, ${personId(nummer)}, ${traeger.id}, app_konto(), ${einwilligungId}, ${familienname}, ${vorname},
          lower(${`${familienname} ${vorname}`}), '', ${wrapped})`);
      await tx.run(sql`
        insert into einwilligung (kreis_id, id, person_id, erteilt_am, textfassung)
        values (${kreisId}, ${einwilligungId}, ${personId(nummer)}, ${am}, '1')`);
      await tx.run(sql`
        insert into anfrage (kreis_id, id, nummer, traeger_id, casemanager_id, eingegangen_am, frist_am, stand, ausgang,
          abgeschlossen_am, person_id)
        values (${kreisId}, ${demoId(kreisId, 'anfrage', nummer)}, ${nummer}, ${traeger.id}, app_konto(), ${am}, ${am},
          'abgeschlossen', 'erledigt', ${am}, ${personId(nummer)})`);
    }
  });
  const [first] = plan;
  await as('leitung.luenen', async (tx) => {
    const laufId = demoId(kreisId, 'loeschlauf', first.nummer);
    await tx.run(sql`
      insert into loeschlauf (kreis_id, id, traeger_id, anlass, bis)
      select ${kreisId}, ${laufId}, t.id, 'frist', '2025-01-01' from traeger t
      where t.kreis_id = ${kreisId} and t.slug = 'stadt_luenen'`);
    await tx.run(sql`
      insert into loeschlauf_posten (kreis_id, lauf_id, person_id, nummer, art, regel, bezug_am, faellig_ab)
      values (${kreisId}, ${laufId}, ${personId(first.nummer)}, ${first.nummer}, 'kurzberatung', '1 kalenderjahre', ${first.am}, '2025-01-01')`);
  });
}
