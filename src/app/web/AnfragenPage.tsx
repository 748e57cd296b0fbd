import { AnfrageListPage } from '#src/anfrage/web/AnfrageListPage.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { WartelisteTable } from '#src/warteliste/web/WartelisteTable.tsx';

/** The list of Anfragen; whoever waits stands there in the order of invitation. */
export function AnfragenPage({ kreis, can }: { kreis: KreisStamm; can: (ability: string) => boolean }) {
  return (
    <AnfrageListPage
      kreis={kreis}
      can={can}
      {...(can('warteliste.lesen')
        ? {
            warteliste: (traegerId: string) => (
              <WartelisteTable kreis={kreis} {...(traegerId === '' ? {} : { traegerId })} />
            ),
          }
        : {})}
    />
  );
}
