/** Offers of Kreis Unna, invented; several have not been confirmed for long. Columns: see readAngebote. */
export const unnaAngebote = `
Jobcenter Kreis Unna (jobcenter) | Fallmanagement U25 | amt | sgb_ii* | Lünen | arbeit,finanzen | junge_erwachsene | | | 2 | Fallmanagement für junge Menschen im Bürgergeld |
Jobcenter Kreis Unna (jobcenter) | Integrationsfachkräfte Flucht und Asyl | amt | sgb_ii* | | arbeit,finanzen | gefluechtete | ara,ukr | | 1 | Vermittlung in Arbeit und Sprachkurse, Beratung im Rechtskreiswechsel |
Agentur für Arbeit Hamm (arbeitsagentur) | Berufsberatung für Zugewanderte | arbeit | sgb_iii* | | arbeit,bildung | junge_erwachsene,fachkraefte | eng | | 3 | Anerkennung, Ausbildung und Studium |
Agentur für Arbeit Hamm (arbeitsagentur) | Arbeitgeber-Service Zuwanderung | arbeitgeberservice | | | arbeit | arbeitgeber | | | 2 | Beschäftigung von Geflüchteten, Förderung und Aufenthalt in einem Gespräch |
Jugendamt Stadt Lünen (jugendamt) | Allgemeiner Sozialer Dienst | amt | sgb_viii* | Lünen | kinder | familien,kinder | | | 5 | Hilfen zur Erziehung |
Jugendamt Kreis Unna (jugendamt) | Allgemeiner Sozialer Dienst Bönen, Fröndenberg, Holzwickede | amt | sgb_viii* | Bönen,Fröndenberg/Ruhr,Holzwickede | kinder | familien,kinder | | | 4 | Hilfen zur Erziehung |
Jugendmigrationsdienst der AWO (migrationsberatung) | Jugendmigrationsdienst | beratung | jmd* | Kamen,Bergkamen,Bönen,Unna | bildung,arbeit,teilhabe | jugendliche,junge_erwachsene | ara,tur | | 1 | Begleitung am Übergang von Schule zu Beruf, 12 bis 27 Jahre |
Migrationsberatung für Erwachsene (MBE), Caritas Unna (migrationsberatung) | Migrationsberatung für Erwachsene | beratung | mbe* | Unna,Holzwickede,Fröndenberg/Ruhr,Schwerte | aufenthalt,finanzen,wohnen | erwachsene | ara,rus,ukr | | 2 | Beratung ab 27 Jahren, offene Sprechstunde dienstags |
Diakonie Ruhr-Hellweg (migrationsberatung) | Migrationsberatung für Erwachsene | beratung | mbe* | Lünen,Selm,Werne | aufenthalt,finanzen,wohnen | erwachsene | tur,ara | | 8 | Beratung ab 27 Jahren |
Diakonie Ruhr-Hellweg (migrationsberatung) | Soziale Beratung von Geflüchteten | beratung | fluechtlingsberatung | Lünen | aufenthalt,teilhabe | gefluechtete | ara,pes | | 3 | Asylverfahren, Familiennachzug, Härtefälle |
AWO Ruhr-Lippe-Ems (migrationsberatung) | Flüchtlingsberatung Lünen | beratung | fluechtlingsberatung | Lünen | aufenthalt,teilhabe | gefluechtete | tur,kmr | | 4 | Asylverfahren und Alltag |
Stadt Lünen, Sozialamt (sozialverwaltung) | Wohnungshilfe und Prävention | wohnen | kommunal | Lünen | wohnen | | | | 1 | Hilfe bei Kündigung, Räumung und Mietschulden |
Bauverein zu Lünen (wohnen) | Mietberatung in mehreren Sprachen | wohnen | | Lünen | wohnen | | tur,ara | | 7 | Fragen rund um Mietvertrag und Hausordnung |
Verbraucherzentrale Lünen (fachberatung) | Schulden- und Insolvenzberatung | beratung | fachberatung | Lünen | finanzen | erwachsene | | 0/20 | 2 | Wartezeit etwa acht Wochen |
Schuldnerberatung der Diakonie (fachberatung) | Schuldnerberatung | beratung | fachberatung | Unna,Kamen,Bergkamen | finanzen | erwachsene | | 4/25 | 3 | Auch zu Kontopfändung |
VHS Lünen (sonstige) | Integrationskurs A1 bis B1 | sprachkurs | | Lünen | sprache | erwachsene | | 3/20 | 1 | Allgemeiner Integrationskurs, vormittags |
VHS Lünen (sonstige) | Alphabetisierungskurs | sprachkurs | | Lünen | sprache | erwachsene | | 0/14 | 1 | Mit Kinderbetreuung |
VHS Kamen-Bönen (sonstige) | Integrationskurs am Abend | sprachkurs | | Kamen,Bönen | sprache | erwachsene | | 6/20 | 9 | Für Berufstätige |
Multikulturelles Forum (fachberatung) | Berufssprachkurs B2 | sprachkurs | | Lünen | sprache,arbeit | erwachsene,fachkraefte | tur,ara | 5/22 | 2 | Deutsch für den Beruf |
Multikulturelles Forum (fachberatung) | Anerkennungsberatung (IQ) | arbeit | fachberatung | | arbeit,bildung | fachkraefte | tur,rus,eng | | 2 | Anerkennung ausländischer Abschlüsse |
Werkstatt im Kreis Unna (sonstige) | Frauen in Arbeit | arbeit | | Unna,Kamen,Bergkamen | arbeit,kinder | frauen | | 2/15 | 5 | Orientierung, Praktikum, Kinderbetreuung |
Werkstatt im Kreis Unna (sonstige) | Jugendwerkstatt | arbeit | | Unna | arbeit,bildung | junge_erwachsene | | 1/18 | 3 | Holz, Metall, Küche |
Handwerkskammer Dortmund (sonstige) | Willkommenslotsin für Betriebe | arbeitgeberservice | | | arbeit | arbeitgeber | eng | | 4 | Passgenaue Besetzung von Ausbildungsplätzen |
Wirtschaftsförderung Kreis Unna (sonstige) | Runder Tisch Fachkräfte | arbeitgeberservice | | | arbeit | arbeitgeber | | | 11 | Bündelt Fragen der Betriebe und nennt Ansprechpersonen |
Kommunales Integrationszentrum Kreis Unna (kommunales_team) | Sprachmittlungspool | beratung | | | sprache,teilhabe | | ara,ukr,pes,tur,rus,kmr,tir | | 1 | Laien-Sprachmittlung für Gespräche bei Ämtern, Schulen und Ärzten |
Gesundheitsamt Kreis Unna (gesundheit) | Sozialpsychiatrischer Dienst | gesundheit | fachberatung* | | gesundheit | erwachsene | | | 3 | Beratung und Krisenhilfe, Hausbesuche |
Gesundheitsamt Kreis Unna (gesundheit) | Sprechstunde ohne Krankenversicherung | gesundheit | | Unna | gesundheit | | | | 14 | Anonym und kostenfrei, mittwochs |
Psychosoziales Zentrum Dortmund (gesundheit) | Traumaberatung für Geflüchtete | gesundheit | fachberatung | | gesundheit | gefluechtete | ara,pes,kmr | 0/30 | 2 | Wartezeit sechs Monate, Krisentermine möglich |
Klinik am Park Lünen (gesundheit) | Geburtsvorbereitung mehrsprachig | gesundheit | | Lünen | gesundheit,kinder | frauen | ara,tur,ukr | 4/12 | 7 | Kurs mit Hebamme und Sprachmittlung |
Donum Vitae Unna (fachberatung) | Schwangerschaftsberatung | beratung | fachberatung | Unna,Schwerte,Holzwickede | gesundheit,kinder | frauen,familien | | | 3 | Auch Anträge an die Bundesstiftung Mutter und Kind |
Frauen- und Mädchenberatung Kreis Unna (fachberatung) | Beratung bei Gewalt | beratung | fachberatung | | gesundheit,sonstiges | frauen | | | 1 | Vertraulich, auch am Telefon und mit Sprachmittlung |
Frauenforum Unna (fachberatung) | Frauenhaus | wohnen | | | wohnen,kinder | frauen | | 1/16 | 0 | Aufnahme rund um die Uhr, Anschrift geheim |
Lebenshilfe Kreis Unna (fachberatung) | Ergänzende unabhängige Teilhabeberatung | beratung | fachberatung | | behinderung | behinderung | | | 6 | Beratung auf Augenhöhe |
Frühe Hilfen Lünen (jugendamt) | Familienhebamme | kinderbetreuung | | Lünen | kinder,gesundheit | familien | | 2/10 | 4 | Begleitung im ersten Lebensjahr |
Kita-Navigator Lünen (kita) | Brückenprojekt Spielgruppe | kinderbetreuung | | Lünen | kinder,sprache | kinder,familien | | 5/12 | 10 | Für Kinder ohne Kitaplatz |
Familienzentrum Selm (kita) | Griffbereit-Gruppe | kinderbetreuung | | Selm | kinder,sprache | familien | ara,kmr | 3/10 | 2 | Eltern und Kinder bis drei Jahre |
Flüchtlingshilfe Werne (ehrenamt) | Begegnungscafé | ehrenamt | | Werne | teilhabe,sprache | | | | 18 | Jeden zweiten Freitag | Netzwerkkarte Ehrenamt
Flüchtlingshilfe Werne (ehrenamt) | Fahrradwerkstatt | ehrenamt | | Werne | mobilitaet | | | | nie | Reparatur und Ausgabe gespendeter Räder | Netzwerkkarte Ehrenamt
Arbeitskreis Asyl Kamen (ehrenamt) | Patenschaften | ehrenamt | | Kamen | teilhabe,sprache | gefluechtete | | | nie | Begleitung im Alltag durch Ehrenamtliche | Netzwerkkarte Ehrenamt
Freiwilligenzentrum Schwerte (ehrenamt) | Lernpaten | ehrenamt | | Schwerte | bildung,kinder | kinder,jugendliche | | 4/20 | 9 | Hausaufgabenhilfe in der Grundschule | Netzwerkkarte Ehrenamt
Sprachcafé Bergkamen (ehrenamt) | Sprachcafé im Stadtteil | ehrenamt | | Bergkamen | sprache,teilhabe | | tur | | 3 | Mittwochs 15 bis 17 Uhr | Netzwerkkarte Ehrenamt
SV Holzwickede (ehrenamt) | Fußball ohne Grenzen | verein | | Holzwickede | teilhabe | jugendliche | | | 13 | Training ohne Mitgliedschaft im ersten halben Jahr | GeoService Kreis Unna
TuS Fröndenberg (ehrenamt) | Schwimmen für Frauen | verein | | Fröndenberg/Ruhr | teilhabe,gesundheit | frauen | | 0/12 | 8 | Kurs mit Schwimmlehrerin | GeoService Kreis Unna
Moscheeverein Lünen (ehrenamt) | Elternabende | verein | | Lünen | kinder,bildung | familien | tur | | nie | Schule, Kita und Medien | GeoService Kreis Unna
Tafel Unna (ehrenamt) | Lebensmittelausgabe | ehrenamt | | Unna,Kamen,Fröndenberg/Ruhr,Holzwickede | finanzen | | | | 5 | Ausgabe mit Kundenkarte | GeoService Kreis Unna
Stadtteilbüro Brambauer (kommunales_team) | Offene Sozialberatung | beratung | kommunal | Lünen | finanzen,wohnen,teilhabe | | tur | | 1 | Hilfe mit Briefen und Formularen |
Stadt Bergkamen, Integrationsbüro (kommunales_team) | Integrationsberatung | beratung | kommunal | Bergkamen | aufenthalt,finanzen,wohnen | | tur,ara | | 4 | Erste Anlaufstelle im Rathaus |
Quartiersbüro Lüner Höhe (kommunales_team) | Nachbarschaftstreff | verein | | Kamen | teilhabe | familien | | | 6 | Frühstück, Spielenachmittag, Beratung |
Regionalverkehr Unna (sonstige) | Mobilitätstraining | bildung | | | mobilitaet | | | 8/15 | 16 | Fahrplan, Ticket, Sozialticket |
Fahrschule Ruhr (sonstige) | Theorie in einfacher Sprache | bildung | | Schwerte | mobilitaet,arbeit | erwachsene | ara,eng | 2/8 | 2 | Führerschein mit Umschreibung |
`;
