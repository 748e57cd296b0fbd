import { herkunftsland } from './herkunftsland.ts';
import type { CodePlan, ListenPlan } from '#src/kreis/plan.ts';

function code(
  name: string,
  bezeichnung: string,
  bezeichnungEn: string,
  variante: readonly string[] = [],
  gemeinsam = name,
): CodePlan {
  return { code: name, bezeichnung, bezeichnungEn, variante, gemeinsam };
}

const geschlecht = [
  code('w', 'weiblich', 'female', ['w', 'Frau', 'f']),
  code('m', 'männlich', 'male', ['m', 'Mann', 'maennlich']),
  code('d', 'divers', 'diverse', ['d']),
];

const leistungsbezug = [
  code('sgb_ii', 'SGB II', 'SGB II (basic income support)', [
    'SGB 2',
    'Bürgergeld',
    'ALG II',
    'Grundsicherungsgeld',
  ]),
  code('asylblg', 'AsylbLG', 'AsylbLG (asylum seekers’ benefits)', ['AsylBG', 'Asylbewerberleistungen']),
  code('sgb_iii', 'SGB III', 'SGB III (unemployment benefit)', ['ALG I', 'Arbeitslosengeld']),
  code('sgb_xii', 'SGB XII', 'SGB XII (social assistance)', [
    'SGB 12',
    'Grundsicherung im Alter',
    'Sozialhilfe',
  ]),
  code('sgb_viii', 'SGB VIII', 'SGB VIII (youth welfare)', ['SGB 8', 'Jugendhilfe']),
  code('wohngeld', 'Wohngeld', 'housing benefit'),
  code('kindergeld', 'Kindergeld', 'child benefit'),
  code('kinderzuschlag', 'Kinderzuschlag', 'supplementary child allowance'),
  code('bafoeg', 'BAföG', 'BAföG (student support)', ['BAfoeG', 'BAB']),
  code('rente', 'Rente', 'pension'),
  code('eigenes_einkommen', 'eigenes Einkommen', 'own income', ['Erwerbseinkommen', 'Lohn']),
  code('keine', 'keine Leistungen', 'no benefits', ['keine', 'ohne Leistungsbezug']),
  code('sonstiges', 'Sonstiges', 'other', ['sonstige']),
];

/** The twelve areas of life (Case-Management-Konzept Kreis Unna, 2.2); their codes are the common keys of all Kreise. */
const zwoelfLebensbereiche = [
  code('aufenthalt', 'Aufenthalt', 'residence'),
  code('sprache', 'Sprachkompetenz', 'language skills', ['Sprache']),
  code('arbeit', 'Arbeit', 'work'),
  code('finanzen', 'Leistungsbezug/Finanzen', 'benefits and finances', ['Finanzen', 'Leistungsbezug']),
  code('wohnen', 'Wohnen', 'housing'),
  code('bildung', 'Bildung und Ausbildung', 'education and training', ['Bildung', 'Ausbildung']),
  code('teilhabe', 'gesellschaftliche und soziale Teilhabe', 'social participation', ['Teilhabe']),
  code('kinder', 'Kinder/Versorgung', 'children and care', ['Kinder', 'Familie']),
  code('gesundheit', 'Gesundheit', 'health'),
  code('mobilitaet', 'Mobilität', 'mobility'),
  code('behinderung', 'Behinderung', 'disability'),
  code('sonstiges', 'sonstiges', 'other', ['Sonstiges']),
];

/** The fields in which Rheine reports, each mapped to one of the twelve areas. */
const rheinerHandlungsfelder = [
  code('aufenthalt_recht', 'Aufenthalt / Recht', 'residence and law', ['Aufenthalt', 'Recht'], 'aufenthalt'),
  code('gesundheit', 'Gesundheit', 'health'),
  code('sprache_bildung', 'Sprache / Bildung', 'language and education', ['Sprache', 'Bildung'], 'sprache'),
  code('wohnen', 'Wohnen', 'housing'),
  code('familie', 'Familie', 'family', ['Kinder'], 'kinder'),
  code('finanzen', 'Finanzen', 'finances', ['Leistungsbezug']),
  code('arbeit', 'Arbeit', 'work', ['Schule / Beruf', 'Beruf']),
  code('teilhabe', 'Teilhabe', 'participation'),
  code('behoerdengaenge', 'Behördengänge', 'dealings with authorities', ['Behoerdengaenge'], 'sonstiges'),
  code('mobilitaet', 'Mobilität', 'mobility'),
  code('behinderung', 'Behinderung', 'disability'),
  code('sonstiges', 'Sonstiges', 'other', ['sonstiges']),
];

const ergebnis = [
  code('information', 'Information', 'information', [
    'Informationsweitergabe',
    'einmalige Beratung',
    'Einmalberatung',
  ]),
  code('verweis_mbe', 'Verweisberatung MBE', 'referred to MBE', ['Verweis MBE']),
  code('verweis_jmd', 'Verweisberatung JMD', 'referred to JMD', ['Verweis JMD']),
  code(
    'verweis_team',
    'Verweisberatung Team Beratung und Begleitung',
    'referred to the municipal counselling team',
    ['Team Beratung und Begleitung'],
    'verweis_kommune',
  ),
  code('verweis_sonstige', 'Verweisberatung andere Stelle', 'referred elsewhere', ['Verweisberatung']),
  code('kein_cm_fall', 'kein Case Management-Fall', 'not a case for case management', ['kein CM-Fall']),
];

