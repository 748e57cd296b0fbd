import { sql } from 'kysely';
import type { Answer, Contract, Endpoint } from '#src/platform/contract.ts';
import type { Abilities, Call } from '#src/platform/server/http.ts';
import type { rechteContract, Tabelle, Vorgang } from '../contract.ts';
import { describeCondition } from './describe-condition.ts';
import { functionRoles } from './phrases.ts';

type Get = typeof rechteContract.getRechte;

interface Row {
  readonly tabelle: string;
  readonly inhalt: string | null;
  readonly name: string;
  readonly zusaetzlich: boolean;
  readonly rollen: readonly string[];
  readonly befehl: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  readonly bedingung: string | null;
  readonly pruefung: string | null;
}

const befehle = {
  ALL: 'alles',
  SELECT: 'lesen',
  INSERT: 'anlegen',
  UPDATE: 'aendern',
  DELETE: 'loeschen',
} as const;

/** The role under which every request runs. */
const REQUEST = 'lotse_app';

/** What is enforced: the same contract and abilities as http.ts has, and the policies as the database has them now. */
export function getRechte(contract: Contract, abilities: Abilities) {
  return async ({ tx }: Call<Get>): Promise<Answer<Get>> => {
    const rows = await tx.all(sql<Row>`
      select p.tablename as tabelle, obj_description(c.oid, 'pg_class') as inhalt, p.policyname as name,
        p.permissive = 'RESTRICTIVE' as zusaetzlich, p.roles::text[] as rollen, p.cmd as befehl, p.qual as bedingung,
        p.with_check as pruefung
      from pg_policies p join pg_class c on c.relname = p.tablename and c.relnamespace = 'public'::regnamespace
      where p.schemaname = 'public' and c.relforcerowsecurity
      order by p.tablename, p.permissive, p.policyname`);
    const tabellen = [...new Set(rows.map(({ tabelle }) => tabelle))];
    return {
      rollen: rolesOf(abilities),
      vorgang: Object.entries(contract).map(([name, each]) => toVorgang(name, each, abilities)),
      tabelle: tabellen.map((name) =>
        toTabelle(
          name,
          rows.filter(({ tabelle }) => tabelle === name),
        ),
      ),
    };
  };
}

function rolesOf(abilities: Abilities): string[] {
  return [
    ...new Set(Object.values(abilities).flatMap((who) => (typeof who === 'string' ? [] : who))),
  ].toSorted();
}

function toVorgang(name: string, each: Endpoint, abilities: Abilities): Vorgang {
  const who = abilities[each.ability];
  return {
    name,
    methode: each.method,
    pfad: each.path,
    summary: each.summary,
    faehigkeit: each.ability,
    zeigt: each.reveals,
    liest: each.method === 'GET' || each.liest === true,
    datei: each.file !== undefined,
    bestaetigt: each.bestaetigt === true,
    zweck: each.zweck ?? null,
    wer: who === 'offen' ? 'offen' : who === 'angemeldet' ? 'alle' : 'rollen',
    rollen: who === undefined || typeof who === 'string' ? [] : [...who],
  };
}

function toTabelle(name: string, rows: readonly Row[]): Tabelle {
  const others = [...new Set(rows.flatMap(({ rollen }) => rollen))]
    .filter((role) => role !== REQUEST)
    .toSorted();
  return {
    name,
    inhalt: rows[0]?.inhalt ?? '',
    regel: rows
      .filter(({ rollen }) => rollen.includes(REQUEST))
      .map((row) => ({
        name: row.name,
        befehl: befehle[row.befehl],
        zusaetzlich: row.zusaetzlich,
        satz: describeCondition(row.tabelle, row.bedingung, row.pruefung),
      })),
    funktionen: others.map((role) => ({
      name: role,
      satz: functionRoles[role] ?? { de: role, en: role },
    })),
  };
}
