import { actorPlan, kreis, type ActorName } from './fixture.ts';
import { lageOf, type LageName } from './matrix-world.ts';

/** Who is meant in a case; an actor of another Kreis never is, because only those of the case are named. */
type Wer = (lage: LageName) => readonly ActorName[];
/** What each group may do with the rows of a table. */
type Zeilen = Partial<Record<'S' | 'I' | 'U' | 'D', Wer>>;

const niemand: Wer = () => [];
/** Who works with the person; nobody where her consent is withdrawn. */
const arbeitet: Wer = (lage) => (lageOf(lage).gesperrt ? [] : lageOf(lage).arbeitet);
/** Who works on the case, by its number where the person is locked. */
const amFall: Wer = (lage) => lageOf(lage).arbeitet;
const liest: Wer = (lage) => [...arbeitet(lage), ...(lageOf(lage).liest ?? [])];
const koordiniert: Wer = (lage) => lageOf(lage).sieht;
const siehtFall: Wer = (lage) => [...amFall(lage), ...(lageOf(lage).liest ?? []), ...koordiniert(lage)];
/** The team of the Träger at which something was written. */
const team: Wer = (lage) => lageOf(lage).team;
const verfasst: Wer = (lage) => lageOf(lage).verfasst;
const both =
  (one: Wer, other: Wer): Wer =>
  (lage) =>
    one(lage).filter((name) => other(lage).includes(name));
const either =
  (one: Wer, other: Wer): Wer =>
  (lage) => [...one(lage), ...other(lage)];
const mit =
  (rolle: string): Wer =>
  (lage) =>
    (Object.keys(actorPlan) as ActorName[]).filter(
      (name) =>
        actorPlan[name].rolle === rolle && (lage === 'fremderKreis') === (actorPlan[name].kreisId !== kreis),
    );
/** Anfragen are the team's, but not those of a protected person. */
const beiAnfrage =
  (wer: Wer): Wer =>
  (lage) =>
    lageOf(lage).geschuetzt ? arbeitet(lage) : wer(lage);
const nurMuster =
  (wer: Wer): Wer =>
  (lage) =>
    lage === 'fremderKreis' ? [] : wer(lage);
/** Both sides of a hand-over: Alpha and Beta. */
const beideSeiten: Wer = nurMuster(() => ['casemanager', 'kollegin', 'casemanagerBeta']);
/** Coordinators of the place, also where the case itself is out of their sight. */
const amOrt: Wer = (lage) =>
  lageOf(lage).geschuetzt ? ['koordination', 'koordinationNorden'] : koordiniert(lage);

const person = (rights: string): Zeilen => of({ S: liest, I: arbeitet, U: arbeitet, D: arbeitet }, rights);
const fall = (rights: string): Zeilen => of({ S: siehtFall, I: amFall, U: amFall, D: amFall }, rights);

/** Only what the role has a privilege for at all. */
function of(zeilen: Zeilen, rights: string): Zeilen {
  return Object.fromEntries(Object.entries(zeilen).filter(([right]) => rights.includes(right)));
}

