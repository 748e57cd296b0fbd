import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#src/app/server/app.ts';
import type { Runde } from '#src/assessment/runde.ts';
import type { ZielZeile } from '#src/hilfeplan/contract.ts';
import type { PlanInhalt } from '#src/hilfeplan/plan.ts';
import { inhaltOf } from '#src/hilfeplan/server/read-plan.ts';
import { wortlautOf } from '#src/hilfeplan/wortlaut.ts';
import { addDays, today } from '#src/platform/day.ts';
import { openDatabase, openOwner } from '#src/platform/server/db.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import type { Fallbeispiel } from '../data/fallbeispiel.ts';
import { schulden } from '../data/fallbeispiel-schulden.ts';
import { trennung } from '../data/fallbeispiel-trennung.ts';
import { demoId } from './demo-id.ts';
import { seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let db: ReturnType<typeof openDatabase>;
let admin: ReturnType<typeof openOwner>;
let app: ReturnType<typeof createApp>;

const heute = today();

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.connection('lotse_app'), 30, 4);
  admin = openOwner(database.connection('lotse_admin'));
  const schluessel = openSchluessel(randomBytes(32));
  await seedDemo({ db, owner: admin.owner, schluessel, now: () => new Date() });
  app = createApp({
    db,
    schluessel,
    config: {
      port: 0,
      datenDir: '/nonexistent',
      databaseUrl: undefined,
      demo: true,
      url: 'http://lotse.test',
      mail: undefined,
      hauptschluessel: { kind: 'value', value: randomBytes(32) },
    },
    now: () => new Date(),
    testdatenbank: true,
    log: () => undefined,
  });
});

afterAll(async () => {
  await db.close();
  await admin.close();
  await database.close();
});

