import { listKoordination, listTeam } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** What a message about a hand-over tells: codes, days and numbers. */
export interface Meldung {
  readonly kreisId: string;
  /** Whoever acts knows already. */
  readonly vonKontoId: string;
  readonly gegenstandId?: string;
  readonly daten: Readonly<Record<string, unknown>>;
}

/**
 * Tells those concerned in their words, and in every case the Koordination of the places in others (Stadt Lünen: "stets").
 * `auch` are told like the Koordination; nobody is told twice.
 */
export async function informUebergabe(
  tx: Tx,
  meldung: Meldung,
  wer: { readonly art: string; readonly an: readonly string[] },
  koordination: {
    readonly art: string;
    readonly kommuneIds: readonly string[];
    readonly auch?: readonly string[];
  },
): Promise<void> {
  const { vonKontoId, ...rest } = meldung;
  const an = wer.an.filter((id) => id !== vonKontoId);
  await sendNachricht(tx, { ...rest, art: wer.art, gegenstand: 'uebergabe', an });
  const ko = await listKoordination(tx, meldung.kreisId, koordination.kommuneIds);
  await sendNachricht(tx, {
    ...rest,
    art: koordination.art,
    gegenstand: 'uebergabe',
    an: [...ko, ...(koordination.auch ?? [])].filter((id) => id !== vonKontoId && !an.includes(id)),
  });
}

/** Who is asked: the colleague that was named, else the team of the Träger. */
export async function listGefragte(
  tx: Tx,
  kreisId: string,
  anTraegerId: string,
  anKontoId: string | null,
): Promise<string[]> {
  return anKontoId === null ? listTeam(tx, kreisId, anTraegerId) : [anKontoId];
}

/** Kommunen of cases, each once. */
export function kommunenOf(fall: readonly { readonly kommuneId: string | null }[]): string[] {
  return [...new Set(fall.flatMap(({ kommuneId }) => (kommuneId === null ? [] : [kommuneId])))];
}

/** Those who lead the cases, each once. */
export function leadsOf(fall: readonly { readonly casemanagerId: string | null }[]): string[] {
  return [...new Set(fall.flatMap(({ casemanagerId }) => (casemanagerId === null ? [] : [casemanagerId])))];
}
