import { steinfurtListen } from './codelisten.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { steinfurtStellen } from './steinfurt-stellen.ts';

const vorlage = 'Vorlage 197/23, Stadt Rheine';
const verfahren = 'Interessenbekundungsverfahren Kreis Steinfurt 2024';
const links = 'Rheine links der Ems';
const rechts = 'Rheine rechts der Ems';

const kommunen = (
  [
    ['05566004', 'Altenberge'],
    ['05566008', 'Emsdetten'],
    ['05566012', 'Greven'],
    ['05566016', 'Hörstel'],
    ['05566020', 'Hopsten'],
    ['05566024', 'Horstmar'],
    ['05566028', 'Ibbenbüren'],
    ['05566032', 'Ladbergen'],
    ['05566036', 'Laer'],
    ['05566040', 'Lengerich'],
    ['05566044', 'Lienen'],
    ['05566048', 'Lotte'],
    ['05566052', 'Metelen'],
    ['05566056', 'Mettingen'],
    ['05566060', 'Neuenkirchen'],
    ['05566064', 'Nordwalde'],
    ['05566068', 'Ochtrup'],
    ['05566072', 'Recke'],
    ['05566080', 'Saerbeck'],
    ['05566084', 'Steinfurt'],
    ['05566088', 'Tecklenburg'],
    ['05566092', 'Westerkappeln'],
    ['05566096', 'Wettringen'],
  ] as const
).map(([ags, name]) => ({ ags, name }));