/** Every table with rows of persons or cases, and who may do what with which of them. */
export const matrix: Readonly<Record<string, Zeilen>> = {
  abschluss: person('SI'),
  akteur: person('SIUD'),
  anfrage: {
    S: beiAnfrage(either(team, koordiniert)),
    I: beiAnfrage(mit('casemanager')),
    U: beiAnfrage(team),
  },
  anfrage_tiefe: { S: beiAnfrage(either(team, koordiniert)), I: beiAnfrage(team), U: beiAnfrage(team) },
  anhang: person('SIU'),
  assessment: person('SIUD'),
  assessment_bereich: person('SIUD'),
  aufgabe: person('SIU'),
  aushaendigung: person('SIU'),
  begleitungscode: {},
  // Whoever observed something finds the own observation, and nobody learns of which case it was.
  beobachtung_herkunft: { S: verfasst, I: arbeitet, D: verfasst },
  beratungskontakt: fall('SIUD'),
  dokument: person('SIU'),
  // A consent comes with the person whom nobody sees yet; a second one that holds the database refuses.
  einwilligung: { S: liest, I: mit('casemanager'), U: arbeitet, D: arbeitet },
  entbindung: person('SIU'),
  // The Koordination reviews an example that the consent still covers; these consents cover none.
  erfolgsbericht: { S: arbeitet, I: arbeitet, U: arbeitet, D: arbeitet },
  erfolgsbericht_entwurf: person('SIUD'),
  erstberatung: { S: liest, I: both(team, arbeitet), U: both(team, arbeitet) },
  fall: fall('SIUD'),
  fall_merkmal: fall('SIUD'),
  fall_status: fall('SIUD'),
  fall_verbindung: ((): Zeilen => {
    // Each is linked to the case "eigen", and the one that is open to another that is open as well.
    const beide: Wer = (lage) =>
      lage === 'eigen' ? [] : arbeitet(lage).filter((name) => name === 'casemanager');
    const gelesen: Wer = (lage) => (lage === 'geoeffnet' ? liest(lage) : beide(lage));
    return { S: gelesen, I: beide, U: beide, D: beide };
  })(),
  fall_zustaendigkeit: fall('SIUD'),
  federfuehrung: person('SIU'),
  geheimtext: person('SIUD'),
  haushalt: person('SIUD'),
  hilfeplan: person('SIU'),
  hilfeplan_schritt: person('SIU'),
  hilfeplan_stand: person('SIU'),
  hilfeplan_version: person('SIU'),
  hilfeplan_ziel: person('SIU'),
  nachtrag: person('SI'),
  // Of the level "fall"; changed by the author within a day, written for the own Träger.
  notiz: { S: liest, I: both(arbeitet, team), U: both(arbeitet, verfasst), D: both(arbeitet, verfasst) },
  notzugriff: {
    S: either(
      amFall,
      nurMuster(() => ['notzugriff', 'datenschutz']),
    ),
  },
  oeffnung: { S: either(amFall, koordiniert), I: both(arbeitet, team) },
  oeffnung_wunsch: {
    S: (lage) =>
      either(amFall, () => [lage === 'fremderKreis' ? 'nachbarKoordination' : 'koordination'])(lage),
    I: koordiniert,
  },
  person: { S: liest, I: amFall, U: arbeitet, D: arbeitet },
  person_merkmal: person('SIU'),
  // Each was compared with the case "offen" of the team.
  person_verschieden: ((): Zeilen => {
    const compared =
      (wer: Wer): Wer =>
      (lage) =>
        ['offen', 'fremderKreis'].includes(lage) ? [] : wer(lage);
    const beider = compared(either(() => ['casemanager', 'kollegin'], arbeitet));
    return { S: compared(either(beider, liest)), I: beider, D: beider };
  })(),
  selbststand: person('SIUD'),
  sonstiger_kontakt: { S: either(team, amOrt), I: team, U: team, D: team },
  // The slot of an appointment is the team's, so that nobody plans over it; whose it is comes through the case. That of
  // a protected person is her own Case Manager's alone.
  termin: { S: beiAnfrage(team), I: beiAnfrage(team), U: beiAnfrage(team) },
  uebergabe_anfrage: {
    S: either(beideSeiten, nurMuster(amOrt)),
    I: either(nurMuster(team), nurMuster(amOrt)),
    U: beideSeiten,
  },
  uebergabe_anfrage_fall: {
    S: either(beideSeiten, nurMuster(amOrt)),
    I: nurMuster(either(amFall, koordiniert)),
    U: either(beideSeiten, nurMuster(amOrt)),
  },
  uebergabeblatt: person('SIU'),
  unterschrift: person('SIU'),
  vermittlung: person('SIU'),
  vermittlung_stand: person('SI'),
  warteliste: { S: beiAnfrage(either(team, koordiniert)), I: beiAnfrage(team), U: beiAnfrage(team) },
  weitergabe: person('SIU'),
};

/** Forced tables that are not in the matrix, and why. */
export const anderswo: Readonly<Record<string, string>> = {
  abgleich: 'counts questions, names nobody; the runtime role has no right to it',
  abwesenheit: 'absences of colleagues',
  auffaelligkeit: 'findings for data protection officers, proved with the protocol',
  doppelbetreuung: 'the runtime role has no right to it; read through functions, proved with the blind check',
  einschraenkung: 'proved with the requests of the person',
  ersuchen: 'proved with the requests of the person',
  ersuchen_kopie: 'proved with the requests of the person',
  ersuchen_schritt: 'proved with the requests of the person',
  ersuchen_schwaerzung: 'proved with the requests of the person',
  kalender_abo: 'the own calendar link of an account',
  loeschlauf: 'proved with deletion',
  loeschlauf_posten: 'proved with deletion',
  loeschnachweis: 'proved with deletion',
  loeschsperre: 'proved with deletion',
  nachricht: 'the own inbox of an account',
  protokollblock: 'the chain over the log, which the runtime role cannot read',
  sprechstunde: 'consultation hours',
  sprechstunde_ausfall: 'consultation hours',
  uebergabe: 'a line of the hand-over report with two Träger and a day',
  uebernahme_stand: 'what an import replaced, opened by its purpose only',
  zusammenfuehrung: 'proved with the duplicates',
};

/** What somebody may do with the row of a case. */
export function expected(table: string, lage: LageName, name: ActorName): string {
  return (['S', 'I', 'U', 'D'] as const)
    .filter((right) => (matrix[table]?.[right] ?? niemand)(lage).includes(name))
    .join('');
}
