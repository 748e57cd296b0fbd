import type { Tone } from '#src/ui/web/Badge.tsx';
import type { ZielStand } from '../plan.ts';

/** Colours that support the words of a goal's state. */
export const zielTones: Record<ZielStand, Tone> = {
  offen: 'neutral',
  in_arbeit: 'info',
  erreicht: 'success',
  teilweise: 'warning',
  aufgegeben: 'neutral',
};
