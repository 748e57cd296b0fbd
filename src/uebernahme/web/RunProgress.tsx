import { useEffect, useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Progress } from '#src/ui/web/States.tsx';
import { uebernahmeContract, type Fortschritt } from '../contract.ts';
import * as texts from './texts.ts';

const waitMs = 700;

/** How many rows are done, asked for while the import runs in another call. */
export function RunProgress({
  kreisId,
  dateiId,
  label,
}: {
  kreisId: string;
  dateiId: string;
  label: string;
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [state, setState] = useState<Fortschritt>();
  useEffect(() => {
    const stop = new AbortController();
    const timer = setInterval(() => {
      call(
        uebernahmeContract.getFortschritt,
        { params: { kreisId, dateiId } },
        { signal: stop.signal, withoutSignIn: true },
      ).then(
        setState,
        // A missed beat is no refusal; the next one tells.
        () => undefined,
      );
    }, waitMs);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [kreisId, dateiId]);
  const gelesen = state?.gelesen ?? 0;
  const gesamt = state?.gesamt ?? null;
  const number = (value: number) => formatNumber(sprache, value);
  const detail = gesamt === null ? t.zeilen(number(gelesen)) : t.zeilenVon(number(gelesen), number(gesamt));
  return <Progress label={label} detail={detail} {...(gesamt ? { share: gelesen / gesamt } : {})} />;
}
