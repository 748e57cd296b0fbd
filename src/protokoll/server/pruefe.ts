import { sql, type RawBuilder } from 'kysely';
import type { Database, Owner } from '#src/platform/server/db.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';

export interface Befund {
  /** The rule in German, as the command prints it. */
  readonly regel: string;
  /** Rows that break it; 0 is well. */
  readonly anzahl: number;
}

type Zaehlung = RawBuilder<{ anzahl: number }>;

/** What must hold between tables and cannot be said by one constraint. */
const regeln: readonly [regel: string, zaehlung: Zaehlung][] = [
  [
    'Jede Person hat eine Einwilligung',
    sql`select count(*) as anzahl from person p where not exists (
      select from einwilligung e where e.kreis_id = p.kreis_id and e.person_id = p.id)`,
  ],
  [
    'Der heutige Träger eines Falls ist der letzte in seiner Zuständigkeit',
    sql`select count(*) as anzahl from fall f where f.traeger_id is distinct from (
      select z.traeger_id from fall_zustaendigkeit z
      where z.kreis_id = f.kreis_id and z.fall_id = f.id and z.ersetzt_am is null
      order by z.gueltig_ab desc limit 1)`,
  ],
  [
    'Zuständigkeit und Status eines Falls haben vom Tag der Aufnahme an keine Lücke',
    sql`select count(*) as anzahl from fall f where
      (select range_agg(daterange(z.gueltig_ab, z.gueltig_bis)) from fall_zustaendigkeit z
        where z.kreis_id = f.kreis_id and z.fall_id = f.id and z.ersetzt_am is null)
        is distinct from datemultirange(daterange(f.aufgenommen_am, null))
      or (select range_agg(daterange(s.gueltig_ab, s.gueltig_bis)) from fall_status s
        where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null)
        is distinct from datemultirange(daterange(f.aufgenommen_am, null))`,
  ],
  [
    'Fall und Person liegen beim selben Träger und derselben Case Manager*in',
    sql`select count(*) as anzahl from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      where p.traeger_id <> f.traeger_id or p.casemanager_id is distinct from f.casemanager_id`,
  ],
  [
    'Kein Kontakt liegt vor der Aufnahme',
    sql`select count(*) as anzahl from beratungskontakt k join fall f on f.kreis_id = k.kreis_id and f.id = k.fall_id
      where k.ersetzt_am is null and k.am < f.aufgenommen_am`,
  ],
];

/** Counts the breaches of every rule over all Kreise, through the same door that an import uses. */
export async function pruefe(installation: {
  readonly owner: Owner;
  readonly db: Database;
}): Promise<Befund[]> {
  const kreise = await installation.owner((tx) =>
    tx.all(sql<{ id: string }>`select id from kreis order by id`),
  );
  const summe = new Map<string, number>(regeln.map(([regel]) => [regel, 0]));
  for (const { id } of kreise) {
    const konto = await kommandozeile(installation, id);
    if (!konto) continue;
    await installation.db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: id }, async (tx) => {
      for (const [regel, zaehlung] of regeln) {
        summe.set(regel, (summe.get(regel) ?? 0) + (await tx.one(zaehlung)).anzahl);
      }
    });
  }
  return [...summe].map(([regel, anzahl]) => ({ regel, anzahl }));
}