const abschlussgrund = [
  code('bearbeitet', 'Hilfebedarfe bearbeitet', 'needs dealt with', ['Bedarfe bearbeitet']),
  code('nicht_gewuenscht', 'Unterstützung nicht mehr gewünscht', 'support no longer wanted', [
    'nicht mehr gewünscht',
    'keine Teilnahme gewünscht',
  ]),
  code('mitwirkung', 'mangelnde Mitwirkung', 'lack of cooperation', ['fehlende Mitwirkung']),
  code('umzug', 'Umzug', 'moved away', ['Wegzug', 'verzogen']),
  code('rueckkehr', 'Rückkehr ins Heimatland', 'returned to the country of origin', ['Rückkehr', 'Ausreise']),
  code('kein_kontakt', 'lange ohne Kontakt', 'long without contact', ['kein Kontakt mehr']),
  code('verweis', 'Übergang in ein Regelangebot', 'handed on to a regular service'),
  code('verstorben', 'verstorben', 'deceased'),
];

const ruhegrund = [
  code('nicht_gemeldet', 'lange nicht gemeldet', 'no contact for a long time', ['nicht gemeldet']),
  code('kein_bedarf', 'aktuell kein Beratungsbedarf', 'no need for counselling at present', [
    'kein Bedarf',
    'aktuell kein Bedarf',
  ]),
];

/** Access paths of Rheine with the counselling offices by name. */
const rheinerZugang = [
  code('eigeninitiative', 'Eigeninitiative', 'own initiative', ['selbst']),
  code(
    'beratungsstelle_caritas',
    'Beratungsstelle Caritasverband',
    'counselling office of Caritas',
    ['Caritas'],
    'beratungsstelle',
  ),
  code(
    'beratungsstelle_lernen_foerdern',
    'Beratungsstelle Lernen fördern',
    'counselling office of Lernen fördern',
    ['Lernen fördern'],
    'beratungsstelle',
  ),
  code('familie_bekannte', 'Familie / Bekannte', 'family or acquaintances', ['Familie', 'Bekannte']),
  code('jobcenter', 'Jobcenter – Arbeitsvermittlung', 'Jobcenter, job placement', [
    'Jobcenter',
    'Jobcenter - Arbeitsvermittlung',
  ]),
  code('schule', 'Schule', 'school'),
  code('sozialamt', 'Sozialamt', 'social welfare office'),
  code('abh', 'Ausländerbehörde', 'foreigners’ authority', ['ABH']),
  code('mbe', 'MBE', 'migration advice for adults', ['Migrationsberatung'], 'migrationsberatung'),
  code('jmd', 'JMD', 'youth migration service', ['Jugendmigrationsdienst'], 'migrationsberatung'),
  code('team_beratung', 'Team Beratung und Begleitung', 'municipal counselling team', [], 'kommune'),
  code('ehrenamt', 'Ehrenamt', 'volunteers', ['Ehrenamtliche']),
  code('sonstige', 'Sonstige', 'other', ['Sonstiges']),
];

/** The five channels of Kreis Unna (Case-Management-Konzept, 4.1) and the initiative of the person. */
const unnaerZugang = [
  code('abh', 'Zusteuerung Ausländerbehörde', 'foreigners’ authority', ['Ausländerbehörde', 'ABH']),
  code(
    'sozialverwaltung',
    'Zusteuerung Sozialverwaltung',
    'social administration',
    ['Sozialamt'],
    'sozialamt',
  ),
  code(
    'institution',
    'Institution oder Beratungsstelle',
    'institution or counselling office',
    ['Schule', 'Jobcenter', 'Migrationsberatung'],
    'beratungsstelle',
  ),
  code('ehrenamt', 'Ehrenamt / Migrant*innenselbstorganisation', 'volunteers or migrant organisation', [
    'Ehrenamt',
    'MO',
  ]),
  code(
    'direkte_ansprache',
    'direkte Ansprache',
    'direct address',
    ['Aushang', 'Flyer', 'Mund-zu-Mund-Propaganda'],
    'oeffentlichkeitsarbeit',
  ),
  code('eigeninitiative', 'Eigeninitiative', 'own initiative'),
];

const coesfelderZugang = [
  code('ehrenamt', 'Flüchtlingsinitiative / Ehrenamt', 'volunteers', ['Ehrenamt']),
  code(
    'traeger',
    'Träger der freien Wohlfahrt',
    'welfare organisation',
    ['Wohlfahrtsverband'],
    'beratungsstelle',
  ),
  code('abh', 'Ausländerbehörde', 'foreigners’ authority', ['ABH']),
  code('sozialamt', 'Sozialamt', 'social welfare office'),
  code('jobcenter', 'Jobcenter', 'Jobcenter'),
  code('schule', 'Schule', 'school'),
  code('eigeninitiative', 'Eigeninitiative', 'own initiative'),
];

const gemeinsam = { geschlecht, herkunftsland, leistungsbezug, ergebnis, abschlussgrund, ruhegrund };

export const unnaListen: ListenPlan = {
  ...gemeinsam,
  lebensbereich: zwoelfLebensbereiche,
  zugang: unnaerZugang,
};
export const steinfurtListen: ListenPlan = {
  ...gemeinsam,
  lebensbereich: rheinerHandlungsfelder,
  zugang: rheinerZugang,
};
export const coesfeldListen: ListenPlan = {
  ...gemeinsam,
  lebensbereich: zwoelfLebensbereiche,
  zugang: coesfelderZugang,
};
