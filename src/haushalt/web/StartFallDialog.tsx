import { use } from 'react';
import { useLocation } from 'wouter';
import { call } from '#src/platform/web/call.ts';
import { DraftContext } from '#src/platform/web/drafts.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { haushaltContract, type HaushaltZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface StartFallDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly zeile: HaushaltZeile;
  /** Name of the person of this case, who signs for a child. */
  readonly klient: string;
  readonly onClose: () => void;
}

/**
 * Leads to the consent with which an own case begins. What is known is laid into the draft of its form, which is sealed
 * on the server, so that no name stands in an address.
 */
export function StartFallDialog({ kreisId, fallId, zeile, klient, onClose }: StartFallDialogProps) {
  const t = useTexts(texts);
  const store = use(DraftContext);
  const [, navigate] = useLocation();
  const start = useAction(
    async (key) => {
      const params = { kreisId, fallId, haushaltId: zeile.id };
      const anfrage = await call(haushaltContract.startEigenerFall, { params }, { key });
      const kind = zeile.beziehung === 'kind';
      await store
        ?.save('einwilligung', anfrage.anfrageId, {
          familienname: zeile.familienname,
          vorname: zeile.vorname,
          geburtsdatum: zeile.geburtsjahr?.toString() ?? '',
          ...(kind ? { vertreten: true, vertretung: klient } : {}),
        })
        // Without the draft the names are typed once more.
        .catch(() => undefined);
      return anfrage;
    },
    ({ anfrageId }) => navigate(`/k/${kreisId}/anfrage/${anfrageId}/einwilligung`),
  );
  return (
    <Dialog title={t.eigenerFallTitel} open onClose={onClose}>
      <div className="stack">
        <p>{t.eigenerFallText}</p>
        {start.problem && <ErrorState problem={start.problem} codes={t.code} />}
        <div className="row-end">
          <Button kind="primary" pending={start.pending} onClick={() => start.run()}>
            {t.weiter}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
