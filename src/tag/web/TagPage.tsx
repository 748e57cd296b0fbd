import { useMemo, type ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, type Day } from '#src/platform/day.ts';
import { formatTime } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { Icon, type IconName } from '#src/ui/web/Icon.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { tagContract, type Faellig, type FaelligArt } from '../contract.ts';
import { stufeOf, type Stufe } from '../rules.ts';
import './tag.css';
import * as texts from './texts.ts';

const stufen: readonly Stufe[] = ['ueberfaellig', 'heute', 'demnaechst'];

const icons: Readonly<Record<FaelligArt, IconName>> = {
  termin: 'calendar',
  termin_offen: 'calendar',
  ersttermin: 'phone',
  folgetermin: 'phone',
  aktiv_endet: 'clock',
  titel_endet: 'warning',
  einwilligung_endet: 'lock',
  entbindung_endet: 'lock',
  weitergabe_offen: 'uebergabe',
  schritt: 'check',
  rueckmeldung: 'uebergabe',
  aufgabe: 'check',
  re_assessment: 'fall',
  fall_frei: 'fall',
  zusammenfuehrung: 'person',
  doppelbetreuung: 'person',
  ersuchen: 'clock',
};

/** The start of a working day: what is late, what is for today, what comes; each line leads to where it is done. */
export function TagPage({ kreis, aside }: { readonly kreis: KreisStamm; readonly aside: ReactNode }) {
  const t = useTexts(texts);
  const tag = useQuery(tagContract.getTag, { params: { kreisId: kreis.id } });
  const heute = tag.data?.heute ?? '';
  const groups = useMemo(
    () =>
      stufen.map((stufe) => ({
        stufe,
        lines: (tag.data?.faellig ?? []).filter((line) => stufeOf(line, heute) === stufe),
      })),
    [tag.data, heute],
  );
  const waiting = groups.flatMap(({ stufe, lines }) => (stufe === 'demnaechst' ? [] : lines)).length;
  const total = tag.data?.faellig.length ?? 0;
  return (
    <Page
      title={t.titel}
      lead={<output>{tag.data ? `${formatDay(heute)} · ${t.gruss(waiting)}` : ' '}</output>}
    >
      <div className="split">
        <div className="stack">
          {tag.error && <ErrorState problem={tag.error} onRetry={tag.refetch} />}
          {tag.loading && <Loading rows={6} />}
          {tag.data && total === 0 && (
            <EmptyState icon="success" title={t.leerTitel}>
              {t.leerText}
            </EmptyState>
          )}
          {total > 0 &&
            groups
              .filter(({ stufe, lines }) => lines.length > 0 || stufe === 'heute')
              .map(({ stufe, lines }) => (
                <Card key={stufe} title={t.stufe[stufe]} flush={lines.length > 0}>
                  {lines.length === 0 ? (
                    <p className="muted">{t.heuteLeer}</p>
                  ) : (
                    <ul className="tag-liste">
                      {lines.map((line, at) => (
                        <Line
                          key={`${line.art}${line.fallId ?? line.anfrageId ?? at}${line.um ?? ''}`}
                          kreis={kreis}
                          line={line}
                          heute={heute}
                        />
                      ))}
                    </ul>
                  )}
                </Card>
              ))}
        </div>
        <div className="stack">{aside}</div>
      </div>
    </Page>
  );
}

function Line({
  kreis,
  line,
  heute,
}: {
  readonly kreis: KreisStamm;
  readonly line: Faellig;
  readonly heute: Day;
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const days = daysBetween(heute, line.am);
  const when =
    line.um !== null && line.art === 'termin'
      ? `${days === 0 ? '' : `${formatDay(line.am)}, `}${formatTime(sprache, line.um)}`
      : formatDay(line.am);
  return (
    <li className="tag-zeile">
      <Icon name={icons[line.art]} />
      <Link href={placeOf(kreis.id, line)}>{t.art[line.art]}</Link>
      <span className="tag-wer">
        {line.person
          ? `${line.person.familienname}, ${line.person.vorname}`
          : line.nummer !== null
            ? t.ohneName
            : ''}
        {line.nummer !== null && <span className="muted nowrap"> {line.nummer}</span>}
      </span>
      <span className="tag-wann">
        {line.dringlich && <Badge tone="danger">{t.dringlich}</Badge>} <span className="figure">{when}</span>
        {days !== 0 && <span className="muted small nowrap"> {days < 0 ? t.seit(-days) : t.in(days)}</span>}
      </span>
    </li>
  );
}

/** Tab of the case file in which a line is done. */
const teilOf: Readonly<Partial<Record<FaelligArt, string>>> = {
  schritt: 'hilfeplan',
  rueckmeldung: 'vermittlung',
  aufgabe: 'aufgabe',
  re_assessment: 'bedarf',
  ersuchen: 'einwilligungen',
};

/** Where a line is done. */
function placeOf(kreisId: string, { art, fallId, anfrageId }: Faellig): string {
  const base = `/k/${kreisId}`;
  if (art === 'zusammenfuehrung') return `${base}/dublette`;
  if (art === 'doppelbetreuung') return `${base}/doppelbetreuung`;
  if (art === 'ersuchen' && fallId === null) return `${base}/ersuchen`;
  if (anfrageId !== null) return `${base}/anfrage/${anfrageId}`;
  if (fallId === null) return `${base}/kalender`;
  const teil = teilOf[art];
  return `${base}/fall/${fallId}${teil === undefined ? '' : `?teil=${teil}`}`;
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
