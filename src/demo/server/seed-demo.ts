import { sql } from 'kysely';
import type { Database, Owner } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { hashKennwort } from '#src/zugang/server/kennwort.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { demoKennwort, demoKonten } from '../accounts.ts';
import { demoKreise } from '../kreise.ts';
import { demoId } from './demo-id.ts';
import { coesfeldFaelle, unnaFaelle } from './fall-plan.ts';
import { insertAngebot } from './insert-angebot.ts';
import { insertArbeitstag } from './insert-arbeitstag.ts';
import { insertBeispiel } from './insert-beispiel.ts';
import { insertFall } from './insert-fall.ts';
import { insertFallbeispiele } from './insert-fallbeispiel.ts';
import { insertKonto } from './insert-konto.ts';
import { insertPartner, insertVermittlung } from './insert-vermittlung.ts';
import { insertLoeschung } from './insert-loeschung.ts';
import { insertNetz, markFokusgruppe } from './insert-netz.ts';
import { insertUebergabe } from './insert-uebergabe.ts';
import { insertVordruck } from './insert-vordruck.ts';
import { insertKreis } from '#src/kreis/server/insert-kreis.ts';

export interface DemoInstallation {
  readonly db: Database;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  readonly now: () => Date;
}

/**
 * Puts the demo Kreise into an empty installation and answers which. Kreise that are there stay untouched, and beside a
 * real Kreis nothing is put in. Steinfurt gets no cases: its workbook is to be imported.
 */
export async function seedDemo(installation: DemoInstallation): Promise<{ kreise: string[] }> {
  const { owner, now } = installation;
  const there = await owner((tx) => tx.all(sql<{ id: string; demo: boolean }>`select id, demo from kreis`));
  if (there.some((kreis) => !kreis.demo)) return { kreise: [] };
  const missing = demoKreise.filter((plan) => there.every((kreis) => kreis.id !== plan.id));
  if (missing.length > 0) {
    const pruefwert = await hashKennwort(demoKennwort);
    await owner(async (tx) => {
      for (const plan of missing) {
        await insertKreis(tx, plan, { demo: true, makeId: demoId });
        await insertKonto(tx, plan.id, pruefwert, now());
        await insertNetz(tx, plan);
        await insertAngebot(tx, plan, now());
        await insertPartner(tx, plan.id);
      }
    });
  }
  await owner(async (tx) => {
    for (const plan of demoKreise) await insertVordruck(tx, plan, now());
  });
  let filled = missing.length > 0;
  for (const plan of [unnaFaelle, coesfeldFaelle]) {
    // Also after a start that was interrupted between ground data and cases.
    if (await hasFaelle(owner, plan.kreis.id)) continue;
    const konto = await kommandozeile(installation, plan.kreis.id);
    if (!konto) continue;
    await installation.db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: plan.kreis.id }, async (tx) => {
      await insertFall(tx, installation.schluessel, plan, now());
      if (plan !== unnaFaelle) return;
      await markFokusgruppe(tx, plan.kreis.id);
      await insertBeispiel(tx, installation.schluessel, now());
    });
    await insertArbeitstagJeKonto(installation, plan.kreis);
    if (plan === unnaFaelle) {
      const kontoId = demoId(plan.kreis.id, 'konto', 'casemanager.luenen');
      await installation.db.asKonto({ kreisId: plan.kreis.id, kontoId }, {}, (tx) =>
        insertVermittlung(tx, installation.schluessel, plan.kreis.id, now()),
      );
      const caritas = demoId(plan.kreis.id, 'konto', 'casemanager.caritasunna');
      await installation.db.asKonto({ kreisId: plan.kreis.id, kontoId: caritas }, {}, (tx) =>
        insertUebergabe(tx, installation.schluessel, plan.kreis.id, now()),
      );
      await insertFallbeispiele(installation);
      await insertLoeschung(installation);
    }
    filled = true;
  }
  // Until the server counts by itself, lists of new tables are planned as if they had one row: 70 times slower.
  if (filled) await owner((tx) => tx.run(sql`analyze`));
  return { kreise: missing.map((plan) => plan.id) };
}

/** Each case manager of a Kreis gets a working day to look at. */
async function insertArbeitstagJeKonto({ db, now }: DemoInstallation, kreis: KreisPlan): Promise<void> {
  const konten = demoKonten.filter((k) => k.kreis === kreis.id);
  for (const [platz, { anmeldename, rollen }] of konten.entries()) {
    const traeger = rollen.find(({ rolle }) => rolle === 'casemanager')?.traeger;
    if (traeger === undefined) continue;
    const kontoId = demoId(kreis.id, 'konto', anmeldename);
    await db.asKonto({ kreisId: kreis.id, kontoId }, {}, (tx) =>
      insertArbeitstag(tx, { kreis, traeger, anmeldename, kontoId, platz }, now()),
    );
  }
}

async function hasFaelle(owner: Owner, kreisId: string): Promise<boolean> {
  const row = await owner((tx) =>
    tx.first(sql`select 1 from ereignis where kreis_id = ${kreisId} and art = 'demo.eingerichtet' limit 1`),
  );
  return row !== undefined;
}
