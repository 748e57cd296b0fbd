import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { vordruckInhalt, type VordruckAngabe, type VordruckArt, type VordruckInhalt } from '../inhalt.ts';
import { fillInhalt, uebersetzungRefusals } from '../rules.ts';
import { findPapiersprache } from '../sprachen.ts';

/** A text ready to be shown or printed: the Träger's name and addresses are put in, other placeholders remain. */
export interface GueltigerVordruck {
  readonly id: string;
  readonly traegerId: string;
  readonly art: VordruckArt;
  readonly fassung: number;
  readonly inhalt: VordruckInhalt;
  /** SHA-256 of the German text. */
  readonly pruefwert: Buffer;
  readonly uebersetzung: readonly GueltigeUebersetzung[];
}

export interface GueltigeUebersetzung {
  readonly sprache: string;
  readonly inhalt: VordruckInhalt;
  /** False: print "Übersetzung ungeprüft, maßgeblich ist der deutsche Text". */
  readonly geprueft: boolean;
  /** SHA-256 of the German text and this translation. */
  readonly pruefwert: Buffer;
}

interface Row {
  readonly id: string;
  readonly traegerId: string;
  readonly art: VordruckArt;
  readonly fassung: number;
  readonly inhalt: unknown;
  readonly angabe: VordruckAngabe;
  readonly fremd: { readonly sprache: string; readonly stand: string; readonly inhalt: unknown }[];
}

/**
 * The text of a Träger that is in force, with the translations that may be used: those built like the German text, and
 * drafts only in languages in which drafts are allowed. Undefined: nothing is released yet.
 */
export async function readVordruck(
  tx: Tx,
  kreisId: string,
  traegerId: string,
  art: VordruckArt,
): Promise<GueltigerVordruck | undefined> {
  const row = await tx.first(sql<Row>`
    select v.id, v.traeger_id as "traegerId", v.art, v.fassung, v.inhalt, v.angabe,
      coalesce((select json_agg(json_build_object('sprache', u.sprache, 'stand', u.stand, 'inhalt', u.inhalt)
          order by u.sprache)
        from vordruck_uebersetzung u
        where u.kreis_id = v.kreis_id and u.vordruck_id = v.id and u.ersetzt_am is null), '[]') as fremd
    from vordruck v
    where v.kreis_id = ${kreisId} and v.traeger_id = ${traegerId} and v.art = ${art} and v.stand = 'freigegeben'`);
  if (!row) return undefined;
  const { angabe, fremd, ...kopf } = row;
  const roh = vordruckInhalt.parse(row.inhalt);
  const inhalt = fillInhalt(roh, angabe);
  return {
    ...kopf,
    inhalt,
    pruefwert: hashText(inhalt),
    uebersetzung: fremd.flatMap(({ sprache, stand, inhalt: text }) => {
      const papiersprache = findPapiersprache(sprache);
      const geprueft = stand === 'freigegeben';
      const parsed = vordruckInhalt.parse(text);
      if (!papiersprache || (papiersprache.nurFreigegeben && !geprueft)) return [];
      if (uebersetzungRefusals(roh, parsed).length > 0) return [];
      const gefuellt = fillInhalt(parsed, angabe);
      return [{ sprache, inhalt: gefuellt, geprueft, pruefwert: hashText(inhalt, gefuellt) }];
    }),
  };
}

/** SHA-256 over the texts in reading order; the same text always has the same. */
function hashText(...texts: readonly VordruckInhalt[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(texts.map((text) => vordruckInhalt.parse(text))))
    .digest();
}
