import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { assessmentContract } from '../contract.ts';
import { EntwurfHinweis } from './EntwurfHinweis.tsx';
import { ProfilCard } from './ProfilCard.tsx';
import { SelbststandCard } from './SelbststandCard.tsx';
import { StartRunde } from './StartRunde.tsx';
import { VergleichCard } from './VergleichCard.tsx';
import * as texts from './texts.ts';
import './assessment.css';

export interface BedarfTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

/** Needs, resources and self-reliance of a case: the latest round, and what changed over the rounds. */
export function BedarfTab({ kreis, fallId }: BedarfTabProps) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState('');
  const { data, error, refetch } = useQuery(assessmentContract.getAssessment, {
    params: { kreisId: kreis.id, fallId },
  });
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={8} />;
  const entwurf = data.runde.find(({ stand }) => stand === 'entwurf');
  const fertig = data.runde.filter(({ stand }) => stand === 'abgeschlossen');
  const start = data.abilities.startAssessment && (
    <StartRunde kreis={kreis} fallId={fallId} weitere={fertig.length > 0} />
  );
  const shown = fertig.find(({ id }) => id === chosen) ?? fertig.at(-1);
  const hinweis = entwurf && (
    <EntwurfHinweis kreis={kreis} fallId={fallId} runde={entwurf} offen={data.abilities.saveAssessment} />
  );
  if (!shown) {
    return (
      hinweis ?? (
        <EmptyState icon="person" title={t.leerTitel} action={start}>
          {t.leerText}
        </EmptyState>
      )
    );
  }
  return (
    <div className="stack assess">
      {hinweis}
      <div className="row row-between assess-bar">
        <div className="row">
          {fertig.length > 1 ? (
            <SelectField
              name="gezeigt"
              label={t.gezeigt}
              hideLabel
              empty={null}
              value={shown.id}
              onChange={setChosen}
              options={fertig.toReversed().map((each) => ({
                value: each.id,
                label: t.rundeVom(t.art[each.art], each.runde, formatDay(each.am)),
              }))}
            />
          ) : (
            <h2>{t.rundeVom(t.art[shown.art], shown.runde, formatDay(shown.am))}</h2>
          )}
          {shown.vonName !== null && <span className="muted">{t.vonName(shown.vonName)}</span>}
          {data.naechstesBis !== null && <Faellig bis={data.naechstesBis} />}
        </div>
        <div className="row">
          <PaperLink href={`/api/kreis/${kreis.id}/papier/assessment/${shown.id}`}>{t.drucken}</PaperLink>
          {start}
        </div>
      </div>
      <ProfilCard kreis={kreis} fallId={fallId} runde={shown} />
      {fertig.length > 1 && <VergleichCard kreis={kreis} runden={fertig} />}
      <SelbststandCard runden={fertig} />
      {shown.gespraech !== '' && (
        <Card title={t.gespraech}>
          <p className="preline prose">{shown.gespraech}</p>
        </Card>
      )}
    </div>
  );
}

function Faellig({ bis }: { bis: string }) {
  const t = useTexts(texts);
  if (bis >= today()) return <span className="muted">{t.faellig(formatDay(bis))}</span>;
  return (
    <Badge tone="warning" icon="clock">
      {t.ueberfaellig(formatDay(bis))}
    </Badge>
  );
}
