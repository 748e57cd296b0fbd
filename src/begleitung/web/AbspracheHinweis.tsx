import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { begleitungContract } from '../contract.ts';
import * as texts from './texts.ts';

/** The agreed lead and split of tasks at the head of a case (Konzept 4.3). */
export function AbspracheHinweis({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { data } = useQuery(begleitungContract.getAbsprache, { params: { kreisId: kreis.id, fallId } });
  const names = (codes: readonly string[]) =>
    codes.map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache)).join(', ');
  return (data ?? []).map((each) => {
    const anderer = nameOf(kreis.traeger, each.andererTraegerId);
    return (
      <Notice key={each.andererTraegerId} title={t.abspracheTitel}>
        <p>{t.abspracheText(anderer, nameOf(kreis.traeger, each.federfuehrungTraegerId))}</p>
        {each.eigeneAufgaben.length > 0 && (
          <p className="small">
            {t.wirMachen}: {names(each.eigeneAufgaben)}
          </p>
        )}
        {each.andereAufgaben.length > 0 && (
          <p className="small">
            {t.andereMachen(anderer)}: {names(each.andereAufgaben)}
          </p>
        )}
      </Notice>
    );
  });
}
