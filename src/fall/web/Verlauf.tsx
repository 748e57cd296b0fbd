import { useState } from 'react';
import { findTitel } from '#src/aufenthalt/titel.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Icon, type IconName } from '#src/ui/web/Icon.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import type { Sprache } from '#src/platform/texts.ts';
import type { Answer } from '#src/platform/contract.ts';
import { zielStand } from '#src/hilfeplan/plan.ts';
import { vermittlungStand } from '#src/vermittlung/vermittlung.ts';
import { abschlussGespraech } from '../abschluss.ts';
import { fallContract, fallStatus } from '../contract.ts';
import { gruppeOf, verlaufGruppen, type VerlaufGruppe } from '../verlauf.ts';
import * as texts from './texts.ts';

type Zeile = Answer<typeof fallContract.getVerlauf>[number];

const icons: Record<Zeile['art'], IconName> = {
  aufnahme: 'plus',
  status: 'pause',
  zustaendigkeit: 'person',
  uebergabe: 'uebergabe',
  kontakt: 'kontakt',
  merkmal: 'edit',
  rechtskreis: 'uebergabe',
  aufenthaltstitel: 'edit',
  einwilligung: 'check',
  entbindung: 'check',
  weitergabe: 'uebergabe',
  termin: 'calendar',
  erstberatung: 'phone',
  assessment: 'fall',
  hilfeplan: 'check',
  ziel: 'check',
  vermittlung: 'uebergabe',
  dokument: 'edit',
  abschluss: 'check',
};

