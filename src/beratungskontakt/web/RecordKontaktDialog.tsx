import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { RecordKontakt, type FallSearch } from './RecordKontakt.tsx';
import { RecordSonstiger } from './RecordSonstiger.tsx';
import * as texts from './texts.ts';

export interface RecordKontaktDialogProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  /** The case at hand, where there is one. */
  readonly subject: { readonly fallId: string; readonly label: string } | undefined;
  /** Opens with the anonymous tab. */
  readonly sonstiger: boolean;
  /** Träger for which the account works. */
  readonly ownTraegerIds: readonly string[];
  readonly search: FallSearch;
  readonly onClose: () => void;
}

/** A contact in under 30 seconds: with a case, or without a name as second tab. */
export function RecordKontaktDialog(props: RecordKontaktDialogProps) {
  const { kreis, can, subject, sonstiger, ownTraegerIds, search, onClose } = props;
  const t = useTexts(texts);
  const withFall = can('beratungskontakt.erfassen');
  const [tab, setTab] = useState(withFall && !sonstiger ? 'fall' : 'sonstiger');
  const tabs = [
    ...(withFall
      ? [
          {
            id: 'fall',
            label: t.mitFall,
            content: () => <RecordKontakt kreis={kreis} subject={subject} search={search} onDone={onClose} />,
          },
        ]
      : []),
    ...(can('sonstiger_kontakt.erfassen')
      ? [
          {
            id: 'sonstiger',
            label: t.ohneFall,
            content: () => <RecordSonstiger kreis={kreis} ownTraegerIds={ownTraegerIds} onDone={onClose} />,
          },
        ]
      : []),
  ];
  return (
    <Dialog title={t.titel} open onClose={onClose} wide>
      {tabs.length > 1 ? (
        <Tabs label={t.arten} tabs={tabs} value={tab} onChange={setTab} />
      ) : (
        tabs.map((only) => <div key={only.id}>{only.content()}</div>)
      )}
    </Dialog>
  );
}
