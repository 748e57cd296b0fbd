import type { ReactNode } from 'react';
import { formatDay } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink, Link } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { nextSchritt } from '../rules.ts';
import './anfrage.css';
import * as texts from './texts.ts';

const stationen = ['anfrage', 'erstberatung', 'einwilligung', 'entscheidung'] as const;

/** The path from the knock to the decision: what is done, what comes, what may come. */
export function AnfrageWeg({ anfrage }: { anfrage: AnfrageDetail }) {
  const t = useTexts(texts);
  const done = {
    anfrage: true,
    erstberatung: anfrage.erstberatungAm !== null,
    einwilligung: anfrage.benannt,
    entscheidung: anfrage.stand === 'abgeschlossen',
  };
  const next = anfrage.stand === 'abgeschlossen' ? undefined : stationOf(anfrage);
  const detail = {
    anfrage: formatDay(anfrage.eingegangenAm),
    erstberatung: anfrage.erstberatungAm === null ? '' : formatDay(anfrage.erstberatungAm),
    einwilligung: '',
    entscheidung: anfrage.ausgang === null ? '' : t.ausgang[anfrage.ausgang],
  };
  return (
    <Card title={t.wegTitel}>
      <ol className="row weg">
        {stationen.map((each) => (
          <li key={each} className="row" aria-current={each === next ? 'step' : undefined}>
            <Badge
              tone={done[each] ? 'success' : each === next ? 'info' : 'neutral'}
              icon={done[each] ? 'check' : each === next ? 'right' : 'clock'}
            >
              {t.wegWort[each]}
            </Badge>
            <span className="sr-only">
              {done[each] ? t.wegStand.getan : each === next ? t.wegStand.jetzt : t.wegStand.spaeter}
            </span>
            {detail[each] !== '' && <span className="small muted">{detail[each]}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function stationOf(anfrage: AnfrageDetail): (typeof stationen)[number] {
  switch (nextSchritt(anfrage)) {
    case 'uebernehmen':
    case 'termin':
    case 'erstberatung':
    case 'warten':
      return 'erstberatung';
    case 'einwilligung':
      return 'einwilligung';
    case 'umwandlung':
      return anfrage.benannt ? 'entscheidung' : 'einwilligung';
    case 'aufnahme':
    case 'abschluss':
    case 'fertig':
      return 'entscheidung';
  }
}

export interface NextSchrittCardProps {
  readonly kreisId: string;
  readonly anfrage: AnfrageDetail;
  readonly pending: boolean;
  readonly onTake: () => void;
  readonly onRepeat: () => void;
  readonly onClose: () => void;
  readonly onAsk: () => void;
}

/** One primary step in words, and the other places to go from here. */
export function NextSchrittCard(props: NextSchrittCardProps) {
  const { anfrage, pending } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const base = `/k/${props.kreisId}`;
  const schritt = nextSchritt(anfrage);
  const links = {
    termin: `${base}/kalender?anfrage=${anfrage.id}`,
    erstberatung: `${base}/anfrage/${anfrage.id}/erstberatung`,
    einwilligung: `${base}/anfrage/${anfrage.id}/einwilligung`,
    aufnahme: `${base}/fall/neu?anfrage=${anfrage.id}`,
    warteliste: `${base}/warteliste?anfrage=${anfrage.id}`,
  };
  const erstberatung = (kind: 'primary' | 'secondary') => (
    <ButtonLink href={links.erstberatung} kind={kind}>
      {t.erstberatung}
    </ButtonLink>
  );
  const termin = (kind: 'primary' | 'secondary') => (
    <ButtonLink href={links.termin} kind={kind} icon="calendar">
      {t.termin}
    </ButtonLink>
  );
  const einwilligung = (
    <ButtonLink href={links.einwilligung} kind="primary">
      {t.einwilligung}
    </ButtonLink>
  );
  let action: ReactNode;
  switch (schritt) {
    case 'uebernehmen':
      action = (
        <Button kind="primary" pending={pending} onClick={props.onTake}>
          {t.annehmen}
        </Button>
      );
      break;
    case 'termin':
      action = (
        <>
          {termin('primary')}
          {erstberatung('secondary')}
          <ButtonLink href={links.warteliste}>{t.warteliste}</ButtonLink>
        </>
      );
      break;
    case 'erstberatung':
      action = erstberatung('primary');
      break;
    case 'umwandlung':
      action = (
        <Button kind="primary" onClick={props.onAsk}>
          {t.frage}
        </Button>
      );
      break;
    case 'einwilligung':
      action = einwilligung;
      break;
    case 'aufnahme':
      action = (
        <ButtonLink href={links.aufnahme} kind="primary">
          {t.inFall}
        </ButtonLink>
      );
      break;
    case 'abschluss':
      action = (
        <>
          <Button kind="primary" onClick={props.onClose}>
            {t.abschliessen}
          </Button>
          {anfrage.erstberatungAm === null && erstberatung('secondary')}
          {termin('secondary')}
        </>
      );
      break;
    case 'warten':
      action = <ButtonLink href={`${base}/warteliste`}>{t.stand.warteliste}</ButtonLink>;
      break;
    case 'fertig':
      action = anfrage.ausgang !== 'aufgenommen' && anfrage.ausgang !== 'weitergeleitet' && (
        <Button pending={pending} onClick={props.onRepeat}>
          {t.erneut}
        </Button>
      );
  }
  const words =
    schritt === 'umwandlung'
      ? t.schritt[anfrage.umwandlung === 'kontakte' ? 'umwandlungKontakte' : 'umwandlungBedarfe']
      : t.schritt[schritt];
  return (
    <section className={schritt === 'umwandlung' || anfrage.ueberfaellig ? 'next next-bald' : 'next'}>
      <div>
        <h2>{t.naechster}</h2>
        <p>{words}</p>
        {anfrage.naechsterTermin !== null && (
          <p className="small">{t.terminAm(formatMoment(sprache, anfrage.naechsterTermin))}</p>
        )}
        {anfrage.folgeterminBis !== null && schritt !== 'fertig' && (
          <p className="small">
            <Link href={links.termin}>{t.folgeterminBis(formatDay(anfrage.folgeterminBis))}</Link>
          </p>
        )}
        {anfrage.erstberatungAm !== null && (
          <p className="small">
            <Link href={links.erstberatung}>{t.bogenZeigen}</Link>
          </p>
        )}
        {schritt === 'fertig' && action !== false && <p className="small muted">{t.erneutText}</p>}
        {action !== false && <div className="row anfrage-schritte">{action}</div>}
      </div>
    </section>
  );
}
