import type { contract } from '#src/app/contract.ts';
import type { RolleName } from '#src/platform/server/actor.ts';
import { erfolgsberichtRows } from './rights-erfolgsbericht.ts';
import { ersuchenRows } from './rights-ersuchen.ts';
import { assessmentRows } from './rights-assessment.ts';
import { hilfeplanRows } from './rights-hilfeplan.ts';
import { anmeldungRows } from './rights-anmeldung.ts';
import { arbeitRows } from './rights-arbeit.ts';
import { kontoRows } from './rights-konto.ts';
import { netzRows } from './rights-netz.ts';
import { papierRows } from './rights-papier.ts';
import { protokollRows } from './rights-protokoll.ts';
import { rechteRows } from './rights-rechte.ts';
import { terminRows } from './rights-termin.ts';
import { loeschungRows } from './rights-loeschung.ts';
import { uebergabeRows } from './rights-uebergabe.ts';
import { actorPlan, kommune, kreis, nachbar, traeger } from './support/fixture.ts';
import { einwilligungRows } from './support/rights-einwilligung.ts';
import {
  actors,
  callers,
  oversees,
  perFall,
  perKonto,
  perKreis,
  perTraeger,
  perUebernahme,
  team,
  unseen,
  worksOn,
  type Caller,
  type PerRelation,
  type Row,
} from './support/rights-row.ts';
import { vermittlungRows } from './rights-vermittlung.ts';
import { umfeldRows } from './rights-umfeld.ts';
import { vordruckRows } from './rights-vordruck.ts';

const everyRolle = [...new Set(actors.map((name) => actorPlan[name].rolle))];
const counts: readonly RolleName[] = [
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'casemanager',
  'traegerleitung',
];
const readsRules: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'controlling',
  'datenschutz',
  'administration',
];
const receives: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'traegerleitung',
  'datenschutz',
  'notzugriff',
];
const imports: readonly RolleName[] = ['uebernahme'];
const unknownId = '99999999-9999-4999-8999-999999999999';

const stichtag = 'stichtag=2023-04-01';
const monate = 'von=2023-01&bis=2023-04';
const zeitraum = 'von=2023-01-01&bis=2023-04-01';
const merkmal = { geschlecht: 'w', herkunftsland: 'sy', leistungsbezug: null, lebensbereich: ['wohnen'] };
const kontakt = {
  am: '2023-03-01',
  qualifiziert: true,
  format: 'telefon',
  ort: 'kein',
  dauerMinuten: 20,
  sprache: 'ara',
  dolmetschen: 'kein',
  lebensbereich: ['wohnen'],
  notiz: 'Wohnungssuche besprochen',
};

const anfrageLage = {
  kommuneId: null,
  ortsteilId: null,
  strasse: '',
  zugang: null,
  wohnform: null,
  lebensbereich: [],
  keinFall: [],
};

const bogen = {
  fassung: 0,
  am: '2023-03-01',
  dauerMinuten: 45,
  dolmetschen: 'kein',
  geklaert: true,
  einschaetzung: {
    bereich: [{ code: 'wohnen', bewertung: 'bedarf', helfer: ['behoerde'] }],
    institutionen: null,
    sprache: 'ara',
    schwereCode: null,
  },
  angaben: null,
  entscheidung: null,
  abweichungCode: null,
};

/** The Kreis next door has one Träger only, so nothing can be handed over there. */
function butNeighbour(group: PerRelation): PerRelation {
  return { ...group, fremderKreis: [] };
}

function onlyNeighbour(group: PerRelation): PerRelation {
  return { eigen: [], kollegin: [], offen: [], fremderTraeger: [], fremderKreis: group.fremderKreis };
}

/** The expected outcome of every operation; an operation that is missing here does not compile and fails the test. */
/** Whoever fills in a form may keep a draft of it. */
const fillsForms: readonly Caller[] = actors.filter((name) =>
  [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'traegerleitung',
    'administration',
    'datenschutz',
    'notzugriff',
  ].includes(actorPlan[name].rolle),
);

