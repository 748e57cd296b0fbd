import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { sealInhalt, sealSchritt, sealZiel } from '#src/hilfeplan/server/worte.ts';
import { openSchluessel, sealForPerson } from '#src/platform/server/schluessel.ts';
import type { BenchTarget } from './load.ts';

const WOCHE = 7;

/**
 * One case as it looks after ten years: 500 contacts, 8 signed versions of the plan, 40 referrals, 10 rounds, 60 tasks.
 * Runs as superuser; returns the case.
 */
export async function loadZehnJahre(
  client: Client,
  masterKey: Buffer,
  target: Omit<BenchTarget, 'zehnJahreFallId'>,
): Promise<string> {
  const { kreisId, kontoId } = target;
  const { rows } = await client.query<{
    id: string;
    traeger_id: string;
    person_id: string;
    person: Buffer;
    traeger: Buffer;
  }>(
    `select f.id, f.traeger_id, p.id as person_id, p.schluessel_verpackt as person, t.schluessel_verpackt as traeger
     from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
     join traeger_schluessel t on t.kreis_id = f.kreis_id and t.traeger_id = f.traeger_id
     where f.kreis_id = $1 and f.casemanager_id = $2 and f.id <> all ($3::uuid[]) order by f.nummer limit 1`,
    [kreisId, kontoId, [...target.fallIds, ...target.offeneFallIds]],
  );
  const [fall] = rows;
  if (!fall) throw new Error('the case under test is missing');
  const key = openSchluessel(masterKey).openPersonKey(kreisId, fall.traeger_id, fall);
  const fallId = fall.id;
  const own = [kreisId, fallId] as const;
  await client.query('begin');
  for (let n = 0; n < 500; n += 1) {
    const notizId = randomUUID();
    await client.query('insert into geheimtext (kreis_id, id, person_id, siegel) values ($1, $2, $3, $4)', [
      kreisId,
      notizId,
      fall.person_id,
      sealForPerson(key, notizId, 'Gespräch über den Stand der Wohnungssuche und die nächsten Schritte.'),
    ]);
    await client.query(
      `insert into beratungskontakt (kreis_id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, notiz_id, erfasst_von)
       values ($1, $2, $3, $4, current_date - $5::int, true, 'persoenlich', 'buero', $6, $4)`,
      [...own, fall.traeger_id, kontoId, n * WOCHE, notizId],
    );
  }
  await client.query('insert into hilfeplan (kreis_id, fall_id, fassung) values ($1, $2, 30)', [...own]);
  for (let n = 0; n < 30; n += 1) {
    const zielId = randomUUID();
    const words = {
      text: `Ziel ${n}: eigene Wohnung`,
      worte: 'Ich möchte ankommen.',
      indikator: 'Mietvertrag',
    };
    await client.query(
      `insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, stand, stand_ab, reihenfolge, worte_siegel)
       values ($1, $2, $3, 'wohnen', 1 + $4::int % 3, case when $4::int < 20 then 'erreicht' else 'offen' end, current_date, $4, $5)`,
      [kreisId, zielId, fallId, n, sealZiel(key, zielId, words)],
    );
    for (let s = 0; s < 4; s += 1) {
      const id = randomUUID();
      await client.query(
        `insert into hilfeplan_schritt (kreis_id, id, fall_id, ziel_id, akteur, faellig_am, stand, stand_ab, reihenfolge, worte_siegel)
         values ($1, $2, $3, $4, 'klient', current_date + $5::int, case when $6::int < 20 then 'erledigt' else 'offen' end, current_date, $7, $8)`,
        [
          kreisId,
          id,
          fallId,
          zielId,
          n + s,
          n,
          s,
          sealSchritt(key, id, { text: 'Antrag abgeben', dritte: '' }),
        ],
      );
    }
  }
  for (let nummer = 1; nummer <= 8; nummer += 1) {
    const id = randomUUID();
    await client.query(
      `insert into hilfeplan_version (kreis_id, id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert, antwort, unterschrieben_am)
       values ($1, $2, $3, $4, case when $4 = 8 then 'unterschrieben' else 'abgeloest' end, $4, $5, sha256('v'), 'ja', current_date - 3600 + $4 * 400)`,
      [
        kreisId,
        id,
        fallId,
        nummer,
        sealInhalt(key, id, { ziel: [], zustimmung: { antwort: 'ja', grund: '' } }),
      ],
    );
  }
  await client.query(
    `insert into stelle (kreis_id, name, art) values ($1, 'Jobcenter unter Last', 'jobcenter') on conflict do nothing`,
    [kreisId],
  );
  await client.query(
    `insert into vermittlung (kreis_id, fall_id, art, stelle_id, lebensbereich, am, stand, ergebnis, stand_am, rueckmeldung_bis)
     select $1, $2, 'verweis', s.id, 'wohnen', current_date - g * 80, case when g > 4 then 'beendet' else 'gesendet' end,
       case when g > 4 then 'erreicht' end, current_date - g * 80, current_date + g
     from stelle s, generate_series(1, 40) g where s.kreis_id = $1 and s.name = 'Jobcenter unter Last'`,
    [...own],
  );
  await client.query(
    `insert into assessment (kreis_id, fall_id, runde, am, stand, abgeschlossen_am)
     select $1, $2, g, current_date - 3650 + g * 360, 'abgeschlossen', now() from generate_series(1, 10) g`,
    [...own],
  );
  await client.query(
    `insert into aufgabe (kreis_id, fall_id, zustaendig_id, faellig_am, stand, erledigt_am, text_siegel)
     select $1, $2, $3, current_date + g, case when g > 6 then 'erledigt' else 'offen' end,
       case when g > 6 then current_date end, '\\x00' from generate_series(1, 60) g`,
    [...own, kontoId],
  );
  await client.query('commit');
  return fallId;
}
