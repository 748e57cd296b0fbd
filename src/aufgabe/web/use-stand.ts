import { call } from '#src/platform/web/call.ts';
import { useAction, type Action } from '#src/platform/web/use-action.ts';
import { aufgabeContract, type AufgabeStand } from '../contract.ts';

/** Ticks tasks off, drops them or opens them again. */
export function useStand(
  kreisId: string,
  fallId: string,
  onDone?: () => void,
): Action<[aufgabeId: string, stand: AufgabeStand, fassung: number]> {
  return useAction(
    (key, aufgabeId, stand, fassung) =>
      call(
        aufgabeContract.setAufgabeStand,
        { params: { kreisId, fallId, aufgabeId }, body: { stand, fassung } },
        { key },
      ),
    onDone,
  );
}