/** What happened in a case, newest first: the day it holds from, and when it was written down. */
export function Verlauf({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const verlauf = useQuery(fallContract.getVerlauf, { params: { kreisId: kreis.id, fallId } });
  const [gruppe, setGruppe] = useState<VerlaufGruppe | 'alles'>('alles');
  if (verlauf.error) return <ErrorState problem={verlauf.error} onRetry={verlauf.refetch} />;
  if (!verlauf.data) return <Loading />;
  if (verlauf.data.length === 0) return <EmptyState icon="history" title={t.verlaufLeer} />;
  const gruppen = verlaufGruppen.filter((each) =>
    verlauf.data?.some((zeile) => gruppeOf(zeile.art) === each),
  );
  const shown = verlauf.data.filter((zeile) => gruppe === 'alles' || gruppeOf(zeile.art) === gruppe);
  return (
    <>
      <div className="row verlauf-kopf">
        <ChoiceGroup
          name="gruppe"
          label={t.verlaufZeigen}
          quietOptional
          value={gruppe}
          onChange={(value) => setGruppe(verlaufGruppen.find((each) => each === value) ?? 'alles')}
          options={[
            { value: 'alles', label: t.verlaufAlles },
            ...gruppen.map((value) => ({ value, label: t.verlaufGruppe[value] })),
          ]}
        />
        <Button kind="quiet" onClick={() => window.print()}>
          {t.drucken}
        </Button>
      </div>
      <ol className="timeline">
        {shown.map((zeile) => (
          <li key={`${zeile.am}${zeile.art}${zeile.ab}${JSON.stringify(zeile.daten)}`}>
            <span className="timeline-icon">
              <Icon name={icons[zeile.art]} size={16} />
            </span>
            <div>
              <p>
                <span className="figure muted">{formatDay(zeile.ab)}</span>{' '}
                <strong>{t.art[zeile.art]}</strong>
                {describe(zeile, kreis, sprache, t) !== '' && <>: {describe(zeile, kreis, sprache, t)}</>}
              </p>
              <p className="small muted">
                {formatMoment(sprache, zeile.am)}
                {zeile.vonName !== null && ` ${t.von(zeile.vonName)}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

type Words = Pick<
  typeof texts.de,
  | 'aktiv'
  | 'ruhend'
  | 'abgeschlossen'
  | 'qualifiziert'
  | 'berichtigt'
  | 'geschlecht'
  | 'herkunftsland'
  | 'leistungsbezug'
  | 'lebensbereich'
  | 'rechtskreis'
  | 'aufenthaltsgruppe'
  | 'statt'
  | 'gueltigBis'
  | 'widerrufenWort'
  | 'weitergabeStand'
  | 'rundeNummer'
  | 'planFassung'
  | 'zielStand'
  | 'vermittlungStand'
  | 'abschluss'
>;

function describe(zeile: Zeile, kreis: KreisStamm, sprache: Sprache, t: Words): string {
  const text = (name: string) => {
    const value = zeile.daten[name];
    return typeof value === 'string' ? value : null;
  };
  const lists = kreis.codeliste;
  const codes = (name: string, list: KreisStamm['codeliste']['rechtskreis']) => {
    const value = zeile.daten[name];
    const named = Array.isArray(value) ? value.map((code) => codeName(list, String(code), sprache)) : [];
    return named.length === 0 ? '–' : named.join(', ');
  };
  switch (zeile.art) {
    case 'aufnahme':
      return text('zugang') === null ? '' : codeName(lists.zugang, text('zugang'), sprache);
    case 'status': {
      const status = fallStatus.safeParse(text('status'));
      const reasons = [...(lists.abschlussgrund ?? []), ...(lists.ruhegrund ?? [])];
      const grund = text('grund');
      const words = status.success ? t[status.data] : '';
      const named = grund === null ? words : `${words} (${codeName(reasons, grund, sprache)})`;
      return zeile.daten['berichtigt'] === true ? `${named}, ${t.berichtigt}` : named;
    }
    case 'zustaendigkeit':
    case 'uebergabe': {
      const cm = text('casemanagerId');
      const traeger = nameOf(kreis.traeger, text('traegerId'));
      return cm === null ? traeger : `${traeger}, ${nameOf(kreis.casemanager, cm)}`;
    }
    case 'kontakt':
      return [
        zeile.daten['qualifiziert'] === true ? t.qualifiziert : '',
        zeile.daten['berichtigt'] === true ? t.berichtigt : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'merkmal': {
      const name = text('merkmal');
      if (name === 'rechtskreis') return `${t.rechtskreis} ${codes('nachher', lists.rechtskreis)}`;
      if (
        name !== 'geschlecht' &&
        name !== 'herkunftsland' &&
        name !== 'leistungsbezug' &&
        name !== 'lebensbereich' &&
        name !== 'aufenthaltsgruppe'
      )
        return '';
      return `${t[name]} ${codeName(lists[name], text('wert'), sprache)}`;
    }
    case 'rechtskreis':
      return t.statt(codes('nachher', lists.rechtskreis), codes('vorher', lists.rechtskreis));
    case 'aufenthaltstitel': {
      const titel = findTitel(text('wert') ?? '');
      const bis = text('laeuftAbAm');
      const words = (sprache === 'de' ? titel?.bezeichnung : titel?.bezeichnungEn) ?? '';
      return bis === null ? words : `${words}, ${t.gueltigBis(formatDay(bis))}`;
    }
    case 'entbindung': {
      const bis = text('bis');
      const rest =
        zeile.daten['widerrufen'] === true
          ? t.widerrufenWort
          : bis === null
            ? ''
            : t.gueltigBis(formatDay(bis));
      return [text('stelle') ?? '', rest].filter(Boolean).join(', ');
    }
    case 'weitergabe': {
      const stand = text('stand');
      const known = stand === 'vorbereitet' || stand === 'gegeben' || stand === 'gestoppt';
      return `${text('stelle') ?? ''}${known ? `, ${t.weitergabeStand[stand]}` : ''}`;
    }
    case 'termin':
    case 'erstberatung':
    case 'dokument':
      return '';
    case 'assessment':
      return t.rundeNummer(String(zeile.daten['runde']));
    case 'hilfeplan':
      return t.planFassung(String(zeile.daten['nummer']));
    case 'ziel': {
      const stand = zielStand.safeParse(text('stand'));
      return [
        codeName(lists.lebensbereich, text('lebensbereich'), sprache),
        stand.success ? t.zielStand[stand.data] : '',
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'vermittlung': {
      const stand = vermittlungStand.safeParse(text('stand'));
      return [text('angebot') ?? '', stand.success ? t.vermittlungStand[stand.data] : '']
        .filter(Boolean)
        .join(', ');
    }
    case 'abschluss': {
      const gespraech = abschlussGespraech.safeParse(text('gespraech'));
      return gespraech.success ? t.abschluss.gespraechArt[gespraech.data] : '';
    }
    case 'einwilligung': {
      if (zeile.daten['widerrufen'] === true) return t.widerrufenWort;
      const language = text('sprache');
      return language === null ? '' : languageName(sprache, language);
    }
  }
}
