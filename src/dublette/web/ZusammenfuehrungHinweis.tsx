import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { dubletteContract } from '../contract.ts';
import { EintragName } from './EintragName.tsx';
import * as texts from './texts.ts';

/** "Merged with …" at the head of a case, with the way to the other record and back. */
export function ZusammenfuehrungHinweis({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const params = { kreisId: kreis.id, fallId };
  const { data } = useQuery(dubletteContract.getZusammenfuehrung, { params });
  const undo = useAction((key, zusammenfuehrungId: string) =>
    call(
      dubletteContract.undoZusammenfuehrung,
      { params: { kreisId: kreis.id, zusammenfuehrungId } },
      { key },
    ),
  );
  return (data ?? []).map((each) => (
    <Notice key={each.id} title={each.bleibt ? t.zusammengefuehrtMit : t.aufgegangenIn}>
      <div className="row-between">
        <EintragName kreisId={kreis.id} casemanager={kreis.casemanager} eintrag={each.anderer} />
        <Button small pending={undo.pending} onClick={() => undo.run(each.id)}>
          {t.loesen}
        </Button>
      </div>
      {undo.problem && <ErrorState problem={undo.problem} codes={t.code} />}
    </Notice>
  ));
}
