import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { haushaltContract, type HaushaltStand } from '../contract.ts';
import { HaushaltDialog } from './HaushaltDialog.tsx';
import { HaushaltTable } from './HaushaltTable.tsx';
import { LinkFallDialog } from './LinkFallDialog.tsx';
import { StartFallDialog } from './StartFallDialog.tsx';
import * as texts from './texts.ts';
import { VerbindungTable } from './VerbindungTable.tsx';

export interface HaushaltCardProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly stand: HaushaltStand;
  /** Name of the person of this case. */
  readonly klient: string;
  readonly canChange: boolean;
  readonly onStale: () => void;
}

type Open =
  | { readonly dialog: 'neu' | 'verbinden' }
  | { readonly dialog: 'aendern' | 'eigenerFall'; readonly id: string };

/** Who lives with the person, whose small needs are handled here, and the cases of the family. */
export function HaushaltCard({ kreis, fallId, stand, klient, canChange, onStale }: HaushaltCardProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [open, setOpen] = useState<Open>();
  const params = { kreisId: kreis.id, fallId };
  const accept = useAction(
    (key) => call(haushaltContract.takeHaushalt, { params }, { key }),
    ({ anzahl }) => toast(t.uebernommen(anzahl)),
  );
  const { vorschlag } = stand;
  const close = () => setOpen(undefined);
  const chosen = open && 'id' in open ? stand.haushalt.find((each) => each.id === open.id) : undefined;
  return (
    <Card
      title={t.titel}
      actions={
        canChange && (
          <div className="row">
            <Button small kind="quiet" icon="link" onClick={() => setOpen({ dialog: 'verbinden' })}>
              {t.verbinden}
            </Button>
            <Button small icon="plus" onClick={() => setOpen({ dialog: 'neu' })}>
              {t.ergaenzen}
            </Button>
          </div>
        )
      }
    >
      <div className="stack">
        <p className="muted">{t.lead}</p>
        {canChange && vorschlag && (
          <Notice>
            <p>{t.vorschlag[vorschlag.herkunft](vorschlag.kinder, vorschlag.andere)}</p>
            <p>
              <Button small pending={accept.pending} onClick={() => accept.run()}>
                {t.uebernehmen}
              </Button>
            </p>
          </Notice>
        )}
        {accept.problem && <ErrorState problem={accept.problem} codes={t.code} />}
        {stand.haushalt.length === 0 && <p className="muted">{t.leer}</p>}
        {stand.haushalt.length > 0 && (
          <HaushaltTable
            kreis={kreis}
            stand={stand}
            canChange={canChange}
            onChange={(id) => setOpen({ dialog: 'aendern', id })}
            onEigenerFall={(id) => setOpen({ dialog: 'eigenerFall', id })}
          />
        )}
        <p>
          {stand.personen === null ? (
            <span className="muted">{t.personenOffen}</span>
          ) : (
            t.personen(stand.personen)
          )}
        </p>
        {stand.verbindung.length > 0 && (
          <VerbindungTable
            kreisId={kreis.id}
            fallId={fallId}
            verbindung={stand.verbindung}
            canChange={canChange}
          />
        )}
      </div>
      {(open?.dialog === 'neu' || (open?.dialog === 'aendern' && chosen)) && (
        <HaushaltDialog
          kreis={kreis}
          fallId={fallId}
          aufgenommenAm={stand.aufgenommenAm}
          zeile={chosen}
          onStale={onStale}
          onClose={close}
        />
      )}
      {open?.dialog === 'verbinden' && (
        <LinkFallDialog kreis={kreis} fallId={fallId} haushalt={stand.haushalt} onClose={close} />
      )}
      {open?.dialog === 'eigenerFall' && chosen && (
        <StartFallDialog kreisId={kreis.id} fallId={fallId} zeile={chosen} klient={klient} onClose={close} />
      )}
    </Card>
  );
}
