import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { dokumentContract, type DokumentZeile } from '../contract.ts';
import { AddDokumentDialog } from './AddDokumentDialog.tsx';
import { ChangeDokumentDialog } from './ChangeDokumentDialog.tsx';
import { DeleteDokumentDialog } from './DeleteDokumentDialog.tsx';
import './dokument.css';
import { DokumentList, type DokumentWas } from './DokumentList.tsx';
import { DokumentView } from './DokumentView.tsx';
import { DropArea } from './DropArea.tsx';
import * as texts from './texts.ts';

export interface DokumentTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

type Offen =
  | { readonly was: 'neu'; readonly first: File | undefined }
  | { readonly was: DokumentWas; readonly dokument: DokumentZeile };

/** Attachments of a case; a file dragged onto them begins a new one. */
export function DokumentTab({ kreis, fallId }: DokumentTabProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Offen>();
  const { data, error, refetch } = useQuery(dokumentContract.listDokument, {
    params: { kreisId: kreis.id, fallId },
  });
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={5} />;
  const canWrite = data.abilities.write;
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setOpen({ was: 'neu', first: undefined })}>
      {t.neu}
    </Button>
  );
  const close = () => setOpen(undefined);
  const common = { kreisId: kreis.id, fallId, onClose: close };
  return (
    <>
      <DropArea hint={t.loslassen} disabled={!canWrite} onFile={(first) => setOpen({ was: 'neu', first })}>
        {data.dokument.length === 0 && canWrite ? (
          <EmptyState title={t.keineTitel} action={add}>
            {t.keineText}
          </EmptyState>
        ) : (
          <Card title={t.karte} actions={canWrite && add}>
            {!canWrite && (
              <Notice>
                <p>{t.geschlossen}</p>
              </Notice>
            )}
            <DokumentList
              dokumente={data.dokument}
              canWrite={canWrite}
              onOpen={(was, dokument) => setOpen({ was, dokument })}
            />
          </Card>
        )}
      </DropArea>
      {open?.was === 'neu' && <AddDokumentDialog {...common} first={open.first} />}
      {open?.was === 'oeffnen' && <DokumentView {...common} dokument={open.dokument} />}
      {open?.was === 'aendern' && <ChangeDokumentDialog {...common} dokument={open.dokument} />}
      {open?.was === 'loeschen' && <DeleteDokumentDialog {...common} dokument={open.dokument} />}
    </>
  );
}
