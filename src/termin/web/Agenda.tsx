import { formatDay, today } from '#src/platform/day.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { SprechstundeZeile } from '#src/sprechstunde/contract.ts';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import type { TerminStand, TerminZeile } from '../contract.ts';
import { weekdayName } from '../weekday.ts';
import { weekdayOf } from '../zeit.ts';
import type { KalenderTag } from './kalender-model.ts';
import * as words from './kalender-texts.ts';
import { subjectLabel } from './subject-label.ts';
import * as texts from './texts.ts';

const tones: Record<TerminStand, Tone> = {
  geplant: 'neutral',
  stattgefunden: 'success',
  nicht_erschienen: 'warning',
  abgesagt: 'neutral',
};

export interface AgendaProps {
  readonly tage: readonly KalenderTag[];
  readonly kontoId: string;
  readonly onTermin: (termin: TerminZeile) => void;
}

/** What comes, day by day: the calendar of a phone and of those who would rather read. */
export function Agenda({ tage, kontoId, onTermin }: AgendaProps) {
  const w = useTexts(words);
  const { sprache } = useSprache();
  const filled = tage.filter(
    (tag) =>
      tag.termine.length + tag.sprechstunden.length + tag.ausfaelle.length + tag.abwesend.length > 0 ||
      tag.feiertag,
  );
  return (
    <div className="agenda">
      {filled.map((tag) => (
        <section key={tag.tag} className="agenda-tag" data-day={tag.tag}>
          <h2>
            <span>
              {weekdayName(sprache, weekdayOf(tag.tag))}, {formatDay(tag.tag)}
            </span>
            {tag.tag === today() && <Badge tone="info">{w.heute}</Badge>}
            {tag.feiertag && <Badge>{w.feiertag}</Badge>}
          </h2>
          {tag.abwesend.map((each) => (
            <p key={each.id} className="agenda-zeile">
              <span />
              <span>{w.abwesend(each.name ?? '')}</span>
            </p>
          ))}
          {entriesOf(tag).map((entry) =>
            'tage' in entry ? (
              <p key={entry.id} className="agenda-zeile">
                <span className="figure">
                  {entry.von}–{entry.bis}
                </span>
                <span>
                  {w.offen[entry.art]}{' '}
                  {!entry.tage.includes(tag.tag) && <Badge tone="warning">{w.faelltAus}</Badge>}
                </span>
              </p>
            ) : (
              <TerminEntry
                key={entry.id}
                termin={entry}
                fremd={entry.casemanagerId !== kontoId}
                onOpen={onTermin}
              />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

/** Appointments and open hours of a day in the order of their beginning. */
function entriesOf(tag: KalenderTag): (TerminZeile | SprechstundeZeile)[] {
  return [...tag.sprechstunden, ...tag.ausfaelle, ...tag.termine].toSorted((a, b) =>
    a.von < b.von ? -1 : 1,
  );
}

function TerminEntry(props: { termin: TerminZeile; fremd: boolean; onOpen: (termin: TerminZeile) => void }) {
  const { termin, fremd, onOpen } = props;
  const t = useTexts(texts);
  const label = subjectLabel(termin);
  const detail = [
    label === '' ? '' : t.art[termin.art],
    fremd ? (termin.casemanagerName ?? '') : '',
    termin.raumName ?? '',
    termin.mitStelleName === null ? '' : `${t.mit} ${termin.mitStelleName}`,
  ].filter((part) => part !== '');
  return (
    <button type="button" className="agenda-zeile" data-termin={termin.id} onClick={() => onOpen(termin)}>
      <span className="figure">
        {termin.von}–{termin.bis}
      </span>
      <span>
        {label || t.art[termin.art]}{' '}
        {termin.stand !== 'geplant' && <Badge tone={tones[termin.stand]}>{t.stand[termin.stand]}</Badge>}
      </span>
      <span className="small muted">{detail.join(' · ')}</span>
    </button>
  );
}
