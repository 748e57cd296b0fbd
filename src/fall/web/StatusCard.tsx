import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { FallAkte } from '../contract.ts';
import { openDays } from '../regelkreis.ts';
import { formatDauer } from '../zeit.ts';
import { StatusBadge } from './StatusBadge.tsx';
import * as texts from './texts.ts';

/** The status and, in words, why it is so and until when. */
export function StatusCard({ kreis, fall }: { kreis: KreisStamm; fall: FallAkte }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const grund =
    fall.statusGrund === null
      ? undefined
      : codeName(
          [...(kreis.codeliste.abschlussgrund ?? []), ...(kreis.codeliste.ruhegrund ?? [])],
          fall.statusGrund,
          sprache,
        );
  return (
    <Card title={t.status}>
      <div className="stack">
        <p>
          <StatusBadge status={fall.status} />
        </p>
        <p className="small">{why(fall, t)}</p>
        {grund !== undefined && (
          <p className="small">
            {t.grund}: {grund}
          </p>
        )}
        <p className="small muted">
          {t.abschluss.offenTage(openDays(fall.episode, today()))}
          {fall.ueberblick !== null &&
            fall.ueberblick.beratungszeit > 0 &&
            ` · ${t.beratungszeit(formatDauer(fall.ueberblick.beratungszeit, 'h'))}`}
        </p>
        {fall.episode.length > 1 && (
          <div className="small muted">
            <h3>{t.episoden}</h3>
            <ol>
              {fall.episode.map((each) => (
                <li key={each.nummer}>
                  {t.episode(each.nummer)}:{' '}
                  {each.bis === null
                    ? t.seit(formatDay(each.ab))
                    : t.vonBis(formatDay(each.ab), formatDay(each.bis))}
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </Card>
  );
}

type Words = Pick<
  typeof texts.de,
  'warumKontakt' | 'warumRuhtKontakt' | 'warumUebernahme' | 'warumHand' | 'warumGemeldet'
>;

function why(fall: FallAkte, t: Words): string {
  const since = formatDay(fall.statusSeit);
  if (fall.statusHerkunft === 'uebernahme') return t.warumUebernahme(since);
  if (fall.statusHerkunft === 'hand') return t.warumHand(since);
  const months = fall.aktivRegel.monate;
  if (fall.aktivRegel.art === 'gemeldet' || months === null) return t.warumGemeldet(since);
  if (fall.status === 'ruhend') return t.warumRuhtKontakt(months);
  return fall.aktivBis === null ? t.warumGemeldet(since) : t.warumKontakt(months, formatDay(fall.aktivBis));
}
