import { sql } from 'kysely';
import { requireFreigabe } from '#src/einwilligung/server/require-freigabe.ts';
import type { Day } from '#src/platform/day.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { assembleAngaben, leaveOut } from '../rules.ts';
import type { AngabeZeile, Schreiben } from '../vermittlung.ts';
import type { Ziel } from './find-ziel.ts';
import type { FallPerson } from './load.ts';
import { readBekannt } from './read-bekannt.ts';

export interface SchreibenEingabe {
  readonly am: Day;
  readonly lebensbereich: string;
  readonly terminAm: Day | null;
  readonly terminUm: string | null;
  readonly rueckmeldungBis: Day | null;
  readonly inhalt: readonly AngabeZeile['inhalt'][];
  readonly ohne: readonly string[];
}

/** What may leave to an office. */
export interface Sendung {
  readonly entbindungId: string;
  /** All lines of the chosen contents, those left out among them. */
  readonly angabe: readonly AngabeZeile[];
  readonly schreiben: Schreiben;
}

/**
 * Composes what leaves out of the chosen contents alone. Refuses without a release for this office, the purpose
 * "vermittlung" and every chosen content that holds on `heute`.
 */
export async function makeSchreiben(
  tx: Tx,
  kreisId: string,
  fall: FallPerson,
  ziel: Ziel,
  eingabe: SchreibenEingabe,
  heute: Day,
): Promise<Sendung> {
  const inhalt = [...new Set(eingabe.inhalt)];
  if (inhalt.length === 0) throw fieldRefusal('/inhalt', 'inhalt-fehlt');
  const entbindungId = await requireFreigabe(tx, kreisId, fall.personId, {
    stelleId: ziel.stelleId,
    zweck: 'vermittlung',
    inhalt,
    am: heute,
  });
  const angabe = assembleAngaben(await readBekannt(tx, kreisId, fall, heute), inhalt);
  const rahmen = await tx.one(sql<
    Pick<Schreiben, 'traeger' | 'casemanager' | 'telefon' | 'email' | 'lebensbereich' | 'entbindungBis'>
  >`
    select t.rechtsname as traeger, coalesce(k.name, '') as casemanager, coalesce(s.telefon, '') as telefon,
      coalesce(s.email, '') as email, c.bezeichnung as lebensbereich, e.gueltig_bis - 1 as "entbindungBis"
    from entbindung e
    join traeger t on t.kreis_id = e.kreis_id and t.id = ${fall.traegerId}
    join codeliste c on c.kreis_id = e.kreis_id and c.liste = 'lebensbereich' and c.code = ${eingabe.lebensbereich}
      and c.gueltig_ab <= ${eingabe.am}::date and (c.gueltig_bis is null or c.gueltig_bis > ${eingabe.am}::date)
    left join konto k on k.kreis_id = e.kreis_id and k.id = app_konto()
    left join lateral (select x.telefon, x.email from standort x where x.kreis_id = t.kreis_id and x.traeger_id = t.id
      order by x.telefon = '', x.email = '', x.name limit 1) s on true
    where e.kreis_id = ${kreisId} and e.id = ${entbindungId}`);
  return {
    entbindungId,
    angabe,
    schreiben: {
      ...rahmen,
      stelle: ziel.stelleName,
      angebot: ziel.angebotName,
      am: eingabe.am,
      terminAm: eingabe.terminAm,
      terminUm: eingabe.terminUm,
      rueckmeldungBis: eingabe.rueckmeldungBis,
      angabe: leaveOut(angabe, eingabe.ohne),
    },
  };
}
