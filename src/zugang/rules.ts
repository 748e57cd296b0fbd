/** Failed sign-ins that are evaluated per account within the window. */
const maxTriesPerAccount = 10;
/** Failed sign-ins per hour and address, whatever the accounts. */
export const maxTriesPerAddress = 100;
export const tryWindowSeconds = 15 * 60;

const minLength = 12;
const freeTries = 3;
const known = new Set([
  '123456789012',
  '1234567890123',
  '123123123123',
  'passwort1234',
  'passwort12345',
  'passwort123456',
  'password1234',
  'password12345',
  'password123456',
  'passwortpasswort',
  'passwordpassword',
  'geheimgeheim',
  'willkommen123',
  'willkommen1234',
  'willkommen2024',
  'willkommen2025',
  'willkommen2026',
  'hallohallo123',
  'administrator',
  'administrator1',
  'qwertzuiopasdf',
  'qwertzuiop123',
  'qwertyuiop123',
  'ichliebedich',
  'ichliebedich1',
  'iloveyou1234',
  'fussball12345',
  'sommer202520',
  'integration1',
  'integration123',
  'integration2025',
  'integration2026',
]);

/** Why a new password is refused; undefined: none. Length counts, not character classes (BSI, NIST 800-63B). */
export function kennwortRefusal(
  kennwort: string,
  anmeldename: string,
): 'kennwort-zu-kurz' | 'kennwort-bekannt' | undefined {
  if (Array.from(kennwort).length < minLength) return 'kennwort-zu-kurz';
  const text = kennwort.toLowerCase();
  const guessable = known.has(text) || new Set(text).size < 5 || isSequence(text);
  return guessable || text.includes(anmeldename) ? 'kennwort-bekannt' : undefined;
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
    ['casemanager', 'casemanager_abh', 'traegerleitung'].includes(wunsch.rolle) &&
    wunsch.traegerId === null
  ) {
    return 'rolle-braucht-traeger';
  }
  const anStelle = (wunsch.stelleId ?? null) !== null;
  if (wunsch.rolle === 'partner' && !anStelle) return 'rolle-braucht-stelle';
  if (wunsch.rolle !== 'partner' && anStelle) return 'stelle-nur-partner';
  return wunsch.rolle === 'uebernahme' && wunsch.bis === null ? 'rolle-braucht-frist' : undefined;
}