/** Looks at something of the example as the account that leads it, through the interface. */
// Tests look into answers freely; the contract's own schemas are checked in the contract test.
// oxlint-disable-next-line typescript/no-explicit-any
async function look(beispiel: Fallbeispiel, path: string, konto = beispiel.konto): Promise<any> {
  const token = randomUUID();
  await admin.owner((tx) =>
    tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values ('unna', ${demoId('unna', 'konto', konto)}, ${hashToken(token)}, 2, now() + interval '1 hour')`),
  );
  const fallId = demoId('unna', beispiel.schluessel, 'fall');
  const where = path.startsWith('/') ? path : `/fall/${fallId}${path === '.' ? '' : `/${path}`}`;
  const response = await app.request(`/api/kreis/unna${where}`, { headers: { cookie: `lotse=${token}` } });
  expect({ where, status: response.status }).toEqual({ where, status: 200 });
  return response.json();
}

const themen = [
  [
    'M174 separation, housing, money, maintenance and work',
    trennung,
    [
      'beschaeftigung_aufnehmen',
      'unterhalt_klaeren',
      'trennung_scheidung',
      'eigene_wohnung',
      'psychosoziale_stabilisierung',
      'selbststaendigkeit',
    ],
    ['einbuergerung_beantragen'],
  ],
  [
    'M175 health, stabilisation, money, debts and a job',
    schulden,
    [
      'pfaendungsschutzkonto',
      'schuldnerberatung',
      'psychiatrisches_gutachten',
      'stabiler_gesundheitszustand',
      'psychosoziale_stabilisierung',
      'gerichtsverfahren',
    ],
    ['arbeitswelt_eingliedern'],
  ],
] as const;

test.each(themen)(
  '%s: the worked example reached the goals of its list and goes on',
  async (_, beispiel, erreicht, offen) => {
    const { ziel } = (await look(beispiel, 'hilfeplan')) as { ziel: ZielZeile[] };
    const standOf = (vorlage: string) =>
      ziel.find(({ id }) => id === demoId('unna', beispiel.schluessel, 'ziel', vorlage))?.stand;
    expect(erreicht.map((vorlage) => [vorlage, standOf(vorlage)])).toEqual(
      erreicht.map((vorlage) => [vorlage, 'erreicht']),
    );
    for (const vorlage of offen) expect(['in_arbeit', 'teilweise']).toContain(standOf(vorlage));
    for (const { stand, standAb } of ziel)
      if (stand === 'erreicht') expect(standAb > addDays(heute, -450) && standAb < heute).toBe(true);
  },
);

test.each([trennung, schulden])(
  'M160 both versions of the plan of $schluessel are signed by both, can be checked against what was signed, and differ',
  async (beispiel) => {
    const plan = await look(beispiel, 'hilfeplan');
    const { ziel, unterschrieben } = plan as { ziel: ZielZeile[]; unterschrieben: PlanInhalt };
    const [zweite, erste] = plan.version;
    expect([zweite, erste].map(({ nummer, stand }) => [nummer, stand])).toEqual([
      [2, 'unterschrieben'],
      [1, 'abgeloest'],
    ]);
    expect(zweite.pruefwert).toBe(createHash('sha256').update(wortlautOf(unterschrieben)).digest('hex'));
    // Nothing was agreed since: what stands is what was signed.
    expect(wortlautOf({ ...inhaltOf(ziel), zustimmung: unterschrieben.zustimmung })).toBe(
      wortlautOf(unterschrieben),
    );
    for (const { unterschriebenAm, unterschrift } of [zweite, erste]) {
      const rows = unterschrift as { rolle: string; am: string }[];
      expect(rows.map(({ rolle }) => rolle).toSorted()).toEqual(['fachkraft', 'klient']);
      expect(rows.every(({ am }) => am.startsWith(unterschriebenAm))).toBe(true);
    }
    const neu = beispiel.ziel.filter((each) => each.neu).length;
    const vorher = (await look(beispiel, `hilfeplan/version/${erste.id}`)).inhalt.ziel.length;
    expect([neu > 0, unterschrieben.ziel.length - vorher]).toEqual([true, neu]);
  },
);

test('M156 M176 the first example stands in its second round with a next step, an appointment and an open task', async () => {
  const { fall, ueberblick } = await akte(trennung);
  expect(fall.nummer).toBe('UN-0181');
  const phasen = Object.fromEntries(
    ueberblick.pfad.phase.map(({ phase, stand }: { phase: string; stand: string }) => [phase, stand]),
  );
  expect({ runde: ueberblick.pfad.runde, ...phasen }).toEqual({
    runde: 2,
    zugang: 'erledigt',
    erstberatung: 'erledigt',
    assessment: 'erledigt',
    hilfeplan: 'erledigt',
    vermittlung: 'erledigt',
    monitoring: 'jetzt',
    re_assessment: 'erledigt',
    abschluss: 'offen',
  });
  expect(ueberblick.schritt[0].text).toContain('Nachgeforderte Gehaltsabrechnungen einreichen');
  expect(ueberblick.plan).toMatchObject({ zieleGesamt: 8, zieleErreicht: 7 });
  expect(ueberblick.aufgabe.offen).toBe(1);
  const termin = ueberblick.termin.slice(0, 10);
  expect(termin > heute && termin <= addDays(heute, 14)).toBe(true);
});

test('M156 M176 the second example is closed after a joint talk that names reached goals and the next step', async () => {
  const { fall, ueberblick } = await akte(schulden);
  expect(fall).toMatchObject({ nummer: 'UN-0182', status: 'abgeschlossen' });
  expect(ueberblick.abschluss).toHaveLength(1);
  expect(ueberblick.abschluss[0]).toMatchObject({
    grund: 'bearbeitet',
    gespraech: 'gemeinsam',
    zieleErreicht: 6,
    zieleGesamt: 7,
  });
  expect(ueberblick.abschluss[0].naechsterSchritt).toContain('Eingliederung in die Arbeitswelt');
  expect(ueberblick.plan.schritteOffen).toBe(0);
});

async function akte(beispiel: Fallbeispiel) {
  const fall = await look(beispiel, '.');
  return { fall, ueberblick: fall.ueberblick };
}

test.each([trennung, schulden])(
  'the Re-Assessment of $schluessel finds fewer needs and more self-reliance in every dimension',
  async (beispiel) => {
    const { runde } = (await look(beispiel, 'assessment')) as { runde: Runde[] };
    const [erste, zweite] = runde;
    if (!erste || !zweite) throw new Error('two rounds');
    const bedarfe = (each: Runde) =>
      each.bereich.filter(({ bedarf }) => bedarf === 'bedarf' || bedarf === 'dringend').length;
    expect(bedarfe(zweite)).toBeLessThan(bedarfe(erste));
    for (const [dimension, stufe] of Object.entries(erste.selbststand))
      expect(Object.entries(zweite.selbststand).find(([name]) => name === dimension)?.[1]).toBeGreaterThan(
        stufe ?? 5,
      );
  },
);

test('the examples show a referral that was declined, one that waited and began, and a child inside the case', async () => {
  const { vermittlung } = (await look(trennung, 'vermittlung')) as {
    vermittlung: { stand: string; schreiben: unknown; verlauf: { stand: string }[] }[];
  };
  const wege = vermittlung.map(({ verlauf }) => verlauf.map(({ stand }) => stand).join(' '));
  expect(wege).toContain('gesendet abgelehnt');
  expect(wege).toContain('gesendet warteliste begonnen beendet');
  expect(vermittlung.filter(({ schreiben }) => schreiben !== null)).toHaveLength(2);
  const umfeld = await look(trennung, 'umfeld');
  expect(umfeld.akteur).toHaveLength(5);
  const { haushalt, personen } = umfeld.haushalt;
  expect([haushalt.map((each: { beziehung: string }) => each.beziehung), personen]).toEqual([['kind'], 2]);
});

test('M357 the success report of the second example is released and leads back to nobody', async () => {
  const { bericht } = await look(schulden, '/erfolgsbericht', 'casemanager.kamen');
  expect(bericht).toHaveLength(1);
  expect(bericht[0]).toMatchObject({ stand: 'freigegeben', inhalt: schulden.abschluss?.bericht });
  const { stand, verratend } = await look(schulden, 'erfolgsbericht');
  expect(stand).toBe('freigegeben');
  const text = Object.values(bericht[0].inhalt).join(' ');
  for (const { wort } of verratend as { wort: string }[]) expect(text).not.toContain(wort);
});
