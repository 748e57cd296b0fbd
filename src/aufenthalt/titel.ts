/** What a residence document is: title, toleration, asylum procedure, legal fiction, EU right, other. */
export type TitelArt = 'titel' | 'duldung' | 'asyl' | 'fiktion' | 'eu' | 'sonstiges';

/** A value of the list of residence titles. */
export interface Titel {
  readonly code: string;
  readonly bezeichnung: string;
  readonly bezeichnungEn: string;
  /** Provision on which it rests; empty where there is none. */
  readonly grundlage: string;
  readonly art: TitelArt;
  /** Code of the list aufenthaltsgruppe by which people are routed; null where a title does not tell. */
  readonly gruppe: string | null;
  /** Last day on which it was newly granted; those who hold it keep it. */
  readonly neuBis?: string;
}

// Asylum statuses have had old and new legal bases side by side since 12.06.2026 (GEAS); the names stay valid for both.
// code | German | English | basis
const zeilen: Readonly<Record<string, string>> = {
  'asyl gestattet': `
ANKUNFTSNACHWEIS|Ankunftsnachweis|proof of arrival|§ 63a AsylG
GESTATTUNG|Aufenthaltsgestattung|permission to stay during the asylum procedure|§ 55 AsylG`,
  'duldung geduldet': `
DULDUNG_60A_1|Duldung (Anordnung)|toleration (by order)|§ 60a (1) AufenthG
DULDUNG_60A_2_1|Duldung (rechtliche oder tatsächliche Gründe)|toleration (legal or factual reasons)|§ 60a (2) S. 1 AufenthG
DULDUNG_60A_2_3|Duldung (Ermessen)|toleration (discretion)|§ 60a (2) S. 3 AufenthG
DULDUNG_60A_2A|Duldung (gescheiterte Zurückschiebung)|toleration (failed return)|§ 60a (2a) AufenthG
DULDUNG_60A_2B|Duldung (Familie von § 25a)|toleration (family of § 25a)|§ 60a (2b) AufenthG
DULDUNG_60B|Duldung für Personen mit ungeklärter Identität|toleration with unclear identity|§ 60b AufenthG
DULDUNG_60C|Ausbildungsduldung|toleration for vocational training|§ 60c AufenthG
DULDUNG_60D|Beschäftigungsduldung|toleration for employment|§ 60d AufenthG`,
  'titel ukraine': `
AE_24|Aufenthaltserlaubnis vorübergehender Schutz|temporary protection|§ 24 AufenthG`,
  'titel anerkannt': `
AE_25_1|Aufenthaltserlaubnis Asylberechtigte|entitled to asylum|§ 25 (1) AufenthG
AE_25_2_FLUECHTLING|Aufenthaltserlaubnis Flüchtlingseigenschaft|refugee status|§ 25 (2) AufenthG
AE_25_2_SUBSIDIAER|Aufenthaltserlaubnis subsidiärer Schutz|subsidiary protection|§ 25 (2) AufenthG
AE_25_3|Aufenthaltserlaubnis Abschiebungsverbot|ban on deportation|§ 25 (3) AufenthG
NE_26_3|Niederlassungserlaubnis für Schutzberechtigte|settlement permit after protection|§ 26 (3) AufenthG`,
  'titel chancen_104c': `
AE_104C|Chancen-Aufenthaltsrecht|opportunity residence|§ 104c AufenthG`,
  'titel bleiberecht_25a': `
AE_25A_1|Aufenthaltserlaubnis gut integrierte Jugendliche|well integrated young people|§ 25a (1) AufenthG
AE_25A_2|Aufenthaltserlaubnis Familie von § 25a|family of § 25a|§ 25a (2) AufenthG`,
  'titel bleiberecht_25b': `
AE_25B_1|Aufenthaltserlaubnis nachhaltige Integration|sustained integration|§ 25b (1) AufenthG
AE_25B_4|Aufenthaltserlaubnis Familie von § 25b|family of § 25b|§ 25b (4) AufenthG
AE_25B_6|Aufenthaltserlaubnis nach Beschäftigungsduldung|after toleration for employment|§ 25b (6) AufenthG`,
  'titel familie': `
AE_28|Familiennachzug zu Deutschen|family of Germans|§ 28 AufenthG
AE_30|Ehegattennachzug|spouses|§ 30 AufenthG
AE_32|Kindernachzug|children|§ 32 AufenthG
AE_33|Geburt im Bundesgebiet|born in Germany|§ 33 AufenthG
AE_34|Kinder, eigenständig|children, independent|§ 34 AufenthG
AE_36|Eltern und sonstige Familienangehörige|parents and other family|§ 36 AufenthG
AE_36A|Familiennachzug zu subsidiär Schutzberechtigten|family of those with subsidiary protection|§ 36a AufenthG
NE_28_2|Niederlassungserlaubnis Familie von Deutschen|settlement permit, family of Germans|§ 28 (2) AufenthG`,
  'titel sonstige': `
AE_16A|Aufenthaltserlaubnis Berufsausbildung|vocational training|§ 16a AufenthG
AE_16B|Aufenthaltserlaubnis Studium|studies|§ 16b AufenthG
AE_16C|Mobilität im Studium|mobility of students|§ 16c AufenthG
AE_16D|Aufenthaltserlaubnis Anerkennung der Qualifikation|recognition of qualifications|§ 16d AufenthG
AE_16E|Aufenthaltserlaubnis Praktikum EU|EU internship|§ 16e AufenthG
AE_16F|Aufenthaltserlaubnis Sprachkurs oder Schule|language course or school|§ 16f AufenthG
AE_16G|Aufenthaltserlaubnis Ausbildung für Ausreisepflichtige|training for persons required to leave|§ 16g AufenthG
AE_17|Suche nach Ausbildung oder Studium|search for training or studies|§ 17 AufenthG
AE_18A|Fachkräfte mit Berufsausbildung|skilled workers with training|§ 18a AufenthG
AE_18B|Fachkräfte mit Studium|skilled workers with a degree|§ 18b AufenthG
BLAUE_KARTE_18G|Blaue Karte EU|EU Blue Card|§ 18g AufenthG
AE_18D|Forschung|research|§ 18d AufenthG
AE_18F|mobile Forschende|mobile researchers|§ 18f AufenthG
ICT_19|ICT-Karte|ICT card|§ 19 AufenthG
ICT_19B|Mobiler-ICT-Karte|mobile ICT card|§ 19b AufenthG
AE_19C|sonstige Beschäftigung|other employment|§ 19c AufenthG
AE_19D|qualifizierte Geduldete|qualified tolerated persons|§ 19d AufenthG
AE_19E|Europäischer Freiwilligendienst|European voluntary service|§ 19e AufenthG
AE_20|Arbeitsplatzsuche für Fachkräfte|job search|§ 20 AufenthG
CHANCENKARTE_20A|Chancenkarte|opportunity card|§ 20a AufenthG
AE_21|selbständige Tätigkeit|self-employment|§ 21 AufenthG
AE_22|Aufnahme aus dem Ausland|admission from abroad|§ 22 AufenthG
AE_23_1|Aufenthaltsgewährung durch das Land|admission by the Land|§ 23 (1) AufenthG
AE_23_2|Aufnahme durch den Bund|admission by the Federation|§ 23 (2) AufenthG
AE_23_4|Resettlement|resettlement|§ 23 (4) AufenthG
AE_23A|Härtefall|hardship|§ 23a AufenthG
AE_25_4_1|vorübergehender Aufenthalt|temporary stay|§ 25 (4) S. 1 AufenthG
AE_25_4_2|Verlängerung wegen Härte|extension for hardship|§ 25 (4) S. 2 AufenthG
AE_25_4A|Opfer von Menschenhandel|victims of trafficking|§ 25 (4a) AufenthG
AE_25_4B|Opfer von Schwarzarbeit|victims of exploitation at work|§ 25 (4b) AufenthG
AE_25_5|Ausreise unmöglich|departure impossible|§ 25 (5) AufenthG
AE_31|eigenständig nach Trennung|independent after separation|§ 31 AufenthG
AE_37|Wiederkehr|return|§ 37 AufenthG
AE_38|ehemalige Deutsche|former Germans|§ 38 AufenthG
AE_38A|Daueraufenthalt in anderem EU-Staat|long-term residents of another EU state|§ 38a AufenthG
AE_7_1_3|sonstiger Aufenthaltszweck|other purpose|§ 7 (1) S. 3 AufenthG
NE_9|Niederlassungserlaubnis|settlement permit|§ 9 AufenthG
DAUERAUFENTHALT_EU_9A|Erlaubnis zum Daueraufenthalt EU|EU long-term residence|§ 9a AufenthG
NE_18C|Niederlassungserlaubnis für Fachkräfte|settlement permit, skilled workers|§ 18c AufenthG
NE_21_4|Niederlassungserlaubnis für Selbständige|settlement permit, self-employed|§ 21 (4) AufenthG
NE_26_4|Niederlassungserlaubnis aus humanitären Gründen|settlement permit, humanitarian|§ 26 (4) AufenthG
NE_31_3|Niederlassungserlaubnis nach Trennung|settlement permit after separation|§ 31 (3) AufenthG
NE_35|Niederlassungserlaubnis für Kinder|settlement permit, children|§ 35 AufenthG
NE_38|Niederlassungserlaubnis für ehemalige Deutsche|settlement permit, former Germans|§ 38 AufenthG
VISUM_6|Visum|visa|§ 6 AufenthG`,
  'fiktion -': `
FIKTION_81_3|Fiktionsbescheinigung (Antrag rechtzeitig, ohne Titel)|fictional certificate, first application|§ 81 (3) AufenthG
FIKTION_81_4|Fiktionsbescheinigung (Verlängerung beantragt)|fictional certificate, extension applied for|§ 81 (4) AufenthG`,
  'eu eu': `
EU_FREIZUEGIG|Freizügigkeit EU|EU free movement|§ 2 FreizügG/EU
EU_AUFENTHALTSKARTE|Aufenthaltskarte Familienangehörige|residence card, family of EU citizens|§ 5 FreizügG/EU
EU_DAUERAUFENTHALT|Daueraufenthalt EU-Bürger*innen|permanent residence, EU citizens|§ 4a FreizügG/EU
GB_DOKUMENT|Aufenthaltsdokument-GB|residence document GB|§ 16 FreizügG/EU`,
  'sonstiges -': `
HEIMATLOS|heimatloser Ausländer|homeless foreigner|HAuslG
SPAETAUSSIEDLER|Spätaussiedler*in|late repatriate|§ 4 BVFG
DEUTSCH|deutsche Staatsangehörigkeit|German citizenship|StAG
NOT_RECORDED|nicht erhoben|not asked|
UNKNOWN|unbekannt|unknown|`,
};

// No new grants of § 104c after the end of 2025.
const neuBis: Readonly<Record<string, string>> = { AE_104C: '2025-12-31' };

function isArt(text: string): text is TitelArt {
  return ['titel', 'duldung', 'asyl', 'fiktion', 'eu', 'sonstiges'].includes(text);
}

/** Residence titles in the order in which a list offers them; there is no value for an unlawful stay (§ 87 AufenthG). */
export const titelListe: readonly Titel[] = Object.entries(zeilen).flatMap(([kopf, text]) => {
  const [art = '', gruppe = '-'] = kopf.split(' ');
  return text
    .trim()
    .split('\n')
    .map((zeile) => {
      const [code = '', bezeichnung = '', bezeichnungEn = '', grundlage = ''] = zeile.split('|');
      const ende = neuBis[code];
      return {
        code,
        bezeichnung,
        bezeichnungEn,
        grundlage,
        art: isArt(art) ? art : 'sonstiges',
        gruppe: gruppe === '-' ? null : gruppe,
        ...(ende === undefined ? {} : { neuBis: ende }),
      };
    });
});

/** The title of a code, or undefined. */
export function findTitel(code: string): Titel | undefined {
  return titelListe.find((titel) => titel.code === code);
}
