import type { Answer } from '#src/platform/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import type { Same } from '#src/platform/texts.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { zusteuerungContract } from '../contract.ts';
import * as texts from './texts.ts';

type Zielgruppe = Answer<typeof zusteuerungContract.listZusteuerung>['zielgruppe'];

/** For whom the Kreis counsels, since when and why; every decision stays readable. */
export function ZielgruppeCard({ zielgruppe }: { zielgruppe: Zielgruppe }) {
  const t = useTexts(texts);
  return (
    <Card title={t.zielgruppe}>
      <div className="stack">
        <p>{describe(zielgruppe.wert, t)}</p>
        <p className="small muted">
          {zielgruppe.gueltigAb === null
            ? t.zielgruppeVorgabe
            : `${t.seit(formatDay(zielgruppe.gueltigAb))} · ${zielgruppe.begruendung}`}
        </p>
        {zielgruppe.verlauf.length > 1 && (
          <details>
            <summary>{t.zielgruppeVerlauf}</summary>
            <ol className="small">
              {zielgruppe.verlauf.map((fassung) => (
                <li key={fassung.gueltigAb}>
                  {fassung.gueltigAb !== null && `${t.ab(formatDay(fassung.gueltigAb))}: `}
                  {describe(fassung.wert, t)} <span className="muted">{fassung.begruendung}</span>
                </li>
              ))}
            </ol>
          </details>
        )}
        <p className="small muted">{t.zielgruppeRegel}</p>
      </div>
    </Card>
  );
}

function describe(wert: Zielgruppe['wert'], t: Same<typeof texts.de>): string {
  switch (wert.art) {
    case 'alle':
      return t.zielgruppeWert.alle;
    case 'neuzugewandert':
      return t.zielgruppeWert.neuzugewandert(wert.jahre);
    case 'ohne_zugang':
      return t.zielgruppeWert.ohneZugang;
    case 'fokus':
      return t.zielgruppeWert.fokus(wert.gruppen.join(', '), wert.freierAnteilProzent);
  }
}
