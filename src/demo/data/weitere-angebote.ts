/** Offers of Kreis Steinfurt, invented. Columns: see readAngebote. */
export const steinfurtAngebote = `
Jobcenter Kreis Steinfurt AöR (jobcenter) | Arbeitsvermittlung Flucht | amt | sgb_ii* | | arbeit,finanzen | gefluechtete | | | 2 | Vermittlung und Leistungen |
Migrationsberatung für Erwachsene (MBE), Caritas Rheine (migrationsberatung) | Migrationsberatung für Erwachsene | beratung | mbe* | Rheine,Neuenkirchen,Wettringen | aufenthalt_recht,finanzen,wohnen | erwachsene | ara,rus | | 1 | Beratung ab 27 Jahren |
Jugendmigrationsdienst (JMD) Rheine (migrationsberatung) | Jugendmigrationsdienst | beratung | jmd* | Rheine,Emsdetten,Steinfurt | sprache_bildung,arbeit | jugendliche,junge_erwachsene | ara | | 3 | 12 bis 27 Jahre |
Team Beratung und Begleitung (kommunales_team) | Begleitung in Übergangswohnungen | beratung | kommunal* | Rheine | wohnen,behoerdengaenge | gefluechtete | ara,pes | | 1 | Aufsuchend in den städtischen Unterkünften |
VHS Rheine (sonstige) | Integrationskurs | sprachkurs | | Rheine | sprache_bildung | erwachsene | | 4/20 | 2 | Vormittags und abends |
Lernen fördern Emsdetten (sonstige) | Berufssprachkurs | sprachkurs | | Emsdetten | sprache_bildung,arbeit | erwachsene | | 7/18 | 9 | Ziel B2 |
Mathias-Stiftung Rheine (gesundheit) | Traumaambulanz | gesundheit | fachberatung | | gesundheit | | ara | 0/20 | 4 | Mit Sprachmittlung |
Wohnraumberatung Ibbenbüren (wohnen) | Mietersprechstunde | wohnen | | Ibbenbüren | wohnen | | | | 12 | Montags im Rathaus |
Sportclub Greven (ehrenamt) | Sport für Mädchen | verein | | Greven | teilhabe | kinder,jugendliche | | 6/15 | nie | Ohne Mitgliedschaft |
Handwerkskammer Münster (sonstige) | Beratung für Betriebe | arbeitgeberservice | | | arbeit | arbeitgeber | | | 5 | Einstellung und Ausbildung |
`;

/** Offers of Kreis Coesfeld, invented. */
export const coesfeldAngebote = `
Jobcenter Kreis Coesfeld (jobcenter) | Fallmanagement Integration | amt | sgb_ii* | | arbeit,finanzen | gefluechtete | | | 2 | Arbeit und Leistungen |
Caritas Coesfeld (migrationsberatung) | Migrationsberatung für Erwachsene | beratung | mbe* | Coesfeld,Billerbeck,Rosendahl | aufenthalt,wohnen | erwachsene | ara,ukr | | 3 | Beratung ab 27 Jahren |
Diakonie Dülmen (migrationsberatung) | Flüchtlingsberatung | beratung | fluechtlingsberatung | Dülmen,Nottuln | aufenthalt,teilhabe | gefluechtete | pes | | 8 | Asyl und Bleiberecht |
VHS Dülmen (sonstige) | Integrationskurs | sprachkurs | | Dülmen | sprache | erwachsene | | 5/20 | 1 | A1 bis B1 |
Flüchtlingsinitiative Dülmen (ehrenamt) | Begegnungscafé | ehrenamt | | Dülmen | teilhabe,sprache | | | | 15 | Sonntags |
Familienbüro Lüdinghausen (jugendamt) | Elternberatung | kinderbetreuung | | Lüdinghausen | kinder | familien | | | 4 | Kita, Tagespflege, Elterngeld |
Wirtschaftsförderung Kreis Coesfeld (sonstige) | Fachkräftelotse | arbeitgeberservice | | | arbeit | arbeitgeber | eng | | 7 | Für Betriebe im Kreis |
`;
