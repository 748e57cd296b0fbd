import { registerDir, type Config } from '#src/platform/server/config.ts';
import type { Database, Owner } from '#src/platform/server/db.ts';
import { countMissing, replayLoeschung } from './replay.ts';
import { runLoeschlauf } from './run-loeschlauf.ts';

const everyMs = 5_000;

/**
 * Erases again whoever the register says was erased, before anybody is served; then carries out what is released, soon
 * after its release. Answers how to stop, after the person under way.
 */
export async function startLoeschung(installation: {
  readonly db: Database;
  readonly owner: Owner;
  readonly config: Pick<Config, 'datenDir'>;
  readonly now: () => Date;
}): Promise<() => Promise<void>> {
  const { db, config, now } = installation;
  const log = (line: Readonly<Record<string, unknown>>) =>
    void process.stderr.write(`${JSON.stringify({ am: now().toISOString(), ...line })}\n`);
  const anzahl = await replayLoeschung(installation);
  if (anzahl > 0) log({ art: 'loeschung', wiederholt: anzahl });
  const fehlend = await countMissing(installation);
  if (fehlend > 0)
    log({
      art: 'loeschung',
      fehler: `Im Register der Löschungen fehlen ${fehlend} Personen. Eine Rücksicherung brächte sie zurück; holen Sie die Kopie neben dem Schlüsselbund.`,
    });
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= runLoeschlauf({ db, registerDir: registerDir(config), now, log })
      .catch((error: unknown) =>
        log({ art: 'loeschung', fehler: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
