import { sql } from 'kysely';
import { sign } from '#src/einwilligung/server/sign.ts';
import type { ZielInhalt } from '#src/hilfeplan/contract.ts';
import type { ZielStand } from '#src/hilfeplan/plan.ts';
import { freezePlan } from '#src/hilfeplan/server/freeze.ts';
import { inhaltOf } from '#src/hilfeplan/server/read-plan.ts';
import { readZiele } from '#src/hilfeplan/server/read-ziel.ts';
import { insertZiel, noteStand, updateZiel } from '#src/hilfeplan/server/write-plan.ts';
import { zielVorlagen } from '#src/hilfeplan/vorlage.ts';
import { wortlautOf } from '#src/hilfeplan/wortlaut.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import type { ZielDemo } from '../data/fallbeispiel.ts';
import { idOf, stelleId, dayIn, dayBefore, type FallbeispielOrt } from './fallbeispiel-ort.ts';
import { strokes } from './insert-beispiel.ts';

/**
 * The plan as it grew: goals of the first version, signed; what was done until the second; its changes, signed; what was
 * done since. The states of a version are those of its day.
 */
export async function insertFallbeispielPlan(ort: FallbeispielOrt): Promise<void> {
  const { tx, beispiel } = ort;
  const stellen = new Set(
    (
      await tx.all(
        sql<{ id: string }>`select id from stelle where kreis_id = ${ort.kreisId} and gueltig_bis is null`,
      )
    ).map(({ id }) => id),
  );
  const [erste, zweite] = beispiel.version.map((vorTagen) => dayBefore(ort, vorTagen));
  if (erste === undefined || zweite === undefined) throw new Error('a plan of two versions');
  for (const ziel of beispiel.ziel.filter(({ neu }) => !neu))
    await insertZiel(tx, ort, zielId(ort, ziel), inhaltFor(ort, stellen, ziel, 1), erste);
  await freeze(ort, erste);

  const staende = listStaende(ort);
  for (const each of staende.filter(({ am }) => am <= zweite))
    await noteStand(tx, ort, each, each.stand, each.am);
  for (const ziel of beispiel.ziel) {
    const inhalt = inhaltFor(ort, stellen, ziel, 2);
    if (ziel.neu) await insertZiel(tx, ort, zielId(ort, ziel), inhalt, zweite);
    else if (ziel.mehr || ziel.bisNeu !== undefined)
      await updateZiel(tx, ort, zielId(ort, ziel), inhalt, zweite);
  }
  await freeze(ort, zweite);
  for (const each of staende.filter(({ am }) => am > zweite))
    await noteStand(tx, ort, each, each.stand, each.am);
  await recordInTime(ort);
}

function zielId(ort: FallbeispielOrt, { vorlage }: ZielDemo): string {
  return idOf(ort, 'ziel', vorlage);
}

/** The words of the template with those of the person; version 2 knows more steps and later days. */
function inhaltFor(
  ort: FallbeispielOrt,
  stellen: ReadonlySet<string>,
  ziel: ZielDemo,
  version: 1 | 2,
): ZielInhalt {
  const vorlage = zielVorlagen.find(({ id }) => id === ziel.vorlage);
  if (!vorlage) throw new Error(`no template ${ziel.vorlage}`);
  const spaeter = version === 2 && ziel.bisNeu !== undefined ? ziel.bisNeu : ziel.bis;
  const bisWann = dayIn(ort, -spaeter);
  const schritt = [
    ...vorlage.schritt.map(({ text, akteur }, at) => ({
      text: text.de,
      akteur,
      dritte: ziel.dritte ?? 'Ehrenamtliche',
      faelligAm: addDays(bisWann, (at - vorlage.schritt.length) * 7),
    })),
    ...(version === 1 ? [] : (ziel.mehr ?? [])).map(({ text, akteur, dritte, faelligIn }) => ({
      text,
      akteur,
      dritte: dritte ?? '',
      faelligAm: dayIn(ort, faelligIn),
    })),
  ];
  return {
    lebensbereich: vorlage.lebensbereich,
    text: vorlage.text.de,
    worte: ziel.worte,
    indikator: vorlage.indikator.de,
    prioritaet: ziel.prioritaet,
    bisWann,
    schritt: schritt.map(({ text, akteur, dritte, faelligAm }, at) => {
      const stelle = stelleId(ort, dritte);
      return {
        id: idOf(ort, 'schritt', ziel.vorlage, String(at)),
        text,
        akteur,
        stelleId: akteur === 'dritte' && stellen.has(stelle) ? stelle : null,
        dritte: akteur === 'dritte' ? dritte : '',
        faelligAm,
      };
    }),
  };
}

interface StandZeile {
  readonly zielId: string;
  readonly schrittId: string | null;
  readonly stand: ZielStand | 'erledigt';
  readonly am: Day;
}

/** Every change of a state in the order of days. */
function listStaende(ort: FallbeispielOrt): StandZeile[] {
  return ort.beispiel.ziel
    .flatMap((ziel): StandZeile[] => {
      const done = [...ziel.erledigt, ...(ziel.mehr ?? []).map(({ erledigt }) => erledigt ?? null)];
      return [
        ...ziel.stand.map(([vorTagen, stand]) => ({
          zielId: zielId(ort, ziel),
          schrittId: null,
          stand,
          am: dayBefore(ort, vorTagen),
        })),
        ...done.flatMap((vorTagen, at) =>
          vorTagen === null
            ? []
            : [
                {
                  zielId: zielId(ort, ziel),
                  schrittId: idOf(ort, 'schritt', ziel.vorlage, String(at)),
                  stand: 'erledigt' as const,
                  am: dayBefore(ort, vorTagen),
                },
              ],
        ),
      ];
    })
    .toSorted((a, b) => a.am.localeCompare(b.am));
}

/** Freezes what stands now; the person agrees, and both sign on the screen. */
async function freeze(ort: FallbeispielOrt, am: Day): Promise<void> {
  const { tx, kreisId, fallId, personId, key } = ort;
  const inhalt = { ...inhaltOf(await readZiele(tx, ort)), zustimmung: { antwort: 'ja' as const, grund: '' } };
  const { fassung } = await tx.one(sql<{ fassung: number }>`
    select fassung from hilfeplan where kreis_id = ${kreisId} and fall_id = ${fallId}`);
  const { versionId } = await freezePlan(tx, ort, { inhalt, planFassung: fassung, unterschriebenAm: am });
  await sign(tx, {
    kreisId,
    personId,
    key,
    gegenstand: 'hilfeplan',
    gegenstandId: versionId,
    text: wortlautOf(inhalt),
    unterschrift: (['klient', 'fachkraft'] as const).map((rolle) => ({
      rolle,
      form: 'bildschirm' as const,
      strich: strokes,
    })),
  });
  await tx.run(sql`
    update unterschrift set am = ${`${am}T09:30:00Z`}
    where kreis_id = ${kreisId} and gegenstand = 'hilfeplan' and gegenstand_id = ${versionId}`);
}

/** What was noted on a day was recorded on it. */
async function recordInTime({ tx, kreisId, fallId }: FallbeispielOrt): Promise<void> {
  await tx.run(sql`
    update hilfeplan_stand set erfasst_am = (gueltig_ab + time '13:30') at time zone 'UTC' where kreis_id = ${kreisId} and fall_id = ${fallId}`);
  await tx.run(sql`
    update hilfeplan_version set erfasst_am = (unterschrieben_am + time '09:30') at time zone 'UTC'
    where kreis_id = ${kreisId} and fall_id = ${fallId}`);
}
