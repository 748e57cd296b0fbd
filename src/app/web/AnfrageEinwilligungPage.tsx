import { DublettenHinweis } from '#src/dublette/web/DublettenHinweis.tsx';
import { EinwilligungPage } from '#src/einwilligung/web/EinwilligungPage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { EinwilligungRegister } from './EinwilligungRegister.tsx';

/** The consent of an Anfrage, with similar records below the name and the register once it is signed. */
export function AnfrageEinwilligungPage({ kreis, anfrageId }: { kreis: KreisStamm; anfrageId: string }) {
  return (
    <EinwilligungPage
      kreis={kreis}
      anfrageId={anfrageId}
      hinweis={(traegerId, name) => <DublettenHinweis kreisId={kreis.id} traegerId={traegerId} {...name} />}
      register={(personId) => <EinwilligungRegister kreis={kreis} personId={personId} />}
    />
  );
}
