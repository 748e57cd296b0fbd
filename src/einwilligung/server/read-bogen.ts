import type { Tx } from '#src/platform/server/db.ts';
import type { VordruckArt } from '#src/vordruck/inhalt.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { readVordruck, type GueltigerVordruck } from '#src/vordruck/server/read-vordruck.ts';
import type { BogenText } from '../contract.ts';

/** A released text as it is shown for signing. */
export interface FreigegebenerText extends BogenText {
  /** Languages in which it may be shown beside the German one. */
  readonly sprachen: readonly { readonly sprache: string; readonly stand: 'entwurf' | 'freigegeben' }[];
}

const arten: readonly VordruckArt[] = ['einwilligung', 'datenschutzinformation', 'entbindung'];

/** The released texts of a Träger, each with its translation into one language (ISO 639-3). */
export async function readBogen(
  tx: Tx,
  kreisId: string,
  traegerId: string,
  sprache: string,
): Promise<ReadonlyMap<VordruckArt, FreigegebenerText>> {
  const found = await Promise.all(arten.map((art) => readVordruck(tx, kreisId, traegerId, art)));
  return new Map(
    found.flatMap((vordruck) => (vordruck ? [[vordruck.art, toText(vordruck, sprache)] as const] : [])),
  );
}

function toText(vordruck: GueltigerVordruck, sprache: string): FreigegebenerText {
  const sprachen = vordruck.uebersetzung.map((u) => ({
    sprache: u.sprache,
    stand: u.geprueft ? ('freigegeben' as const) : ('entwurf' as const),
  }));
  const wished = vordruck.uebersetzung.find((u) => u.sprache === sprache);
  const stand = sprachen.find((u) => u.sprache === sprache)?.stand ?? 'entwurf';
  return {
    vordruckId: vordruck.id,
    fassung: vordruck.fassung,
    deutsch: vordruck.inhalt,
    uebersetzung: wished ? { sprache, stand, inhalt: wished.inhalt } : null,
    pruefwert: (wished ?? vordruck).pruefwert.toString('hex'),
    worte: { deutsch: freigabeWorte('deu'), uebersetzung: wished ? freigabeWorte(sprache) : null },
    sprachen,
  };
}

function freigabeWorte(sprache: string): BogenText['worte']['deutsch'] {
  const { zweck, inhalt, richtung } = paperLabels(sprache);
  return { zweck, inhalt, richtung };
}
