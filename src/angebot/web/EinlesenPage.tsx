import { useState } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Page } from '#src/ui/web/Page.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { austauschContract, type AustauschVorschau, type Entscheidung } from '../austausch-contract.ts';
import { AustauschDatei } from './AustauschDatei.tsx';
import { AustauschVorschauView } from './AustauschVorschauView.tsx';
import * as texts from './austausch-texts.ts';

/** Reads a directory from a file: what it would change first, writing after a yes. */
export function EinlesenPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [vorschau, setVorschau] = useState<AustauschVorschau>();
  const take = useAction(
    (key, { dateiId, stempel }: AustauschVorschau, entscheidung: readonly Entscheidung[]) =>
      call(
        austauschContract.importAngebotDatei,
        { params: { kreisId: kreis.id, dateiId }, body: { stempel, entscheidung: [...entscheidung] } },
        { key },
      ),
    ({ angelegt, geaendert }) => {
      toast(t.fertig(angelegt, geaendert));
      navigate(`/k/${kreis.id}/angebot`);
    },
  );
  return (
    <Page
      title={t.einlesenTitel}
      lead={<p className="prose">{t.einlesenText}</p>}
      crumbs={[{ label: t.angebote, href: `/k/${kreis.id}/angebot` }]}
    >
      {vorschau ? (
        <AustauschVorschauView
          vorschau={vorschau}
          pending={take.pending}
          problem={take.problem}
          onBack={() => {
            take.clear();
            setVorschau(undefined);
          }}
          onTake={(entscheidung) => take.run(vorschau, entscheidung)}
        />
      ) : (
        <AustauschDatei kreisId={kreis.id} kreisName={kreis.name} onFound={setVorschau} />
      )}
    </Page>
  );
}
