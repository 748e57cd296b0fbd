import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import type { Bogen } from '../contract.ts';
import * as texts from './texts.ts';

/** What to do where the Träger has not released the texts: nobody is named before. */
export function FehlendeTexte(props: { kreis: Pick<KreisStamm, 'id'>; bogen: Bogen }) {
  const t = useTexts(texts);
  const { kreis, bogen } = props;
  const missing = [
    ...(bogen.einwilligung ? [] : [t.einwilligung]),
    ...(bogen.datenschutzinformation ? [] : [t.datenschutzinformation]),
  ];
  return (
    <Notice tone="warning" title={t.fehltTitel(missing.join(', '))}>
      <p>{t.fehltText}</p>
      <p>
        <ButtonLink small href={`/k/${kreis.id}/vordruck`}>
          {t.zuDenTexten}
        </ButtonLink>
      </p>
    </Notice>
  );
}
