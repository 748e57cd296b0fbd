import type { KreisStamm } from '#src/kreis/contract.ts';
import { NachrichtCard } from '#src/nachricht/web/NachrichtCard.tsx';
import { TagPage } from '#src/tag/web/TagPage.tsx';

/** "Mein Tag" with the inbox beside it. */
export function StartPage({ kreis }: { readonly kreis: KreisStamm }) {
  return <TagPage kreis={kreis} aside={<NachrichtCard kreisId={kreis.id} />} />;
}
