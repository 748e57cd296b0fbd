import { sql } from 'kysely';
import type { TestApp } from './app.ts';
import { kreis, traeger } from './fixture.ts';
import { arrange, look } from './look.ts';

const arten = ['einwilligung', 'datenschutzinformation', 'entbindung'] as const;

/** Releases short texts of a Träger, with an English draft and a Tigrinya one, which is off until somebody releases it. */
export async function releaseVordrucke(
  app: Pick<TestApp, 'owner'>,
  traegerId: string = traeger.alpha,
): Promise<void> {
  for (const art of arten) {
    const inhalt = (titel: string) =>
      JSON.stringify({
        titel,
        abschnitt: [
          {
            ueberschrift: `${titel} 1`,
            absatz: ['{traeger} fragt.', 'Mit {stelle} über {inhalt} bis {frist}.'],
          },
        ],
        zweck:
          art === 'einwilligung'
            ? ['dokumentation', 'auswertung', 'uebergabe'].map((code) => ({ code, text: `${titel} ${code}` }))
            : [],
        erklaerung: `${titel} verstanden.`,
      });
    await arrange(
      app,
      sql`with v as (
        insert into vordruck (kreis_id, traeger_id, art, fassung, stand, inhalt, angabe, freigegeben_am)
        values (${kreis}, ${traegerId}, ${art}, 3, 'freigegeben', ${inhalt('Deutsch')}::jsonb, '{"traeger": "Alpha e. V."}', now())
        returning kreis_id, id
      )
      insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, inhalt)
      select v.kreis_id, v.id, s.sprache, s.inhalt::jsonb from v,
        (values ('eng', ${inhalt('English')}), ('tir', ${inhalt('Tigrinya')})) s (sprache, inhalt)`,
    );
  }
}

/** Puts an Anfrage of a Träger in and returns its id. */
export async function insertAnfrage(
  app: Pick<TestApp, 'owner'>,
  traegerId: string = traeger.alpha,
  casemanagerId: string | null = null,
): Promise<string> {
  const [row] = await look(
    app,
    sql<{ id: string }>`
    insert into anfrage (kreis_id, nummer, traeger_id, casemanager_id, eingegangen_am, frist_am)
    values (${kreis}, 'A-' || left(gen_random_uuid()::text, 8), ${traegerId}, ${casemanagerId}, current_date, current_date + 14)
    returning id`,
  );
  return row!.id;
}

/** Puts an office in and returns its id. */
export async function insertStelle(
  app: Pick<TestApp, 'owner'>,
  name: string,
  art = 'jobcenter',
): Promise<string> {
  const [row] = await look(
    app,
    sql<{
      id: string;
    }>`insert into stelle (kreis_id, name, art) values (${kreis}, ${name}, ${art}) returning id`,
  );
  return row!.id;
}

/** A signature drawn from left to right. */
export const strich = [
  [
    [10, 20, 0, 0.5],
    [40, 25, 16, 0.6],
    [90, 18, 32, 0.5],
  ],
];
