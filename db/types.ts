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
  liste: 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich' | 'zugang' | 'ergebnis' | 'abschlussgrund' | 'ruhegrund';
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
  rolle: 'casemanager' | 'casemanager_abh' | 'koordination' | 'verwaltungsassistenz' | 'ki_leitung' | 'traegerleitung' | 'abh_ebh' | 'lenkungskreis' | 'controlling' | 'ministerium' | 'datenschutz' | 'administration' | 'uebernahme';
  traeger_id: string | null;
  region_id: string | null;
  gueltig_ab: Generated<Date>;
  gueltig_bis: Date | null;
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
}

/** Angemeldete Geräte; abgemeldet heißt gelöscht. */
export interface Sitzung {
  kreis_id: string;
  konto_id: string;
  /** SHA-256 des Sitzungsgeheimnisses; das Geheimnis selbst liegt nur im Browser. */
  pruefwert: string;
  /** Wie stark angemeldet wurde: 1 = Kennwort. */
  stufe: Generated<number>;
  angelegt_am: Generated<Date>;
  /** Letzter Gebrauch, auf die Minute genau. */
  zuletzt_am: Generated<Date>;
  /** Spätestes Ende, gleich wie oft sie gebraucht wird. */
  endet_am: Date;
  /** Kennung des Browsers, damit man die eigene Sitzung wiedererkennt. */
  geraet: Generated<string>;
}

/** Versuche der letzten Zeit, aus denen die Sperre folgt. */
export interface Anmeldeversuch {
  anmeldename: string;
  /** Netzadresse, von der der Versuch kam. */
  adresse: string;
  am: Generated<Date>;
  /** Falsch auch dann, wenn es das Konto nicht gibt. */
  gelungen: boolean;
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
  merkmal: 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich' | 'personen';
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
}
