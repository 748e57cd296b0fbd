import { sql } from 'kysely';
import { frageschluessel } from '#src/person/suchschluessel.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { DubletteTreffer } from '../contract.ts';
import { SCHWELLE, scoreDublette, type Bewertung, type Angaben } from '../score.ts';
import { loadNummern, toEintrag, type Eintrag } from './eintrag.ts';

/** Records that share a key and are looked at; those with the most keys in common come first. */
const KANDIDATEN = 300;
const TREFFER = 8;

export interface Frage extends Angaben {
  readonly kreisId: string;
  readonly traegerId: string;
}

export interface Fund {
  readonly eintrag: Eintrag;
  readonly bewertung: Bewertung;
}

/** Records of the Träger that score as possibly the same person, the most similar first, names and all. */
export async function findFunde(tx: Tx, frage: Frage): Promise<Fund[]> {
  const keys = frageschluessel(frage);
  if (keys.length === 0) return [];
  const kandidaten = await tx.all(sql<Eintrag>`
    select id, eigen, familienname, vorname, geburtsdatum, casemanager_id as "casemanagerId"
    from dublette_kandidaten(${frage.kreisId}, ${frage.traegerId}::uuid, ${keys}::text[], ${KANDIDATEN})`);
  return kandidaten
    .map((eintrag) => ({ eintrag, bewertung: scoreDublette(frage, eintrag) }))
    .filter(({ bewertung }) => bewertung.punkte >= SCHWELLE)
    .toSorted((a, b) => b.bewertung.punkte - a.bewertung.punkte);
}

/** The most similar records as they are shown: of those of colleagues the number only. */
export async function findTreffer(tx: Tx, frage: Frage): Promise<DubletteTreffer[]> {
  const funde = (await findFunde(tx, frage)).slice(0, TREFFER);
  const nummern = await loadNummern(
    tx,
    frage.kreisId,
    funde.map(({ eintrag }) => eintrag.id),
  );
  return funde.map(({ eintrag, bewertung }) => ({
    ...toEintrag(eintrag, nummern),
    punkte: bewertung.punkte,
    gruende: [...bewertung.gruende],
  }));
}
