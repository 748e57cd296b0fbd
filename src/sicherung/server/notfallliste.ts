import type { Client, ClientConfig } from 'pg';
import { formatDay, today } from '#src/platform/day.ts';
import { asAdmin } from './as-admin.ts';

/** One list: what a Träger needs to go on working on paper while no server runs. */
export interface Notfallliste {
  readonly kreisId: string;
  readonly traeger: string;
  readonly faelle: number;
  /** A page of HTML that prints; no name of a counselled person stands in it. */
  readonly html: string;
}

interface Row {
  readonly kreis_id: string;
  readonly slug: string;
  readonly traeger: string;
  readonly casemanager: string | null;
  readonly nummer: string;
  readonly termin: string | null;
  readonly schritte: readonly {
    readonly bereich: string;
    readonly akteur: string;
    readonly bis: string | null;
  }[];
}

const akteur: Readonly<Record<string, string>> = {
  klient: 'Klient*in',
  casemanagement: 'Case Management',
  dritte: 'Dritte',
};

/**
 * The active cases of every Träger by Case Manager: number, next appointment, open steps as codes. Names stay out: who a
 * number is, the Case Manager knows from her own paper, and a list that is found tells nothing.
 */
export async function readNotfalllisten(admin: ClientConfig, now: Date): Promise<Notfallliste[]> {
  const rows = await asAdmin(admin, 'begin isolation level repeatable read read only', (client) =>
    readRows(client, now),
  );
  const traeger = Map.groupBy(rows, ({ kreis_id, slug }) => `${kreis_id}-${slug}`);
  return [...traeger.values()].flatMap((faelle) => {
    const [first] = faelle;
    if (!first) return [];
    return [
      {
        kreisId: first.kreis_id,
        traeger: first.slug,
        faelle: faelle.length,
        html: pageOf(first.traeger, faelle, now),
      },
    ];
  });
}

async function readRows(client: Client, now: Date): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select t.kreis_id, t.slug, t.name as traeger, k.name as casemanager, f.nummer,
        (select to_char(x.beginn at time zone 'Europe/Berlin', 'DD.MM.YYYY HH24:MI') from termin x
          where x.kreis_id = f.kreis_id and x.fall_id = f.id and x.stand = 'geplant' and x.beginn >= $1
          order by x.beginn limit 1) as termin,
        (select coalesce(json_agg(json_build_object('bereich', coalesce(c.bezeichnung, z.lebensbereich),
            'akteur', s.akteur, 'bis', s.faellig_am) order by s.faellig_am nulls last, s.reihenfolge), '[]')
          from hilfeplan_schritt s
          join hilfeplan_ziel z on z.kreis_id = s.kreis_id and z.id = s.ziel_id and z.entfernt_am is null
          left join codeliste c on c.kreis_id = z.kreis_id and c.liste = 'lebensbereich' and c.code = z.lebensbereich
          where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.entfernt_am is null
            and s.stand in ('offen', 'in_arbeit')) as schritte
      from fall f
      join traeger t on t.kreis_id = f.kreis_id and t.id = f.traeger_id
      join person p on p.kreis_id = f.kreis_id and p.id = f.person_id and p.gesperrt_am is null
      join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
        and s.status = 'aktiv' and s.gueltig_ab <= $2::date and (s.gueltig_bis is null or s.gueltig_bis > $2::date)
      left join konto k on k.kreis_id = f.kreis_id and k.id = f.casemanager_id
      order by t.kreis_id, t.slug, k.name nulls last, f.nummer`,
    [now, today(now)],
  );
  return rows;
}

function pageOf(traeger: string, faelle: readonly Row[], now: Date): string {
  const groups = [...Map.groupBy(faelle, ({ casemanager }) => casemanager ?? 'Ohne Zuständigkeit')];
  const stand = now.toLocaleString('de-DE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Notfallliste ${escape(traeger)}</title>
<style>body{font:11pt sans-serif;margin:15mm}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;
padding:4px 6px;text-align:left;vertical-align:top}h2{break-after:avoid}tr{break-inside:avoid}</style></head><body>
<h1>Notfallliste ${escape(traeger)}</h1>
<p>Stand ${escape(stand)}. Ohne Namen: Die Fallnummern stehen in Ihren eigenen Unterlagen. Nach Gebrauch vernichten.</p>
${groups.map(([name, rows]) => `<h2>${escape(name)}</h2>\n${tableOf(rows)}`).join('\n')}
</body></html>
`;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ nummer, termin, schritte }) =>
      `<tr><td>${escape(nummer)}</td><td>${escape(termin ?? '–')}</td><td>${
        schritte.map((one) => escape(stepOf(one))).join('<br>') || '–'
      }</td></tr>`,
  );
  return `<table><thead><tr><th>Fall</th><th>Nächster Termin</th><th>Offene Schritte</th></tr></thead><tbody>
${lines.join('\n')}</tbody></table>`;
}

function stepOf({ bereich, akteur: wer, bis }: Row['schritte'][number]): string {
  return `${bereich}: ${akteur[wer] ?? wer}${bis === null ? '' : `, bis ${formatDay(bis)}`}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
