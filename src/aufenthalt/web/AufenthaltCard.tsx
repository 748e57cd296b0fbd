import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { addMonths, formatDay, today } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { aufenthaltContract } from '../contract.ts';
import { valuesOn, type MerkmalZeile } from './aufenthalt-values.ts';
import { ChangeAufenthaltDialog } from './ChangeAufenthaltDialog.tsx';
import * as texts from './texts.ts';
import { titelName } from './titel-names.ts';

export interface AufenthaltCardProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** False where the case is only open to be read. */
  readonly canChange: boolean;
}

/** Title and Rechtskreise of a case's person; nothing for those who see the case by its number only. */
export function AufenthaltCard({ kreis, fallId, canChange }: AufenthaltCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(aufenthaltContract.getAufenthalt, { params: { kreisId: kreis.id, fallId } });
  if (!data) return null;
  const now = valuesOn(data.merkmal, today());
  const none = <span className="muted">{t.ohneAngabe}</span>;
  const before = data.merkmal.filter((z) => z.merkmal === 'aufenthaltstitel' && z.bis !== null).at(-1);
  return (
    <Card
      title={t.karte}
      actions={
        canChange && (
          <Button kind="quiet" small onClick={() => setOpen(true)}>
            {t.aendern}
            <span className="sr-only">: {t.karte}</span>
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          {
            term: t.titel,
            value: now.titel ? (
              <>
                {titelName(sprache, now.titel.wert)} <Ablauf titel={now.titel} />
              </>
            ) : (
              none
            ),
          },
          ...(before ? [{ term: t.frueher, value: titelName(sprache, before.wert) }] : []),
          {
            term: t.gruppe,
            value:
              now.gruppe === null ? none : codeName(kreis.codeliste.aufenthaltsgruppe, now.gruppe, sprache),
          },
          {
            term: t.rechtskreis,
            value:
              now.rechtskreis.length === 0
                ? none
                : now.rechtskreis
                    .map((code) => codeName(kreis.codeliste.rechtskreis, code, sprache))
                    .join(', '),
          },
        ]}
      />
      {open && (
        <ChangeAufenthaltDialog kreis={kreis} fallId={fallId} stand={data} onClose={() => setOpen(false)} />
      )}
    </Card>
  );
}

function Ablauf({ titel }: { titel: MerkmalZeile }) {
  const t = useTexts(texts);
  const bis = titel.laeuftAbAm;
  if (bis === null) return null;
  const now = today();
  if (bis < now) {
    return (
      <Badge tone="danger" icon="danger">
        {t.abgelaufen(formatDay(bis))}
      </Badge>
    );
  }
  if (bis < addMonths(now, 3)) {
    return (
      <Badge tone="warning" icon="warning">
        {t.laeuftBald(formatDay(bis))}
      </Badge>
    );
  }
  return <span className="muted">{t.gueltigBis(formatDay(bis))}</span>;
}
