import { useState } from 'react';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { NotizZeile } from '../notiz.ts';
import { AmendNotizDialog } from './AmendNotizDialog.tsx';
import { ChangeNotizDialog } from './ChangeNotizDialog.tsx';
import { NachtragList } from './NachtragList.tsx';
import * as texts from './texts.ts';
import { WriteNotiz } from './WriteNotiz.tsx';

export interface NotizCardProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly notizen: readonly NotizZeile[];
  readonly canWrite: boolean;
}

/** Notes of a case that one may read, the newest first, with a place to write the next. */
export function NotizCard({ kreisId, fallId, notizen, canWrite }: NotizCardProps) {
  const t = useTexts(texts);
  const [dialog, setDialog] = useState<{
    readonly was: 'aendern' | 'nachtrag';
    readonly notiz: NotizZeile;
  }>();
  const close = () => setDialog(undefined);
  return (
    <Card title={t.karte}>
      {canWrite && <WriteNotiz kreisId={kreisId} fallId={fallId} />}
      {notizen.length === 0 && !canWrite && <p className="muted">{t.keine}</p>}
      {notizen.length > 0 && (
        <ol className="notes">
          {notizen.map((notiz) => (
            <Notiz
              key={notiz.id}
              notiz={notiz}
              {...(canWrite ? { onOpen: (was) => setDialog({ was, notiz }) } : {})}
            />
          ))}
        </ol>
      )}
      {dialog?.was === 'aendern' && (
        <ChangeNotizDialog kreisId={kreisId} fallId={fallId} notiz={dialog.notiz} onClose={close} />
      )}
      {dialog?.was === 'nachtrag' && (
        <AmendNotizDialog kreisId={kreisId} fallId={fallId} notiz={dialog.notiz} onClose={close} />
      )}
    </Card>
  );
}

function Notiz(props: { notiz: NotizZeile; onOpen?: (was: 'aendern' | 'nachtrag') => void }) {
  const { notiz, onOpen } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const am = formatMoment(sprache, notiz.am);
  const changed = notiz.geaendertAm === null ? '' : t.geaendertAm(formatMoment(sprache, notiz.geaendertAm));
  return (
    <li className="note">
      <div className="row row-between">
        <span className="muted small">{[am, notiz.vonName, changed].filter(Boolean).join(' · ')}</span>
        <Badge {...(notiz.ebene === 'ich' ? { icon: 'lock' as const } : {})}>{t.ebenen[notiz.ebene]}</Badge>
      </div>
      <p className="preline prose">{notiz.text}</p>
      <NachtragList nachtrag={notiz.nachtrag} />
      {onOpen && (
        <div className="row">
          {notiz.aenderbarBis !== null && (
            <Button
              kind="quiet"
              small
              icon="edit"
              title={t.aenderbarBis(formatMoment(sprache, notiz.aenderbarBis))}
              onClick={() => onOpen('aendern')}
            >
              {t.aendern}
              <span className="sr-only"> {t.zuNotiz(am)}</span>
            </Button>
          )}
          <Button kind="quiet" small icon="plus" onClick={() => onOpen('nachtrag')}>
            {t.nachtragen}
            <span className="sr-only"> {t.zuNotiz(am)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
