import { coesfeldListen } from './codelisten.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';

const vorlage = 'Sitzungsvorlage Kreis Coesfeld 2023';
const beginn = '2022-07-01';
const regionen = {
  nord: ['Billerbeck', 'Coesfeld', 'Havixbeck', 'Rosendahl'],
  mitte: ['Dülmen', 'Nottuln'],
  sued: ['Ascheberg', 'Lüdinghausen', 'Nordkirchen', 'Olfen', 'Senden'],
};
const anstellung = [
  { slug: 'stadt_coesfeld', name: 'Stadt Coesfeld', region: 'nord', sitz: 'Coesfeld', zusaetzlich: 250 },
  { slug: 'stadt_duelmen', name: 'Stadt Dülmen', region: 'mitte', sitz: 'Dülmen', zusaetzlich: 100 },
  {
    slug: 'gemeinde_ascheberg',
    name: 'Gemeinde Ascheberg',
    region: 'sued',
    sitz: 'Ascheberg',
    zusaetzlich: 250,
  },
] as const;

/** Kreis Coesfeld after its committee paper of spring 2023: twelve posts, three employers, three regions. */
export const coesfeld: KreisPlan = {
  id: 'coesfeld',
  ags: '05558',
  name: 'Kreis Coesfeld',
  kommune: [
    { ags: '05558004', name: 'Ascheberg' },
    { ags: '05558008', name: 'Billerbeck' },
    { ags: '05558012', name: 'Coesfeld' },
    { ags: '05558016', name: 'Dülmen', variante: ['Duelmen'] },
    { ags: '05558020', name: 'Havixbeck' },
    { ags: '05558024', name: 'Lüdinghausen', variante: ['Luedinghausen'] },
    { ags: '05558028', name: 'Nordkirchen' },
    { ags: '05558032', name: 'Nottuln' },
    { ags: '05558036', name: 'Olfen' },
    { ags: '05558040', name: 'Rosendahl' },
    { ags: '05558044', name: 'Senden' },
  ],
  region: [
    { slug: 'nord', name: 'Region Nord', art: 'teilregion', kommune: regionen.nord },
    { slug: 'mitte', name: 'Region Mitte', art: 'teilregion', kommune: regionen.mitte },
    { slug: 'sued', name: 'Region Süd', art: 'teilregion', kommune: regionen.sued },
  ],
  traeger: anstellung.map(({ slug, name, sitz }) => ({
    slug,
    name,
    rechtsname: name,
    art: 'kommune',
    standort: [{ name: 'Rathaus', kommune: sitz }],
  })),
  gebiet: anstellung.map(({ slug, region }) => ({ traeger: slug, kommune: regionen[region], ab: beginn })),
  behoerde: [
    { art: 'abh', name: 'Ausländerbehörde Kreis Coesfeld', kommune: Object.values(regionen).flat() },
    { art: 'ebh', name: 'Einbürgerungsbehörde Kreis Coesfeld', kommune: Object.values(regionen).flat() },
  ],
  vertrag: anstellung.map(({ slug, region }) => ({
    traeger: slug,
    region,
    art: 'weiterleitungsvertrag',
    ab: '2023-01-01',
  })),
  stelle: [
    {
      baustein: 1,
      ebene: 'bescheid',
      bezeichnung: 'Strategische Koordinierung',
      vzae: 350,
      ab: beginn,
      quelle: vorlage,
    },
    {
      baustein: 1,
      ebene: 'besetzung',
      bezeichnung: 'Strategische Koordinierung',
      vzae: 300,
      ab: '2023-02-01',
      quelle: vorlage,
    },
    {
      baustein: 1,
      ebene: 'bescheid',
      bezeichnung: 'Verwaltungsassistenz',
      vzae: 50,
      ab: beginn,
      quelle: vorlage,
    },
    {
      baustein: 2,
      ebene: 'bescheid',
      bezeichnung: 'Case Management',
      vzae: 600,
      ab: beginn,
      quelle: vorlage,
    },
    {
      baustein: 2,
      ebene: 'besetzung',
      bezeichnung: 'Case Management',
      vzae: 600,
      ab: '2023-02-01',
      quelle: vorlage,
    },
    ...anstellung.map(({ slug, name, zusaetzlich }) => ({
      baustein: 2 as const,
      ebene: 'bescheid' as const,
      bezeichnung: `Case Management ${name}`,
      traeger: slug,
      vzae: zusaetzlich,
      ab: '2023-01-01',
      quelle: vorlage,
    })),
    {
      baustein: 3,
      ebene: 'bescheid',
      bezeichnung: 'Ausländer- und Einbürgerungsbehörde',
      behoerde: 'Ausländerbehörde Kreis Coesfeld',
      vzae: 200,
      ab: beginn,
      quelle: vorlage,
    },
  ],
  satz: [{ art: 'personalkosten_je_vzae', cent: 5_700_000, ab: '2023-01-01', quelle: vorlage }],
  liste: coesfeldListen,
  regel: [
    {
      ab: beginn,
      quelle: vorlage,
      werte: {
        fallschluessel: { art: 'keiner' },
        fallschluessel_basis: { basis: 'alle_beratenen', kurzberatung: null },
        kurzberatung: {
          kontakte: null,
          bedarfe: null,
          stufen: ['Kurzintervention', 'längere Prozessbegleitung', 'intensives KIM-Case Management'],
        },
        zielgruppe: { art: 'ohne_zugang' },
        zugang_liste: { hinweis: 'Zugang vor allem über Ehrenamt und Träger' },
        uhr_104c: { beginn: 'antrag' },
        lenkung: {
          gremium: 'Steuerungsgruppe',
          sitzungenJeJahr: null,
          koordinierungsgruppe: true,
          geschaeftsfuehrung: 'ki_leitung',
        },
        anstellung: { arten: ['kommune'] },
        vertragsform: { arten: ['weiterleitungsvertrag'] },
        baustein_wort: { wort: 'Modul' },
        vokabular: {
          schreibweise: 'paarform',
          klient: 'Klientin oder Klient',
          klienten: 'Menschen mit Einwanderungsgeschichte',
          casemanager: 'Case Management-Kraft',
          koordination: 'strategische Koordinierung',
          kurzberatung: 'Kurzintervention',
          traeger: 'Anstellungsträger',
          region: 'Region',
        },
        berichtszyklus: { controlling: 'frei', gremium: 'frei' },
        geld: { personalkosten: 'pauschal', sachkosten: false, rechnung: 'monatsgenau' },
      },
    },
  ],
};
