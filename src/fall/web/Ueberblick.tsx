import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { FallAkte } from '../contract.ts';
import type { AkteDialog } from './FallaktePage.tsx';
import { placeName } from './FallTable.tsx';
import { nextStep } from './next-step.ts';
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
    <div className="split">
      <div className="stack">
        <NextStepCard kreis={kreis} fall={fall} onOpen={onOpen} onRecordKontakt={onRecordKontakt} />
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
  );
}

function NextStepCard({
  kreis,
  fall,
  onOpen,
  onRecordKontakt,
}: Pick<UeberblickProps, 'kreis' | 'fall' | 'onOpen' | 'onRecordKontakt'>) {
  const t = useTexts(texts);
  const step = nextStep(fall, today());
  const can = fall.abilities;
  // Who only oversees the case has no step of their own in it.
  if (!can.changeFall && !can.closeFall) return null;
  const record = can.recordBeratungskontakt && (
    <Button kind="primary" icon="kontakt" onClick={onRecordKontakt}>
      {t.kontaktErfassen}
    </Button>
  );
  let words: string;
  let action: ReactNode = null;
  switch (step.art) {
    case 'bald':
      words = t.schrittBald(formatDay(step.tag));
      action = record;
      break;
    case 'gutBis':
      words = t.schrittGutBis(formatDay(step.tag));
      break;
    case 'angaben':
      words = `${t.schritt.angaben} ${t.fehlt(step.fehlt.map((name) => t[name]).join(', '))}`;
      action = can.changeFall && <Button onClick={() => onOpen('aendern')}>{t.bearbeiten}</Button>;
      break;
    case 'erster':
    case 'ruht':
      words = t.schritt[step.art];
      action = record;
      break;
    case 'zuweisen':
      words = t.schritt.zuweisen;
      action = can.assignFall && (
        <Button kind="primary" onClick={() => onOpen('zuweisen')}>
          {t.zuweisen}
        </Button>
      );
      break;
    case 'abgeschlossen':
    case 'ruhtHand':
      words = t.schritt[step.art];
      action = (can.reopenFall || can.setStatus) && (
        <Button onClick={() => onOpen('aktiv')}>{t.wiederaufnehmen}</Button>
      );
      break;
    case 'abgelaufen':
      words = t.schritt.abgelaufen;
      action = can.changeFall && (
        <ButtonLink kind="primary" href={`/k/${kreis.id}/fall/${fall.id}?teil=einwilligungen`}>
          {t.zuEinwilligungen}
        </ButtonLink>
      );
      break;
    case 'widerrufen':
      words = t.schritt.widerrufen;
      action = can.closeFall && <Button onClick={() => onOpen('abgeschlossen')}>{t.abschliessen}</Button>;
      break;
    case 'gut':
      words = t.schritt.gut;
      break;
  }
  return (
    <section className={`next next-${step.art}`}>
      <div>
        <h2>{t.naechster}</h2>
        <p>{words}</p>
      </div>
      {action}
    </section>
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
          value: fall.letzterKontakt === null ? t.nochKeiner : formatDay(fall.letzterKontakt),
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
