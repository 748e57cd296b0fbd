// Made by `npm run generate` from db/migrations; do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

/** Welche Migrationen gelaufen sind, mit Prüfsumme; eine gelaufene Migration wird nie mehr geändert. */
export interface Migration {
  /** Laufende Nummer aus dem Dateinamen. */
  nummer: number;
  name: string;
  /** SHA-256 der Datei. */
  hash: string;
  am: Generated<Date>;
}

/** Kreis oder kreisfreie Stadt; Teil jedes Schlüssels. */
export interface Kreis {
  id: string;
  /** Amtlicher Kreisschlüssel, fünf Ziffern. */
  ags: string;
  name: string;
  art: Generated<'kreis' | 'kreisfreie_stadt'>;
  demo: Generated<boolean>;
}

/** Kreisangehörige Kommune oder die kreisfreie Stadt selbst. */
export interface Kommune {
  kreis_id: string;
  /** Amtlicher Gemeindeschlüssel (AGS), acht Ziffern. */
  id: string;
  name: string;
  namensvariante: Generated<string[]>;
  /** Östliche Länge der Ortsmitte in Grad (WGS 84), für die schematische Karte. */
  laenge: number | null;
  /** Nördliche Breite der Ortsmitte in Grad (WGS 84). */
  breite: number | null;
}

/** Teil einer Kommune, etwa "Rheine links der Ems"; nicht aus dem AGS ableitbar. */
export interface Ortsteil {
  kreis_id: string;
  id: Generated<string>;
  kommune_id: string;
  name: string;
  namensvariante: Generated<string[]>;
}

/** Straßen eines Ortsteils; löst eine Anschrift in die Zuständigkeit unterhalb der Kommune auf. */
export interface OrtsteilStrasse {
  kreis_id: string;
  ortsteil_id: string;
  /** Straßenname ohne Hausnummer. */
  strasse: string;
  gueltig_ab: Generated<string>;
  gueltig_bis: string | null;
}

/** Zusammenfassung von Kommunen: Teilregion (Unna), Regionalgruppe (Steinfurt), Regionalbereich (Rheine). */
export interface Region {
  kreis_id: string;
  id: Generated<string>;
  slug: string;
  name: string;
  art: 'teilregion' | 'regionalgruppe' | 'regionalbereich';
  /** Große kreisangehörige Kommune mit eigener koordinierender Stelle. */
  eigene_koordination: Generated<boolean>;
}

/** Welche Kommune wann zu welcher Region gehört. */
export interface RegionKommune {
  kreis_id: string;
  region_id: string;
  kommune_id: string;
  gueltig_ab: Generated<string>;
  gueltig_bis: string | null;
}

/** Anstellungs- und Durchführungsträger: Verantwortlicher im Sinne der DSGVO und Mandant. */
export interface Traeger {
  kreis_id: string;
  id: Generated<string>;
  slug: string;
  name: string;
  /** Voller Name mit Rechtsform (e. V., gGmbH); "name" ist die Kurzform der Tabellen. */
  rechtsname: string;
  namensvariante: Generated<string[]>;
  art: 'kommune' | 'freier_traeger' | 'kreis';
}

/** Beratungsort eines Trägers. */
export interface Standort {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  kommune_id: string | null;
  name: string;
  anschrift: Generated<string>;
  art: Generated<'intern' | 'extern'>;
  /** Nummer für Ratsuchende, öffentlich. */
  telefon: Generated<string>;
  /** Funktionspostfach für Ratsuchende, öffentlich. */
  email: Generated<string>;
  /** Öffnungszeiten in Worten, wie sie veröffentlicht werden. */
  oeffnung: Generated<string>;
  /** Was für die Beratung außer Haus vorhanden ist (Konzept 4.1): laptop, mobiltelefon, transportbehaeltnis, schrank, drucker. */
  ausstattung: Generated<('laptop' | 'mobiltelefon' | 'transportbehaeltnis' | 'schrank' | 'drucker')[]>;
  fassung: Generated<number>;
}

/** Welcher Träger ist wo und wann für das Case Management zuständig (Vorlage 197/23: Rheine). */
export interface TraegerGebiet {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  kommune_id: string;
  ortsteil_id: string | null;
  gueltig_ab: string;
  /** Erster Tag, an dem die Zuordnung nicht mehr gilt; leer heißt offen. */
  gueltig_bis: string | null;
  quelle: Generated<string>;
}

/** Ausländer- und Einbürgerungsbehörden; eine Einbürgerungsbehörde kann der Ausländerbehörde angegliedert sein (Rheine). */
export interface Behoerde {
  kreis_id: string;
  id: Generated<string>;
  art: 'abh' | 'ebh';
  name: string;
  angegliedert_an: string | null;
}

/** Welche Ausländer- und welche Einbürgerungsbehörde für eine Kommune wann zuständig ist; die beiden Karten sind verschieden (Kreis Unna). */
export interface BehoerdeKommune {
  kreis_id: string;
  art: 'abh' | 'ebh';
  kommune_id: string;
  behoerde_id: string;
  gueltig_ab: Generated<string>;
  gueltig_bis: string | null;
}

/** Vertrag zwischen Kreis und Träger, je nach Kreis in anderer Form. */
export interface Vertrag {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  region_id: string | null;
  art: 'weiterleitungsvertrag' | 'vertrag' | 'refinanzierungsvereinbarung' | 'kooperationsvereinbarung';
  gueltig_ab: string;
  gueltig_bis: string | null;
}

/** Anteil einer Stelle je Baustein; Vertrag, Bescheid und Besetzung sind getrennte Tatsachen. */
export interface Stellenanteil {
  kreis_id: string;
  id: Generated<string>;
  baustein: number;
  /** Vertrag, Bescheid oder Besetzung: drei Tatsachen, die sich widersprechen dürfen. */
  ebene: 'vertrag' | 'bescheid' | 'besetzung';
  bezeichnung: string;
  traeger_id: string | null;
  behoerde_id: string | null;
  kommune_id: string | null;
  ortsteil_id: string | null;
  /** Vollzeitäquivalent in Hundertsteln (1,7 Stellen = 170), nie als Gleitkommazahl. */
  vzae_hundertstel: number;
  gueltig_ab: string;
  gueltig_bis: string | null;
  quelle: Generated<string>;
}

/** Fördersatz je Vollzeitäquivalent und Jahr. */
export interface Satz {
  kreis_id: string;
  art: 'personalkosten_je_vzae' | 'sachkosten_je_vzae';
  /** Ganze Cent. */
  betrag_cent: number;
  gueltig_ab: string;
  gueltig_bis: string | null;
  quelle: Generated<string>;
}

/** Von Behörden gemeldete Jahreszahlen (Baustein 3) mit Herkunft; nicht aus Fällen gezählt. */
export interface Aussenreihe {
  kreis_id: string;
  /** Welche Zahl die Behörde meldet. */
  reihe: 'aufenthalt_25a_25b' | 'einbuergerung';
  behoerde_id: string;
  /** Kalenderjahr. */
  jahr: number;
  wert: number;
  quelle: string;
  erfasst_am: Generated<Date>;
}

/** Werte, unter denen ein Kreis wählt, auch jene, die nicht mehr angeboten werden. */
export interface Codeliste {
  kreis_id: string;
  /** Zu welchem Merkmal oder Feld der Wert gehört. */
  liste: 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich' | 'zugang' | 'ergebnis' | 'abschlussgrund' | 'ruhegrund' | 'unterweg' | 'wohnform' | 'rechtskreis' | 'aufenthaltsgruppe' | 'kein_fall';
  /** Bleibt für immer; nur die Bezeichnung darf sich ändern. */
  code: string;
  bezeichnung: string;
  bezeichnung_en: string;
  /** Gemeinsamer Schlüssel aller Kreise, auf den der Wert abgebildet wird. */
  gemeinsam: string;
  /** Schreibweisen, die beim Einlesen denselben Wert bedeuten (Mazedonien = Nordmazedonien). */
  variante: Generated<string[]>;
  /** Reihenfolge in Auswahl und Tabelle. */
  rang: Generated<number>;
  gueltig_ab: Generated<string>;
  gueltig_bis: string | null;
}

