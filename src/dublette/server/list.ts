import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Day } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { dubletteGrund, type dubletteContract } from '../contract.ts';
import { SCHWELLE, scoreDublette, type Angaben } from '../score.ts';
import { loadEigene, loadNummern, recordGelesen, toEintrag, toNummer, type Eintrag } from './eintrag.ts';
import { openFaelle } from './open-faelle.ts';

type List = typeof dubletteContract.listDublette;
type Paare = Answer<List>['paar'];
type Vorschlaege = Answer<List>['vorschlag'];

/** Pairs that share a key and are scored; more do not fit on a page. */
const VERGLICHEN = 2_000;
const GEZEIGT = 50;

/** What looks alike among one's own records, and proposals that wait or hold. */
export async function listDublette({ tx, actor, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const paar = await listPaare(tx, kreisId);
  const vorschlag = await listVorschlaege(tx, kreisId, actor.kontoId);
  const shown = [
    ...paar.flatMap((each) => [each.eintrag, each.anderer]),
    ...vorschlag.flatMap((each) => [each.bleibt, each.gehtAuf]),
  ].filter((each) => each.name !== null);
  await recordGelesen(
    tx,
    kreisId,
    shown.map((each) => each.personId),
    'dublette.list',
  );
  markLesezugriff(tx);
  return { paar, vorschlag };
}

interface PaarRow extends Angaben {
  readonly id: string;
  readonly casemanagerId: string | null;
  readonly andereId: string;
  readonly andereEigen: boolean;
  readonly andererFamilienname: string;
  readonly andererVorname: string;
  readonly anderesGeburtsdatum: Day | null;
  readonly andererCasemanagerId: string | null;
}

async function listPaare(tx: Tx, kreisId: string): Promise<Paare> {
  const rows = await tx.all(sql<PaarRow>`
    select id, familienname, vorname, geburtsdatum, casemanager_id as "casemanagerId", andere_id as "andereId",
      andere_eigen as "andereEigen", andere_familienname as "andererFamilienname", andere_vorname as "andererVorname",
      andere_geburtsdatum as "anderesGeburtsdatum", andere_casemanager_id as "andererCasemanagerId"
    from dublette_paare(${kreisId}, ${VERGLICHEN})`);
  const best = rows
    .map((row) => {
      const eintrag: Eintrag = { ...row, eigen: true };
      const anderer: Eintrag = {
        id: row.andereId,
        eigen: row.andereEigen,
        familienname: row.andererFamilienname,
        vorname: row.andererVorname,
        geburtsdatum: row.anderesGeburtsdatum,
        casemanagerId: row.andererCasemanagerId,
      };
      return { eintrag, anderer, ...scoreDublette(eintrag, anderer) };
    })
    .filter(({ punkte }) => punkte >= SCHWELLE)
    .toSorted((a, b) => b.punkte - a.punkte)
    .slice(0, GEZEIGT);
  const nummern = await loadNummern(
    tx,
    kreisId,
    best.flatMap(({ eintrag, anderer }) => [eintrag.id, anderer.id]),
  );
  return best.map(({ eintrag, anderer, punkte, gruende }) => ({
    eintrag: toEintrag(eintrag, nummern),
    anderer: toEintrag(anderer, nummern),
    punkte,
    gruende: [...gruende],
  }));
}

interface VorschlagRow {
  readonly id: string;
  readonly stand: 'vorgeschlagen' | 'zusammengefuehrt';
  readonly bleibtId: string;
  readonly gehtAufId: string;
  readonly punkte: number;
  readonly gruende: readonly string[];
  readonly vorgeschlagenVon: string;
  readonly vorgeschlagenAm: string;
  readonly entschiedenVon: string | null;
  readonly entscheidet: boolean;
}

async function listVorschlaege(tx: Tx, kreisId: string, kontoId: string): Promise<Vorschlaege> {
  const all = await tx.all(sql<VorschlagRow>`
    select id, stand, bleibt_id as "bleibtId", geht_auf_id as "gehtAufId", punkte, gruende,
      vorgeschlagen_von as "vorgeschlagenVon", to_json(vorgeschlagen_am) #>> '{}' as "vorgeschlagenAm",
      entschieden_von as "entschiedenVon",
      zusammenfuehrung_entscheidet(kreis_id, bleibt_id, geht_auf_id, vorgeschlagen_von) as entscheidet
    from zusammenfuehrung where kreis_id = ${kreisId} and stand in ('vorgeschlagen', 'zusammengefuehrt')
    order by stand desc, vorgeschlagen_am desc`);
  const rows = all.filter(
    (row) => row.entscheidet || row.vorgeschlagenVon === kontoId || row.entschiedenVon === kontoId,
  );
  const ids = rows.flatMap((row) => [row.bleibtId, row.gehtAufId]);
  const [nummern, eigene, offen] = [
    await loadNummern(tx, kreisId, ids),
    await loadEigene(tx, kreisId, ids),
    await openFaelle(tx, kreisId, ids),
  ];
  return Promise.all(
    rows.map(async (row) => {
      const entscheiden =
        row.stand === 'vorgeschlagen' && row.entscheidet && row.vorgeschlagenVon !== kontoId;
      const gezeigt = entscheiden ? await loadPaar(tx, kreisId, row.id) : eigene;
      const eintrag = (personId: string) => {
        const name = gezeigt.get(personId) ?? eigene.get(personId);
        return toNummer(personId, nummern, name === undefined ? null : nameOnly(name), eigene.has(personId));
      };
      return {
        id: row.id,
        stand: row.stand,
        vorgeschlagenVon: row.vorgeschlagenVon,
        vorgeschlagenAm: row.vorgeschlagenAm,
        entschiedenVon: row.entschiedenVon,
        punkte: row.punkte,
        gruende: dubletteGrund.array().parse(row.gruende),
        bleibt: eintrag(row.bleibtId),
        gehtAuf: eintrag(row.gehtAufId),
        offenerFall: offen.has(row.bleibtId) && offen.has(row.gehtAufId),
        eigenerFall: eigene.has(row.gehtAufId),
        abilities: {
          entscheiden,
          loesen: row.stand === 'zusammengefuehrt' ? true : row.vorgeschlagenVon === kontoId,
        },
      };
    }),
  );
}

function nameOnly({ familienname, vorname, geburtsdatum }: Angaben): Angaben {
  return { familienname, vorname, geburtsdatum };
}

/** Both names of a proposal, for the colleague who decides it. */
async function loadPaar(tx: Tx, kreisId: string, id: string): Promise<ReadonlyMap<string, Angaben>> {
  const rows = await tx.all(sql<Angaben & { personId: string }>`
    select person_id as "personId", familienname, vorname, geburtsdatum from zusammenfuehrung_paar(${kreisId}, ${id}::uuid)`);
  return new Map(rows.map((row) => [row.personId, row]));
}
