import { today } from '#src/platform/day.ts';
import { runNight, runSeal, type Ort } from './run.ts';

const minuteMs = 60_000;
const germanHour = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hour12: false,
});
/** After this hour in Germany the night run of a day is due. */
const nightHour = 2;

/** Seals each minute and looks at the night before once a day. Answers how to stop, after the run under way. */
export function startProtokoll(ort: Ort): () => Promise<void> {
  let last: string | undefined;
  let running: Promise<void> | undefined;
  async function tick(): Promise<void> {
    const now = ort.now();
    const heute = today(now);
    const due = last !== heute && Number.parseInt(germanHour.format(now), 10) >= nightHour;
    try {
      if (due) await runNight(ort);
      else await runSeal(ort);
      if (due) last = heute;
    } catch (error) {
      // The next minute tries again; the state of the chain shows since when nothing was sealed.
      const fehler = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${JSON.stringify({ am: now.toISOString(), art: 'protokoll', fehler })}\n`);
    }
  }
  const timer = setInterval(() => {
    running ??= tick().finally(() => {
      running = undefined;
    });
  }, minuteMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