/** Was sich je Kreis unterscheidet, mit Gültigkeit; ein Bericht nimmt die Regel seines Stichtags. */
export interface Regel {
  kreis_id: string;
  id: Generated<string>;
  /** Name der Regel im Regelregister der Anwendung. */
  schluessel: string;
  /** Wert in der Form, die das Regelregister für diesen Schlüssel vorgibt. */
  wert: unknown;
  gueltig_ab: string;
  gueltig_bis: string | null;
  begruendung: Generated<string>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Wer sich anmelden kann; gehört zu einem Kreis, Rollen kann es in mehreren haben. */
export interface Konto {
  kreis_id: string;
  id: Generated<string>;
  anmeldename: string;
  name: string;
  sprache: Generated<'de' | 'en'>;
  /** Konto der Demo-Kreise mit bekanntem Kennwort. */
  demo: Generated<boolean>;
  /** Seit wann die Anmeldung gesperrt ist; leer heißt offen. */
  gesperrt_am: Date | null;
  angelegt_am: Generated<Date>;
  /** Dienstliche Adresse für Hinweise ohne Inhalt; leer heißt: keine Mail. */
  email: string | null;
  /** Letzte vollständige Anmeldung; leer heißt: noch nie. */
  zuletzt_am: Date | null;
  /** Letzter Arbeitstag: vom Tag danach an ist das Konto gesperrt. */
  endet_am: string | null;
  /** Wann das Konto angelegt oder zuletzt entsperrt wurde; von hier an zählt, wie lange es ruht. */
  entsperrt_am: Generated<Date>;
  fassung: Generated<number>;
}

/** Kennwörter getrennt vom Konto, nur für lotse_anmeldung lesbar. */
export interface Kennwort {
  kreis_id: string;
  konto_id: string;
  /** argon2id */
  pruefwert: string;
  geaendert_am: Generated<Date>;
}

/** Rolle eines Kontos je Träger, Region oder Kreis, mit Gültigkeit; "uebernahme" ist die befristete Befugnis zum Einlesen. */
export interface Rolle {
  kreis_id: string;
  id: Generated<string>;
  /** Kreis des Kontos; die Rolle selbst gilt in kreis_id. */
  konto_kreis_id: string;
  konto_id: string;
  rolle: 'casemanager' | 'casemanager_abh' | 'koordination' | 'verwaltungsassistenz' | 'ki_leitung' | 'traegerleitung' | 'abh_ebh' | 'lenkungskreis' | 'controlling' | 'ministerium' | 'datenschutz' | 'administration' | 'uebernahme' | 'partner' | 'notzugriff';
  traeger_id: string | null;
  region_id: string | null;
  gueltig_ab: Generated<Date>;
  gueltig_bis: Date | null;
  /** Partnerstelle, für die ein Konto mit der Rolle "partner" Vermittlungen annimmt. */
  stelle_id: string | null;
  /** Wann zuletzt jemand bestätigt hat, dass die Rolle noch gebraucht wird. */
  geprueft_am: Generated<Date>;
  /** Anmeldedienst, aus dessen Angaben die Rolle folgt; leer heißt: von Hand erteilt. */
  anbieter_id: string | null;
}

/** Wer wen bei welchem Träger für welche Zeit vertritt. */
export interface Vertretung {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  vertritt_konto_id: string;
  traeger_id: string;
  gueltig_ab: string;
  gueltig_bis: string;
  abwesenheit_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Angemeldete Geräte; abgemeldet heißt gelöscht. */
export interface Sitzung {
  kreis_id: string;
  konto_id: string;
  /** SHA-256 des Sitzungsgeheimnisses; das Geheimnis selbst liegt nur im Browser. */
  pruefwert: string;
  /** Wie stark angemeldet wurde: 0 = Kennwort, der zweite Schritt steht aus; 1 = Kennwort allein; 2 = mit zweitem Faktor. */
  stufe: Generated<number>;
  angelegt_am: Generated<Date>;
  /** Letzter Gebrauch, auf die Minute genau. */
  zuletzt_am: Generated<Date>;
  /** Spätestes Ende, gleich wie oft sie gebraucht wird. */
  endet_am: Date;
  /** Kennung des Browsers, damit man die eigene Sitzung wiedererkennt. */
  geraet: Generated<string>;
  /** Wann zuletzt bewiesen wurde, wer davor sitzt; heikle Vorgänge verlangen, dass es eben erst war. */
  bestaetigt_am: Generated<Date>;
  /** Netzadresse, von der angemeldet wurde; nur das Konto selbst sieht sie. */
  adresse: Generated<string>;
  /** Falsche Antworten im zweiten Schritt; nach fünf ist die Anmeldung von vorn zu beginnen. */
  fehlversuche: Generated<number>;
}

/** Versuche der letzten Zeit, aus denen die Sperre folgt. */
export interface Anmeldeversuch {
  anmeldename: string;
  /** Netzadresse, von der der Versuch kam. */
  adresse: string;
  am: Generated<Date>;
  /** Falsch auch dann, wenn es das Konto nicht gibt. */
  gelungen: boolean;
  /** Kennung, damit genau dieser Versuch erlassen werden kann. */
  id: Generated<string>;
  /** Kurzer Prüfwert des bekannten Geräts, von dem er kam; leer: keines. Bekannte Geräte haben ihr eigenes Maß. */
  geraet: Generated<string>;
}

/** Schlüssel je Träger, verpackt mit dem Hauptschlüssel außerhalb der Datenbank. */
export interface TraegerSchluessel {
  kreis_id: string;
  traeger_id: string;
  schluessel_verpackt: Buffer;
  angelegt_am: Generated<Date>;
}

/** Die begleitete Person; nur mit Einwilligung, nur für den Träger, der sie begleitet. */
export interface Person {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  /** Wer den Fall führt; leer heißt: das Team des Trägers. */
  casemanager_id: string | null;
  einwilligung_id: string;
  familienname: string;
  vorname: Generated<string>;
  geburtsdatum: string | null;
  /** Namensteile in Suchform (DIN 91379), klein, ohne Zeichen. */
  suchform: string;
  /** Lautschlüssel der Namensteile gegen verschiedene Umschriften. */
  suchlaut: string;
  /** Schlüssel der Person, verpackt mit dem Schlüssel des Trägers; gelöscht heißt unlesbar, auch in Sicherungen. */
  schluessel_verpackt: Buffer;
  fassung: Generated<number>;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  /** Seit wann die Angaben gesperrt sind, weil die Einwilligung widerrufen ist; gesperrt heißt: niemand liest sie. */
  gesperrt_am: Date | null;
  /** Name in der Schrift der Herkunft, neben dem lateinischen nach DIN 91379. */
  name_original: string | null;
  /** Person, als deren zweiter Eintrag dieser erkannt wurde; lösbar, nichts wird dabei gelöscht. */
  aufgegangen_in: string | null;
  /** Schlüssel, unter denen mögliche Dubletten zu finden sind. */
  suchschluessel: Generated<string[]>;
  /** Seit wann nur die eigene Fachkraft die Person sieht, auch keine Vertretung und kein Team (§ 35 SGB I). */
  geschuetzt_am: Date | null;
  /** Warum: sie arbeitet selbst im KIM, gehört zu jemandem von dort, oder ist gefährdet. */
  geschuetzt_grund: 'mitarbeit' | 'angehoerig' | 'gefaehrdung' | null;
  /** Seit wann die Verarbeitung eingeschränkt ist (Art. 18 DSGVO): nur die eigene Case Manager*in liest, nichts geht hinaus. */
  eingeschraenkt_am: Date | null;
}

/** Unterschriebene Einwilligung: ohne sie kein Name (Konzept Kreis Unna 5.2). */
export interface Einwilligung {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  erteilt_am: string;
  /** Fassung des Vordrucks, der unterschrieben wurde. */
  textfassung: Generated<string>;
  /** Sprache des Vordrucks, ISO 639-3. */
  sprache: Generated<string>;
  widerrufen_am: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Unterschriebene Fassung; leer bei Einwilligungen auf älterem Papier. */
  vordruck_id: string | null;
  /** Wofür eingewilligt wurde; ohne Dokumentation gibt es keinen Namen. */
  zweck: Generated<string[]>;
  /** Wer beim Gespräch gedolmetscht hat. */
  dolmetschen: Generated<'kein' | 'ehrenamtlich' | 'professionell' | 'angehoerige'>;
  /** Wer für ein Kind oder eine betreute Person unterschrieben hat, versiegelt. */
  vertretung_id: string | null;
  /** Letzter Tag, wenn sie befristet ist; danach trägt sie weder Dokumentation noch Weitergabe. */
  ablauf_am: string | null;
  /** Wann eine neue an die Stelle der befristeten trat. */
  abgeloest_am: Date | null;
}

/** Versiegelter Freitext (Notiz, Bemerkung): AES-256-GCM unter dem Schlüssel der Person. */
export interface Geheimtext {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  siegel: Buffer;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
}

/** Fall im Case Management: in der Regel eine Person (Konzept Kreis Unna 2.2). Trägt keinen Namen. */
export interface Fall {
  kreis_id: string;
  id: Generated<string>;
  /** Fall-Nr. des Kreises: das Pseudonym, unter dem die Koordination den Fall sieht. */
  nummer: string;
  /** Träger, der den Fall heute hat; die Vergangenheit steht in fall_zustaendigkeit. */
  traeger_id: string;
  /** Wer den Fall heute führt; die Vergangenheit steht in fall_zustaendigkeit. */
  casemanager_id: string | null;
  person_id: string | null;
  kommune_id: string | null;
  ortsteil_id: string | null;
  /** Wie die Person kam, aus der Codeliste "zugang". */
  zugang: string | null;
  /** Erste Aufnahme; sie zählt zu den Gesamtfällen, gleich was der Status später ist. */
  aufgenommen_am: string;
  bemerkung_id: string | null;
  fassung: Generated<number>;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  /** Wie bei der Person; von ihr übernommen, damit der Fall nicht erst nach ihr fragen muss. */
  geschuetzt_am: Date | null;
  /** Tag, an dem die Person gelöscht wurde; die Zeile ist dann eine anonyme Tatsache, die nur noch gezählt wird. */
  geloescht_am: string | null;
}

/** Was eine Übernahme angelegt oder ersetzt hat; Grundlage der Rücknahme. */
export interface UebernahmeHerkunft {
  kreis_id: string;
  uebernahme_id: string;
  /** Tabelle, in der die Zeile liegt. */
  tabelle: string;
  zeile_id: string;
  art: 'angelegt' | 'ersetzt' | 'geaendert';
  /** Versiegelter Stand der Zeile vor der Änderung. */
  vorher: Buffer | null;
}

/** Merkmale für die Auswertung, mit Gültigkeit; kein Eintrag heißt ohne Angabe. */
export interface FallMerkmal {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  merkmal: 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich' | 'personen' | 'fokusgruppe' | 'rechtskreis' | 'aufenthaltsgruppe';
  /** Code aus der Codeliste des Merkmals; bei "personen" die Zahl der Personen, die zum Fall gehören, ihn selbst mitgezählt. */
  wert: string;
  gueltig_ab: string;
  gueltig_bis: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  ersetzt_am: Date | null;
}

/** Statusgeschichte. "inaktiv" ist kein Status, sondern ein Wort der Berichte: ruhend oder abgeschlossen. */
export interface FallStatus {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  status: 'aktiv' | 'ruhend' | 'abgeschlossen';
  /** Code aus der Codeliste "abschlussgrund" oder "ruhegrund". */
  grund: string | null;
  /** Bei "aufnahme" entscheidet die Regel des Kreises, ob der Fall noch aktiv ist; "hand" und "uebernahme" gelten, wie sie gesetzt sind. */
  herkunft: 'aufnahme' | 'hand' | 'uebernahme';
  begruendung_id: string | null;
  gueltig_ab: string;
  gueltig_bis: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Wechsel von einem Träger zum anderen, einzeln oder gesammelt; daraus entsteht die Fußnote der Tabellen (Vorlage 197/23). */
export interface Uebergabe {
  kreis_id: string;
  id: Generated<string>;
  von_traeger_id: string;
  an_traeger_id: string;
  /** Erster Tag, an dem der neue Träger zuständig ist. */
  wirksam_am: string;
  grund: 'zustaendigkeit' | 'umzug' | 'wunsch' | 'traegerwechsel' | 'sonstiges';
  /** Tag, an dem die Klient*innen zugestimmt haben. */
  zustimmung_am: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Wer den Fall wann hatte. Gezählt wird beim Träger, der ihn am Stichtag hat (Vorlage 197/23). */
export interface FallZustaendigkeit {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  traeger_id: string;
  /** Wer den Fall in dieser Zeit führte. */
  casemanager_id: string | null;
  /** Wodurch die Zuständigkeit begann. */
  anlass: 'aufnahme' | 'uebergabe' | 'zuweisung';
  uebergabe_id: string | null;
  gueltig_ab: string;
  gueltig_bis: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Beratungskontakt in einem Fall; eine Berichtigung ist eine neue Fassung. */
export interface Beratungskontakt {
  kreis_id: string;
  id: Generated<string>;
  fassung: Generated<number>;
  fall_id: string;
  /** Träger, der beraten hat; bleibt nach einer Übergabe. */
  traeger_id: string;
  /** Wer beraten hat. */
  casemanager_id: string | null;
  /** Tag des Kontakts. */
  am: string;
  /** Nur qualifizierte Kontakte halten einen Fall aktiv (Konzept Kreis Unna 2.2). */
  qualifiziert: boolean;
  format: 'persoenlich' | 'telefon' | 'video' | 'schriftlich' | 'begleitung';
  /** Art des Ortes, nicht die Anschrift. */
  ort: 'buero' | 'extern' | 'privathaushalt' | 'kein';
  /** Dauer ohne Dokumentation. */
  dauer_minuten: number | null;
  /** Sprache des Gesprächs, ISO 639-3. */
  sprache: string | null;
  dolmetschen: Generated<'kein' | 'ehrenamtlich' | 'professionell' | 'angehoerige'>;
  lebensbereich: Generated<string[]>;
  notiz_id: string | null;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Sonstiger Beratungskontakt ohne Aufnahme: anonym, nur gezählt (Vorlage 197/23). */
export interface SonstigerKontakt {
  kreis_id: string;
  id: Generated<string>;
  fassung: Generated<number>;
  traeger_id: string;
  kommune_id: string | null;
  /** Tag des Kontakts. */
  am: string;
  zugang: string | null;
  /** Code aus der Codeliste "ergebnis". */
  ergebnis: string | null;
  lebensbereich: Generated<string[]>;
  uebernahme_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
  anfrage_id: string | null;
  format: 'persoenlich' | 'telefon' | 'video' | 'schriftlich' | 'begleitung' | null;
  /** Art des Ortes, nicht die Anschrift. */
  ort: 'buero' | 'extern' | 'privathaushalt' | 'kein' | null;
  /** Dauer ohne Dokumentation. */
  dauer_minuten: number | null;
}

/** Jede Änderung, ohne Inhalt und ohne Namen. */
export interface Ereignis {
  kreis_id: string;
  id: GeneratedAlways<number>;
  am: Generated<Date>;
  /** Wer handelte; leer, wenn es kein Konto war. */
  konto_id: string | null;
  /** Was geschah, als Schlüssel, etwa "fall.aufgenommen". */
  art: string;
  /** Art des Gegenstands, etwa "fall". */
  gegenstand: string;
  /** Kennung des Gegenstands; ohne Fremdschlüssel, damit das Ereignis eine Löschung überdauert. */
  gegenstand_id: string | null;
  /** Schlüssel, Tage und Zahlen, nie Namen oder Text. */
  daten: Generated<unknown>;
  /** Netzadresse, von der gehandelt wurde; leer bei der Kommandozeile. */
  adresse: Generated<string>;
}

/** Jedes Lesen einer benannten Person: ohne Eintrag keine Antwort. */
export interface Lesezugriff {
  kreis_id: string;
  id: GeneratedAlways<number>;
  am: Generated<Date>;
  konto_id: string;
  /** Alle Personen, die in der Antwort standen. */
  person_id: string[];
  /** Name des Vorgangs, etwa "fall.get". */
  vorgang: string;
  /** Wozu gelesen wurde, wenn nicht an eigenen Fällen: "vertretung", "oeffnung" oder "notzugriff". Leer heißt: eigene Fälle oder das Team. */
  zweck: 'vertretung' | 'oeffnung' | 'notzugriff' | null;
  /** Netzadresse, von der gelesen wurde; leer bei der Kommandozeile. */
  adresse: Generated<string>;
}

/** Antworten auf Schreibvorgänge, damit ein wiederholtes Absenden nichts doppelt anlegt. */
export interface Idempotenz {
  kreis_id: string;
  konto_id: string;
  /** Vom Browser gewählt, wenn das Formular aufgeht. */
  schluessel: string;
  /** Methode und Pfad. */
  vorgang: string;
  /** Prüfsumme der Anfrage: derselbe Schlüssel mit anderem Inhalt wird abgelehnt. */
  anfrage_pruefwert: string;
  /** Versiegelte Antwort. */
  antwort_siegel: Buffer | null;
  am: Generated<Date>;
}

/** Nichts Getipptes geht verloren: Entwurf je Formular und Konto, versiegelt. */
export interface Entwurf {
  kreis_id: string;
  konto_id: string;
  formular: string;
  /** Worauf sich das Formular bezieht, etwa die Fall-Kennung; leer bei einem neuen Fall. */
  bezug: Generated<string>;
  siegel: Buffer;
  geaendert_am: Generated<Date>;
}

/** Gespeicherte Ansicht der Fallliste eines Kontos. */
export interface Ansicht {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  name: string;
  /** Filter und Sortierung, ohne Namen von Personen. */
  filter: unknown;
}

/** Zuordnung der Spalten einer Arbeitsmappe, die ein Kreis wiederverwendet. */
export interface UebernahmeProfil {
  kreis_id: string;
  id: Generated<string>;
  name: string;
  /** Blatt, Kopfzeile und Feld je Spalte. */
  zuordnung: unknown;
  geaendert_am: Generated<Date>;
}

/** Ein Lauf: eine eingelesene Datei mit Bericht, als Ganzes rücknehmbar. */
export interface Uebernahme {
  kreis_id: string;
  id: Generated<string>;
  /** Name der Datei ohne Pfad. */
  datei_name: string;
  /** SHA-256 der Datei; die Datei selbst wird nicht aufgehoben. */
  datei_pruefwert: string;
  /** Name des Profils, mit dem eingelesen wurde. */
  profil: Generated<string>;
  region_id: string | null;
  /** Zahlen und abgelehnte Zellen (Blatt, Zeile, Spalte, Code), ohne Zellinhalte. */
  bericht: unknown;
  konto_id: string | null;
  am: Generated<Date>;
  /** Wann der Lauf zurückgenommen wurde; leer heißt: er gilt. */
  zurueckgenommen_am: Date | null;
  zurueckgenommen_von: string | null;
}

/** Zuletzt eingelesene Zeile je Fall, versiegelt unter dem Schlüssel der Person. */
export interface UebernahmeStand {
  kreis_id: string;
  fall_id: string;
  uebernahme_id: string;
  /** HMAC der Zeile: gleiche Zeile, nichts zu tun, ohne das Siegel zu öffnen. */
  pruefwert: Buffer;
  /** Angaben der Zeile als JSON, AES-256-GCM unter dem Schlüssel der Person. */
  siegel: Buffer;
}

/** Partnerstelle: steuert zu, nimmt Verweise an, kann Empfängerin einer Schweigepflichtsentbindung sein. */
export interface Stelle {
  kreis_id: string;
  id: Generated<string>;
  name: string;
  art: 'abh' | 'ebh' | 'sozialverwaltung' | 'jobcenter' | 'arbeitsagentur' | 'jugendamt' | 'schule' | 'kita' | 'migrationsberatung' | 'fachberatung' | 'gesundheit' | 'ehrenamt' | 'wohnen' | 'kommunales_team' | 'sonstige';
  kommune_id: string | null;
  /** Dienstlicher Kontakt der Stelle, keine Klient*innen. */
  ansprechpartner: Generated<string>;
  /** Dienstliche Nummer. */
  telefon: Generated<string>;
  /** Dienstliche Adresse. */
  email: Generated<string>;
  /** Vereinbarter Weg der Zusteuerung, etwa "nach Absprache im gemeinsamen Termin". */
  weg: Generated<string>;
  /** Tag der Vereinbarung; leer heißt: noch nicht vereinbart. */
  vereinbart_am: string | null;
  /** Steht in der Auswahl der zusteuernden Stellen. */
  zugesteuert: Generated<boolean>;
  gueltig_ab: Generated<string>;
  gueltig_bis: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
}

/** Vereinbarte Regel der Zusteuerung: wer unter diesen Bedingungen zuständig ist (Rheine: städtische Übergangswohnung an Team Beratung). */
export interface Zusteuerung {
  kreis_id: string;
  id: Generated<string>;
  /** Haben alle Fassungen derselben Regel gemeinsam. */
  reihe_id: Generated<string>;
  /** Die kleinste passende Zahl gilt. */
  rang: Generated<number>;
  /** Satz, der als Grund gezeigt wird. */
  bezeichnung: string;
  kommune_id: string | null;
  ortsteil_id: string | null;
  /** Code der Codeliste "zugang"; leer heißt jeder. */
  zugang: string | null;
  /** Code der Codeliste "wohnform"; leer heißt jede. */
  wohnform: string | null;
  /** Einfaches Anliegen oder komplexer Bedarf; leer heißt beides. */
  bedarf: 'einfach' | 'komplex' | null;
  /** Träger und Stelle leer heißt: das Case Management, das am Ort zuständig ist. */
  an_traeger_id: string | null;
  an_standort_id: string | null;
  an_stelle_id: string | null;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Ereignis von außen, das die Arbeit belastet (Krieg, Schließung einer Unterbringung), mit Tag; erklärt Sprünge in den Zahlen. */
export interface Lage {
  kreis_id: string;
  id: Generated<string>;
  /** Erster Tag. */
  am: string;
  /** Letzter Tag, wenn bekannt. */
  bis: string | null;
  bezeichnung: string;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Anteil der Beratungsstunden eines Trägers an einem Standort; die Anteile eines Trägers ergeben zusammen 100 %. */
export interface Stundenanteil {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  standort_id: string;
  /** Ganze Prozent. */
  prozent: number;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Raum eines Standorts für Beratungen. */
export interface Raum {
  kreis_id: string;
  id: Generated<string>;
  standort_id: string;
  name: string;
  /** Ungestört und vertraulich, wie das Konzept es verlangt (2.2). */
  geschuetzt: Generated<boolean>;
}

/** Anfrage vor der Einwilligung, ohne Namen: vom ersten Anklopfen bis zu Verweis, Kurzberatung oder Fall. */
export interface Anfrage {
  kreis_id: string;
  id: Generated<string>;
  /** Nummer der Anfrage, etwa A-2026-0012; steht auf dem Terminzettel statt eines Namens. */
  nummer: string;
  traeger_id: string;
  standort_id: string | null;
  casemanager_id: string | null;
  /** Tag, an dem angeklopft wurde; eine Weiterleitung behält ihn. */
  eingegangen_am: string;
  zugang: string | null;
  /** Code der Codeliste "unterweg": Aushang, Flyer, Mundpropaganda. */
  unterweg: string | null;
  /** Wer zugesteuert hat. */
  stelle_id: string | null;
  kommune_id: string | null;
  ortsteil_id: string | null;
  /** Code der Codeliste "wohnform"; entscheidet in manchen Orten über die Zuständigkeit. */
  wohnform: string | null;
  /** Eilig: dann gelten drei Werktage. */
  dringlich: Generated<boolean>;
  sprache: string | null;
  /** Es wird jemand zum Dolmetschen gebraucht. */
  dolmetschen: Generated<boolean>;
  /** Worum es geht, aus der Liste der Lebensbereiche. */
  lebensbereich: Generated<string[]>;
  /** Hinweise der Negativliste, die zutreffen; sie raten, sie verbieten nicht. */
  kein_fall: Generated<string[]>;
  /** Warum dieser Träger zuständig ist: Satz der Regel oder Schlüssel der Gebietszuordnung. */
  zustaendig_grund: Generated<string>;
  /** Letzter Tag für den ersten Termin: zwei Wochen, eilig drei Werktage (Konzept 4.1). */
  frist_am: string;
  /** Wo die Anfrage steht. */
  stand: Generated<'offen' | 'in_beratung' | 'warteliste' | 'abgeschlossen'>;
  /** Womit sie endete. */
  ausgang: 'erledigt' | 'verwiesen' | 'weitergeleitet' | 'aufgenommen' | 'nicht_erschienen' | 'zurueckgezogen' | null;
  /** Tag, an dem sie endete. */
  abgeschlossen_am: string | null;
  /** Stelle des Verweises. */
  verwiesen_an: string | null;
  /** Erst nach unterschriebener Einwilligung. */
  person_id: string | null;
  /** Fall, der aus ihr wurde, oder aus dem sie durch Rückstufung entstand. */
  fall_id: string | null;
  /** Anfrage, aus der diese durch Weiterleitung oder Rückstufung entstand. */
  vorige_id: string | null;
  /** Tag, an dem auf die Frage nach der Umwandlung mit "weiter als Kurzberatung" geantwortet wurde. */
  weiter_am: string | null;
  /** Kontakte bei dieser Antwort; erst mehr davon fragt wieder. */
  weiter_kontakte: number | null;
  /** Bedarfe bei dieser Antwort; erst mehr davon fragt wieder. */
  weiter_bedarfe: number | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Wie bei der Person, zu der sie wurde. */
  geschuetzt_am: Date | null;
  /** Wie in fall. */
  geloescht_am: string | null;
}

/** Letzte vergebene Nummer der Anfragen eines Kreises und Jahres. */
export interface AnfrageNummer {
  kreis_id: string;
  /** Kalenderjahr der Nummer. */
  jahr: number;
  /** Laufende Zahl der letzten Anfrage. */
  letzte: number;
}

/** Beratungstiefe mit Gültigkeit: Information, Verweis, Kurzberatung, Case Management (Konzept 2.2). */
export interface AnfrageTiefe {
  kreis_id: string;
  id: Generated<string>;
  anfrage_id: string;
  /** Stufe der Beratung in dieser Zeit. */
  tiefe: 'information' | 'verweis' | 'kurzberatung' | 'case_management';
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Wer wartet, weil kein Platz frei oder die Fachkraft lange fort ist (Konzept 4.1); Reihenfolge nach Dringlichkeit und Tag. */
export interface Warteliste {
  kreis_id: string;
  id: Generated<string>;
  anfrage_id: string;
  traeger_id: string;
  grund: 'auslastung' | 'abwesenheit';
  /** Tag, seit dem gewartet wird. */
  eingetragen_am: string;
  /** Stelle, die in der Zwischenzeit hilft. */
  verwiesen_an: string | null;
  /** Tag der Einladung, als ein Platz frei wurde. */
  eingeladen_am: string | null;
  /** Tag, an dem das Warten endete. */
  ausgetragen_am: string | null;
  /** Womit das Warten endete. */
  ausgang: 'eingeladen' | 'aufgenommen' | 'verzichtet' | 'anderweitig' | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Text zum Unterschreiben oder Aushändigen, je Träger, in Fassungen; maßgeblich ist der deutsche Text. */
export interface Vordruck {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  art: 'einwilligung' | 'datenschutzinformation' | 'entbindung';
  fassung: number;
  /** Entwurf, freigegeben oder von einer neuen Fassung abgelöst. */
  stand: Generated<'entwurf' | 'freigegeben' | 'abgeloest'>;
  /** Titel, Abschnitte und Auswahl in der Form, die src/vordruck vorgibt. */
  inhalt: unknown;
  /** Was für {traeger}, {anschrift} und {datenschutz} eingesetzt wird; gehört zur Fassung, damit Unterschriebenes lesbar bleibt. */
  angabe: Generated<unknown>;
  /** Zählt die Änderungen des Entwurfs, damit zwei Bearbeitungen einander nicht überschreiben. */
  bearbeitung: Generated<number>;
  /** Ab wann der Text gilt; danach unveränderlich. */
  freigegeben_am: Date | null;
  /** Konto, das freigab; leer bei Texten, die mit der Einrichtung kamen. */
  freigegeben_von: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Übersetzung einer Fassung; ein Entwurf, bis ein Mensch beim Träger sie freigibt. */
export interface VordruckUebersetzung {
  kreis_id: string;
  vordruck_id: string;
  sprache: string;
  /** Jede Änderung ist eine neue Zeile: Was beim Unterschreiben vorlag, bleibt lesbar. */
  bearbeitung: Generated<number>;
  /** Entwürfe drucken "Übersetzung ungeprüft, maßgeblich ist der deutsche Text". */
  stand: Generated<'entwurf' | 'freigegeben'>;
  /** Gleicher Aufbau wie der deutsche Text. */
  inhalt: unknown;
  /** Wann die Übersetzung freigegeben wurde. */
  freigegeben_am: Date | null;
  /** Konto, das die Prüfung bestätigt hat. */
  freigegeben_von: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Datei zu einer Person, versiegelt unter ihrem Schlüssel; Art und Größe am Inhalt geprüft. */
export interface Anhang {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  /** Am Inhalt erkannt, nicht am Namen der Datei. */
  medientyp: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** Bytes vor dem Versiegeln. */
  groesse: number;
  siegel: Buffer;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Entbindung von der Schweigepflicht: genau eine Empfängerin, ein Zweck, ein Inhalt, eine Frist. */
export interface Entbindung {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  /** Träger, der sprechen darf; nach einer Übergabe gilt sie dem neuen nicht. */
  traeger_id: string;
  stelle_id: string;
  /** Wozu gesprochen werden darf. */
  zweck: 'vermittlung' | 'fallkonferenz' | 'kurzer_draht' | 'uebergabe' | 'rueckmeldung';
  /** Worüber gesprochen werden darf: kontaktdaten, aufenthalt, leistungen, arbeit, wohnen, bildung, familie, gesundheit, hilfeplan. */
  inhalt: string[];
  /** Ob wir ihr, sie uns oder beide einander Auskunft geben dürfen. */
  richtung: 'an' | 'von' | 'beide';
  gueltig_ab: string;
  /** Erster Tag, an dem sie nicht mehr gilt. */
  gueltig_bis: string;
  widerrufen_am: string | null;
  vordruck_id: string | null;
  /** Sprache des unterschriebenen Vordrucks, ISO 639-3. */
  sprache: Generated<string>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Unterschrift unter einen bestimmten Text: Striche oder Scan, mit Zeit und Prüfsumme des Textes. */
export interface Unterschrift {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  /** Was unterschrieben wurde. */
  gegenstand: 'einwilligung' | 'entbindung' | 'hilfeplan';
  /** Einwilligung, Entbindung oder Fassung des Hilfeplans. */
  gegenstand_id: string;
  /** Wer unterschrieben hat. */
  rolle: 'klient' | 'vertretung' | 'fachkraft';
  /** Auf dem Bildschirm oder auf Papier. */
  form: 'bildschirm' | 'papier';
  /** Zeitpunkt der Unterschrift. */
  am: Generated<Date>;
  /** SHA-256 des Textes, der unterschrieben wurde. */
  text_pruefwert: Buffer;
  /** Dieser Text selbst, versiegelt: eine ungeprüfte Übersetzung kann sich später ändern. */
  text_siegel: Buffer | null;
  /** Striche mit Zeit und Druck, versiegelt unter dem Schlüssel der Person. */
  strich_siegel: Buffer | null;
  anhang_id: string | null;
  erfasst_von: string | null;
}

/** Ausgehändigte Datenschutzinformation: Tag, Fassung und Sprache (Konzept 5.1). */
export interface Aushaendigung {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  vordruck_id: string;
  /** ISO 639-3. */
  sprache: string;
  /** Tag der Aushändigung. */
  am: string;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Was aufgrund einer Entbindung an wen ging; vorbereitete werden beim Widerruf gestoppt. */
export interface Weitergabe {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  entbindung_id: string;
  /** Arten von Angaben; nie mehr, als die Entbindung nennt. */
  inhalt: string[];
  /** Papier, Gespräch oder Datei. */
  form: 'papier' | 'gespraech' | 'datei';
  /** Der Text der Weitergabe, versiegelt. */
  text_id: string | null;
  /** Vorbereitet, gegeben oder gestoppt. */
  stand: Generated<'vorbereitet' | 'gegeben' | 'gestoppt'>;
  /** Wann sie geschrieben wurde. */
  vorbereitet_am: Generated<Date>;
  /** Wann sie das Haus verließ. */
  gegeben_am: Date | null;
  /** Wann der Widerruf sie aufhielt. */
  gestoppt_am: Date | null;
  erfasst_von: string | null;
}

/** Erstberatung mit Screening-Bogen (Konzept 2.2): Vorschlag der Regel und Entscheidung der Fachkraft. */
export interface Erstberatung {
  kreis_id: string;
  id: Generated<string>;
  anfrage_id: string;
  traeger_id: string;
  casemanager_id: string;
  /** Tag des Gesprächs. */
  am: string;
  /** Dauer ohne Dokumentation. */
  dauer_minuten: number | null;
  /** Wer gedolmetscht hat. */
  dolmetschen: Generated<'kein' | 'ehrenamtlich' | 'professionell' | 'angehoerige'>;
  person_id: string | null;
  /** Einschätzung und Hilfen je Lebensbereich und Sprache, nur Codes und nur, solange es keine Person gibt; danach steht alles versiegelt im Bogen. */
  bedarf: unknown;
  /** Der ganze Bogen, versiegelt unter dem Schlüssel der Person. */
  bogen_id: string | null;
  /** Was die Regel des Kreises vorschlägt. */
  vorschlag: 'information' | 'verweis' | 'kurzberatung' | 'case_management';
  /** Schlüssel des Grundes, etwa "schwelle" oder "schwere_ausnahme". */
  vorschlag_grund: string;
  /** Was die Fachkraft entschieden hat; leer, solange offen. */
  entscheidung: 'information' | 'verweis' | 'kurzberatung' | 'case_management' | null;
  /** Kurzer Grund, wenn die Entscheidung vom Vorschlag abweicht und es keine Person gibt; sonst steht er im Bogen. */
  abweichung_code: string | null;
  /** Letzter Tag für den Folgetermin: sechs Wochen, wenn der Bedarf nicht erledigt ist (Konzept 2.2). */
  folgetermin_bis: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Was sich an der Lage einer Person ändert: Aufenthaltstitel mit Ablauf, Rechtskreise, Leistungsbezug, Sprachen, Deutschniveau, Einreise, Haushalt. */
export interface PersonMerkmal {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  merkmal: 'aufenthaltstitel' | 'aufenthaltsgruppe' | 'rechtskreis' | 'leistungsbezug' | 'sprache' | 'deutsch' | 'einreise' | 'haushalt';
  /** Code; einen Wert für unerlaubten Aufenthalt gibt es nicht (§ 87 AufenthG). */
  wert: string;
  /** Letzter Gültigkeitstag des Titels. */
  laeuft_ab_am: string | null;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Offene Sprechstunde, Sprachcafé oder Stadtteilarbeit: wöchentlich, ohne Termin. */
export interface Sprechstunde {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  standort_id: string;
  casemanager_id: string | null;
  art: 'sprechstunde' | 'sprachcafe' | 'stadtteilarbeit';
  /** 1 = Montag bis 7 = Sonntag. */
  wochentag: number;
  /** Beginn, Ortszeit. */
  von: string;
  /** Ende, Ortszeit. */
  bis: string;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Ausgefallene Sprechstunde, damit Ratsuchende kurzfristig davon und vom nächsten Termin erfahren. */
export interface SprechstundeAusfall {
  kreis_id: string;
  sprechstunde_id: string;
  /** Tag, der ausfällt. */
  am: string;
  /** Grober Grund ohne Auskunft über Menschen; ob jemand krank ist, steht nirgends. */
  grund: 'abwesenheit' | 'veranstaltung' | 'raum' | 'sonstiges';
  /** Ersatztag; leer heißt: der nächste regelmäßige. */
  ersatz_am: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Termin einer Fachkraft; der Kalender des Teams zeigt Nummern, keine Namen. */
export interface Termin {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  casemanager_id: string;
  standort_id: string | null;
  raum_id: string | null;
  art: 'beratung' | 'aufsuchend' | 'begleitung' | 'folgetermin' | 'intern';
  /** Beginn als Zeitpunkt; gezeigt in Europe/Berlin. */
  beginn: Date;
  /** Ende als Zeitpunkt. */
  ende: Date;
  anfrage_id: string | null;
  fall_id: string | null;
  /** Sprache, für die jemand dolmetschen soll, ISO 639-3. */
  dolmetschen: string | null;
  /** Zusage der Dolmetscherin liegt vor. */
  dolmetschen_bestaetigt: Generated<boolean>;
  /** Begleitung nur, wo es kein Angebot gibt oder es erst entsteht (Konzept 4.1). */
  begleitung_grund: 'kein_angebot' | 'im_aufbau' | null;
  /** Gemeinsamer Termin mit einer Stelle, etwa bei einer Zusteuerung. */
  mit_stelle_id: string | null;
  /** Was aus dem Termin wurde. */
  stand: Generated<'geplant' | 'stattgefunden' | 'nicht_erschienen' | 'abgesagt'>;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Wie bei der Person, um die es geht: dann sieht nur die eigene Fachkraft den Termin. */
  geschuetzt_am: Date | null;
}

/** Wann eine Fachkraft fort ist; das Team sieht, dass, die Art nur sie selbst. */
export interface Abwesenheit {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  traeger_id: string;
  /** Erster Tag. */
  von: string;
  /** Letzter Tag. */
  bis: string;
  art: 'urlaub' | 'krankheit' | 'fortbildung' | 'sonstiges';
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Geheimer Link zum eigenen Kalender in anderen Programmen; ohne Namen und Orte von Klient*innen. */
export interface KalenderAbo {
  kreis_id: string;
  konto_id: string;
  /** SHA-256 des Geheimnisses im Link. */
  pruefwert: string;
  erfasst_am: Generated<Date>;
}

/** Nachricht an ein Konto: was geschah und wo man hinsieht, ohne Namen und Inhalt. */
export interface Nachricht {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  /** Schlüssel des Textes, etwa "anfrage.weitergeleitet". */
  art: string;
  /** Art des Gegenstands, zu dem die Nachricht führt. */
  gegenstand: string | null;
  /** Kennung des Gegenstands. */
  gegenstand_id: string | null;
  /** Schlüssel, Tage und Nummern. */
  daten: Generated<unknown>;
  /** Wann sie geöffnet wurde. */
  gelesen_am: Date | null;
  /** Wann der Hinweis per Mail hinausging. */
  mail_am: Date | null;
  /** Warum er nicht hinausging: Schlüssel, keine Adresse. */
  mail_fehler: string | null;
  erfasst_am: Generated<Date>;
}

/** HMAC über Name und Geburtsdatum in Varianten; ohne den Schlüssel der Installation nicht nachzurechnen. */
export interface Begleitungscode {
  kreis_id: string;
  person_id: string;
  /** HMAC-SHA-256. */
  code: Buffer;
}

/** Mögliche doppelte Begleitung durch zwei Träger; die Koordination vermittelt (Konzept 4.3). */
export interface Doppelbetreuung {
  kreis_id: string;
  id: Generated<string>;
  /** Konto, dessen Prüfung anschlug. */
  gefragt_von: string;
  fragende_traeger_id: string;
  fragende_person_id: string;
  andere_traeger_id: string;
  andere_person_id: string;
  /** Was die Klärung ergab. */
  stand: Generated<'offen' | 'verschieden' | 'eine_begleitung' | 'federfuehrung'>;
  /** Wer die Federführung hat; bei "eine_begleitung", wer allein weiter begleitet. */
  federfuehrung_traeger_id: string | null;
  /** Lebensbereiche, um die sich der fragende Träger kümmert. */
  fragende_aufgaben: Generated<string[]>;
  /** Lebensbereiche, um die sich der andere Träger kümmert. */
  andere_aufgaben: Generated<string[]>;
  erfasst_am: Generated<Date>;
  /** Wann die Klärung feststand. */
  geklaert_am: Date | null;
  /** Wer sie festgehalten hat. */
  geklaert_von: string | null;
}

/** Jede blinde Prüfung auf doppelte Begleitung: wer, wann, ob sie anschlug; Grundlage der Mengengrenze. */
export interface Abgleich {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  /** Zeitpunkt. */
  am: Generated<Date>;
  /** Ob sie anschlug. */
  treffer: boolean;
  /** Ob das Konto eine Antwort bekam; nach einer Namensänderung und über der Mengengrenze erfährt nur die Koordination davon. */
  beantwortet: boolean;
}

/** Zwei ähnliche Einträge, die ein Mensch für verschiedene Personen hält. */
export interface PersonVerschieden {
  kreis_id: string;
  person_id: string;
  andere_id: string;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Vorschlag, zwei Einträge als eine Person zu führen; gilt erst, wenn eine zweite Fachkraft zustimmt, und lässt sich lösen. */
export interface Zusammenfuehrung {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  /** Eintrag, der bleibt. */
  bleibt_id: string;
  /** Eintrag, der in ihm aufgeht. */
  geht_auf_id: string;
  /** Vorgeschlagen, zusammengeführt, abgelehnt, vom Vorschlagenden zurückgezogen oder wieder gelöst. */
  stand: Generated<'vorgeschlagen' | 'zusammengefuehrt' | 'abgelehnt' | 'zurueckgezogen' | 'geloest'>;
  /** Ähnlichkeit am Tag des Vorschlags, 0 bis 100. */
  punkte: number;
  /** Worin sich die Einträge gleichen: Schlüssel, keine Namen. */
  gruende: string[];
  /** Wer vorgeschlagen hat. */
  vorgeschlagen_von: string;
  /** Wann vorgeschlagen. */
  vorgeschlagen_am: Generated<Date>;
  /** Wer entschieden hat; nie dieselbe Person. */
  entschieden_von: string | null;
  /** Wann entschieden. */
  entschieden_am: Date | null;
  /** Wann wieder gelöst oder zurückgezogen. */
  geloest_am: Date | null;
  /** Wer gelöst oder zurückgezogen hat. */
  geloest_von: string | null;
}

/** Angebot einer Partnerstelle im Sozialraum: was, für wen, wo, mit welchen Plätzen; keine Klient*innen. */
export interface Angebot {
  kreis_id: string;
  id: Generated<string>;
  /** Anbietende Partnerstelle. */
  stelle_id: string;
  name: string;
  /** Was angeboten wird, in Worten. */
  beschreibung: Generated<string>;
  /** Art des Partners im Sozialraum (Konzept 1): vom Wohn- und Arbeitsmarkt über das Gesundheitssystem bis zum Vereinswesen. */
  art: 'wohnen' | 'arbeit' | 'gesundheit' | 'beratung' | 'amt' | 'bildung' | 'sprachkurs' | 'kinderbetreuung' | 'ehrenamt' | 'verein' | 'arbeitgeberservice' | 'sonstige';
  /** Beratungsansatz, aus dem das Angebot kommt; leer heißt: keine Beratung. */
  beratungsansatz: 'sgb_ii' | 'sgb_iii' | 'sgb_viii' | 'sgb_xii' | 'mbe' | 'jmd' | 'fluechtlingsberatung' | 'kommunal' | 'fachberatung' | 'sonstige' | null;
  /** Die Stelle führt selbst Fälle (SGB II, III, VIII, MBE, JMD): dorthin wird nur vermittelt, die Ergebnisse laufen im KIM wieder zusammen. */
  eigenes_fallmanagement: Generated<boolean>;
  /** Für wen es da ist: die Kommune, die Kommunen aus angebot_kommune, oder der ganze Kreis. */
  ebene: 'kommunal' | 'teilregional' | 'kreisweit';
  /** Kommune, in der es stattfindet. */
  kommune_id: string | null;
  /** Codes der Codeliste "lebensbereich". */
  lebensbereich: Generated<string[]>;
  /** Codes der Codeliste "rechtskreis"; leer heißt: an keinen gebunden. */
  rechtskreis: Generated<string[]>;
  /** Leer heißt: für alle. */
  zielgruppe: Generated<('kinder' | 'jugendliche' | 'junge_erwachsene' | 'erwachsene' | 'senioren' | 'frauen' | 'maenner' | 'familien' | 'alleinerziehende' | 'lsbtiq' | 'behinderung' | 'gefluechtete' | 'eu_zugewanderte' | 'fachkraefte' | 'arbeitgeber')[]>;
  /** ISO 639-3, in denen beraten oder unterrichtet wird; Deutsch wird mitgenannt. */
  sprache: Generated<string[]>;
  /** Wie viele Plätze es gibt; leer heißt: nicht bekannt oder nicht begrenzt. */
  plaetze_gesamt: number | null;
  /** Freie Plätze am Tag plaetze_am; leer heißt: nicht bekannt. */
  plaetze_frei: number | null;
  /** Tag, an dem die freien Plätze genannt wurden. */
  plaetze_am: string | null;
  /** Kostenfrei, gering oder kostenpflichtig. */
  kosten: Generated<'frei' | 'gering' | 'kostenpflichtig'>;
  /** Kosten in Worten. */
  kosten_text: Generated<string>;
  /** Öffnungszeiten in Worten, wie sie veröffentlicht werden. */
  oeffnung: Generated<string>;
  anschrift: Generated<string>;
  /** Östliche Länge in Grad (WGS 84). */
  laenge: number | null;
  /** Nördliche Breite in Grad (WGS 84). */
  breite: number | null;
  /** Dienstlicher Kontakt, keine Klient*innen. */
  ansprechpartner: Generated<string>;
  /** Dienstliche Nummer. */
  telefon: Generated<string>;
  /** Dienstliche Adresse. */
  email: Generated<string>;
  /** Adresse im Internet, mit https://. */
  web: Generated<string>;
  /** Was vorhanden ist; leer heißt: nicht bekannt. */
  barriere: Generated<('stufenlos' | 'aufzug' | 'wc' | 'parkplatz' | 'haltestelle' | 'kinderwagen' | 'hoeranlage' | 'gebaerdensprache' | 'leichte_sprache')[]>;
  /** Fachkarte, aus der die Angabe stammt, etwa "GeoService Kreis Unna" oder "Netzwerkkarte Ehrenamt"; leer heißt selbst erhoben. */
  quelle: Generated<string>;
  /** Verweis auf den Eintrag der Fachkarte. */
  quelle_web: Generated<string>;
  /** Kennung des Eintrags in der Quelle, um ihn beim nächsten Einlesen wiederzufinden. */
  quelle_kennung: Generated<string>;
  /** Tag, an dem zuletzt jemand geprüft hat, dass die Angaben stimmen; leer heißt noch nie. */
  bestaetigt_am: string | null;
  /** Konto, das bestätigt hat; leer bei übernommenen Angaben. */
  bestaetigt_von: string | null;
  gueltig_ab: Generated<string>;
  /** Erster Tag, an dem es das Angebot nicht mehr gibt. */
  gueltig_bis: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Text, in dem die Liste sucht. */
  suche: GeneratedAlways<string>;
}

/** Kommunen, für die ein teilregionales Angebot da ist (Konzept 4.2: kommunal, teilregional und kreisweit). */
export interface AngebotKommune {
  kreis_id: string;
  angebot_id: string;
  kommune_id: string;
}

/** Vereinbarung mit einer zentralen Schnittstelle: Aufgaben, Abgrenzung, Übergang in das Angebot (Vorlage 197/23). */
export interface Vereinbarung {
  kreis_id: string;
  id: Generated<string>;
  stelle_id: string;
  /** Kommune, für die sie gilt; leer heißt: im ganzen Kreis. */
  kommune_id: string | null;
  /** Wer was tut. */
  aufgaben: string;
  /** Was wer nicht tut, damit nichts doppelt läuft. */
  abgrenzung: Generated<string>;
  /** Wie jemand von hier in das Angebot kommt, und wie das Ergebnis zurückkommt. */
  uebergang: Generated<string>;
  /** Leer heißt: im Gespräch, noch nicht vereinbart. */
  vereinbart_am: string | null;
  /** Tag der nächsten gemeinsamen Abstimmung. */
  abstimmung_am: string | null;
  gueltig_bis: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Teilnahme an einem örtlichen Netzwerk- oder Austauschformat (Konzept 2.2); keine Klient*innen. */
export interface Netzwerktreffen {
  kreis_id: string;
  id: Generated<string>;
  am: string;
  name: string;
  art: 'arbeitskreis' | 'stadtteilrunde' | 'runder_tisch' | 'fachaustausch' | 'abstimmung' | 'sonstige';
  /** Leer heißt: kreisweit. */
  kommune_id: string | null;
  /** Träger, dessen Case Management teilnahm. */
  traeger_id: string | null;
  /** Was für das Netzwerk herauskam, ohne Angaben zu Klient*innen. */
  ergebnis: Generated<string>;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Eine Runde des Assessments: die erste stellt fest, jede weitere prüft, was bearbeitet wurde und was neu ist. */
export interface Assessment {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Zählt je Fall ab 1. */
  runde: number;
  art: GeneratedAlways<string>;
  /** Tag des Gesprächs. */
  am: string;
  /** Ein Entwurf lässt sich ändern und verwerfen; abgeschlossen bleibt, wie es ist, und zählt. */
  stand: Generated<'entwurf' | 'abgeschlossen'>;
  /** Worte zum ganzen Gespräch, versiegelt unter dem Schlüssel der Person. */
  gespraech_siegel: Buffer | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Konto, das zuletzt gespeichert hat. */
  geaendert_von: string | null;
  /** Wann die Runde abgeschlossen wurde; von da an ist sie bekannt und zählt. */
  abgeschlossen_am: Date | null;
}

/** Ein Lebensbereich in einer Runde: Bedarf, eigene Sicht, Ressourcen, und im Re-Assessment, was daraus wurde. */
export interface AssessmentBereich {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  assessment_id: string;
  /** Code der Liste des Kreises. */
  lebensbereich: string;
  /** Einschätzung der Fachkraft. */
  bedarf: Generated<'keiner' | 'bedarf' | 'dringend' | 'nicht_besprochen'>;
  /** Wie die Person selbst es sieht; leer: nicht gefragt. */
  sicht_klient: 'keiner' | 'bedarf' | 'dringend' | null;
  /** Ob es persönliche Ressourcen gibt (Können, Kraft, Erfahrung); leer: nicht gefragt. */
  ressource_persoenlich: boolean | null;
  /** Ob es soziale Ressourcen gibt (Familie, Nachbarschaft, Ehrenamt, Verein); leer: nicht gefragt. */
  ressource_sozial: boolean | null;
  /** Ob es materielle Ressourcen gibt (Geld, Wohnraum, Ausstattung); leer: nicht gefragt. */
  ressource_materiell: boolean | null;
  /** Ob der Bedarf der vorigen Runde bearbeitet wurde; nur im Re-Assessment. */
  bearbeitet: 'ja' | 'teilweise' | 'nein' | null;
  /** Bedarf, den die vorige Runde nicht kannte; nur im Re-Assessment. */
  neu: Generated<boolean>;
  /** Ressourcen in Worten, Notiz der Fachkraft und Worte der Person als ein Text, versiegelt unter dem Schlüssel der Person. */
  worte_siegel: Buffer | null;
}

/** Wie selbstständig die Person ihre Integration gestaltet, in den fünf Dimensionen des Konzepts (Kreis Unna 2.3): die Wirkung der Begleitung. */
export interface Selbststand {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  assessment_id: string;
  /** Worin. */
  dimension: 'rechtlich' | 'sozial' | 'beruflich' | 'finanziell' | 'gesundheitlich';
  /** 1 ist auf Hilfe bei allem angewiesen, 5 gestaltet den Bereich selbst. */
  stufe: number;
}

/** Zielvereinbarung/Hilfeplan eines Falls: gemeinsam erarbeitete Ziele mit Schritten, von beiden unterschrieben (Konzept 2.2). */
export interface Hilfeplan {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Zählt jede Änderung am Inhalt; steht sie höher als bei der letzten Unterschrift, ist etwas noch nicht unterschrieben. */
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Ein Ziel des Plans; Wortlaut, Indikator und eigene Worte der Person liegen versiegelt. */
export interface HilfeplanZiel {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  lebensbereich: string;
  /** 1 zuerst, 3 zuletzt. */
  prioritaet: number;
  /** Bis wann das Ziel erreicht sein soll. */
  bis_wann: string | null;
  /** Wie weit das Ziel ist; der Verlauf steht in hilfeplan_stand. */
  stand: Generated<'offen' | 'in_arbeit' | 'erreicht' | 'teilweise' | 'aufgegeben'>;
  /** Tag, seit dem der Stand gilt; bei erreichten Zielen der Tag des Erreichens. */
  stand_ab: string;
  /** Unter Zielen gleicher Priorität. */
  reihenfolge: number;
  /** Ziel, Indikator und Worte der Person als JSON, versiegelt unter dem Schlüssel der Person. */
  worte_siegel: Buffer;
  fassung: Generated<number>;
  /** Aus dem Plan genommen; in unterschriebenen Fassungen steht es weiter. */
  entfernt_am: Date | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Ein Schritt zu einem Ziel: wer was bis wann tut. */
export interface HilfeplanSchritt {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  ziel_id: string;
  /** Wer ihn geht: die Person, das Case Management oder Dritte. */
  akteur: 'klient' | 'casemanagement' | 'dritte';
  /** Stelle aus dem Verzeichnis, die ihn geht; nur bei Dritten. */
  stelle_id: string | null;
  /** Letzter Tag, bis zu dem er getan sein soll. */
  faellig_am: string | null;
  /** Wie weit der Schritt ist; der Verlauf steht in hilfeplan_stand. */
  stand: Generated<'offen' | 'in_arbeit' | 'erledigt' | 'entfallen'>;
  /** Tag, seit dem der Stand gilt. */
  stand_ab: string;
  /** Unter den Schritten eines Ziels. */
  reihenfolge: number;
  /** Wortlaut und Name der Dritten als JSON, versiegelt unter dem Schlüssel der Person. */
  worte_siegel: Buffer;
  /** Aus dem Plan genommen; in unterschriebenen Fassungen steht er weiter. */
  entfernt_am: Date | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Verlauf der Stände von Zielen und Schritten: an einem Tag gilt die letzte nicht ersetzte Zeile bis dahin. */
export interface HilfeplanStand {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  ziel_id: string;
  /** Leer, wenn die Zeile vom Ziel selbst handelt. */
  schritt_id: string | null;
  /** Stand des Ziels oder Schritts vom Tag an. */
  stand: string;
  gueltig_ab: string;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Wann eine Zeile mit früherem oder gleichem Tag an ihre Stelle trat. */
  ersetzt_am: Date | null;
}

/** Fassung des Plans: vorgelegt als Entwurf, mit der Unterschrift eingefroren, von der nächsten abgelöst. */
export interface HilfeplanVersion {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Zählt die Fassungen eines Falls; ein Entwurf behält seine Nummer, bis er unterschrieben ist. */
  nummer: number;
  /** Entwurf, unterschrieben und damit gültig, oder abgelöst. */
  stand: 'entwurf' | 'unterschrieben' | 'abgeloest';
  /** Stand von hilfeplan.fassung, als sie eingefroren wurde. */
  plan_fassung: number;
  /** Der ganze Plan mit der Antwort der Person als JSON, versiegelt unter ihrem Schlüssel. */
  inhalt_siegel: Buffer;
  /** SHA-256 des Wortlauts: alles, was vereinbart wurde, ohne den Stand der Arbeit daran. */
  pruefwert: Buffer;
  /** Antwort der Person auf den Plan; der Grund steht versiegelt im Inhalt. */
  antwort: 'ja' | 'nein' | 'keine_antwort' | null;
  /** Tag der Unterschriften. */
  unterschrieben_am: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Entwurf eines Fallbeispiels ohne Namen, in der Akte des Falls. */
export interface ErfolgsberichtEntwurf {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  fassung: Generated<number>;
  /** Wortlaut, versiegelt unter dem Schlüssel der Person. */
  inhalt_siegel: Buffer;
  /** Zuletzt zur Prüfung gegeben. Gesetzt und ohne Bericht dazu heißt: freigegeben, die Verbindung ist gelöst. */
  eingereicht_am: Date | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Letzte Änderung des Wortlauts. */
  geaendert_am: Generated<Date>;
}

/** Fallbeispiel ohne Namen: in Prüfung oder freigegeben. Freigegeben gehört es dem Kreis und weiß nicht mehr, aus welchem Fall es kommt. */
export interface Erfolgsbericht {
  kreis_id: string;
  id: Generated<string>;
  /** Entwurf, aus dem es stammt; mit der Freigabe gelöst. */
  entwurf_id: string | null;
  /** Wartet auf Prüfung, kam mit einem Kommentar zurück oder ist frei. */
  stand: Generated<'eingereicht' | 'zurueckgegeben' | 'freigegeben'>;
  /** Wortlaut: Titel, Lage, Themen, erreichte Ziele, nächster Schritt. */
  inhalt: unknown;
  /** Was vor der Freigabe zu ändern ist. */
  kommentar: Generated<string>;
  fassung: Generated<number>;
  /** Tag, an dem es zur Prüfung kam. */
  eingereicht_am: Generated<string>;
  /** Wer eingereicht hat, bis zur Freigabe: prüfen darf nur jemand anderes. */
  eingereicht_von: string | null;
  /** Wer geprüft hat. */
  geprueft_von: string | null;
  /** Tag der Freigabe. */
  freigegeben_am: string | null;
}

/** Vermittlung (Kontakt hergestellt, Termin vereinbart) oder Verweis (Information ausgehändigt) an eine Stelle, mit Rückmeldung und Ergebnis. */
export interface Vermittlung {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Vermittlung oder Verweis (Konzept 2.3). */
  art: 'vermittlung' | 'verweis';
  /** Angebot der Stelle; leer heißt: die Stelle selbst. */
  angebot_id: string | null;
  stelle_id: string;
  /** Code der Codeliste "lebensbereich". */
  lebensbereich: string;
  /** Ziel im Hilfeplan, lose verbunden. */
  ziel_id: string | null;
  /** Schritt im Hilfeplan, lose verbunden. */
  schritt_id: string | null;
  /** Tag, an dem vermittelt oder verwiesen wurde. */
  am: string;
  /** Tag des vereinbarten Termins. */
  termin_am: string | null;
  /** Uhrzeit des vereinbarten Termins, Ortszeit. */
  termin_um: string | null;
  /** Auf welchem Weg Angaben hinausgehen; leer heißt: es gehen keine hinaus. */
  kanal: 'papier' | 'mailtext' | 'partnerkonto' | null;
  /** Arten von Angaben, die hinausgehen; nie mehr, als die Entbindung nennt. */
  inhalt: Generated<string[]>;
  /** Entbindung, auf die sie sich stützt. */
  entbindung_id: string | null;
  /** Genau das, was hinausgeht, versiegelt unter dem Schlüssel der Person. */
  schreiben_siegel: Buffer | null;
  /** Was daraus geworden ist; ein Verweis beginnt mit "gesendet", das heißt ausgehändigt. */
  stand: 'vorbereitet' | 'gesendet' | 'angenommen' | 'warteliste' | 'abgelehnt' | 'begonnen' | 'beendet' | 'zurueckgezogen';
  /** Warum die Stelle absagte oder die Vermittlung zurückgezogen wurde. */
  grund: 'kein_platz' | 'nicht_zustaendig' | 'voraussetzung_fehlt' | 'sprache' | 'kosten' | 'weg' | 'nicht_erschienen' | 'klient_moechte_nicht' | 'widerruf' | 'sonstiges' | null;
  /** Ob erreicht wurde, wofür vermittelt wurde. */
  ergebnis: 'erreicht' | 'teilweise' | 'nicht' | null;
  /** Tag, an dem der Stand eintrat. */
  stand_am: string;
  /** Bis wann eine Rückmeldung erwartet wird; danach erinnert Mein Tag. */
  rueckmeldung_bis: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Jeder Stand einer Vermittlung mit seinem Tag und dem Zeitpunkt, zu dem er bekannt wurde; nur hinzugefügt, nie geändert. */
export interface VermittlungStand {
  kreis_id: string;
  id: Generated<string>;
  vermittlung_id: string;
  fall_id: string;
  /** Wie in vermittlung. */
  stand: string;
  /** Wie in vermittlung. */
  grund: string | null;
  /** Wie in vermittlung. */
  ergebnis: string | null;
  /** Tag, an dem der Stand eintrat. */
  am: string;
  /** Wer es eingetragen hat: das Case Management, die Stelle über ihr Konto, oder der Widerruf einer Einwilligung oder Entbindung. */
  herkunft: Generated<'casemanagement' | 'partner' | 'widerruf'>;
  /** Worte dazu, versiegelt unter dem Schlüssel der Person. */
  worte_siegel: Buffer | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Was die Arbeit an Fällen über das System lehrt: fehlendes Angebot, Reibung, Beschleuniger; ohne Person, für die Koordination. */
export interface Beobachtung {
  kreis_id: string;
  id: Generated<string>;
  /** Lücke (kein passendes Angebot), Reibung oder Beschleuniger. */
  art: 'luecke' | 'reibung' | 'beschleuniger';
  /** Code der Codeliste "lebensbereich". */
  lebensbereich: string | null;
  kommune_id: string | null;
  angebot_id: string | null;
  stelle_id: string | null;
  /** Worte ohne Person. */
  text: Generated<string>;
  /** Tag der Beobachtung; gezeigt wird anderen nur der Monat. */
  am: string;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
}

/** Wer eine Beobachtung schrieb und in welchem Fall: lesbar nur für das Konto selbst, nie für die Koordination. */
export interface BeobachtungHerkunft {
  kreis_id: string;
  beobachtung_id: string;
  konto_id: string;
  fall_id: string | null;
}

/** Wer neben dem Case Management am Fall beteiligt ist (Das Netzwerk im Case Management); ob eine Entbindung vorliegt, steht nicht hier, sondern wird gelesen. */
export interface Akteur {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Leer bei privaten Helfern: ihr Name steht nur versiegelt da. */
  stelle_id: string | null;
  /** Wer er für den Fall ist, nach dem Netzwerk im Case Management. */
  rolle: 'jobcenter' | 'sozialamt' | 'asylblg' | 'abh' | 'kommunales_team' | 'suchtberatung' | 'schuldnerberatung' | 'sozialbuero' | 'krankenkasse' | 'pflegekasse' | 'arbeitsagentur' | 'familienkasse' | 'wohngeldstelle' | 'mbe' | 'jmd' | 'fluechtlingsberatung' | 'jugendamt' | 'arzt' | 'klinik' | 'schule' | 'kita' | 'anwalt' | 'ehrenamt' | 'familie' | 'sonstige';
  /** Worum er sich kümmert, aus der Liste der Lebensbereiche. */
  lebensbereich: Generated<string[]>;
  /** Erster Tag der Beteiligung. */
  seit: string;
  /** Erster Tag, an dem er nicht mehr beteiligt ist. */
  bis: string | null;
  /** Tag, an dem Aufgaben und Verfahren mit ihm abgesprochen wurden (Konzept 2.3, 4.3). */
  vereinbart_am: string | null;
  /** Name und Beziehung privater Helfer, Erreichbarkeit, Aufgaben, abgesprochenes Verfahren; versiegelt. */
  wort_siegel: Buffer;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Wer im Fall führt, wenn mehrere beraten; je Fall vereinbart, mit Verlauf, zu jeder Zeit höchstens einer (Konzept 4.3). */
export interface Federfuehrung {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Leer: das Case Management selbst führt. */
  akteur_id: string | null;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Person im Haushalt der begleiteten Person, im Fall mitgeführt: kleiner Bedarf von Kindern ist Teil des Falls eines Elternteils (Konzept 2.2). */
export interface Haushalt {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Was sie für die begleitete Person ist. */
  beziehung: 'kind' | 'partner' | 'elternteil' | 'geschwister' | 'sonstige';
  /** Kleiner Bedarf, der in diesem Fall mitbehandelt wird, aus der Liste der Lebensbereiche. */
  lebensbereich: Generated<string[]>;
  /** Gehört zum Fall und zählt unter den Personen des Falls mit. */
  zaehlt: Generated<boolean>;
  /** Erster Tag im Haushalt. */
  seit: string;
  /** Erster Tag, an dem sie nicht mehr im Haushalt lebt. */
  bis: string | null;
  /** Ab diesem Tag hat sie einen eigenen Fall und zählt hier nicht mehr mit. */
  eigener_ab: string | null;
  /** Anfrage, mit der ihr eigener Fall beginnt. */
  anfrage_id: string | null;
  /** Name, Geburtsjahr und Notiz, versiegelt unter dem Schlüssel der begleiteten Person. */
  wort_siegel: Buffer;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Zwei Fälle einer Familie, in beiden zu sehen; nur für die, die beide Personen lesen. */
export interface FallVerbindung {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Der andere der beiden Fälle. */
  anderer_fall_id: string;
  /** Was die Person des anderen Falls für die dieses Falls ist; umgekehrt gelesen wird aus Kind Elternteil. */
  art: 'kind' | 'partner' | 'elternteil' | 'geschwister' | 'sonstige';
  /** Eintrag im Haushalt, aus dem der andere Fall wurde. */
  haushalt_id: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Was in einem Fall zu tun ist, von wem und bis wann. */
export interface Aufgabe {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Wer sie übernimmt: ein Konto, das an dem Fall arbeitet; leer heißt: wer den Fall führt. */
  zustaendig_id: string | null;
  /** Letzter Tag; leer heißt ohne Frist. */
  faellig_am: string | null;
  /** entfallen heißt: nicht mehr nötig. */
  stand: Generated<'offen' | 'erledigt' | 'entfallen'>;
  /** Tag, an dem sie erledigt wurde oder entfiel. */
  erledigt_am: string | null;
  /** Wer sie als erledigt oder entfallen kennzeichnete. */
  erledigt_von: string | null;
  /** Woraus sie entstand. */
  herkunft: Generated<'hand' | 'hilfeplan' | 'vermittlung' | 'uebergabe'>;
  /** Schritt des Hilfeplans oder Vermittlung, aus der sie entstand; lose, ohne Fremdschlüssel. */
  herkunft_id: string | null;
  /** Was zu tun ist, versiegelt. */
  text_siegel: Buffer;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Notiz zu einem Fall mit ihrer Ebene. Nach einer Übergabe liest der neue Träger nur die Ebene fall; die anderen bleiben liegen, bis der Fall zurückkommt oder die Person gelöscht wird. */
export interface Notiz {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Träger, für den sie geschrieben wurde; bleibt nach einer Übergabe. */
  traeger_id: string;
  /** traeger: wer im eigenen Träger an dem Fall arbeitet. fall: wer immer an ihm arbeitet, auch nach einer Übergabe. ich: nur wer sie schrieb, auch keine Vertretung. */
  ebene: 'traeger' | 'fall' | 'ich';
  /** Text der Notiz, versiegelt. */
  text_siegel: Buffer;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string;
  /** Letzte Änderung in den 24 Stunden, in denen sie noch zu ändern ist. */
  geaendert_am: Date | null;
}

/** Was zu einer Notiz oder einem Kontakt später hinzukam; der alte Text bleibt stehen, und auch ein Nachtrag wird nie geändert. */
export interface Nachtrag {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  notiz_id: string | null;
  /** Kontakt, gleich in welcher Fassung. */
  kontakt_id: string | null;
  /** Text des Nachtrags, versiegelt. */
  text_siegel: Buffer;
  erfasst_am: Generated<Date>;
  erfasst_von: string;
}

/** Anlage zu einem Fall: am Inhalt geprüft, von Angaben über Gerät, Ort und Verfasser befreit, versiegelt. Gelöscht bleibt nur die Zeile ohne Inhalt. */
export interface Dokument {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  art: 'ausweis' | 'bescheid' | 'zeugnis' | 'vertrag' | 'attest' | 'sonstiges';
  /** Tag, an dem es ausgestellt wurde. */
  am: string | null;
  /** Letzter Tag, an dem es gilt. */
  laeuft_ab_am: string | null;
  /** Am Inhalt erkannt, nicht am Namen der Datei. */
  medientyp: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** Bytes der gespeicherten Fassung vor dem Versiegeln. */
  groesse: number;
  /** Alle bekannten Angaben über Gerät, Ort und Verfasser sind entfernt; falsch, wo ein PDF sie in einer Form trägt, die nicht sicher umzuschreiben ist. */
  bereinigt: boolean;
  /** Titel, versiegelt. */
  titel_siegel: Buffer | null;
  /** Die Datei, versiegelt. */
  datei_siegel: Buffer | null;
  /** Kleines Bild der ersten Seite, versiegelt. */
  vorschau_siegel: Buffer | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  /** Seit wann nur noch die Zeile ohne Inhalt da ist. */
  geloescht_am: Date | null;
  /** Wer es gelöscht hat. */
  geloescht_von: string | null;
  /** Warum es gelöscht wurde. */
  loeschgrund: 'falscher_fall' | 'doppelt' | 'nicht_noetig' | 'wunsch' | 'unleserlich' | null;
}

/** Angefragte Übergabe von Fällen an einen anderen Träger und ihre Antwort; bis zur Annahme bewegt sich nichts. */
export interface UebergabeAnfrage {
  kreis_id: string;
  id: Generated<string>;
  von_traeger_id: string;
  an_traeger_id: string;
  /** Fachkraft, die gefragt ist; leer heißt: das Team des Trägers. */
  an_konto_id: string | null;
  /** Kommunen der Fälle, damit die Koordination der Region sie sieht. */
  kommune_id: Generated<string[]>;
  /** Erster Tag, an dem der neue Träger zuständig wäre. */
  wirksam_am: string;
  grund: 'zustaendigkeit' | 'umzug' | 'wunsch' | 'traegerwechsel' | 'sonstiges';
  /** Tag, an dem die Klient*innen der Übergabe zugestimmt haben. */
  zustimmung_am: string;
  /** Letzter Tag für die Antwort; danach gilt sie als abgelaufen. */
  frist_am: string;
  /** Wo die Anfrage steht; "abgelaufen" wird erst mit der nächsten Anfrage geschrieben, gelesen wird die Frist. */
  stand: Generated<'angefragt' | 'angenommen' | 'teilweise' | 'abgelehnt' | 'zurueckgezogen' | 'abgelaufen'>;
  /** Warum nicht alles angenommen wurde. */
  ablehnung: 'auslastung' | 'nicht_zustaendig' | 'sprache' | 'rueckfrage' | 'sonstiges' | null;
  /** Kurze Nachricht an die Gefragten, versiegelt. */
  nachricht_siegel: Buffer | null;
  /** Kurze Antwort, versiegelt. */
  antwort_siegel: Buffer | null;
  /** Die Übergabe, die aus der Annahme wurde. */
  uebergabe_id: string | null;
  /** Anfrage, die vorher ohne Erfolg blieb. */
  vorige_id: string | null;
  fassung: Generated<number>;
  gestellt_von: string;
  erfasst_am: Generated<Date>;
  /** Wer geantwortet oder zurückgezogen hat. */
  beantwortet_von: string | null;
  /** Wann geantwortet oder zurückgezogen wurde. */
  beantwortet_am: Date | null;
}

/** Ein Fall einer angefragten Übergabe; die Gefragten kennen nur diese Zeile, nicht den Fall. */
export interface UebergabeAnfrageFall {
  kreis_id: string;
  id: Generated<string>;
  anfrage_id: string;
  /** Leer, wenn die Person gelöscht ist. */
  fall_id: string | null;
  /** Was aus diesem Fall der Anfrage wurde; angenommen werden kann auch ein Teil. */
  stand: Generated<'angefragt' | 'angenommen' | 'abgelehnt' | 'zurueckgezogen' | 'abgelaufen'>;
}

/** Was nicht in der Akte steht: das Erfahrungswissen, das mit einem Fall weitergeht (Konzept Kreis Unna 4.4). */
export interface Uebergabeblatt {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Die geführten Antworten, versiegelt unter dem Schlüssel der Person. */
  wissen_siegel: Buffer;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  geaendert_am: Generated<Date>;
}

/** Wie ein Fall endete: Gespräch, Ziele, nächster Schritt (Konzept Kreis Unna 2.2); einer je Abschluss. */
export interface Abschluss {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  /** Erster Tag, an dem der Fall abgeschlossen ist. */
  am: string;
  /** Code der Codeliste "abschlussgrund". */
  grund: string;
  /** Ob es ein Abschlussgespräch gab. */
  gespraech: 'gemeinsam' | 'telefonisch' | 'kein';
  /** Tag des Gesprächs. */
  gespraech_am: string | null;
  /** Warum es keines gab. */
  kein_grund: 'nicht_erreichbar' | 'nicht_gewuenscht' | 'verzogen' | 'verstorben' | null;
  /** Erreichte Ziele an diesem Tag. */
  ziele_erreicht: Generated<number>;
  /** Ziele des Plans an diesem Tag. */
  ziele_gesamt: Generated<number>;
  /** Offene Schritte, die mit dem Abschluss entfielen. */
  schritte_beendet: Generated<number>;
  /** Was erreicht wurde, versiegelt unter dem Schlüssel der Person. */
  rueckblick_siegel: Buffer | null;
  /** Nächster Schritt danach, ebenso versiegelt. */
  naechster_siegel: Buffer | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
}

/** Ergebnis des Vergleichs zweier Einträge, die dasselbe Angebot sein könnten. */
export interface AngebotAbgleich {
  kreis_id: string;
  /** Eintrag, der bleibt; bei "verschieden" der mit der kleineren Kennung. */
  angebot_id: string;
  /** Eintrag, der beendet wurde und auf den anderen verweist. Vermittlungen dorthin bleiben, wo sie sind; lebt er wieder auf, gilt der Verweis nicht mehr. */
  anderes_id: string;
  /** Dasselbe Angebot, zusammengeführt, oder verschieden und nicht noch einmal zu fragen. */
  ergebnis: 'zusammengefuehrt' | 'verschieden';
  /** Tag des Vergleichs. */
  am: Generated<string>;
  erfasst_am: Generated<Date>;
  erfasst_von: Generated<string | null>;
}

/** App mit Einmalcodes (TOTP, RFC 6238) als zweiter Faktor eines Kontos. */
export interface FaktorTotp {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  /** Wie das Konto die App nennt, etwa "Diensthandy". */
  name: string;
  /** Das gemeinsame Geheimnis, versiegelt. */
  geheimnis_siegel: Buffer;
  /** Letzter benutzter Zeitschritt (30 Sekunden); er und alle davor werden nie wieder angenommen. */
  schritt: Generated<number>;
  angelegt_am: Generated<Date>;
  /** Wann der erste richtige Code kam; leer heißt: eingerichtet, aber noch ohne Wirkung. */
  bestaetigt_am: Date | null;
}

/** Passkey (WebAuthn) eines Kontos: zweiter Faktor und Anmeldung ohne Kennwort. */
export interface FaktorPasskey {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  name: string;
  /** Kennung des Passkeys (credential id, base64url). */
  kennung: string;
  /** Öffentlicher Schlüssel (COSE); der geheime bleibt im Gerät. */
  schluessel: Buffer;
  /** Zähler des Geräts; geht er zurück, gibt es eine Kopie. 0: das Gerät zählt nicht. */
  zaehler: number;
  /** Wie der Browser das Gerät erreicht (transports). */
  wege: Generated<string[]>;
  /** Ob der Passkey über mehrere Geräte der Person abgeglichen wird. */
  abgeglichen: boolean;
  angelegt_am: Generated<Date>;
  /** Wann er zuletzt etwas bewiesen hat; leer heißt: noch nie. */
  zuletzt_am: Date | null;
}

/** Einmal gezeigte Codes für den Fall, dass der zweite Faktor verloren ist; jeder gilt einmal. */
export interface Wiederherstellungscode {
  kreis_id: string;
  konto_id: string;
  /** HMAC-SHA256 des Codes unter einem Schlüssel außerhalb der Datenbank. */
  pruefwert: string;
  angelegt_am: Generated<Date>;
  /** Wann er benutzt wurde; danach gilt er nicht mehr. */
  verwendet_am: Date | null;
}

/** Beantwortete Aufgaben an Passkeys, bis sie von selbst ablaufen: keine wird zweimal angenommen. */
export interface FaktorAufgabe {
  /** SHA-256 der Aufgabe (challenge). */
  pruefwert: string;
  gueltig_bis: Date;
}

/** Einmaliger Link, mit dem ein Konto sein Kennwort setzt: zum ersten Mal oder nach dem Vergessen. */
export interface Einladung {
  kreis_id: string;
  id: Generated<string>;
  konto_id: string;
  /** "einladung" für ein neues Konto, "kennwort" für ein vorhandenes. */
  art: 'einladung' | 'kennwort';
  /** SHA-256 des Geheimnisses im Link; das Geheimnis selbst wird nirgends gespeichert. */
  pruefwert: string;
  angelegt_am: Generated<Date>;
  gueltig_bis: Date;
  /** Wann der Link benutzt wurde; danach gilt er nicht mehr. */
  eingeloest_am: Date | null;
  /** Wann die Administration ihn zurückgezogen oder durch einen neuen ersetzt hat. */
  zurueckgezogen_am: Date | null;
}

/** Anmeldedienst eines Trägers (OpenID Connect), der sagen darf, wer jemand ist. */
export interface Anbieter {
  kreis_id: string;
  id: Generated<string>;
  /** Für welchen Träger er spricht; leer heißt: für den ganzen Kreis. */
  traeger_id: string | null;
  name: string;
  /** Adresse des Ausstellers (issuer); ohne TLS nur auf demselben Rechner. */
  aussteller: string;
  /** Kennung, unter der Lotse dort angemeldet ist. */
  client_id: string;
  /** Geheimnis von Lotse beim Anmeldedienst, versiegelt; wird nie wieder gezeigt. */
  geheimnis_siegel: Buffer | null;
  /** Ob ein Geheimnis hinterlegt ist. */
  hat_geheimnis: GeneratedAlways<boolean>;
  /** Was beim Anmeldedienst angefragt wird, durch Leerzeichen getrennt. */
  scopes: Generated<string>;
  /** In welcher Angabe des Anmeldedienstes die Gruppen stehen; leer heißt: keine Rollen von dort. */
  rollen_claim: Generated<string>;
  /** Werte von "acr" oder "amr", die einen zweiten Faktor beweisen. */
  faktor_werte: Generated<string[]>;
  /** Ob eine Anmeldung ohne Konto eines anlegt; sonst braucht es eine Verknüpfung. */
  konten_anlegen: Generated<boolean>;
  aktiv: Generated<boolean>;
  fassung: Generated<number>;
}

/** Welche Gruppe des Anmeldedienstes welche Rolle gibt. Rollen, die Rechte geben oder das Protokoll lesen, gibt nur ein Mensch. */
export interface AnbieterRolle {
  kreis_id: string;
  id: Generated<string>;
  anbieter_id: string;
  /** Name der Gruppe beim Anmeldedienst. */
  wert: string;
  rolle: 'casemanager' | 'casemanager_abh' | 'koordination' | 'verwaltungsassistenz' | 'ki_leitung' | 'traegerleitung' | 'abh_ebh' | 'lenkungskreis' | 'controlling' | 'ministerium';
  traeger_id: string | null;
  region_id: string | null;
}

/** Welches Konto zu wem beim Anmeldedienst gehört. */
export interface KontoAnbieter {
  kreis_id: string;
  konto_id: string;
  anbieter_id: string;
  /** Unveränderliche Kennung beim Anmeldedienst (sub); leer bis zur ersten Anmeldung. */
  subjekt: string | null;
  /** Bestätigte Mailadresse, an der das Konto beim ersten Mal erkannt wird. */
  email: string | null;
  /** Wann die Kennung zum ersten Mal gesehen wurde. */
  verbunden_am: Date | null;
}

/** Begonnene Anmeldung bei einem Anmeldedienst, an einen kurzlebigen Cookie gebunden und nur einmal zu gebrauchen. */
export interface AnbieterVorgang {
  kreis_id: string;
  anbieter_id: string;
  /** SHA-256 des Cookies. */
  pruefwert: string;
  /** Versiegelt: state, nonce und das Geheimnis von PKCE. */
  siegel: Buffer;
  /** Netzadresse, von der begonnen wurde. */
  adresse: string;
  gueltig_bis: Date;
}

/** Fall, den die Fachkraft der KIM Koordination zu einem Zweck und bis zu einer Zeit im Klartext zeigt; nur zu lesen. */
export interface Oeffnung {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  person_id: string;
  /** Träger, bei dem der Fall lag, als er geöffnet wurde. */
  traeger_id: string;
  /** Wohnort des Falls: danach richtet sich, welche Koordination gemeint ist. */
  kommune_id: string | null;
  /** Für wen; leer heißt: jede Koordination, die für den Ort zuständig ist. */
  an_konto_id: string | null;
  /** Wozu (Konzept Kreis Unna 3.1, 4.3). */
  zweck: 'fallverlaufsgespraech' | 'fallkonferenz' | 'fachaufsicht' | 'fallbesprechung';
  /** Tag, an dem die Person dieser Öffnung zugestimmt hat. */
  einverstanden_am: string;
  /** Beginn; das Ende liegt höchstens 14 Tage danach. */
  ab: Generated<Date>;
  /** Wann sie von selbst endet. */
  bis: Date;
  geoeffnet_von: string;
  /** Wann sie vor der Zeit geschlossen wurde: von Hand, oder weil Träger, Fachkraft, Einwilligung oder Schutz sich änderten. */
  beendet_am: Date | null;
  /** Wer sie schloss; leer heißt: von selbst. */
  beendet_von: string | null;
}

/** Bitte der Koordination, einen Fall zu öffnen, und was die Fachkraft antwortete. */
export interface OeffnungWunsch {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  gefragt_von: string;
  zweck: 'fallverlaufsgespraech' | 'fallkonferenz' | 'fachaufsicht' | 'fallbesprechung';
  /** Ob die Bitte offen, erfüllt oder abgelehnt ist. */
  stand: Generated<'offen' | 'geoeffnet' | 'abgelehnt'>;
  /** Warum nicht; am häufigsten, weil die Person es nicht möchte. */
  ablehnung: 'nicht_gewuenscht' | 'nicht_noetig' | 'anonym_genuegt' | 'spaeter' | null;
  erfasst_am: Generated<Date>;
  /** Wer antwortete. */
  beantwortet_von: string | null;
  /** Wann geantwortet wurde. */
  beantwortet_am: Date | null;
}

/** Akte, die die beauftragte Person des Trägers im Notfall öffnete: Grund, drei Stunden, nur zu lesen, nicht zu verlängern. */
export interface Notzugriff {
  kreis_id: string;
  id: Generated<string>;
  fall_id: string;
  person_id: string;
  traeger_id: string;
  /** Wer öffnete. */
  konto_id: string;
  /** Warum; besonders geschützte Personen nur bei Gefahr für Leben oder Gesundheit. */
  grund: 'leben-in-gefahr' | 'kindeswohl' | 'gericht' | 'ausfall' | 'sonstiges';
  /** Die Begründung in Worten, versiegelt. */
  begruendung_siegel: Buffer;
  /** Beginn. */
  ab: Generated<Date>;
  /** Ende, höchstens drei Stunden nach dem Beginn. */
  bis: Generated<Date>;
  /** Wann er vor der Zeit endete. */
  beendet_am: Date | null;
}

/** Kette über das Protokoll eines Kreises: jeder Block siegelt Zeilen von "lesezugriff" oder "ereignis" und den Block davor. */
export interface Protokollblock {
  kreis_id: string;
  /** Lückenlos ab 1 je Kreis. */
  nummer: number;
  /** Tabelle, deren Zeilen er siegelt. */
  art: 'lesezugriff' | 'ereignis';
  /** Erste Kennung, für die er gilt: die nach dem vorigen Block derselben Art. */
  von_id: number;
  /** Letzte Kennung, für die er gilt; eine Zeile dazwischen, die er nicht kennt, ist eingefügt. */
  bis_id: number;
  /** Wie viele Zeilen er siegelt. */
  anzahl: number;
  /** Früheste Zeit seiner Zeilen. */
  von_am: Date;
  /** Späteste Zeit seiner Zeilen. */
  bis_am: Date;
  /** Wann er gesiegelt wurde. */
  versiegelt_am: Date;
  /** Je Zeile 8 Byte Kennung und 8 Byte ihrer Prüfsumme, um die gebrochene Zeile zu nennen. */
  zeilen: Buffer;
  /** SHA-256 über Kennungen und volle Prüfsummen aller Zeilen. */
  zeilen_hash: Buffer;
  /** SHA-256 über den Hash davor, die Angaben dieses Blocks und seine Zeilen. */
  hash: Buffer;
}

/** In welchen Blöcken eine Person vorkommt; beim Versiegeln geschrieben, damit das Lesen selbst keinen Index bezahlt. */
export interface LesezugriffVerzeichnis {
  kreis_id: string;
  nummer: number;
  /** Alle Personen des Blocks. */
  person_id: string[];
}

/** Was am Protokoll auffällt: ein Hinweis an den Datenschutz, kein Vorwurf. */
export interface Auffaelligkeit {
  kreis_id: string;
  id: Generated<string>;
  /** Welche Regel anschlug. */
  art: 'viele_akten_stunde' | 'viele_akten_tag' | 'ungewohnte_zeit' | 'fremde_akten' | 'gleicher_name' | 'vor_rollenende' | 'fehlgriffe' | 'menge' | 'kette';
  /** Wessen Zugriffe auffallen; leer, wenn die Kette selbst gebrochen ist. */
  konto_id: string | null;
  /** Um wessen Akte es ging, wenn es eine bestimmte war. */
  person_id: string | null;
  /** Träger, bei denen das Konto damals eine Rolle hatte. */
  traeger_id: Generated<string[]>;
  /** Tag, an dem es auffiel. */
  tag: string;
  /** Beginn der Zeit, um die es geht. */
  von_am: Date;
  /** Ende der Zeit, um die es geht. */
  bis_am: Date;
  /** Wie viele es waren: Akten oder Versuche. */
  anzahl: number;
  /** Ab wann die Regel anschlägt. */
  grenze: number;
  /** Wann die Regel sie fand. */
  erkannt_am: Generated<Date>;
  /** Wie weit der Datenschutz damit ist. */
  stand: Generated<'offen' | 'geklaert' | 'gemeldet'>;
  /** Was die Prüfung ergab, ohne Namen. */
  notiz: Generated<string>;
  /** Wann zuletzt jemand damit befasst war. */
  bearbeitet_am: Date | null;
  /** Wer zuletzt damit befasst war. */
  bearbeitet_von: string | null;
  fassung: Generated<number>;
}

/** Monatliche Stichprobe der Lesezugriffe (Maßstab § 11 Abs. 4 MeldDÜV NRW): Auswahl, die jeder nachrechnen kann, mit Ergebnis. */
export interface Stichprobe {
  kreis_id: string;
  /** Erster Tag des Monats, aus dem gezogen wurde. */
  monat: string;
  /** Kennung der gezogenen Zeile; ohne Fremdschlüssel, damit das Ergebnis sie überdauert. */
  lesezugriff_id: number;
  /** Reihenfolge nach SHA-256 über Monat, Kreis und Kennung der Zeile. */
  rang: number;
  /** Träger des Kontos damals und der gelesenen Personen. */
  traeger_id: Generated<string[]>;
  /** Wann sie gezogen wurde. */
  gezogen_am: Generated<Date>;
  /** Leer, solange nicht geprüft. */
  ergebnis: 'ordnung' | 'rueckfrage' | 'verstoss' | null;
  /** Was bei der Prüfung auffiel; ohne Namen. */
  notiz: Generated<string>;
  /** Wann sie geprüft wurde. */
  geprueft_am: Date | null;
  /** Wer sie prüfte. */
  geprueft_von: string | null;
  fassung: Generated<number>;
}

/** Welche Hauptschlüssel diese Datenbank kannte: nur Kennungen, die Schlüssel selbst liegen außerhalb. Der mit der höchsten Nummer gilt. */
export interface Hauptschluessel {
  /** Folgt aus dem Schlüssel und verrät ihn nicht; steht auch in jedem Siegel, das er gemacht hat. */
  kennung: string;
  /** Fortlaufend; zählt die Wechsel. */
  nummer: number;
  /** Beginn des Wechsels zu ihm. */
  seit: Generated<Date>;
  /** Von da an öffnet er nichts mehr in dieser Datenbank. */
  abgeloest_am: Date | null;
}

/** Schlüssel, aus denen der Server die für seine eigenen Zwecke ableitet (Entwürfe, zweite Faktoren), verpackt mit dem Hauptschlüssel. */
export interface Wurzelschluessel {
  /** Der erste bleibt für Prüfwerte, die über Jahre verglichen werden; versiegelt wird mit dem jüngsten, der gilt. */
  nummer: number;
  schluessel_verpackt: Buffer;
  /** Etwas nach dem Anlegen, damit jeder laufende Server ihn kennt, bevor einer damit versiegelt. */
  gilt_ab: Generated<Date>;
}

/** Was eine Person nach Art. 15 bis 21 DSGVO verlangt: Eingang, Frist, Schritte, Entscheidung. Nach einer Löschung bleibt die Zeile ohne Person als Nachweis. */
export interface Ersuchen {
  kreis_id: string;
  id: Generated<string>;
  /** Zeichen für Schreiben; aus der Kennung, damit es nichts verrät. */
  nummer: GeneratedAlways<string>;
  /** Leer, sobald die Person gelöscht ist. */
  person_id: string | null;
  /** Verantwortlicher, bei dem das Ersuchen einging. */
  traeger_id: string;
  /** Nummer des Falls zur Zeit des Eingangs; geht mit der Person. */
  fall_nummer: string | null;
  art: 'auskunft' | 'berichtigung' | 'loeschung' | 'einschraenkung' | 'uebertragbarkeit' | 'widerspruch';
  /** Tag, an dem das Ersuchen einging; ab ihm läuft die Frist. */
  eingegangen_am: string;
  /** Wie das Ersuchen kam. */
  weg: 'persoenlich' | 'brief' | 'mail';
  /** Wer es stellte: die Person selbst oder ihre gesetzliche Vertretung. */
  durch: 'person' | 'vertretung';
  /** Der Nachweis der Vertretung wurde gesehen. */
  nachweis: Generated<boolean>;
  /** Datenschutzrecht des Trägers: davon hängt ab, welche Aufsicht die Schreiben nennen. */
  recht: 'land' | 'bund' | 'kdg' | 'ekd';
  /** Letzter Tag für die Antwort: ein Monat nach dem Eingang, verlängert drei; fällt er auf Samstag, Sonntag oder Feiertag, der nächste Werktag. */
  frist_am: string;
  /** Tag, an dem der Person die Verlängerung mit Grund mitgeteilt wurde. */
  verlaengert_am: string | null;
  /** Warum verlängert wurde, wie es der Person gesagt wurde. */
  verlaengert_grund: 'umfang' | 'schwierig' | 'viele_ersuchen' | null;
  /** Wo das Ersuchen steht; die Reihenfolge hält ein Auslöser. */
  stand: Generated<'eingegangen' | 'identitaet_geprueft' | 'vorbereitet' | 'freigegeben' | 'erledigt' | 'abgelehnt'>;
  /** Wie geprüft wurde, wer fragt. */
  identitaet: 'bekannt' | 'ausweis' | 'rueckruf' | 'vollmacht' | null;
  /** Welche Angabe berichtigt werden soll. */
  feld: 'name' | 'geburtsdatum' | 'anschrift' | 'aufenthalt' | 'familie' | 'beratung' | 'sonstiges' | null;
  /** Warum die Verarbeitung eingeschränkt werden soll (Art. 18 Abs. 1). */
  anlass: 'bestritten' | 'unrechtmaessig' | 'rechtsansprueche' | 'widerspruch' | null;
  /** Was vorbereitet und freigegeben wurde; "vermerkt": die bestrittene Angabe bleibt mit einem Vermerk (§ 84 SGB X). */
  entscheidung: 'stattgegeben' | 'vermerkt' | 'abgelehnt' | null;
  /** Grund einer Ablehnung. */
  ablehnung: 'identitaet' | 'offensichtlich_unbegruendet' | 'exzessiv' | 'rechte_dritter' | 'richtig' | 'rechtspflicht' | 'rechtsansprueche' | 'archiv' | 'sozialdaten' | 'schutzwuerdige_gruende' | 'nicht_automatisiert' | null;
  /** Abschnitte der Kopie mit Anzahl der Zeilen und Schwärzungen; keine Inhalte. */
  umfang: Generated<unknown>;
  /** SHA-256 der eingefrorenen Kopie. */
  pruefwert: Buffer | null;
  /** Was die Person wünscht und was ihr geantwortet wird, versiegelt unter ihrem Schlüssel. */
  worte_siegel: Buffer | null;
  /** Wer die Antwort vorbereitet hat; gibt sie nicht frei. */
  vorbereitet_von: string | null;
  /** Wann die Antwort eingefroren wurde. */
  vorbereitet_am: Date | null;
  /** Zweites Konto, das die Antwort freigab. */
  freigegeben_von: string | null;
  /** Wann sie freigegeben wurde. */
  freigegeben_am: Date | null;
  /** Wie die Antwort zur Person kam. */
  uebergeben: 'persoenlich' | 'brief' | 'verschluesselt' | null;
  /** Tag, an dem die Antwort bei der Person war. */
  uebergeben_am: string | null;
  /** Löschlauf, der eine gewährte Löschung ausführt; ohne Fremdschlüssel. */
  loeschlauf_id: string | null;
  fassung: Generated<number>;
  erfasst_am: Generated<Date>;
  erfasst_von: string;
}

/** Jeder Schritt eines Ersuchens, unveränderlich: der Nachweis. */
export interface ErsuchenSchritt {
  kreis_id: string;
  id: Generated<string>;
  ersuchen_id: string;
  /** Was geschah. */
  schritt: 'eingegangen' | 'identitaet_geprueft' | 'verlaengert' | 'zusammengestellt' | 'vorbereitet' | 'zurueckgegeben' | 'freigegeben' | 'erledigt' | 'abgelehnt';
  /** Warum das Ersuchen zurückgegeben wurde. */
  grund: 'unvollstaendig' | 'dritte' | 'begruendung' | 'sonstiges' | null;
  am: Generated<Date>;
  konto_id: string;
}

/** Stelle der Kopie, die der Person nicht gegeben wird, mit Grund; die Akte selbst bleibt, wie sie ist. */
export interface ErsuchenSchwaerzung {
  kreis_id: string;
  id: Generated<string>;
  ersuchen_id: string;
  /** Abschnitt der Kopie, etwa "notiz". */
  abschnitt: string;
  /** Kennung der Zeile im Abschnitt. */
  zeile: string;
  /** Angabe der Zeile, etwa "text". */
  feld: string;
  /** Erstes Zeichen der Stelle. */
  von: number;
  /** Zeichen nach der Stelle. */
  bis: number;
  grund: 'dritte' | 'quelle' | 'kindeswohl' | 'geheimnis';
  /** Von Lotse gefunden: Name aus Haushalt, Umfeld oder verbundenem Fall. */
  vorschlag: Generated<boolean>;
  /** Wer den Vorschlag verworfen hat; die Stelle wird dann gegeben. */
  aufgehoben_von: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string;
}

/** Zusammengestellte Kopie der Akte, versiegelt unter dem Schlüssel der Person; ab der Vorbereitung eingefroren. */
export interface ErsuchenKopie {
  kreis_id: string;
  ersuchen_id: string;
  person_id: string;
  /** Abschnitte vor der Schwärzung, versiegelt. */
  akte_siegel: Buffer;
  /** Was die Person zum Lesen bekommt, versiegelt. */
  pdf_siegel: Buffer | null;
  /** Dasselbe für Maschinen, versiegelt. */
  json_siegel: Buffer | null;
  erfasst_am: Generated<Date>;
}

/** Zeit, in der die Daten einer Person nur aufbewahrt werden (Art. 18 DSGVO): nichts wird weitergegeben, vermittelt, übergeben, erzählt. */
export interface Einschraenkung {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  ersuchen_id: string | null;
  /** Warum eingeschränkt wurde (Art. 18 Abs. 1). */
  anlass: 'bestritten' | 'unrechtmaessig' | 'rechtsansprueche' | 'widerspruch';
  /** Ab wann sie gilt. */
  ab: Generated<Date>;
  /** Wann sie aufgehoben wurde; leer heißt: sie gilt. */
  aufgehoben_am: Date | null;
  /** Wer sie aufgehoben hat. */
  aufgehoben_von: string | null;
  /** Tag, an dem die Person von der Aufhebung erfuhr (Art. 18 Abs. 3: vorher). */
  mitgeteilt_am: string | null;
  erfasst_von: string;
}

/** Wie lange ein Träger was aufbewahrt, mit Gültigkeit; ohne Zeile gilt die Vorgabe der Anwendung. */
export interface Aufbewahrungsregel {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  /** Wovon die Regel handelt: Kurzberatung ohne Fall, Fall, widerrufene Einwilligung, Nachweis der Einwilligung. */
  art: 'kurzberatung' | 'fall' | 'widerruf' | 'nachweis';
  /** Ganze Kalenderjahre nach dem Jahr des Stichtags, oder Monate nach ihm. */
  einheit: 'monate' | 'kalenderjahre';
  /** Wie viele davon. */
  anzahl: number;
  /** Worauf sich die Frist stützt. */
  grundlage: string;
  gueltig_ab: string;
  gueltig_bis: string | null;
  erfasst_am: Generated<Date>;
  erfasst_von: string | null;
  ersetzt_am: Date | null;
}

/** Warum eine Person vorerst nicht gelöscht wird: laufendes Verfahren, offenes Ersuchen, Abwehr von Ansprüchen. */
export interface Loeschsperre {
  kreis_id: string;
  id: Generated<string>;
  person_id: string;
  /** Schlüssel des Grundes, ohne Worte. */
  grund: 'verfahren' | 'ersuchen' | 'verjaehrung' | 'foerderpruefung' | 'wunsch';
  /** Letzter Tag; leer heißt: bis sie aufgehoben wird. */
  bis: string | null;
  /** Wann gesetzt. */
  gesetzt_am: Generated<Date>;
  /** Wer sie gesetzt hat. */
  gesetzt_von: Generated<string>;
  /** Wann aufgehoben. */
  aufgehoben_am: Date | null;
  /** Wer sie aufgehoben hat. */
  aufgehoben_von: string | null;
}

/** Löschung mehrerer Personen eines Trägers: von einem Konto vorgeschlagen, von einem anderen freigegeben, dann einzeln ausgeführt. */
export interface Loeschlauf {
  kreis_id: string;
  id: Generated<string>;
  traeger_id: string;
  /** Abgelaufene Fristen oder ein Ersuchen der Person. */
  anlass: 'frist' | 'ersuchen';
  /** Tag, bis zu dem die Fristen abgelaufen sind. */
  bis: string;
  /** Wo der Lauf steht. */
  stand: Generated<'vorgeschlagen' | 'freigegeben' | 'abgeschlossen' | 'zurueckgezogen'>;
  /** Archiv, dem eine öffentliche Stelle die Unterlagen vorher anbietet (ArchivG NRW). */
  archiv: string | null;
  /** Tag des Angebots. */
  archiv_angeboten_am: string | null;
  /** Antwort des Archivs; ohne sie gibt eine öffentliche Stelle nichts zur Löschung frei. */
  archiv_antwort: 'nicht_uebernommen' | 'uebernommen' | null;
  /** Tag, an dem das Archiv bekam, was es wollte. */
  archiv_uebergeben_am: string | null;
  /** Wann vorgeschlagen. */
  vorgeschlagen_am: Generated<Date>;
  /** Wer vorgeschlagen hat. */
  vorgeschlagen_von: Generated<string>;
  /** Wann freigegeben. */
  freigegeben_am: Date | null;
  /** Wer freigegeben hat; nie dieselbe Person. */
  freigegeben_von: string | null;
  /** Wann das Letzte ausgeführt oder übersprungen war. */
  abgeschlossen_am: Date | null;
  fassung: Generated<number>;
}

/** Eine Person eines Löschlaufs; ausgeführt bleiben Art, Regel und Tag, nicht wer es war. */
export interface LoeschlaufPosten {
  kreis_id: string;
  id: Generated<string>;
  lauf_id: string;
  /** Wen es betrifft, bis zur Löschung; lose, damit der Lauf sie überdauert. */
  person_id: string | null;
  /** Nummer des Falls oder der Anfrage, bis zur Löschung. */
  nummer: Generated<string>;
  /** Welche Regel greift, oder das Ersuchen der Person. */
  art: 'kurzberatung' | 'fall' | 'widerruf' | 'ersuchen';
  /** Frist in Schlüsseln, etwa "3 kalenderjahre". */
  regel: Generated<string>;
  /** Tag, ab dem die Frist läuft. */
  bezug_am: string | null;
  /** Erster Tag, an dem zu löschen ist. */
  faellig_ab: string | null;
  /** Was daraus wurde. */
  stand: Generated<'offen' | 'geloescht' | 'uebersprungen' | 'zurueckgezogen'>;
  /** Warum er übersprungen wurde. */
  grund: 'sperre' | 'nicht_faellig' | 'nicht_da' | 'traeger_gewechselt' | 'fehler' | null;
  /** Wann gelöscht oder übersprungen. */
  erledigt_am: Date | null;
  /** Wie oft die Löschung scheiterte; nach dem dritten Mal wird der Posten mit dem Grund "fehler" übersprungen. */
  versuche: Generated<number>;
  /** Wann sie zuletzt scheiterte. */
  versucht_am: Date | null;
}

/** Dass jemand gelöscht wurde, wann und nach welcher Regel; ohne Namen, ohne Nummer. */
export interface Loeschnachweis {
  kreis_id: string;
  id: Generated<string>;
  /** Lauf; leer, wenn eine zurückgespielte Sicherung erneut gelöscht wurde. */
  lauf_id: string | null;
  traeger_id: string;
  /** Welche Regel griff, Ersuchen der Person, oder Wiederholung nach einer Rücksicherung. */
  art: 'kurzberatung' | 'fall' | 'widerruf' | 'ersuchen' | 'wiederholt';
  /** Frist in Schlüsseln. */
  regel: Generated<string>;
  /** Tag, ab dem die Frist lief. */
  bezug_am: string | null;
  /** Tag der Löschung. */
  geloescht_am: string;
  /** Zufall, mit dem die Prüfwerte gebildet sind. */
  salz: Buffer;
  /** SHA-256 über Salz und alte Nummer: wer das Papier mit der Nummer hat, findet den Nachweis. Eine kurze Nummer ist durch Probieren zu finden; sie führt nur noch zu Papieren. */
  nummer_pruefwert: Buffer[];
  /** Gelöschte und als anonyme Tatsache gebliebene Zeilen je Tabelle. */
  zaehlung: unknown;
  /** Tag der Einwilligung, solange sie nachzuweisen ist. */
  einwilligung_am: string | null;
  /** Unterschriebene Fassung, ebenso lange. */
  einwilligung_fassung: string | null;
  /** Tag des Widerrufs, ebenso lange. */
  widerrufen_am: string | null;
  /** Letzter Tag, an dem die Einwilligung nachzuweisen ist; danach werden die drei Spalten geleert. */
  einwilligung_bis: string | null;
}

/** Höchste Fall-Nr. unter den gelöschten Fällen eines Kreises, damit keine zweimal vergeben wird. */
export interface FallNummer {
  kreis_id: string;
  /** Laufende Zahl. */
  letzte: number;
}

/** Jede Datei, die Lotse verlassen hat: ohne Eintrag keine Datei. */
export interface Ausgabe {
  kreis_id: string;
  /** Jahr, in dem die Nummer vergeben wurde. */
  jahr: number;
  /** Fortlaufend je Kreis und Jahr; mit dem Jahr zusammen steht sie als Vermerk in der Datei, etwa 2026-000123. */
  nummer: number;
  am: Generated<Date>;
  /** Wer die Datei holte; ohne Fremdschlüssel, damit der Eintrag das Konto überdauert. */
  konto_id: string;
  /** Träger, für die das Konto damals im Kreis arbeitete; leer bei Rollen für den ganzen Kreis. */
  traeger_id: Generated<string[]>;
  /** Name des Vorgangs in der Vorgangsliste, etwa "exportFallzahlen". */
  vorgang: string;
  /** In der Datei steht eine benannte Person. */
  benannt: boolean;
  /** Die Datei trägt Nummer, Konto und Zeit als Vermerk. */
  vermerkt: boolean;
  /** Womit gefragt wurde: Schlüssel, Tage und Zahlen; freier Text steht nur als null, Kennungen von Fällen und Personen gar nicht. */
  frage: Generated<unknown>;
  /** Medientyp, etwa "application/pdf". */
  dateiart: string;
  /** In Bytes. */
  groesse: number;
  /** SHA-256 der Datei, damit sich zeigen lässt, ob es diese war. */
  pruefsumme: Buffer;
  /** Netzadresse, an die die Datei ging. */
  adresse: Generated<string>;
}

/** Letzte vergebene Ausgabenummer; die Zeile ist bis zum Ende des Vorgangs gesperrt, darum gibt es keine Lücke. */
export interface AusgabeNummer {
  kreis_id: string;
  /** Jahr der Nummern. */
  jahr: number;
  /** Zuletzt vergebene Nummer des Jahres. */
  letzte: number;
}

export interface DB {
  migration: Migration;
  kreis: Kreis;
  kommune: Kommune;
  ortsteil: Ortsteil;
  ortsteil_strasse: OrtsteilStrasse;
  region: Region;
  region_kommune: RegionKommune;
  traeger: Traeger;
  standort: Standort;
  traeger_gebiet: TraegerGebiet;
  behoerde: Behoerde;
  behoerde_kommune: BehoerdeKommune;
  vertrag: Vertrag;
  stellenanteil: Stellenanteil;
  satz: Satz;
  aussenreihe: Aussenreihe;
  codeliste: Codeliste;
  regel: Regel;
  konto: Konto;
  kennwort: Kennwort;
  rolle: Rolle;
  vertretung: Vertretung;
  sitzung: Sitzung;
  anmeldeversuch: Anmeldeversuch;
  traeger_schluessel: TraegerSchluessel;
  person: Person;
  einwilligung: Einwilligung;
  geheimtext: Geheimtext;
  fall: Fall;
  uebernahme_herkunft: UebernahmeHerkunft;
  fall_merkmal: FallMerkmal;
  fall_status: FallStatus;
  uebergabe: Uebergabe;
  fall_zustaendigkeit: FallZustaendigkeit;
  beratungskontakt: Beratungskontakt;
  sonstiger_kontakt: SonstigerKontakt;
  ereignis: Ereignis;
  lesezugriff: Lesezugriff;
  idempotenz: Idempotenz;
  entwurf: Entwurf;
  ansicht: Ansicht;
  uebernahme_profil: UebernahmeProfil;
  uebernahme: Uebernahme;
  uebernahme_stand: UebernahmeStand;
  stelle: Stelle;
  zusteuerung: Zusteuerung;
  lage: Lage;
  stundenanteil: Stundenanteil;
  raum: Raum;
  anfrage: Anfrage;
  anfrage_nummer: AnfrageNummer;
  anfrage_tiefe: AnfrageTiefe;
  warteliste: Warteliste;
  vordruck: Vordruck;
  vordruck_uebersetzung: VordruckUebersetzung;
  anhang: Anhang;
  entbindung: Entbindung;
  unterschrift: Unterschrift;
  aushaendigung: Aushaendigung;
  weitergabe: Weitergabe;
  erstberatung: Erstberatung;
  person_merkmal: PersonMerkmal;
  sprechstunde: Sprechstunde;
  sprechstunde_ausfall: SprechstundeAusfall;
  termin: Termin;
  abwesenheit: Abwesenheit;
  kalender_abo: KalenderAbo;
  nachricht: Nachricht;
  begleitungscode: Begleitungscode;
  doppelbetreuung: Doppelbetreuung;
  abgleich: Abgleich;
  person_verschieden: PersonVerschieden;
  zusammenfuehrung: Zusammenfuehrung;
  angebot: Angebot;
  angebot_kommune: AngebotKommune;
  vereinbarung: Vereinbarung;
  netzwerktreffen: Netzwerktreffen;
  assessment: Assessment;
  assessment_bereich: AssessmentBereich;
  selbststand: Selbststand;
  hilfeplan: Hilfeplan;
  hilfeplan_ziel: HilfeplanZiel;
  hilfeplan_schritt: HilfeplanSchritt;
  hilfeplan_stand: HilfeplanStand;
  hilfeplan_version: HilfeplanVersion;
  erfolgsbericht_entwurf: ErfolgsberichtEntwurf;
  erfolgsbericht: Erfolgsbericht;
  vermittlung: Vermittlung;
  vermittlung_stand: VermittlungStand;
  beobachtung: Beobachtung;
  beobachtung_herkunft: BeobachtungHerkunft;
  akteur: Akteur;
  federfuehrung: Federfuehrung;
  haushalt: Haushalt;
  fall_verbindung: FallVerbindung;
  aufgabe: Aufgabe;
  notiz: Notiz;
  nachtrag: Nachtrag;
  dokument: Dokument;
  uebergabe_anfrage: UebergabeAnfrage;
  uebergabe_anfrage_fall: UebergabeAnfrageFall;
  uebergabeblatt: Uebergabeblatt;
  abschluss: Abschluss;
  angebot_abgleich: AngebotAbgleich;
  faktor_totp: FaktorTotp;
  faktor_passkey: FaktorPasskey;
  wiederherstellungscode: Wiederherstellungscode;
  faktor_aufgabe: FaktorAufgabe;
  einladung: Einladung;
  anbieter: Anbieter;
  anbieter_rolle: AnbieterRolle;
  konto_anbieter: KontoAnbieter;
  anbieter_vorgang: AnbieterVorgang;
  oeffnung: Oeffnung;
  oeffnung_wunsch: OeffnungWunsch;
  notzugriff: Notzugriff;
  protokollblock: Protokollblock;
  lesezugriff_verzeichnis: LesezugriffVerzeichnis;
  auffaelligkeit: Auffaelligkeit;
  stichprobe: Stichprobe;
  hauptschluessel: Hauptschluessel;
  wurzelschluessel: Wurzelschluessel;
  ersuchen: Ersuchen;
  ersuchen_schritt: ErsuchenSchritt;
  ersuchen_schwaerzung: ErsuchenSchwaerzung;
  ersuchen_kopie: ErsuchenKopie;
  einschraenkung: Einschraenkung;
  aufbewahrungsregel: Aufbewahrungsregel;
  loeschsperre: Loeschsperre;
  loeschlauf: Loeschlauf;
  loeschlauf_posten: LoeschlaufPosten;
  loeschnachweis: Loeschnachweis;
  fall_nummer: FallNummer;
  ausgabe: Ausgabe;
  ausgabe_nummer: AusgabeNummer;
}
