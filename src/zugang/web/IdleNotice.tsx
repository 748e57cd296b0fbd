import { useEffect, useRef, useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { idleFor, watchContact } from '#src/platform/web/idle.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { zugangContract } from '../contract.ts';
import * as texts from './texts.ts';

const MINUTE = 60_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Two minutes before the idle end a calm notice; whoever types, clicks or says so goes on working. After the end the page
 * asks the server, which opens the sign-in over it: what stood there stays.
 */
export function IdleNotice({ leerlaufMinuten }: { leerlaufMinuten: number }) {
  const t = useTexts(texts);
  const [soon, setSoon] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let asked = false;
    const stopWatching = watchContact(() => {
      asked = false;
      setSoon(false);
    });
    // The server notes the last use to the minute, so its end may come one minute earlier than this page thinks.
    const timer = setInterval(() => {
      const idle = idleFor();
      const over = idle > leerlaufMinuten * MINUTE + LOOK_EVERY_MS;
      setSoon(!over && idle >= (leerlaufMinuten - 3) * MINUTE);
      if (!over || asked) return;
      asked = true;
      call(zugangContract.getIch, {}).catch(() => {
        asked = false;
      });
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      stopWatching();
    };
  }, [leerlaufMinuten]);

  useEffect(() => {
    if (!soon) return;
    // Above an open dialog, too.
    box.current?.showPopover();
    document.addEventListener('keydown', goOn, true);
    document.addEventListener('pointerdown', goOn, true);
    return () => {
      document.removeEventListener('keydown', goOn, true);
      document.removeEventListener('pointerdown', goOn, true);
    };
  }, [soon]);

  return (
    <output>
      {soon && (
        <div className="idle-notice" popover="manual" ref={box}>
          <p>{t.leerlauf}</p>
          <Button small onClick={goOn}>
            {t.weiterarbeiten}
          </Button>
        </div>
      )}
    </output>
  );
}

/** Any call of the session counts as work. */
function goOn(): void {
  call(zugangContract.getIch, {}).catch(() => undefined);
}
