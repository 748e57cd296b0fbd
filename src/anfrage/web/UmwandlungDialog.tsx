import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Asks whether a Kurzberatung that has outgrown its limits becomes a case; both answers are fine. */
export function UmwandlungDialog(props: { kreis: KreisStamm; anfrage: AnfrageDetail; onClose: () => void }) {
  const { kreis, anfrage, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const keep = useAction(
    (key) =>
      call(
        anfrageContract.keepKurzberatung,
        { params: { kreisId: kreis.id, anfrageId: anfrage.id } },
        { key },
      ),
    () => {
      toast(t.weiterGespeichert);
      onClose();
    },
  );
  const base = `/k/${kreis.id}`;
  return (
    <Dialog title={t.frage} open onClose={onClose}>
      <div className="stack">
        <p>{t.umfangText(t.kontakte(anfrage.kontakte), t.bedarfe(anfrage.bedarfe))}</p>
        <p>{t.frageText}</p>
        {!anfrage.benannt && <p className="muted">{t.schritt.einwilligung}</p>}
        {keep.problem && <ErrorState problem={keep.problem} codes={t.code} />}
        <div className="row">
          <Button
            kind="primary"
            onClick={() =>
              navigate(
                anfrage.benannt
                  ? `${base}/fall/neu?anfrage=${anfrage.id}`
                  : `${base}/anfrage/${anfrage.id}/einwilligung`,
              )
            }
          >
            {t.umwandeln}
          </Button>
          <Button pending={keep.pending} onClick={keep.run}>
            {t.weiter}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