/** Kreis Steinfurt with the Regionalbereich Rheine, whose cases are still in the workbook of the Kreis. */
export const steinfurt: KreisPlan = {
  id: 'steinfurt',
  ags: '05566',
  name: 'Kreis Steinfurt',
  kommune: [
    ...kommunen,
    {
      ags: '05566076',
      name: 'Rheine',
      variante: ['Stadt Rheine'],
      ortsteil: [
        {
          name: links,
          variante: ['links der Ems', 'links', 'Rheine links'],
          strasse: [
            'Salzbergener Straße',
            'Neuenkirchener Straße',
            'Münsterstraße',
            'Bahnhofstraße',
            'Hauenhorster Straße',
            'Dutumer Straße',
            'Felsenstraße',
            'Darbrookstraße',
            'Sprickmannstraße',
            'Bühnertstraße',
          ],
        },
        {
          name: rechts,
          variante: ['rechts der Ems', 'rechts', 'Rheine rechts'],
          strasse: [
            'Osnabrücker Straße',
            'Lingener Damm',
            'Basilikastraße',
            'Bonifatiusstraße',
            'Schotthockstraße',
            'Friedrich-Ebert-Ring',
            'Elter Straße',
            'Surenburgstraße',
            'Konrad-Adenauer-Ring',
            'Breite Straße',
          ],
        },
      ],
    },
  ],
  region: [
    { slug: 'rheine', name: 'Rheine', art: 'regionalbereich', eigeneKoordination: true, kommune: ['Rheine'] },
    {
      slug: 'rg1',
      name: 'Recke, Mettingen, Westerkappeln, Lotte',
      art: 'regionalgruppe',
      kommune: ['Recke', 'Mettingen', 'Westerkappeln', 'Lotte'],
    },
    { slug: 'rg2', name: 'Hörstel, Saerbeck', art: 'regionalgruppe', kommune: ['Hörstel', 'Saerbeck'] },
    {
      slug: 'rg3',
      name: 'Nordwalde, Altenberge',
      art: 'regionalgruppe',
      kommune: ['Nordwalde', 'Altenberge'],
    },
  ],
  traeger: [
    {
      slug: 'caritas_rheine',
      name: 'Caritas Rheine',
      rechtsname: 'Caritas Rheine e. V.',
      variante: ['Caritas', 'Caritas Rheine e.V.', 'Caritasverband Rheine'],
      art: 'freier_traeger',
      standort: [{ name: 'Beratungsstelle Caritas', kommune: 'Rheine' }],
    },
    {
      slug: 'lernen_foerdern',
      name: 'Lernen fördern',
      rechtsname: 'Lernen fördern e. V.',
      variante: ['Lernen fördern e.V.', 'Lernen foerdern', 'LF'],
      art: 'freier_traeger',
      standort: [{ name: 'Beratungsstelle Lernen fördern', kommune: 'Rheine' }],
    },
  ],
  gebiet: [
    { traeger: 'lernen_foerdern', kommune: ['Rheine'], ab: '2021-09-01', bis: '2022-07-01' },
    { traeger: 'caritas_rheine', kommune: ['Rheine'], ortsteil: links, ab: '2022-07-01' },
    { traeger: 'lernen_foerdern', kommune: ['Rheine'], ortsteil: rechts, ab: '2022-07-01' },
  ],
  behoerde: [
    {
      art: 'abh',
      name: 'Ausländerbehörde Stadt Rheine',
      kommune: ['Rheine'],
      reihe: {
        name: 'aufenthalt_25a_25b',
        quelle: vorlage,
        jahre: [
          [2017, 31],
          [2018, 33],
          [2019, 34],
          [2020, 48],
          [2021, 59],
          [2022, 80],
        ],
      },
    },
    {
      art: 'ebh',
      name: 'Einbürgerungsbehörde Stadt Rheine',
      teilVon: 'Ausländerbehörde Stadt Rheine',
      kommune: ['Rheine'],
      reihe: {
        name: 'einbuergerung',
        quelle: vorlage,
        jahre: [
          [2017, 82],
          [2018, 81],
          [2019, 106],
          [2020, 114],
          [2021, 166],
          [2022, 209],
        ],
      },
    },
    { art: 'abh', name: 'Ausländerbehörde Kreis Steinfurt', kommune: kommunen.map((k) => k.name) },
    { art: 'ebh', name: 'Einbürgerungsbehörde Kreis Steinfurt', kommune: kommunen.map((k) => k.name) },
  ],
  vertrag: [
    { traeger: 'lernen_foerdern', region: 'rheine', art: 'weiterleitungsvertrag', ab: '2021-09-01' },
    { traeger: 'caritas_rheine', region: 'rheine', art: 'weiterleitungsvertrag', ab: '2022-07-01' },
    { traeger: 'lernen_foerdern', region: 'rheine', art: 'kooperationsvereinbarung', ab: '2022-07-01' },
    { traeger: 'caritas_rheine', region: 'rheine', art: 'kooperationsvereinbarung', ab: '2022-07-01' },
  ],
  stelle: steinfurtStellen,
  satz: [
    { art: 'personalkosten_je_vzae', cent: 5_700_000, ab: '2024-01-01', quelle: verfahren },
    { art: 'sachkosten_je_vzae', cent: 970_000, ab: '2024-01-01', quelle: verfahren },
  ],
  liste: steinfurtListen,
  regel: [
    {
      ab: '2021-05-01',
      quelle: vorlage,
      werte: {
        aktiv_regel: { art: 'gemeldet' },
        fallschluessel: { art: 'keiner' },
        fallschluessel_basis: { basis: 'teilnehmende', kurzberatung: null },
        komplexer_fall: { lebensbereiche: 2, mehrereInstitutionen: true, schwereAusnahme: false },
        lebensbereich_bericht: { liste: 'eigene' },
        kurzberatung: {
          kontakte: null,
          bedarfe: null,
          stufen: ['sonstiger Beratungskontakt', 'Case Management'],
        },
        zielgruppe: { art: 'neuzugewandert', jahre: 5 },
        zugang_liste: { hinweis: 'Kontaktwege mit den Beratungsstellen der Träger' },
        re_assessment: { art: 'regelmaessig', monate: 6 },
        plan_name: { name: 'Zielvereinbarung/Integrationsvereinbarung', unterschrift: 'beide' },
        abschlussgrund: { codes: ['bearbeitet', 'nicht_gewuenscht', 'umzug', 'rueckkehr'] },
        lenkung: {
          gremium: 'Lenkungsgruppe',
          sitzungenJeJahr: 2,
          koordinierungsgruppe: false,
          geschaeftsfuehrung: 'koordination',
        },
        anstellung: { arten: ['freier_traeger'] },
        vertragsform: { arten: ['weiterleitungsvertrag', 'kooperationsvereinbarung'] },
        baustein_wort: { wort: 'Baustein' },
        vokabular: {
          schreibweise: 'stern',
          klient: 'Klient*in',
          klienten: 'Klient*innen',
          casemanager: 'Case Manager*in',
          koordination: 'Koordinierende Stelle',
          kurzberatung: 'sonstiger Beratungskontakt',
          traeger: 'Träger',
          region: 'Regionalbereich',
        },
        datenwerkzeug: { art: 'fuehrend', landesdatenbankAb: null },
        berichtszyklus: { controlling: 'frei', gremium: 'frei' },
        uebergabe_information: { koordination: true },
      },
    },
    {
      ab: '2024-01-01',
      quelle: verfahren,
      werte: {
        fallschluessel: { art: 'verhaeltnis', zahl: 60 },
        geld: { personalkosten: 'tatsaechlich_bis_hoechstsatz', sachkosten: true, rechnung: 'monatsgenau' },
      },
    },
  ],
};
