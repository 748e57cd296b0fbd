import { unnaListen } from './codelisten.ts';
import type { KreisPlan, StellePlan, TraegerPlan } from '#src/kreis/plan.ts';

const konzept = 'Case-Management-Konzept Kreis Unna, 3.3';
const nord = ['Lünen', 'Selm', 'Werne'];
const mitte = ['Bergkamen', 'Kamen', 'Bönen'];
const sued = ['Unna', 'Holzwickede', 'Fröndenberg/Ruhr', 'Schwerte'];
const beginn = '2021-07-01';

function verwaltung(
  slug: string,
  name: string,
  kommune: string,
  orte: readonly string[] = ['Rathaus'],
): TraegerPlan {
  return {
    slug,
    name,
    rechtsname: name,
    art: 'kommune',
    standort: orte.map((ort, at) => ({ name: ort, kommune, ...(at > 0 ? { art: 'extern' as const } : {}) })),
  };
}

/** Contract and grant notice stand side by side since 2025 (Konzept 3.3, footnotes). */
function casemanagement(
  kommune: string,
  traeger: string,
  vertrag: number,
  bescheidSeit2025: number = vertrag,
): StellePlan[] {
  const stelle = {
    baustein: 2,
    bezeichnung: `Case Management ${kommune}`,
    traeger,
    kommune,
    quelle: konzept,
  } as const;
  return [
    { ...stelle, ebene: 'vertrag', vzae: vertrag, ab: beginn },
    ...(bescheidSeit2025 === vertrag
      ? [{ ...stelle, ebene: 'bescheid' as const, vzae: vertrag, ab: beginn }]
      : [
          { ...stelle, ebene: 'bescheid' as const, vzae: vertrag, ab: beginn, bis: '2025-01-01' },
          { ...stelle, ebene: 'bescheid' as const, vzae: bescheidSeit2025, ab: '2025-01-01' },
        ]),
    { ...stelle, ebene: 'besetzung', vzae: bescheidSeit2025, ab: '2025-01-01' },
  ];
}

function wohlfahrt(traeger: string, region: string): StellePlan[] {
  const stelle = {
    baustein: 2,
    bezeichnung: `Case Management ${region}`,
    traeger,
    vzae: 100,
    quelle: konzept,
  } as const;
  return [
    { ...stelle, ebene: 'vertrag', ab: beginn },
    { ...stelle, ebene: 'bescheid', ab: beginn },
    { ...stelle, ebene: 'besetzung', ab: beginn },
  ];
}

