/** Failed sign-ins that are evaluated per account within the window. */
const maxTriesPerAccount = 10;
/** Failed sign-ins per hour and address, whatever the accounts. */
export const maxTriesPerAddress = 100;
export const tryWindowSeconds = 15 * 60;

const minLength = 12;
const freeTries = 3;
/**
 * What can be said of a new password without a word list; undefined: nothing against it. Length counts, not character
 * classes (BSI, NIST 800-63B); the word lists are asked by server/check-kennwort.ts.
 */
export function kennwortRefusal(
  kennwort: string,
  anmeldename: string,
): 'kennwort-zu-kurz' | 'kennwort-bekannt' | undefined {
  if (Array.from(kennwort).length < minLength) return 'kennwort-zu-kurz';
  const text = kennwort.toLowerCase();
  const guessable = new Set(text).size < 5 || isSequence(text);
  return guessable || text.includes(anmeldename.toLowerCase()) ? 'kennwort-bekannt' : undefined;
}

function isSequence(text: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < text.length; i += 1) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1));
  return steps.size === 1;
}

/**
 * Seconds until the next try of an account is evaluated; 0: now. `agesSeconds` are the ages of its failures
 * within the window. Three tries are free, then the wait doubles; the eleventh waits until the oldest is over.
 */
export function waitSeconds(agesSeconds: readonly number[]): number {
  const failures = agesSeconds.length;
  if (failures < freeTries) return 0;
  if (failures >= maxTriesPerAccount) {
    const oldest = agesSeconds.toSorted((a, b) => a - b)[maxTriesPerAccount - 1] ?? 0;
    return Math.max(0, Math.ceil(tryWindowSeconds - oldest));
  }
  const delay = 2 ** (failures - freeTries + 1);
  return Math.max(0, Math.ceil(delay - Math.min(...agesSeconds)));
}

interface RollenWunsch {
  readonly rolle: string;
  readonly traegerId: string | null;
  readonly stelleId?: string | null;
  readonly bis: string | null;
}

/** Roles at a Träger name it, an account of a partner its office; importing is granted for a time only. */
export function rolleRefusal(
  wunsch: RollenWunsch,
):
  | 'rolle-braucht-traeger'
  | 'rolle-braucht-frist'
  | 'rolle-braucht-stelle'
  | 'stelle-nur-partner'
  | undefined {
  if (
    ['casemanager', 'casemanager_abh', 'traegerleitung', 'notzugriff'].includes(wunsch.rolle) &&
    wunsch.traegerId === null
  ) {
    return 'rolle-braucht-traeger';
  }
  const anStelle = (wunsch.stelleId ?? null) !== null;
  if (wunsch.rolle === 'partner' && !anStelle) return 'rolle-braucht-stelle';
  if (wunsch.rolle !== 'partner' && anStelle) return 'stelle-nur-partner';
  return wunsch.rolle === 'uebernahme' && wunsch.bis === null ? 'rolle-braucht-frist' : undefined;
}

/** Minutes for which a session that waits for its second step lives. */
export const schrittMinutes = 5;
/** Wrong answers in the second step after which the sign-in begins anew. */
export const maxSchrittFehler = 5;
/** Hours after which a session ends whatever happens. */
export const absoluteHours = 12;
