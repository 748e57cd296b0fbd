import type { CSSProperties } from 'react';
import { formatDay, today } from '#src/platform/day.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { TerminZeile } from '../contract.ts';
import { weekdayName } from '../weekday.ts';
import { minutesOf, weekdayOf } from '../zeit.ts';
import { clock, freeSlots, hoursOf, lanesOf, type KalenderTag } from './kalender-model.ts';
import * as words from './kalender-texts.ts';
import { subjectLabel } from './subject-label.ts';
import * as texts from './texts.ts';

export interface KalenderGridProps {
  readonly tage: readonly KalenderTag[];
  readonly kontoId: string;
  readonly busy: boolean;
  readonly onDay: (tag: string) => void;
  readonly onTermin: (termin: TerminZeile) => void;
  readonly onFree: (tag: string, von: string) => void;
}

type Vars = CSSProperties & Readonly<Record<`--${string}`, number>>;

/** Week or day as a quiet grid; free times are buttons, everything has its place in the order of the day. */
export function KalenderGrid(props: KalenderGridProps) {
  const { tage, busy } = props;
  const { first, last } = hoursOf(tage);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const vars: Vars = { '--days': tage.length, '--hours': hours.length };
  return (
    <div className="kalender-box" aria-busy={busy}>
      <div className={`kalender${tage.length === 1 ? ' kalender-einzeln' : ''}`} style={vars}>
        <div className="kalender-zeiten" aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{clock(hour * 60)}</span>
          ))}
        </div>
        {tage.map((tag) => (
          <Day key={tag.tag} {...props} tag={tag} first={first} />
        ))}
      </div>
    </div>
  );
}

function Day(props: KalenderGridProps & { readonly tag: KalenderTag; readonly first: number }) {
  const { tag, first, kontoId, onDay, onTermin, onFree } = props;
  const t = useTexts(words);
  const { sprache } = useSprache();
  const weekday = weekdayOf(tag.tag);
  const name = `${weekdayName(sprache, weekday)}, ${formatDay(tag.tag)}`;
  const lanes = lanesOf(tag.termine);
  const place = (von: number, bis: number): CSSProperties => ({
    top: `calc(${(von - first * 60) / 60} * var(--hour) + 1px)`,
    height: `calc(${(bis - von) / 60} * var(--hour) - 3px)`,
  });
  const classes = [
    'kalender-tag',
    tag.feiertag ? 'kalender-feiertag' : '',
    tag.tag === today() ? 'kalender-heute' : '',
  ];
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-label={name} data-day={tag.tag}>
      <header className="kalender-kopf">
        <h2>
          <button type="button" className="kalender-datum" onClick={() => onDay(tag.tag)}>
            <span aria-hidden="true">
              {weekdayName(sprache, weekday, 'short')} {tag.tag.slice(8)}.{tag.tag.slice(5, 7)}.
            </span>
            <span className="sr-only">
              {name}, {t.termine(tag.termine.length)}
            </span>
          </button>
        </h2>
        {tag.feiertag && <p className="kalender-hinweis">{t.feiertag}</p>}
        {tag.abwesend.map((each) => (
          <p key={each.id} className="kalender-hinweis">
            {t.abwesend(each.name ?? '')}
          </p>
        ))}
        {tag.ausfaelle.map((each) => (
          <p key={each.id} className="kalender-hinweis">
            {t.offen[each.art]} {t.faelltAus}
          </p>
        ))}
      </header>
      <div className="kalender-spur">
        {tag.sprechstunden.map((each) => (
          <p key={each.id} className="kalender-offen" style={place(minutesOf(each.von), minutesOf(each.bis))}>
            {t.offen[each.art]}, {each.von}–{each.bis}
          </p>
        ))}
        {tag.tag >= today() &&
          !tag.feiertag &&
          freeSlots(tag).map(({ von, bis }) => (
            <button
              key={von}
              type="button"
              className="kalender-frei"
              style={place(von, bis)}
              onClick={(event) => {
                // A click with the mouse says which half hour; the keyboard takes the first.
                const box = event.currentTarget.getBoundingClientRect();
                const share = event.detail === 0 ? 0 : (event.clientY - box.top) / box.height;
                onFree(tag.tag, clock(von + Math.floor((share * (bis - von)) / 30) * 30));
              }}
            >
              <span>
                <span className="sr-only">{name}, </span>
                {t.frei(clock(von), clock(bis))}
                <span className="sr-only">: {t.neu}</span>
              </span>
            </button>
          ))}
        {tag.termine.map((termin) => {
          const { lane, lanes: all } = lanes.get(termin.id) ?? { lane: 0, lanes: 1 };
          return (
            <Entry
              key={termin.id}
              termin={termin}
              fremd={termin.casemanagerId !== kontoId}
              style={{
                ...place(minutesOf(termin.von), Math.max(minutesOf(termin.bis), minutesOf(termin.von) + 20)),
                left: `calc(${(lane / all) * 100}% + 3px)`,
                width: `calc(${100 / all}% - 6px)`,
              }}
              onOpen={() => onTermin(termin)}
            />
          );
        })}
      </div>
    </section>
  );
}

/** Whole lines that fit: an hour is 60 px high, a line 17. */
function linesOf(minuten: number): number {
  return Math.max(1, Math.floor((minuten - 9) / 17));
}

function Entry(props: { termin: TerminZeile; fremd: boolean; style: CSSProperties; onOpen: () => void }) {
  const { termin, fremd, style, onOpen } = props;
  const t = useTexts(texts);
  const state = {
    geplant: '',
    abgesagt: ' kalender-abgesagt',
    stattgefunden: ' kalender-erledigt',
    nicht_erschienen: ' kalender-abgesagt',
  };
  return (
    <button
      type="button"
      data-termin={termin.id}
      className={`kalender-termin${termin.dauerMinuten < 40 ? ' kalender-kurz' : ''}${fremd ? ' kalender-fremd' : ''}${state[termin.stand]}`}
      style={style}
      onClick={onOpen}
    >
      <span className="kalender-text" style={{ WebkitLineClamp: linesOf(termin.dauerMinuten) }}>
        <b>{termin.von}</b> {subjectLabel(termin) || t.art[termin.art]}
        <br />
        {subjectLabel(termin) !== '' && t.art[termin.art]}
        {fremd && ` ${termin.casemanagerName ?? ''}`}
      </span>
      <span className="sr-only">, {t.stand[termin.stand]}</span>
    </button>
  );
}