/** Kreis Unna after its Case-Management-Konzept (Stand 01/2026). */
export const unna: KreisPlan = {
  id: 'unna',
  ags: '05978',
  name: 'Kreis Unna',
  kommune: [
    { ags: '05978004', name: 'Bergkamen' },
    { ags: '05978008', name: 'Bönen', variante: ['Boenen'] },
    { ags: '05978012', name: 'Fröndenberg/Ruhr', variante: ['Fröndenberg', 'Froendenberg'] },
    { ags: '05978016', name: 'Holzwickede' },
    { ags: '05978020', name: 'Kamen' },
    { ags: '05978024', name: 'Lünen', variante: ['Luenen'] },
    { ags: '05978028', name: 'Schwerte' },
    { ags: '05978032', name: 'Selm' },
    { ags: '05978036', name: 'Unna', variante: ['Kreisstadt Unna'] },
    { ags: '05978040', name: 'Werne' },
  ],
  region: [
    { slug: 'nordkreis', name: 'Nordkreis', art: 'teilregion', kommune: nord },
    { slug: 'mittelkreis', name: 'Mittelkreis', art: 'teilregion', kommune: mitte },
    { slug: 'suedkreis', name: 'Südkreis', art: 'teilregion', kommune: sued },
    { slug: 'luenen', name: 'Lünen', art: 'regionalbereich', eigeneKoordination: true, kommune: ['Lünen'] },
  ],
  traeger: [
    verwaltung('stadt_luenen', 'Stadt Lünen', 'Lünen', ['Rathaus', 'Brambauer', 'Lünen-Süd', 'Gahmen']),
    verwaltung('stadt_selm', 'Stadt Selm', 'Selm', ['Bürgerhaus']),
    verwaltung('stadt_werne', 'Stadt Werne', 'Werne', [
      'Sozialverwaltung',
      'Arbeitsgemeinschaft für Flüchtlinge',
    ]),
    verwaltung('stadt_bergkamen', 'Stadt Bergkamen', 'Bergkamen'),
    verwaltung('stadt_kamen', 'Stadt Kamen', 'Kamen', ['Rathaus', 'Quartiersbüro Lüner Höhe']),
    verwaltung('gemeinde_boenen', 'Gemeinde Bönen', 'Bönen', [
      'Integrationsstätte',
      'Beratungsbüro Nordkamp',
    ]),
    {
      slug: 'kreis_unna',
      name: 'Kreis Unna',
      rechtsname: 'Kreis Unna, Fachbereich Zuwanderung und Integration',
      art: 'kreis',
      standort: [
        { name: 'Fachbereich 35', kommune: 'Unna' },
        { name: 'Rathaus Holzwickede', kommune: 'Holzwickede', art: 'extern' },
        { name: 'Treffpunkt Windmühle', kommune: 'Fröndenberg/Ruhr', art: 'extern' },
        { name: 'Beratungsbüro Mährstraße', kommune: 'Schwerte', art: 'extern' },
      ],
    },
    {
      slug: 'awo',
      name: 'AWO Lippe-Ems-Ruhr',
      rechtsname: 'Arbeiterwohlfahrt Unterbezirk Lippe-Ems-Ruhr',
      variante: ['AWO', 'AWO Unterbezirk Lippe-Ems-Ruhr', 'AWO UB Lippe-Ems-Ruhr'],
      art: 'freier_traeger',
      standort: [{ name: 'AWO Bergkamen', kommune: 'Bergkamen' }],
    },
    {
      slug: 'caritas_unna',
      name: 'Caritasverband Kreis Unna',
      rechtsname: 'Caritasverband für den Kreis Unna e. V.',
      variante: ['Caritas', 'Caritas Unna', 'Caritasverband für den Kreis Unna'],
      art: 'freier_traeger',
      standort: [{ name: 'Caritas Unna', kommune: 'Unna' }],
    },
    {
      slug: 'umwelt_werkstatt',
      name: 'Umwelt-Werkstatt',
      rechtsname: 'Umwelt-Werkstatt Lünen und Selm gGmbH',
      variante: ['Umweltwerkstatt', 'Umwelt-Werkstatt Lünen und Selm'],
      art: 'freier_traeger',
      standort: [{ name: 'Bildungszentrum Lünen', kommune: 'Lünen' }],
    },
  ],
  gebiet: [
    { traeger: 'stadt_luenen', kommune: ['Lünen'], ab: beginn },
    { traeger: 'stadt_selm', kommune: ['Selm'], ab: beginn },
    { traeger: 'stadt_werne', kommune: ['Werne'], ab: beginn },
    { traeger: 'stadt_bergkamen', kommune: ['Bergkamen'], ab: beginn },
    { traeger: 'stadt_kamen', kommune: ['Kamen'], ab: beginn },
    { traeger: 'gemeinde_boenen', kommune: ['Bönen'], ab: beginn },
    { traeger: 'kreis_unna', kommune: sued, ab: beginn },
    { traeger: 'umwelt_werkstatt', kommune: nord, ab: beginn },
    { traeger: 'awo', kommune: mitte, ab: beginn },
    { traeger: 'caritas_unna', kommune: sued, ab: beginn },
  ],
  behoerde: [
    { art: 'abh', name: 'Ausländerbehörde Stadt Lünen', kommune: ['Lünen'] },
    {
      art: 'abh',
      name: 'Ausländerbehörde Kreis Unna',
      kommune: ['Selm', 'Werne', ...mitte, ...sued],
    },
    { art: 'ebh', name: 'Einbürgerungsbehörde Stadt Lünen', kommune: ['Lünen'] },
    { art: 'ebh', name: 'Einbürgerungsbehörde Kreisstadt Unna', kommune: ['Unna'] },
    {
      art: 'ebh',
      name: 'Einbürgerungsbehörde Kreis Unna',
      kommune: ['Selm', 'Werne', ...mitte, 'Schwerte', 'Fröndenberg/Ruhr', 'Holzwickede'],
    },
  ],
  vertrag: [
    ...['stadt_luenen', 'stadt_selm', 'stadt_werne'].map((traeger) => ({
      traeger,
      region: 'nordkreis',
      art: 'weiterleitungsvertrag' as const,
      ab: beginn,
    })),
    ...['stadt_bergkamen', 'stadt_kamen', 'gemeinde_boenen'].map((traeger) => ({
      traeger,
      region: 'mittelkreis',
      art: 'vertrag' as const,
      ab: beginn,
    })),
    { traeger: 'kreis_unna', region: 'suedkreis', art: 'refinanzierungsvereinbarung', ab: beginn },
    { traeger: 'umwelt_werkstatt', region: 'nordkreis', art: 'weiterleitungsvertrag', ab: beginn },
    { traeger: 'awo', region: 'mittelkreis', art: 'weiterleitungsvertrag', ab: beginn },
    { traeger: 'caritas_unna', region: 'suedkreis', art: 'weiterleitungsvertrag', ab: beginn },
  ],
  stelle: [
    ...(
      [
        ['Koordination Kreis Unna', 'kreis_unna', 350],
        ['Koordination Lünen', 'stadt_luenen', 100],
      ] as const
    ).flatMap(([bezeichnung, traeger, vzae]) =>
      (['bescheid', 'besetzung'] as const).map((ebene) => ({
        baustein: 1 as const,
        ebene,
        bezeichnung,
        traeger,
        vzae,
        ab: beginn,
        quelle: 'Case-Management-Konzept Kreis Unna, 3.1',
      })),
    ),
    ...casemanagement('Lünen', 'stadt_luenen', 350, 250),
    ...casemanagement('Selm', 'stadt_selm', 75),
    ...casemanagement('Werne', 'stadt_werne', 75),
    ...casemanagement('Bergkamen', 'stadt_bergkamen', 150, 100),
    ...casemanagement('Kamen', 'stadt_kamen', 150),
    ...casemanagement('Bönen', 'gemeinde_boenen', 100),
    ...casemanagement('Unna', 'kreis_unna', 150),
    ...casemanagement('Holzwickede', 'kreis_unna', 50),
    ...casemanagement('Fröndenberg/Ruhr', 'kreis_unna', 50),
    ...casemanagement('Schwerte', 'kreis_unna', 150),
    ...casemanagement('Unna', 'kreis_unna', 200).map((stelle) => ({
      ...stelle,
      bezeichnung: 'Erstberatung in der Ausländerbehörde',
      ab: '2024-02-01',
    })),
    ...wohlfahrt('umwelt_werkstatt', 'Nordkreis'),
    ...wohlfahrt('awo', 'Mittelkreis'),
    ...wohlfahrt('caritas_unna', 'Südkreis'),
  ],
  satz: [],
  liste: unnaListen,
  regel: [
    {
      ab: '2021-03-23',
      quelle: 'Case-Management-Konzept Kreis Unna',
      werte: {
        aktiv_regel: { art: 'kontakt', monate: 3 },
        fallschluessel: { art: 'spanne', von: 25, bis: 30 },
        fallschluessel_basis: { basis: 'aktive_faelle', kurzberatung: { von: 30, bis: 35 } },
        komplexer_fall: { lebensbereiche: 3, mehrereInstitutionen: false, schwereAusnahme: true },
        lebensbereich_bericht: { liste: 'eigene' },
        kurzberatung: { kontakte: 2, bedarfe: 2, stufen: ['Kurzberatung', 'Case Management'] },
        zielgruppe: { art: 'fokus', gruppen: ['Geduldete und Gestattete'], freierAnteilProzent: 34 },
        zugang_liste: { hinweis: 'Fünf Zugangswege nach Konzept 4.1' },
        re_assessment: { art: 'bei_bedarf' },
        plan_name: { name: 'Zielvereinbarung/Hilfeplan', unterschrift: 'beide' },
        abschlussgrund: {
          codes: ['bearbeitet', 'nicht_gewuenscht', 'mitwirkung', 'umzug', 'rueckkehr', 'kein_kontakt'],
        },
        uhr_104c: { beginn: 'erteilung' },
        lenkung: {
          gremium: 'Lenkungskreis',
          sitzungenJeJahr: 2,
          koordinierungsgruppe: false,
          geschaeftsfuehrung: 'koordination',
        },
        anstellung: { arten: ['kommune', 'freier_traeger', 'kreis'] },
        vertragsform: { arten: ['weiterleitungsvertrag', 'vertrag', 'refinanzierungsvereinbarung'] },
        baustein_wort: { wort: 'Baustein' },
        vokabular: {
          schreibweise: 'stern',
          klient: 'Ratsuchende*r',
          klienten: 'Ratsuchende',
          casemanager: 'KIM CM',
          koordination: 'KIM KO',
          kurzberatung: 'Kurzberatung',
          traeger: 'Anstellungsträger',
          region: 'Teilregion',
        },
        datenwerkzeug: { art: 'fuehrend', landesdatenbankAb: null },
        berichtszyklus: { controlling: 'vierteljaehrlich', gremium: 'halbjaehrlich' },
        vertrag_bescheid: { massgeblich: 'vertrag' },
        uebergabe_information: { koordination: true },
      },
    },
    {
      ab: '2025-01-01',
      quelle: 'Zuwendungsbescheid 2025',
      werte: { vertrag_bescheid: { massgeblich: 'beide' } },
    },
    {
      ab: '2025-10-01',
      quelle: 'Case-Management-Konzept Kreis Unna, 5.2',
      werte: { datenwerkzeug: { art: 'begleitend', landesdatenbankAb: '2025-10-01' } },
    },
  ],
};
