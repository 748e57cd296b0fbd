import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { writeTablePaper } from '#src/platform/server/pdf/write-table-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { akteurText } from '../akteur-text.ts';
import type { akteurContract, AkteurZeile } from '../contract.ts';
import { akteurName, federfuehrungOn, isPartOn } from '../rules.ts';
import { drawKarte } from './draw-karte.ts';
import { readAkteure, readFederfuehrung } from './read.ts';

type Print = typeof akteurContract.printUmfeld;

interface Row {
  readonly personId: string;
  readonly traegerId: string;
  readonly nummer: string;
  readonly name: string;
  readonly schluessel: Buffer;
  readonly traeger: string;
}

/**
 * The map and its list on one paper. As a rule only actors with a release stand on it; with all of them it is marked as
 * not to be passed on, and the lead is named only where its holder is.
 */
export async function printUmfeld({ tx, actor, deps, params, query }: Call<Print>): Promise<FileAnswer> {
  const { kreisId, fallId } = params;
  const am = today(deps.now());
  const row = await tx.first(sql<Row>`
    select p.id as "personId", f.traeger_id as "traegerId", f.nummer, trim(p.vorname || ' ' || p.familienname) as name,
      p.schluessel_verpackt as schluessel, t.rechtsname as traeger
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    join traeger t on t.kreis_id = f.kreis_id and t.id = f.traeger_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!row) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${row.personId}::uuid], 'umfeld.papier')`);
  markLesezugriff(tx);
  const key = await deps.schluessel.personKey(tx, kreisId, row.traegerId, row.schluessel);
  const nurMitFreigabe = query.umfang === 'freigegeben';
  const alle = await readAkteure(tx, { kreisId, fallId, key }, { am, nurMitFreigabe });
  const akteure = alle.filter((each) => isPartOn(each, am));
  const sprache = query.sprache ?? actor.sprache;
  const t = akteurText[sprache];
  const fuehrt = federfuehrungOn(await readFederfuehrung(tx, kreisId, fallId), am);
  const holder = fuehrt && holderOf(fuehrt.akteurId, akteure, t.casemanagement);
  const zeilen = akteure.map((each) => [
    akteurName(each) + (each.beziehung === '' ? '' : ` (${each.beziehung})`),
    t.rolle[each.rolle],
    each.aufgabe,
    [
      each.verfahren,
      ...(each.vereinbartAm === null ? [] : [t.papier.abgesprochen(formatDay(each.vereinbartAm))]),
    ]
      .filter((part) => part !== '')
      .join(', '),
    each.freigabe === null ? t.ohneFreigabe : t.freigabeBis(formatDay(each.freigabe.letzterTag)),
  ]);
  const write = (mark: string) =>
    writeTablePaper(
      {
        language: sprache,
        title: t.titel,
        subtitle: `${row.name} · ${t.papier.fall} ${row.nummer}`,
        kind: t.papier[query.umfang],
        author: row.traeger,
        landscape: true,
        columns: [t.papier.wer, t.papier.rolle, t.papier.aufgabe, t.papier.verfahren, t.papier.freigabe].map(
          (title) => ({
            title,
            number: false,
          }),
        ),
        rows: (zeilen.length === 0 ? [[t.papier.leer, '', '', '', '']] : zeilen).map((cells) => ({
          sum: false,
          cells: cells.map((text) => ({ text, marks: [] })),
        })),
        footnotes: [],
        chart:
          akteure.length === 0
            ? null
            : {
                svg: drawKarte(akteure, holder === undefined ? undefined : fuehrt, row.name, sprache),
                alt: t.beschreibung(row.name, akteure.length),
              },
        heading: t.federfuehrung,
        text:
          fuehrt === undefined
            ? t.ohneFederfuehrung
            : holder === undefined
              ? t.papier.nichtGenannt
              : t.papier.fuehrt(holder, formatDay(fuehrt.ab)),
        notes: [`${t.papier.stand}: ${formatDay(am)}`],
        footer: `${row.traeger} · ${t.papier[query.umfang]}`,
        mark,
        page: t.papier.seite,
        of: t.papier.von,
      },
      deps.now(),
    );
  // What only shows released actors is given to the client and the round; it carries no name of staff.
  const bytes: FileAnswer['bytes'] = nurMitFreigabe ? write('') : ({ text }) => write(text);
  return { name: `umfeld-${row.nummer}.pdf`, bytes, inline: true };
}

/** Who leads, as far as the paper may name it. */
function holderOf(
  akteurId: string | null,
  akteure: readonly AkteurZeile[],
  selbst: string,
): string | undefined {
  if (akteurId === null) return selbst;
  const found = akteure.find((each) => each.id === akteurId);
  return found && akteurName(found);
}