export const rightsTable: Readonly<Record<keyof typeof contract, Row>> = {
  listAusgabe: perKreis('GET', '/ausgabe', { '200': ['datenschutz'] }),
  anmelden: {
    relations: ['unbekannt'],
    request: ({ caller }) => ({
      method: 'POST',
      path: '/sitzung',
      body: { anmeldename: `niemand.${caller.toLowerCase()}`, kennwort: 'falsch-falsch-1' },
    }),
    expected: { unbekannt: { '401 anmeldung-falsch': callers } },
    sonst: unseen,
  },
  abmelden: {
    relations: ['selbst'],
    request: () => ({ method: 'DELETE', path: '/sitzung' }),
    expected: { selbst: { '204': callers } },
    sonst: unseen,
    endsSession: true,
  },
  getIch: perKonto('GET', '/ich', '200'),
  setSprache: perKonto('PUT', '/ich/sprache', '204', { sprache: 'de' }),
  changeKennwort: perKonto('PUT', '/ich/kennwort', '422 eingabe-ungueltig', {
    bisher: 'falsch-falsch-1',
    neu: 'Leiter-Apfel-17',
  }),
  listSitzung: perKonto('GET', '/ich/sitzung', '200'),
  endAllSitzung: { ...perKonto('DELETE', '/ich/sitzung', '204'), endsSession: true },

  ...anmeldungRows,

  getEntwurf: perKonto('GET', '/entwurf/kontakt/neu', '200', undefined, fillsForms),
  saveEntwurf: perKonto('PUT', '/entwurf/kontakt/neu', '204', { werte: { notiz: 'angefangen' } }, fillsForms),
  deleteEntwurf: perKonto('DELETE', '/entwurf/kontakt/neu', '204', undefined, fillsForms),

  getKreis: perKreis('GET', '', { '200': everyRolle }),
  getZustaendigkeit: {
    ...perKreis('GET', '', { '200': everyRolle }),
    request: ({ relation }) => ({
      method: 'GET',
      path:
        relation === 'eigenerKreis'
          ? `/kreis/${kreis}/zustaendigkeit?kommune=${kommune.norden}`
          : `/kreis/${nachbar}/zustaendigkeit?kommune=${kommune.nachbar}`,
    }),
  },

  listRegel: perKreis('GET', '/regel', { '200': readsRules }),
  listRegelVerlauf: perKreis('GET', '/regel/aktiv_regel', { '200': readsRules }),
  setRegel: {
    relations: ['eigenerKreis', 'fremderKreis'],
    request: ({ relation }) => ({
      method: 'POST',
      path: `/kreis/${relation === 'eigenerKreis' ? kreis : nachbar}/regel/aktiv_regel`,
      body: { wert: { art: 'kontakt', monate: 3 }, gueltigAb: '2023-01-01', begruendung: 'Beschluss' },
    }),
    // A coordination of one region does not change the rules of the others.
    expected: {
      eigenerKreis: {
        '201': ['koordination', 'administration'],
        '403 regel-setzen-nicht-erlaubt': ['koordinationNorden', 'koordinationSueden'],
      },
      fremderKreis: { '201': ['nachbarKoordination'] },
    },
    sonst: unseen,
  },

  ...netzRows,
  ...kontoRows,
  ...vordruckRows,
  ...rechteRows,

  listFall: perKreis('GET', '/fall', { '200': ['casemanager', 'koordination'] }),
  searchFall: perKreis('POST', '/fall/suche', { '200': ['casemanager', 'koordination'] }, () => ({})),
  getFall: perFall('GET', '/fall/{fallId}', { '200': [worksOn, oversees] }),
  printSkizze: perFall('GET', '/fall/{fallId}/skizze', { '200': [worksOn] }),
  getVerlauf: perFall('GET', '/fall/{fallId}/verlauf', { '200': [worksOn, oversees] }),
  admitFall: perTraeger('/fall', '422 traeger-fremd', (traegerId, kommuneId) => ({
    familienname: 'Sommer',
    vorname: 'Ina',
    geburtsdatum: '1990-05-05',
    einwilligung: { erteiltAm: '2023-02-01', textfassung: '1', sprache: 'deu' },
    aufgenommenAm: '2023-02-01',
    traegerId,
    kommuneId,
    ortsteilId: null,
    zugang: 'schule',
    merkmal,
    bemerkung: '',
  })),
  changeFall: perFall('PUT', '/fall/{fallId}', { '200': [worksOn] }, () => ({
    fassung: 1,
    familienname: 'Neu',
    vorname: 'Ina',
    geburtsdatum: null,
    kommuneId: null,
    ortsteilId: null,
    zugang: null,
    merkmal,
    merkmalAb: '2023-03-01',
    bemerkung: '',
  })),
  setStatus: perFall('POST', '/fall/{fallId}/status', { '200': [worksOn] }, () => ({
    fassung: 1,
    status: 'ruhend',
    ab: '2023-03-01',
    grund: 'nicht_gemeldet',
    begruendung: '',
  })),
  assignFall: perFall('POST', '/fall/{fallId}/zuweisung', { '200': [worksOn] }, (fall, { konto }) => ({
    fassung: 1,
    casemanagerId:
      fall.traegerId === traeger.alpha
        ? konto.kollegin
        : konto[fall.traegerId === traeger.beta ? 'casemanagerBeta' : 'nachbarCasemanager'],
    ab: '2023-03-01',
  })),
  getTag: perKreis('GET', '/tag', { '200': ['casemanager', 'koordination'] }),
  listNachricht: perKreis('GET', '/nachricht', { '200': receives }),
  readNachricht: perKreis('POST', '/nachricht/gelesen', { '204': receives }, () => ({ id: [unknownId] })),
  listAnsicht: perKreis('GET', '/ansicht', { '200': ['casemanager', 'koordination'] }),
  saveAnsicht: perKreis('POST', '/ansicht', { '201': ['casemanager', 'koordination'] }, () => ({
    name: 'Ruhende',
    filter: { status: 'ruhend' },
  })),
  deleteAnsicht: {
    relations: ['eigene', 'fremde'],
    request: ({ relation, caller, ansicht }) => ({
      method: 'DELETE',
      path: `/kreis/${caller === 'nobody' ? kreis : actorPlan[caller].kreisId}/ansicht/${ansicht(
        relation === 'eigene' && caller !== 'nobody'
          ? caller
          : relation === 'eigene'
            ? 'casemanager'
            : 'kollegin',
      )}`,
    }),
    expected: {
      eigene: {
        '204': actors.filter((name) => ['casemanager', 'koordination'].includes(actorPlan[name].rolle)),
      },
      fremde: { '204': ['kollegin'] },
    },
    sonst: unseen,
  },

  getErstberatung: perFall('GET', '/anfrage/{anfrageId}/erstberatung', { '200': [team] }),
  saveErstberatung: perFall('PUT', '/anfrage/{anfrageId}/erstberatung', { '200': [team] }, () => bogen),
  listErstberatung: perFall('GET', '/fall/{fallId}/erstberatung', { '200': [worksOn] }),
  getAufenthalt: perFall('GET', '/fall/{fallId}/aufenthalt', { '200': [worksOn] }),
  changeAufenthalt: perFall('PUT', '/fall/{fallId}/aufenthalt', { '200': [worksOn] }, () => ({
    fassung: 1,
    ab: '2023-03-01',
    titel: 'AE_24',
    laeuftAbAm: null,
    verlaengerung: false,
    gruppe: null,
    rechtskreis: [],
  })),

  ...einwilligungRows,

  listBeratungskontakt: perFall('GET', '/fall/{fallId}/beratungskontakt', { '200': [worksOn, oversees] }),
  recordBeratungskontakt: perFall(
    'POST',
    '/fall/{fallId}/beratungskontakt',
    { '201': [worksOn] },
    () => kontakt,
  ),
  correctBeratungskontakt: perFall(
    'PUT',
    '/fall/{fallId}/beratungskontakt/{kontaktId}',
    { '200': [worksOn] },
    () => ({
      ...kontakt,
      fassung: 1,
    }),
  ),
  recordSonstigerKontakt: perTraeger('/sonstiger_kontakt', '422 traeger-fremd', (traegerId, kommuneId) => ({
    am: '2023-03-01',
    traegerId,
    kommuneId,
    zugang: 'schule',
    ergebnis: 'information',
    lebensbereich: [],
  })),
  listSonstigerKontakt: perKreis('GET', '/sonstiger_kontakt', { '200': ['casemanager', 'koordination'] }),

  proposeTraeger: perKreis('POST', '/anfrage/vorschlag', { '200': ['casemanager', 'koordination'] }, () => ({
    ...anfrageLage,
    eingegangenAm: '2023-03-01',
  })),
  listAnfrage: perKreis('GET', '/anfrage', { '200': ['casemanager', 'koordination'] }),
  getAnfrage: perFall('GET', '/anfrage/{anfrageId}', { '200': [team, oversees] }),
  recordAnfrage: perKreis('POST', '/anfrage', { '201': ['casemanager'] }, (kreisId) => ({
    ...anfrageLage,
    eingegangenAm: '2023-03-01',
    unterweg: null,
    stelleId: null,
    dringlich: false,
    sprache: null,
    dolmetschen: false,
    traegerId: kreisId === kreis ? traeger.beta : traeger.gamma,
    standortId: null,
    uebernehmen: false,
  })),
  changeAnfrage: perFall('PUT', '/anfrage/{anfrageId}', { '200': [team] }, () => ({
    ...anfrageLage,
    fassung: 1,
    unterweg: null,
    stelleId: null,
    dringlich: true,
    sprache: null,
    dolmetschen: false,
  })),
  takeAnfrage: perFall('POST', '/anfrage/{anfrageId}/casemanager', { '200': [team] }, () => ({ fassung: 1 })),
  passAnfrage: perFall(
    'POST',
    '/anfrage/{anfrageId}/weiterleitung',
    { '201': [butNeighbour(team)], '422 traeger-unbekannt': [onlyNeighbour(team)] },
    (fall) => ({
      fassung: 1,
      traegerId: fall.traegerId === traeger.alpha ? traeger.beta : traeger.alpha,
      standortId: null,
      absprache: 'absprache',
    }),
  ),
  closeAnfrage: perFall('POST', '/anfrage/{anfrageId}/abschluss', { '200': [team] }, () => ({
    fassung: 1,
    ausgang: 'erledigt',
    am: '2023-03-01',
    stelleId: null,
    ergebnis: null,
  })),
  repeatAnfrage: perFall('POST', '/anfrage/{anfrageId}/folge', { '409 anfrage-offen': [team] }),
  recordAnfrageKontakt: perFall('POST', '/anfrage/{anfrageId}/kontakt', { '201': [team] }, () => ({
    am: '2023-03-01',
    format: 'telefon',
    ort: 'kein',
    dauerMinuten: 10,
    ergebnis: null,
    lebensbereich: [],
  })),
  setTiefe: perFall('POST', '/anfrage/{anfrageId}/tiefe', { '200': [team] }, () => ({
    tiefe: 'kurzberatung',
    ab: '2023-03-01',
  })),
  keepKurzberatung: perFall('POST', '/anfrage/{anfrageId}/weiter', { '200': [team] }),
  admitAnfrage: perFall(
    'POST',
    '/anfrage/{anfrageId}/aufnahme',
    { '422 einwilligung-fehlt': [team] },
    () => ({
      fassung: 1,
      aufgenommenAm: '2023-03-01',
      kommuneId: null,
      ortsteilId: null,
      zugang: null,
      merkmal,
      fokusgruppe: null,
      mitwirkung: true,
      bemerkung: '',
    }),
  ),
  downgradeFall: perFall('POST', '/fall/{fallId}/rueckstufung', { '201': [worksOn] }, () => ({
    fassung: 1,
    ab: '2023-03-01',
    grund: 'bearbeitet',
    begruendung: '',
  })),

  ...terminRows,
  ...assessmentRows,
  ...hilfeplanRows,
  ...umfeldRows,
  ...arbeitRows,
  ...papierRows,
  ...protokollRows,
  ...erfolgsberichtRows,
  ...ersuchenRows,
  ...vermittlungRows,

  searchDublette: {
    ...perTraeger('/dublette/suche', unseen, (traegerId) => ({
      traegerId,
      familienname: 'Kanari',
      vorname: 'Vogel',
      geburtsdatum: null,
    })),
    expected: {
      eigenerTraeger: { '200': ['casemanager', 'kollegin'] },
      fremderTraeger: { '200': ['casemanagerBeta'] },
      fremderKreis: { '200': ['nachbarCasemanager'] },
    },
  },
  listDublette: perKreis('GET', '/dublette', { '200': ['casemanager'] }),
  markVerschieden: perKreis('POST', '/dublette/verschieden', { [unseen]: ['casemanager'] }, () => ({
    personId: unknownId,
    andereId: unknownId.replace('9', '8'),
  })),
  proposeZusammenfuehrung: perKreis('POST', '/zusammenfuehrung', { [unseen]: ['casemanager'] }, () => ({
    bleibtId: unknownId,
    gehtAufId: unknownId.replace('9', '8'),
  })),
  decideZusammenfuehrung: perKreis(
    'POST',
    `/zusammenfuehrung/${unknownId}/entscheidung`,
    { [unseen]: ['casemanager'] },
    () => ({ zustimmung: true, abschluss: null }),
  ),
  undoZusammenfuehrung: perKreis('POST', `/zusammenfuehrung/${unknownId}/loesung`, {
    [unseen]: ['casemanager'],
  }),
  getZusammenfuehrung: perKreis('GET', `/fall/${unknownId}/zusammenfuehrung`, { '200': ['casemanager'] }),
  listDoppelbetreuung: perKreis('GET', '/doppelbetreuung', { '200': ['koordination'] }),
  resolveDoppelbetreuung: perKreis(
    'POST',
    `/doppelbetreuung/${unknownId}/klaerung`,
    { [unseen]: ['koordination'] },
    () => ({ stand: 'verschieden', traegerId: null, fragendeAufgaben: [], andereAufgaben: [] }),
  ),
  getAbsprache: perKreis('GET', `/fall/${unknownId}/begleitung`, { '200': ['casemanager', 'koordination'] }),
  ...loeschungRows,
  ...uebergabeRows,

  uploadDatei: perKreis('POST', '/uebernahme/datei?name=kontakte.csv', { '201': imports }, () =>
    new TextEncoder().encode('Datum;Träger;Zugang\n01.02.2023;Alpha;Schule\n'),
  ),
  previewUebernahme: perUebernahme('POST', '/vorschau', '200', ({ dateiId, zuordnung }) => ({
    dateiId,
    zuordnung,
  })),
  executeUebernahme: perUebernahme('POST', '', '201', ({ dateiId, zuordnung }) => ({ dateiId, zuordnung })),
  getFortschritt: perUebernahme('GET', '/datei/{dateiId}/fortschritt', '200'),
  deleteDatei: perUebernahme('DELETE', '/datei/{dateiId}', '204'),
  listUebernahme: perKreis('GET', '/uebernahme', { '200': imports }),
  getUebernahme: perUebernahme('GET', '/{uebernahmeId}', '200'),
  undoUebernahme: perUebernahme('POST', '/{uebernahmeId}/ruecknahme', '200'),

  countFallzahlen: perKreis('GET', `/auswertung/fallzahlen?${stichtag}`, { '200': counts }),
  countBeratungszeit: perKreis('GET', `/auswertung/beratungszeit?${monate}`, { '200': counts }),
  countKontakte: perKreis('GET', `/auswertung/kontakte?${monate}`, { '200': counts }),
  countMerkmal: perKreis('GET', `/auswertung/merkmal?merkmal=geschlecht&${stichtag}`, { '200': counts }),
  countKontaktmerkmal: perKreis('GET', `/auswertung/kontaktmerkmal?merkmal=kontaktweg&${zeitraum}`, {
    '200': counts,
  }),
  listBaustein3: perKreis('GET', '/auswertung/baustein3', { '200': counts }),
  listStellen: perKreis('GET', `/auswertung/stellen?${stichtag}`, { '200': counts }),
  exportFallzahlen: perKreis('GET', `/auswertung/fallzahlen/csv?${stichtag}`, { '200': counts }),
  exportKontakte: perKreis('GET', `/auswertung/kontakte/csv?${monate}`, { '200': counts }),
  exportMerkmal: perKreis('GET', `/auswertung/merkmal/csv?merkmal=geschlecht&${stichtag}`, { '200': counts }),
  exportKontaktmerkmal: perKreis('GET', `/auswertung/kontaktmerkmal/csv?merkmal=kontaktweg&${zeitraum}`, {
    '200': counts,
  }),
  exportBaustein3: perKreis('GET', '/auswertung/baustein3/csv', { '200': counts }),
  exportStellen: perKreis('GET', `/auswertung/stellen/csv?${stichtag}`, { '200': counts }),
};
