import { akteurContract } from '#src/akteur/contract.ts';
import { anfrageContract } from '#src/anfrage/contract.ts';
import { austauschContract } from '#src/angebot/austausch-contract.ts';
import { angebotContract } from '#src/angebot/contract.ts';
import { assessmentContract } from '#src/assessment/contract.ts';
import { aufgabeContract } from '#src/aufgabe/contract.ts';
import { aufenthaltContract } from '#src/aufenthalt/contract.ts';
import { ausgabeContract } from '#src/ausgabe/contract.ts';
import { auswertungContract } from '#src/auswertung/contract.ts';
import { begleitungContract } from '#src/begleitung/contract.ts';
import { beratungskontaktContract } from '#src/beratungskontakt/contract.ts';
import { einwilligungContract } from '#src/einwilligung/contract.ts';
import { entbindungContract } from '#src/entbindung/contract.ts';
import { dokumentContract } from '#src/dokument/contract.ts';
import { dubletteContract } from '#src/dublette/contract.ts';
import { entwurfContract } from '#src/entwurf/contract.ts';
import { erfolgsberichtContract } from '#src/erfolgsbericht/contract.ts';
import { erstberatungContract } from '#src/erstberatung/contract.ts';
import { ersuchenContract } from '#src/ersuchen/contract.ts';
import { faktorContract } from '#src/faktor/contract.ts';
import { fallContract } from '#src/fall/contract.ts';
import { haushaltContract } from '#src/haushalt/contract.ts';
import { hilfeplanContract } from '#src/hilfeplan/contract.ts';
import { kreisContract } from '#src/kreis/contract.ts';
import { anbieterContract } from '#src/anbieter/contract.ts';
import { einladungContract } from '#src/einladung/contract.ts';
import { kontoContract } from '#src/konto/contract.ts';
import { nachrichtContract } from '#src/nachricht/contract.ts';
import { loeschungContract } from '#src/loeschung/contract.ts';
import { netzwerktreffenContract } from '#src/netzwerktreffen/contract.ts';
import { notizContract } from '#src/notiz/contract.ts';
import { notzugriffContract } from '#src/notzugriff/contract.ts';
import { oeffnungContract } from '#src/oeffnung/contract.ts';
import { papierContract } from '#src/papier/contract.ts';
import { protokollContract } from '#src/protokoll/contract.ts';
import { rechteContract } from '#src/rechte/contract.ts';
import { regelContract } from '#src/regel/contract.ts';
import { lageContract } from '#src/lage/contract.ts';
import { standortContract } from '#src/standort/contract.ts';
import { wartelisteContract } from '#src/warteliste/contract.ts';
import { zusteuerungContract } from '#src/zusteuerung/contract.ts';
import { sprechstundeContract } from '#src/sprechstunde/contract.ts';
import { stelleContract } from '#src/stelle/contract.ts';
import { tagContract } from '#src/tag/contract.ts';
import { terminContract } from '#src/termin/contract.ts';
import { uebergabeContract } from '#src/uebergabe/contract.ts';
import { uebernahmeContract } from '#src/uebernahme/contract.ts';
import { vereinbarungContract } from '#src/vereinbarung/contract.ts';
import { beobachtungContract } from '#src/beobachtung/contract.ts';
import { vermittlungContract } from '#src/vermittlung/contract.ts';
import { eingangContract } from '#src/vermittlung/eingang.ts';
import { vertretungContract } from '#src/vertretung/contract.ts';
import { vordruckContract } from '#src/vordruck/contract.ts';
import { weitergabeContract } from '#src/weitergabe/contract.ts';
import { zugangContract } from '#src/zugang/contract.ts';

/** Every operation that Lotse offers: the one list behind routes, validation, OpenAPI, client and rights matrix. */
export const contract = {
  ...zugangContract,
  ...faktorContract,
  ...kreisContract,
  ...regelContract,
  ...entwurfContract,
  ...fallContract,
  ...einwilligungContract,
  ...entbindungContract,
  ...weitergabeContract,
  ...ersuchenContract,
  ...erstberatungContract,
  ...assessmentContract,
  ...aufenthaltContract,
  ...akteurContract,
  ...haushaltContract,
  ...beratungskontaktContract,
  ...aufgabeContract,
  ...notizContract,
  ...dokumentContract,
  ...hilfeplanContract,
  ...erfolgsberichtContract,
  ...lageContract,
  ...standortContract,
  ...wartelisteContract,
  ...zusteuerungContract,
  ...stelleContract,
  ...angebotContract,
  ...austauschContract,
  ...vereinbarungContract,
  ...netzwerktreffenContract,
  ...anfrageContract,
  ...vordruckContract,
  ...terminContract,
  ...sprechstundeContract,
  ...vertretungContract,
  ...vermittlungContract,
  ...eingangContract,
  ...beobachtungContract,
  ...papierContract,
  ...protokollContract,
  ...uebergabeContract,
  ...uebernahmeContract,
  ...auswertungContract,
  ...ausgabeContract,
  ...dubletteContract,
  ...begleitungContract,
  ...loeschungContract,
  ...nachrichtContract,
  ...oeffnungContract,
  ...notzugriffContract,
  ...rechteContract,
  ...kontoContract,
  ...einladungContract,
  ...anbieterContract,
  ...tagContract,
};
