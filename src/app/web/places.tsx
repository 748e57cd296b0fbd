import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Ich } from '#src/zugang/contract.ts';
import type { KontaktSubject } from './KontaktDialog.tsx';
import * as pages from './lazy-pages.ts';
import { countedTraeger } from './own-traeger.ts';

/** What a page of a Kreis may be given. */
export interface PlaceProps {
  readonly ich: Ich;
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  /** Träger of the Kreis for which the account works. */
  readonly traegerIds: readonly string[];
  readonly onSubject: (fall: KontaktSubject | undefined) => void;
  readonly onRecordKontakt: (fall?: KontaktSubject) => void;
  readonly onRecordSonstiger: () => void;
}

export interface Place {
  /** Address below the Kreis. */
  readonly path: string;
  /** Without it the page does not exist for the account; the server answers the same. */
  readonly ability: string;
  /** `id` is the part of the address that names a record, or empty. */
  readonly page: (props: PlaceProps, id: string) => ReactNode;
}

/** Address to page. */
export const places: readonly Place[] = [
  { path: 'tag', ability: 'tag.lesen', page: ({ kreis }) => <pages.StartPage kreis={kreis} /> },
  {
    path: 'fall',
    ability: 'fall.lesen',
    page: ({ kreis, can }) => <pages.FallListPage kreis={kreis} can={can} />,
  },
  {
    path: 'fall/neu',
    ability: 'fall.aufnehmen',
    page: ({ kreis, ich, onRecordSonstiger }) => (
      <pages.AdmitFallPage kreis={kreis} ich={ich} onRecordSonstiger={onRecordSonstiger} />
    ),
  },
  {
    path: 'fall/:id',
    ability: 'akte.lesen',
    page: ({ kreis, can, onSubject, onRecordKontakt }, id) => (
      <pages.AktePage
        key={id}
        kreis={kreis}
        fallId={id}
        can={can}
        onSubject={onSubject}
        onRecordKontakt={onRecordKontakt}
      />
    ),
  },
  {
    path: 'fall/:id/assessment',
    ability: 'assessment.erfassen',
    page: ({ kreis }, id) => <pages.AssessmentPage key={id} kreis={kreis} fallId={id} />,
  },
  {
    path: 'fall/:id/hilfeplan/unterschrift',
    ability: 'hilfeplan.bearbeiten',
    page: ({ kreis }, id) => <pages.HilfeplanUnterschriftPage key={id} kreis={kreis} fallId={id} />,
  },
  {
    path: 'anfrage',
    ability: 'anfrage.lesen',
    page: ({ kreis, can }) => <pages.AnfragenPage kreis={kreis} can={can} />,
  },
  {
    path: 'anfrage/neu',
    ability: 'anfrage.bearbeiten',
    page: ({ kreis, traegerIds }) => <pages.RecordAnfragePage kreis={kreis} ownTraegerIds={traegerIds} />,
  },
  {
    path: 'anfrage/:id',
    ability: 'anfrage.lesen',
    page: ({ kreis, can }, id) => <pages.AnfrageAktePage key={id} kreis={kreis} anfrageId={id} can={can} />,
  },
  {
    path: 'anfrage/:id/erstberatung',
    ability: 'erstberatung.erfassen',
    page: ({ kreis }, id) => <pages.ErstberatungPage key={id} kreis={kreis} anfrageId={id} />,
  },
  {
    path: 'anfrage/:id/einwilligung',
    ability: 'einwilligung.lesen',
    page: ({ kreis }, id) => <pages.AnfrageEinwilligungPage key={id} kreis={kreis} anfrageId={id} />,
  },
  {
    path: 'sonstiger_kontakt',
    ability: 'sonstiger_kontakt.lesen',
    page: ({ kreis }) => <pages.SonstigerKontaktPage kreis={kreis} />,
  },
  {
    path: 'dublette',
    ability: 'dublette.zusammenfuehren',
    page: ({ kreis }) => <pages.DublettePage kreis={kreis} />,
  },
  {
    path: 'doppelbetreuung',
    ability: 'doppelbetreuung.vermitteln',
    page: ({ kreis }) => <pages.DoppelbetreuungPage kreis={kreis} />,
  },
  {
    path: 'kalender',
    ability: 'termin.lesen',
    page: ({ kreis, ich, traegerIds, onRecordKontakt }) => (
      <pages.KalenderPage
        kreis={kreis}
        kontoId={ich.kontoId}
        traegerIds={traegerIds}
        onRecordKontakt={onRecordKontakt}
      />
    ),
  },
  {
    path: 'sprechstunde',
    ability: 'sprechstunde.lesen',
    page: ({ kreis, can, ich, traegerIds }) => (
      <pages.SprechstundePage kreis={kreis} can={can} kontoId={ich.kontoId} traegerIds={traegerIds} />
    ),
  },
  {
    path: 'vertretung',
    ability: 'abwesenheit.lesen',
    page: ({ kreis, can, ich, traegerIds }) => (
      <pages.VertretungPage kreis={kreis} can={can} kontoId={ich.kontoId} traegerIds={traegerIds} />
    ),
  },
  {
    path: 'uebergabe',
    ability: 'uebergabe.lesen',
    page: ({ kreis, can, traegerIds }) => (
      <pages.UebergabePage kreis={kreis} can={can} traegerIds={traegerIds} />
    ),
  },
  {
    path: 'uebergabe/anfrage/:id',
    ability: 'uebergabe.ausfuehren',
    page: ({ kreis }, id) => <pages.UebergabeAnfragePage key={id} kreis={kreis} anfrageId={id} />,
  },
  {
    path: 'fallbestand',
    ability: 'fallbestand.uebergeben',
    page: ({ kreis, ich }) => <pages.FallbestandPage kreis={kreis} kontoId={ich.kontoId} />,
  },
  {
    path: 'fall/:id/uebergabeblatt',
    ability: 'fall.aendern',
    page: ({ kreis }, id) => <pages.UebergabeblattPage key={id} kreis={kreis} fallId={id} />,
  },
  {
    path: 'erfolgsbericht',
    ability: 'erfolgsbericht.lesen',
    page: ({ kreis }) => <pages.ErfolgsberichtPage kreis={kreis} />,
  },
  {
    path: 'fall/:id/erfolgsbericht',
    ability: 'erfolgsbericht.schreiben',
    page: ({ kreis }, id) => <pages.WriteErfolgsberichtPage key={id} kreis={kreis} fallId={id} />,
  },
  {
    path: 'loeschung',
    ability: 'loeschung.lesen',
    page: ({ kreis }) => <pages.LoeschungPage kreis={kreis} />,
  },
  {
    path: 'rechte',
    ability: 'rechte.lesen',
    page: ({ kreis, ich }) => <pages.RechtePage kreis={kreis} ich={ich} />,
  },
  {
    path: 'notzugriff',
    ability: 'notzugriff.lesen',
    page: ({ kreis, can, traegerIds }) => (
      <pages.NotzugriffPage kreis={kreis} can={can} traegerIds={traegerIds} />
    ),
  },
  {
    path: 'protokoll',
    ability: 'protokoll.lesen',
    page: ({ kreis }) => <pages.ProtokollPage kreis={kreis} />,
  },
  { path: 'ausgabe', ability: 'ausgabe.lesen', page: ({ kreis }) => <pages.AusgabePage kreis={kreis} /> },
  { path: 'stelle', ability: 'stelle.lesen', page: ({ kreis }) => <pages.StellePage kreis={kreis} /> },
  {
    path: 'angebot',
    ability: 'angebot.lesen',
    page: ({ kreis }) => <pages.AngebotPage kreis={kreis} />,
  },
  {
    path: 'angebot/neu',
    ability: 'angebot.pflegen',
    page: ({ kreis }) => <pages.AngebotFormPage kreis={kreis} angebotId={undefined} />,
  },
  {
    path: 'angebot/einlesen',
    ability: 'angebot.pflegen',
    page: ({ kreis }) => <pages.EinlesenPage kreis={kreis} />,
  },
  {
    path: 'angebot/ueberblick',
    ability: 'angebot.lesen',
    page: ({ kreis }) => <pages.UeberblickPage kreis={kreis} />,
  },
  {
    path: 'angebot/:id',
    ability: 'angebot.lesen',
    page: ({ kreis }, id) => <pages.AngebotDetailPage key={id} kreis={kreis} angebotId={id} />,
  },
  {
    path: 'angebot/:id/aendern',
    ability: 'angebot.pflegen',
    page: ({ kreis }, id) => <pages.AngebotFormPage key={id} kreis={kreis} angebotId={id} />,
  },
  {
    path: 'vereinbarung',
    ability: 'vereinbarung.lesen',
    page: ({ kreis }) => <pages.VereinbarungPage kreis={kreis} />,
  },
  {
    path: 'netzwerktreffen',
    ability: 'netzwerktreffen.lesen',
    page: ({ kreis }) => <pages.NetzwerktreffenPage kreis={kreis} />,
  },
  {
    path: 'beobachtung',
    ability: 'beobachtung.lesen',
    page: ({ kreis }) => <pages.BeobachtungPage kreis={kreis} />,
  },
  { path: 'eingang', ability: 'eingang.lesen', page: ({ kreis }) => <pages.EingangPage kreis={kreis} /> },
  {
    path: 'zusteuerung',
    ability: 'zusteuerung.lesen',
    page: ({ kreis, can, ich }) => (
      <pages.ZusteuerungPage kreis={kreis} can={can} quoteTraegerIds={countedTraeger(ich, kreis)} />
    ),
  },
  { path: 'standort', ability: 'standort.lesen', page: ({ kreis }) => <pages.StandortPage kreis={kreis} /> },
  { path: 'lage', ability: 'lage.lesen', page: ({ kreis }) => <pages.LagePage kreis={kreis} /> },
  {
    path: 'warteliste',
    ability: 'warteliste.lesen',
    page: ({ kreis, can }) => <pages.WartelistePage kreis={kreis} can={can} />,
  },
  { path: 'konto', ability: 'konto.verwalten', page: ({ kreis }) => <pages.KontenPage kreis={kreis} /> },
  {
    path: 'konto/:id',
    ability: 'konto.verwalten',
    page: ({ kreis }, id) => <pages.KontoBlattPage key={id} kreis={kreis} kontoId={id} />,
  },
  {
    path: 'ersuchen',
    ability: 'ersuchen.lesen',
    page: ({ kreis }) => <pages.ErsuchenPage kreis={kreis} />,
  },
  {
    path: 'ersuchen/:id',
    ability: 'ersuchen.lesen',
    page: ({ kreis }, id) => <pages.ErsuchenDetailPage key={id} kreis={kreis} ersuchenId={id} />,
  },
  { path: 'regel', ability: 'regel.lesen', page: ({ kreis }) => <pages.RegelPage kreis={kreis} /> },
  {
    path: 'vordruck',
    ability: 'vordruck.lesen',
    page: ({ kreis }) => <pages.VordruckListPage kreis={kreis} />,
  },
  {
    path: 'vordruck/:id',
    ability: 'vordruck.lesen',
    page: ({ kreis }, id) => <pages.VordruckPage key={id} kreis={kreis} vordruckId={id} />,
  },
  {
    path: 'uebernahme/*?',
    ability: 'uebernahme.einlesen',
    page: ({ kreis, can }) => <pages.UebernahmePage kreis={kreis} can={can} />,
  },
  {
    path: 'auswertung/*?',
    ability: 'auswertung.zaehlen',
    page: ({ kreis, can }) => <pages.AuswertungPage kreis={kreis} can={can} />,
  },
];
