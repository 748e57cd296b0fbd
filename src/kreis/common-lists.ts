import type { CodePlan } from './plan.ts';

function code(name: string, bezeichnung: string, bezeichnungEn: string): CodePlan {
  return { code: name, bezeichnung, bezeichnungEn };
}

/** Lists that every Kreis begins with; what the papers of the Kreise contradict each other in stands in their plans. */
export const commonLists = {
  /** How somebody learned of the offer who came alone (Konzept Kreis Unna 4.1). */
  unterweg: [
    code('aushang', 'Aushang', 'notice'),
    code('flyer', 'Flyer', 'leaflet'),
    code('mundpropaganda', 'Mund-zu-Mund-Propaganda', 'word of mouth'),
    code('internet', 'Internetauftritt', 'web site'),
    code('stadtteilbuero', 'Stadtteilbüro oder offene Stadtteilarbeit', 'neighbourhood office'),
    code('sprachcafe', 'Sprachcafé', 'language café'),
    code('willkommensberatung', 'Willkommensberatung', 'welcome counselling'),
    code('aufsuchend', 'aufsuchende Ansprache', 'outreach'),
  ],
  wohnform: [
    code('aufnahmeeinrichtung', 'Aufnahmeeinrichtung (ZUE)', 'reception centre'),
    code('uebergangswohnung', 'städtische Übergangswohnung', 'municipal transitional housing'),
    code('eigene_wohnung', 'eigene Mietwohnung', 'own rented flat'),
    code('bei_verwandten', 'bei Verwandten oder Bekannten', 'with relatives or friends'),
    code('frauenhaus', 'Frauenhaus', 'women’s shelter'),
    code('wohnungslos', 'wohnungslos', 'homeless'),
    code('sonstige', 'sonstige', 'other'),
  ],
  /** Legal spheres (Ausschreibung Kreis Steinfurt 2.2, Konzept Kreis Unna 4.1); several at once. */
  rechtskreis: [
    code('sgb_ii', 'SGB II', 'SGB II'),
    code('sgb_iii', 'SGB III', 'SGB III'),
    code('sgb_viii', 'SGB VIII', 'SGB VIII'),
    code('sgb_xii', 'SGB XII', 'SGB XII'),
    code('aufenthg', 'AufenthG', 'Residence Act'),
    code('asylblg', 'AsylbLG', 'Asylum Seekers’ Benefits Act'),
    code('gesundheit', 'Gesundheitsvorsorge', 'health care'),
    code('teilhabe', 'Teilhabe (SGB IX)', 'participation (SGB IX)'),
  ],
  /** Residence situations by which people are routed; there is no value for an unlawful stay (§ 87 AufenthG). */
  aufenthaltsgruppe: [
    code(
      'gestattet_sicher',
      'Gestattete aus sicheren Herkunftsländern',
      'asylum seekers from safe countries',
    ),
    code('gestattet', 'Gestattete', 'asylum seekers'),
    code('anerkannt_erst', 'anerkannte Asylbewerber – Ersterteilung', 'recognised, first issue'),
    code('anerkannt', 'anerkannt Schutzberechtigte', 'recognised'),
    code('geduldet', 'Geduldete', 'tolerated persons'),
    code('ukraine', 'Geflüchtete aus der Ukraine', 'people who fled Ukraine'),
    code('chancen_104c', '§ 104c AufenthG', '§ 104c Residence Act'),
    code('bleiberecht_25a', '§ 25a AufenthG', '§ 25a Residence Act'),
    code('bleiberecht_25b', '§ 25b AufenthG', '§ 25b Residence Act'),
    code('einbuergerung', 'im Einbürgerungsverfahren', 'in naturalisation'),
    code('familie', 'Familiennachzug', 'family reunification'),
    code('eu', 'Freizügigkeit EU', 'EU free movement'),
    code('sonstige', 'anderer Aufenthaltstitel', 'other title'),
  ],
  /** What alone is no case for case management (Präsentation Rheine 2023, p. 6): hints, never a wall. */
  kein_fall: [
    code('kita_schule', 'Anmeldung in Kita oder Schule', 'registration for day care or school'),
    code('sportverein', 'Anmeldung im Sportverein', 'registration in a sports club'),
    code('antrag', 'Antrag auf Bürgergeld, Wohngeld oder Ähnliches', 'application for benefits'),
    code('wohnungssuche', 'Wohnungssuche', 'flat hunting'),
    code('arbeitssuche', 'Suche nach Arbeit oder Ausbildung, Bewerbung', 'search for work or training'),
    code('steuererklaerung', 'Steuererklärung', 'tax return'),
    code('nachhilfe', 'Nachhilfe', 'tutoring'),
    code('arztbesuch', 'Begleitung zu Arztbesuchen', 'accompaniment to the doctor'),
    code('nur_aufenthalt', 'allein der Aufenthalt', 'a residence matter alone'),
  ],
} as const satisfies Readonly<Record<string, readonly CodePlan[]>>;
