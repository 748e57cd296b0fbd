import type { Handlers } from '#src/platform/server/http.ts';
import type { zusteuerungContract } from '../contract.ts';
import { addZusteuerung } from './add.ts';
import { changeZusteuerung } from './change.ts';
import { endZusteuerung } from './end.ts';
import { getFokusQuote } from './fokus-quote.ts';
import { listZusteuerung } from './list.ts';
import { listZusteuerungVerlauf } from './list-verlauf.ts';
import { probeZusteuerung } from './probe.ts';

export const zusteuerungHandlers: Handlers<typeof zusteuerungContract> = {
  listZusteuerung,
  listZusteuerungVerlauf,
  addZusteuerung,
  changeZusteuerung,
  endZusteuerung,
  probeZusteuerung,
  getFokusQuote,
};
