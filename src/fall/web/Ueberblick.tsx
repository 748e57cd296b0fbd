import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { FallAkte } from '../contract.ts';
import type { AkteDialog } from './FallaktePage.tsx';
import { placeName } from './FallTable.tsx';
import { AbschlussCard } from './AbschlussCard.tsx';
import { NextStepCard } from './NextStepCard.tsx';
import { OffenCard } from './OffenCard.tsx';
import { Pfad } from './Pfad.tsx';
import { StatusCard } from './StatusCard.tsx';
import * as texts from './texts.ts';

export interface UeberblickProps {
  readonly kreis: KreisStamm;
  readonly fall: FallAkte;
  readonly onOpen: (dialog: AkteDialog) => void;
  readonly onRecordKontakt: () => void;
  /** What comes next and what came last. */
  readonly recentKontakte: ReactNode;
  /** Cards of other concepts below the facts. */
  readonly weitere: ReactNode;
}

/** First tab of a case: next step, facts, status, responsibility, authorities, consent. */
export function Ueberblick({
  kreis,
  fall,
  onOpen,
  onRecordKontakt,
  recentKontakte,
  weitere,
}: UeberblickProps) {
  const t = useTexts(texts);
  return (
    <>
      {fall.ueberblick !== null && <Pfad pfad={fall.ueberblick.pfad} />}
      <div className="split">
        <div className="stack">
          <NextStepCard kreis={kreis} fall={fall} onOpen={onOpen} onRecordKontakt={onRecordKontakt} />
          {fall.ueberblick !== null && <OffenCard kreis={kreis} fall={fall} ueberblick={fall.ueberblick} />}
          {recentKontakte}
          <Card title={t.angaben}>
            <Facts kreis={kreis} fall={fall} />
          </Card>
          {fall.bemerkung !== null && fall.bemerkung !== '' && (
            <Card title={t.bemerkung}>
              <p className="preline prose">{fall.bemerkung}</p>
            </Card>
          )}
          {weitere}
        </div>
        <div className="stack">
          <StatusCard kreis={kreis} fall={fall} />
          {fall.ueberblick !== null && fall.ueberblick.abschluss.length > 0 && (
            <AbschlussCard kreis={kreis} abschluss={fall.ueberblick.abschluss} />
          )}
          <ZustaendigkeitCard kreis={kreis} fall={fall} onOpen={onOpen} />
          <Card title={t.behoerden}>
            <DescriptionList
              items={[
                { term: t.abh, value: fall.abh ?? '–' },
                { term: t.ebh, value: fall.ebh ?? '–' },
              ]}
            />
          </Card>
          <EinwilligungCard fall={fall} />
        </div>
      </div>
    </>
  );
}

function Facts({ kreis, fall }: Pick<UeberblickProps, 'kreis' | 'fall'>) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  const merkmal = (name: 'geschlecht' | 'herkunftsland' | 'leistungsbezug') =>
    fall.merkmal[name] === null ? (
      <span className="muted">{t.ohneAngabe}</span>
    ) : (
      codeName(lists[name], fall.merkmal[name], sprache)
    );
  return (
    <DescriptionList
      items={[
        { term: t.aufnahme, value: formatDay(fall.aufgenommenAm) },
        {
          term: t.letzterKontakt,
          value: letzterKontakt(fall, t),
        },
        { term: t.ort, value: placeName(kreis, fall) },
        { term: t.zugang, value: codeName(lists.zugang, fall.zugang, sprache) },
        { term: t.geschlecht, value: merkmal('geschlecht') },
        { term: t.herkunftsland, value: merkmal('herkunftsland') },
        { term: t.leistungsbezug, value: merkmal('leistungsbezug') },
        {
          term: t.lebensbereich,
          value:
            fall.merkmal.lebensbereich.length === 0 ? (
              <span className="muted">{t.ohneAngabe}</span>
            ) : (
              fall.merkmal.lebensbereich
                .map((code) => codeName(lists.lebensbereich, code, sprache))
                .join(', ')
            ),
        },
      ]}
    />
  );
}

function ZustaendigkeitCard({ kreis, fall, onOpen }: Pick<UeberblickProps, 'kreis' | 'fall' | 'onOpen'>) {
  const t = useTexts(texts);
  const history = fall.zustaendigkeit.toSorted((a, b) => (a.ab < b.ab ? 1 : -1));
  return (
    <Card
      title={t.zustaendigkeit}
      actions={
        fall.abilities.assignFall && (
          <Button kind="quiet" small onClick={() => onOpen('zuweisen')}>
            {t.zuweisen}
          </Button>
        )
      }
    >
      <ol className="stack">
        {history.map((each, index) => (
          <li
            key={`${each.ab}${each.traegerId}${each.casemanagerId}`}
            className={index > 0 ? 'muted' : undefined}
          >
            <p>{each.casemanagerId === null ? t.niemand : nameOf(kreis.casemanager, each.casemanagerId)}</p>
            <p className="small muted">
              {nameOf(kreis.traeger, each.traegerId)},{' '}
              {each.bis === null
                ? t.seit(formatDay(each.ab))
                : t.vonBis(formatDay(each.ab), formatDay(each.bis))}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function EinwilligungCard({ fall }: { fall: FallAkte }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const consent = fall.einwilligung;
  if (consent === null) return null;
  return (
    <Card title={t.einwilligung}>
      <p>
        {consent.widerrufenAm === null ? (
          t.erteilt(formatDay(consent.erteiltAm))
        ) : (
          <Badge tone="danger" icon="danger">
            {t.widerrufen(formatDay(consent.widerrufenAm))}
          </Badge>
        )}
      </p>
      {consent.widerrufenAm === null && consent.ablaufAm !== null && (
        <p>
          {consent.ablaufAm < today() ? (
            <Badge tone="danger" icon="danger">
              {t.abgelaufen}
            </Badge>
          ) : (
            t.befristetBis(formatDay(consent.ablaufAm))
          )}
        </p>
      )}
      <p className="small muted">
        {languageName(sprache, consent.sprache)}
        {consent.textfassung !== '' && ` · ${t.textfassung} ${consent.textfassung}`}
      </p>
    </Card>
  );
}

/** The first talk counts for the Anfrage, so it is named until the case has a contact of its own. */
function letzterKontakt(
  { letzterKontakt: tag, ueberblick }: FallAkte,
  t: Pick<typeof texts.de, 'nochKeiner' | 'phase'>,
): string {
  if (tag !== null) return formatDay(tag);
  const erst = ueberblick?.erstberatungAm ?? null;
  return erst === null ? t.nochKeiner : `${t.phase.erstberatung}, ${formatDay(erst)}`;
}
