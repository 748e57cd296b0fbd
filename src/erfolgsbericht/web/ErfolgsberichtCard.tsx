import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import * as texts from './texts.ts';

/** The way from a case file to its report without names; it asks the server for nothing. */
export function ErfolgsberichtCard({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  return (
    <Card title={t.karte}>
      <div className="stack">
        <p>{t.kartenText}</p>
        <div className="row">
          <ButtonLink href={`/k/${kreis.id}/fall/${fallId}/erfolgsbericht`}>{t.schreiben}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
