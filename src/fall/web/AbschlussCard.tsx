import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { Abschluss } from '../abschluss.ts';
import * as texts from './texts.ts';

/** How the case ended, each time: reason, talk, goals, what was achieved and what comes next. */
export function AbschlussCard({
  kreis,
  abschluss,
}: {
  readonly kreis: KreisStamm;
  readonly abschluss: readonly Abschluss[];
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <Card title={t.abschluss.titel}>
      <ol className="stack">
        {abschluss.map((each) => (
          <li key={each.am} className="stack small">
            <p>
              <strong>{formatDay(each.am)}</strong>:{' '}
              {codeName(kreis.codeliste.abschlussgrund, each.grund, sprache)}
            </p>
            <p>
              {t.abschluss.gespraech}:{' '}
              {each.gespraechAm === null
                ? each.keinGrund !== null && t.abschluss.kein[each.keinGrund]
                : t.abschluss.gehalten(t.abschluss.gespraechArt[each.gespraech], formatDay(each.gespraechAm))}
            </p>
            {each.zieleGesamt > 0 && <p>{t.abschluss.ziele(each.zieleErreicht, each.zieleGesamt)}</p>}
            {each.rueckblick !== '' && <p className="preline prose">{each.rueckblick}</p>}
            {each.naechsterSchritt !== '' && (
              <p className="preline prose">
                {t.abschluss.naechster} {each.naechsterSchritt}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
