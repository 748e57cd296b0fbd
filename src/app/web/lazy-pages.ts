import { lazy } from 'react';

// Each page is fetched when it is first opened.
export const FallListPage = lazy(async () => ({
  default: (await import('#src/fall/web/FallListPage.tsx')).FallListPage,
}));
export const AdmitFallPage = lazy(async () => ({
  default: (await import('#src/fall/web/AdmitFallPage.tsx')).AdmitFallPage,
}));
export const AktePage = lazy(async () => ({ default: (await import('./AktePage.tsx')).AktePage }));
export const AssessmentPage = lazy(async () => ({
  default: (await import('#src/assessment/web/AssessmentPage.tsx')).AssessmentPage,
}));
export const AnfragenPage = lazy(async () => ({
  default: (await import('./AnfragenPage.tsx')).AnfragenPage,
}));
export const RecordAnfragePage = lazy(async () => ({
  default: (await import('#src/anfrage/web/RecordAnfragePage.tsx')).RecordAnfragePage,
}));
export const AnfrageAktePage = lazy(async () => ({
  default: (await import('./AnfrageAktePage.tsx')).AnfrageAktePage,
}));
export const ErstberatungPage = lazy(async () => ({
  default: (await import('#src/erstberatung/web/ErstberatungPage.tsx')).ErstberatungPage,
}));
export const SonstigerKontaktPage = lazy(async () => ({
  default: (await import('#src/beratungskontakt/web/SonstigerKontaktPage.tsx')).SonstigerKontaktPage,
}));
export const DublettePage = lazy(async () => ({
  default: (await import('#src/dublette/web/DublettePage.tsx')).DublettePage,
}));
export const DoppelbetreuungPage = lazy(async () => ({
  default: (await import('#src/begleitung/web/DoppelbetreuungPage.tsx')).DoppelbetreuungPage,
}));
export const KalenderPage = lazy(async () => ({
  default: (await import('#src/termin/web/KalenderPage.tsx')).KalenderPage,
}));
export const SprechstundePage = lazy(async () => ({
  default: (await import('#src/sprechstunde/web/SprechstundePage.tsx')).SprechstundePage,
}));
export const VertretungPage = lazy(async () => ({
  default: (await import('#src/vertretung/web/VertretungPage.tsx')).VertretungPage,
}));
export const UebergabePage = lazy(async () => ({
  default: (await import('#src/uebergabe/web/UebergabePage.tsx')).UebergabePage,
}));
export const BeobachtungPage = lazy(async () => ({
  default: (await import('#src/beobachtung/web/BeobachtungPage.tsx')).BeobachtungPage,
}));
export const EingangPage = lazy(async () => ({
  default: (await import('#src/vermittlung/web/EingangPage.tsx')).EingangPage,
}));
export const ErfolgsberichtPage = lazy(async () => ({
  default: (await import('#src/erfolgsbericht/web/ErfolgsberichtPage.tsx')).ErfolgsberichtPage,
}));
export const WriteErfolgsberichtPage = lazy(async () => ({
  default: (await import('#src/erfolgsbericht/web/WriteErfolgsberichtPage.tsx')).WriteErfolgsberichtPage,
}));
export const UebergabeAnfragePage = lazy(async () => ({
  default: (await import('#src/uebergabe/web/UebergabeAnfragePage.tsx')).UebergabeAnfragePage,
}));
export const FallbestandPage = lazy(async () => ({
  default: (await import('#src/uebergabe/web/FallbestandPage.tsx')).FallbestandPage,
}));
export const UebergabeblattPage = lazy(async () => ({
  default: (await import('#src/uebergabe/web/UebergabeblattPage.tsx')).UebergabeblattPage,
}));
export const StellePage = lazy(async () => ({
  default: (await import('#src/stelle/web/StellePage.tsx')).StellePage,
}));
export const AngebotPage = lazy(async () => ({
  default: (await import('#src/angebot/web/AngebotPage.tsx')).AngebotPage,
}));
export const AngebotDetailPage = lazy(async () => ({
  default: (await import('#src/angebot/web/AngebotDetailPage.tsx')).AngebotDetailPage,
}));
export const AngebotFormPage = lazy(async () => ({
  default: (await import('#src/angebot/web/AngebotFormPage.tsx')).AngebotFormPage,
}));
export const EinlesenPage = lazy(async () => ({
  default: (await import('#src/angebot/web/EinlesenPage.tsx')).EinlesenPage,
}));
export const UeberblickPage = lazy(async () => ({
  default: (await import('#src/angebot/web/UeberblickPage.tsx')).UeberblickPage,
}));
export const VereinbarungPage = lazy(async () => ({
  default: (await import('#src/vereinbarung/web/VereinbarungPage.tsx')).VereinbarungPage,
}));
export const NetzwerktreffenPage = lazy(async () => ({
  default: (await import('#src/netzwerktreffen/web/NetzwerktreffenPage.tsx')).NetzwerktreffenPage,
}));
export const ZusteuerungPage = lazy(async () => ({
  default: (await import('#src/zusteuerung/web/ZusteuerungPage.tsx')).ZusteuerungPage,
}));
export const StandortPage = lazy(async () => ({
  default: (await import('#src/standort/web/StandortPage.tsx')).StandortPage,
}));
export const LagePage = lazy(async () => ({
  default: (await import('#src/lage/web/LagePage.tsx')).LagePage,
}));
export const WartelistePage = lazy(async () => ({
  default: (await import('#src/warteliste/web/WartelistePage.tsx')).WartelistePage,
}));
export const LoeschungPage = lazy(async () => ({
  default: (await import('#src/loeschung/web/LoeschungPage.tsx')).LoeschungPage,
}));
export const ProtokollPage = lazy(async () => ({
  default: (await import('#src/protokoll/web/ProtokollPage.tsx')).ProtokollPage,
}));
export const AusgabePage = lazy(async () => ({
  default: (await import('#src/ausgabe/web/AusgabePage.tsx')).AusgabePage,
}));
export const ErsuchenPage = lazy(async () => ({
  default: (await import('#src/ersuchen/web/ErsuchenPage.tsx')).ErsuchenPage,
}));
export const ErsuchenDetailPage = lazy(async () => ({
  default: (await import('#src/ersuchen/web/ErsuchenDetailPage.tsx')).ErsuchenDetailPage,
}));
export const RechtePage = lazy(async () => ({
  default: (await import('#src/rechte/web/RechtePage.tsx')).RechtePage,
}));
export const NotzugriffPage = lazy(async () => ({
  default: (await import('#src/notzugriff/web/NotzugriffPage.tsx')).NotzugriffPage,
}));
export const RegelPage = lazy(async () => ({
  default: (await import('#src/regel/web/RegelPage.tsx')).RegelPage,
}));
export const VordruckListPage = lazy(async () => ({
  default: (await import('#src/vordruck/web/VordruckListPage.tsx')).VordruckListPage,
}));
export const VordruckPage = lazy(async () => ({
  default: (await import('#src/vordruck/web/VordruckPage.tsx')).VordruckPage,
}));
export const KontoPage = lazy(async () => ({
  default: (await import('#src/zugang/web/KontoPage.tsx')).KontoPage,
}));
export const UebernahmePage = lazy(async () => ({
  default: (await import('#src/uebernahme/web/UebernahmePage.tsx')).UebernahmePage,
}));
export const AuswertungPage = lazy(async () => ({
  default: (await import('#src/auswertung/web/AuswertungPage.tsx')).AuswertungPage,
}));
export const StartPage = lazy(async () => ({ default: (await import('./StartPage.tsx')).StartPage }));
export const AnfrageEinwilligungPage = lazy(async () => ({
  default: (await import('./AnfrageEinwilligungPage.tsx')).AnfrageEinwilligungPage,
}));
export const HilfeplanUnterschriftPage = lazy(async () => ({
  default: (await import('#src/hilfeplan/web/UnterschriftPage.tsx')).UnterschriftPage,
}));
export const KontenPage = lazy(async () => ({
  default: (await import('#src/konto/web/KontenPage.tsx')).KontenPage,
}));
export const KontoBlattPage = lazy(async () => ({
  default: (await import('#src/konto/web/KontoBlattPage.tsx')).KontoBlattPage,
}));
export const EinladungPage = lazy(async () => ({
  default: (await import('#src/einladung/web/EinladungPage.tsx')).EinladungPage,
}));
export const GlossarPage = lazy(async () => ({ default: (await import('./GlossarPage.tsx')).GlossarPage }));
export const RequiredFaktorPage = lazy(async () => ({
  default: (await import('#src/faktor/web/RequiredFaktorPage.tsx')).RequiredFaktorPage,
}));
