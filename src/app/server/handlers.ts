import { akteurHandlers } from '#src/akteur/server/routes.ts';
import { anfrageHandlers } from '#src/anfrage/server/routes.ts';
import { angebotHandlers, austauschHandlers } from '#src/angebot/server/routes.ts';
import { assessmentHandlers } from '#src/assessment/server/routes.ts';
import { ausgabeHandlers } from '#src/ausgabe/server/routes.ts';
import { aufgabeHandlers } from '#src/aufgabe/server/routes.ts';
import { aufenthaltHandlers } from '#src/aufenthalt/server/routes.ts';
import { auswertungHandlers } from '#src/auswertung/server/routes.ts';
import { begleitungHandlers } from '#src/begleitung/server/routes.ts';
import { beratungskontaktHandlers } from '#src/beratungskontakt/server/routes.ts';
import { einwilligungHandlers } from '#src/einwilligung/server/routes.ts';
import { entbindungHandlers } from '#src/entbindung/server/routes.ts';
import { dokumentHandlers } from '#src/dokument/server/routes.ts';
import { dubletteHandlers } from '#src/dublette/server/routes.ts';
import { entwurfHandlers } from '#src/entwurf/server/routes.ts';
import { erfolgsberichtHandlers } from '#src/erfolgsbericht/server/routes.ts';
import { erstberatungHandlers } from '#src/erstberatung/server/routes.ts';
import { ersuchenHandlers } from '#src/ersuchen/server/routes.ts';
import { faktorHandlers } from '#src/faktor/server/routes.ts';
import { fallHandlers } from '#src/fall/server/routes.ts';
import { haushaltHandlers } from '#src/haushalt/server/routes.ts';
import { hilfeplanHandlers } from '#src/hilfeplan/server/routes.ts';
import { kreisHandlers } from '#src/kreis/server/routes.ts';
import { anbieterHandlers } from '#src/anbieter/server/routes.ts';
import { einladungHandlers } from '#src/einladung/server/routes.ts';
import { kontoHandlers } from '#src/konto/server/routes.ts';
import { loeschungHandlers } from '#src/loeschung/server/routes.ts';
import { nachrichtHandlers } from '#src/nachricht/server/routes.ts';
import { netzwerktreffenHandlers } from '#src/netzwerktreffen/server/routes.ts';
import { notizHandlers } from '#src/notiz/server/routes.ts';
import { notzugriffHandlers } from '#src/notzugriff/server/routes.ts';
import { oeffnungHandlers } from '#src/oeffnung/server/routes.ts';
import { papierHandlers } from '#src/papier/server/routes.ts';
import type { Handlers } from '#src/platform/server/http.ts';
import { protokollHandlers } from '#src/protokoll/server/routes.ts';
import { rechteHandlers } from '#src/rechte/server/routes.ts';
import { regelHandlers } from '#src/regel/server/routes.ts';
import { lageHandlers } from '#src/lage/server/routes.ts';
import { standortHandlers } from '#src/standort/server/routes.ts';
import { wartelisteHandlers } from '#src/warteliste/server/routes.ts';
import { zusteuerungHandlers } from '#src/zusteuerung/server/routes.ts';
import { stelleHandlers } from '#src/stelle/server/routes.ts';
import { tagHandlers } from '#src/tag/server/routes.ts';
import { sprechstundeHandlers } from '#src/sprechstunde/server/routes.ts';
import { terminHandlers } from '#src/termin/server/routes.ts';
import { beobachtungHandlers } from '#src/beobachtung/server/routes.ts';
import { vermittlungHandlers } from '#src/vermittlung/server/routes.ts';
import { vertretungHandlers } from '#src/vertretung/server/routes.ts';
import { uebergabeHandlers } from '#src/uebergabe/server/routes.ts';
import { uebernahmeHandlers } from '#src/uebernahme/server/routes.ts';
import { vereinbarungHandlers } from '#src/vereinbarung/server/routes.ts';
import { vordruckHandlers } from '#src/vordruck/server/routes.ts';
import { weitergabeHandlers } from '#src/weitergabe/server/routes.ts';
import { zugangHandlers } from '#src/zugang/server/routes.ts';
import { contract } from '#src/app/contract.ts';
import { abilities } from './abilities.ts';

/** One handler per entry of the contract; the compiler finds a missing one. */
export const handlers: Handlers<typeof contract> = {
  ...zugangHandlers(abilities),
  ...faktorHandlers,
  ...kreisHandlers,
  ...regelHandlers,
  ...entwurfHandlers,
  ...fallHandlers,
  ...einwilligungHandlers,
  ...entbindungHandlers,
  ...weitergabeHandlers,
  ...ersuchenHandlers,
  ...erstberatungHandlers,
  ...assessmentHandlers,
  ...aufenthaltHandlers,
  ...akteurHandlers,
  ...haushaltHandlers,
  ...beratungskontaktHandlers,
  ...aufgabeHandlers,
  ...notizHandlers,
  ...dokumentHandlers,
  ...hilfeplanHandlers,
  ...erfolgsberichtHandlers,
  ...lageHandlers,
  ...standortHandlers,
  ...wartelisteHandlers,
  ...zusteuerungHandlers,
  ...stelleHandlers,
  ...angebotHandlers,
  ...austauschHandlers,
  ...vereinbarungHandlers,
  ...netzwerktreffenHandlers,
  ...anfrageHandlers,
  ...vordruckHandlers,
  ...terminHandlers,
  ...sprechstundeHandlers,
  ...vertretungHandlers,
  ...vermittlungHandlers,
  ...beobachtungHandlers,
  ...papierHandlers,
  ...protokollHandlers,
  ...uebergabeHandlers,
  ...uebernahmeHandlers,
  ...auswertungHandlers,
  ...ausgabeHandlers,
  ...dubletteHandlers,
  ...begleitungHandlers,
  ...loeschungHandlers,
  ...nachrichtHandlers,
  ...oeffnungHandlers,
  ...notzugriffHandlers,
  ...rechteHandlers(contract, abilities),
  ...kontoHandlers,
  ...einladungHandlers,
  ...anbieterHandlers,
  ...tagHandlers,
};
