import { anfrageAbilities } from '#src/anfrage/server/policy.ts';
import { angebotAbilities } from '#src/angebot/server/policy.ts';
import { assessmentAbilities } from '#src/assessment/server/policy.ts';
import { aufgabeAbilities } from '#src/aufgabe/server/policy.ts';
import { aufenthaltAbilities } from '#src/aufenthalt/server/policy.ts';
import { ausgabeAbilities } from '#src/ausgabe/server/policy.ts';
import { auswertungAbilities } from '#src/auswertung/server/policy.ts';
import { begleitungAbilities } from '#src/begleitung/server/policy.ts';
import { beratungskontaktAbilities } from '#src/beratungskontakt/server/policy.ts';
import { einwilligungAbilities } from '#src/einwilligung/server/policy.ts';
import { dokumentAbilities } from '#src/dokument/server/policy.ts';
import { dubletteAbilities } from '#src/dublette/server/policy.ts';
import { entwurfAbilities } from '#src/entwurf/server/policy.ts';
import { erfolgsberichtAbilities } from '#src/erfolgsbericht/server/policy.ts';
import { erstberatungAbilities } from '#src/erstberatung/server/policy.ts';
import { ersuchenAbilities } from '#src/ersuchen/server/policy.ts';
import { fallAbilities } from '#src/fall/server/policy.ts';
import { umfeldAbilities } from '#src/haushalt/server/policy.ts';
import { hilfeplanAbilities } from '#src/hilfeplan/server/policy.ts';
import { kreisAbilities } from '#src/kreis/server/policy.ts';
import { kontoAbilities } from '#src/konto/server/policy.ts';
import { loeschungAbilities } from '#src/loeschung/server/policy.ts';
import { nachrichtAbilities } from '#src/nachricht/server/policy.ts';
import { netzwerktreffenAbilities } from '#src/netzwerktreffen/server/policy.ts';
import { notizAbilities } from '#src/notiz/server/policy.ts';
import { notzugriffAbilities } from '#src/notzugriff/server/policy.ts';
import { oeffnungAbilities } from '#src/oeffnung/server/policy.ts';
import { papierAbilities } from '#src/papier/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';
import { protokollAbilities } from '#src/protokoll/server/policy.ts';
import { rechteAbilities } from '#src/rechte/server/policy.ts';
import { regelAbilities } from '#src/regel/server/policy.ts';
import { lageAbilities } from '#src/lage/server/policy.ts';
import { standortAbilities } from '#src/standort/server/policy.ts';
import { wartelisteAbilities } from '#src/warteliste/server/policy.ts';
import { zusteuerungAbilities } from '#src/zusteuerung/server/policy.ts';
import { stelleAbilities } from '#src/stelle/server/policy.ts';
import { tagAbilities } from '#src/tag/server/policy.ts';
import { sprechstundeAbilities } from '#src/sprechstunde/server/policy.ts';
import { terminAbilities } from '#src/termin/server/policy.ts';
import { beobachtungAbilities } from '#src/beobachtung/server/policy.ts';
import { vermittlungAbilities } from '#src/vermittlung/server/policy.ts';
import { vertretungAbilities } from '#src/vertretung/server/policy.ts';
import { uebergabeAbilities } from '#src/uebergabe/server/policy.ts';
import { uebernahmeAbilities } from '#src/uebernahme/server/policy.ts';
import { vereinbarungAbilities } from '#src/vereinbarung/server/policy.ts';
import { vordruckAbilities } from '#src/vordruck/server/policy.ts';

/** Which role holds which ability; what is not listed nobody may. */
export const abilities: Abilities = {
  offen: 'offen',
  angemeldet: 'angemeldet',
  ...kreisAbilities,
  ...ausgabeAbilities,
  ...regelAbilities,
  ...entwurfAbilities,
  ...fallAbilities,
  ...ersuchenAbilities,
  ...einwilligungAbilities,
  ...erstberatungAbilities,
  ...assessmentAbilities,
  ...aufenthaltAbilities,
  ...umfeldAbilities,
  ...beratungskontaktAbilities,
  ...aufgabeAbilities,
  ...notizAbilities,
  ...dokumentAbilities,
  ...hilfeplanAbilities,
  ...erfolgsberichtAbilities,
  ...lageAbilities,
  ...standortAbilities,
  ...wartelisteAbilities,
  ...zusteuerungAbilities,
  ...stelleAbilities,
  ...angebotAbilities,
  ...vereinbarungAbilities,
  ...netzwerktreffenAbilities,
  ...anfrageAbilities,
  ...vordruckAbilities,
  ...terminAbilities,
  ...sprechstundeAbilities,
  ...vertretungAbilities,
  ...vermittlungAbilities,
  ...beobachtungAbilities,
  ...papierAbilities,
  ...protokollAbilities,
  ...uebergabeAbilities,
  ...uebernahmeAbilities,
  ...auswertungAbilities,
  ...dubletteAbilities,
  ...begleitungAbilities,
  ...loeschungAbilities,
  ...nachrichtAbilities,
  ...oeffnungAbilities,
  ...notzugriffAbilities,
  ...rechteAbilities,
  ...kontoAbilities,
  ...tagAbilities,
};
