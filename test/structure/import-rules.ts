import { isTest } from './files.ts';

/** Where a file stands: which folder of `src`, and which of its three sides. */
interface Place {
  readonly folder: string;
  readonly side: 'shared' | 'server' | 'web';
  readonly file: string;
}

/** Only these know all concepts: they put the parts together or fill an installation. */
const composers = new Set(['app', 'demo']);

/** Makes the committed files out of the contract of the whole application. */
const generator = 'src/platform/server/generate.ts';

/**
 * What a concept offers to the others besides scope.ts and policy.ts: reads, and writes that only make sense as part
 * of a larger operation. Everyone may take it unless the concepts are named.
 */
const offered: Readonly<Record<string, 'all' | readonly string[]>> = {
  'src/protokoll/server/record-ereignis.ts': 'all',
  'src/protokoll/server/mark-lesezugriff.ts': 'all',
  'src/regel/server/get-regel.ts': 'all',
  'src/kreis/server/check-codes.ts': 'all',
  'src/lage/server/read.ts': ['auswertung'],
  'src/fall/server/status-on-day.ts': 'all',
  'src/fall/server/read-akte.ts': ['beratungskontakt'],
  // An Anfrage becomes a case and comes out of one; its talks are counted like any contact without admission.
  'src/fall/server/write-aufnahme.ts': ['anfrage'],
  'src/fall/server/set-status.ts': ['anfrage', 'einwilligung', 'dublette'],
  'src/fall/server/load.ts': [
    'anfrage',
    'aufenthalt',
    'haushalt',
    'assessment',
    'aufgabe',
    'vermittlung',
    'erfolgsbericht',
    'hilfeplan',
    'uebergabe',
    'loeschung',
  ],
  // An Anfrage is steered by the same rules that the tester shows.
  'src/zusteuerung/server/read.ts': ['anfrage'],
  'src/kreis/server/get-zustaendigkeit.ts': ['anfrage', 'zusteuerung'],
  'src/beratungskontakt/server/write-sonstiger.ts': ['anfrage'],
  // Notes and attachments are work in a case like its tasks; tasks and notes stand on one page, amendments below contacts too.
  'src/aufgabe/server/load.ts': ['notiz', 'dokument'],
  'src/notiz/server/read.ts': ['aufgabe'],
  'src/notiz/server/nachtrag.ts': ['beratungskontakt'],
  'src/notiz/web/NachtragList.tsx': ['beratungskontakt'],
  'src/notiz/web/NotizCard.tsx': ['aufgabe'],
  'src/nachricht/server/send.ts': 'all',
  'src/nachricht/server/list-empfaenger.ts': 'all',
  // What a substitute leaves to the one who leads the case.
  'src/vertretung/server/require-fallfuehrung.ts': 'all',
  'src/vertretung/web/AbwesendHinweis.tsx': 'all',
  // Sign-in asks for the factors of an account; the factors renew the session and leave the events of the account.
  'src/faktor/server/list-wege.ts': ['zugang'],
  'src/faktor/server/lock.ts': ['zugang'],
  'src/faktor/server/passkey.ts': ['zugang'],
  'src/faktor/server/check-antwort.ts': ['zugang'],
  'src/faktor/server/tell-konto.ts': ['zugang'],
  'src/faktor/server/reset.ts': ['zugang'],
  'src/faktor/web/passkey.ts': ['zugang'],
  'src/faktor/web/FaktorCard.tsx': ['zugang'],
  'src/zugang/server/renew-sitzung.ts': ['faktor'],
  'src/zugang/server/record-konto-ereignis.ts': 'all',
  // Whoever proves an account on another way than the password opens its session in the same way.
  'src/zugang/server/open-sitzung.ts': ['anbieter', 'einladung'],
  'src/zugang/server/check-kennwort.ts': ['einladung'],
  'src/zugang/server/kommandozeile.ts': 'all',
  // An account comes with a link, and a link or a sign-in service opens a session as sign-in does.
  'src/einladung/server/create-einladung.ts': ['konto', 'zugang'],
  'src/nachricht/server/mail.ts': ['konto'],
  'src/konto/server/tell.ts': ['anbieter', 'faktor'],
  'src/konto/web/rolle-texts.ts': ['anbieter', 'rechte'],
  'src/anbieter/web/AnbieterTab.tsx': ['konto'],
  'src/zugang/server/kennwort.ts': ['einladung'],
  // A consent makes a named record: person, what was noted before, and the check against double care, in one step.
  'src/erstberatung/server/name-person.ts': ['einwilligung'],
  'src/begleitung/server/check.ts': ['einwilligung', 'fall', 'uebernahme', 'dublette'],
  'src/begleitung/server/forget.ts': ['einwilligung'],
  'src/einwilligung/server/require-freigabe.ts': 'all',
  // The file says that and why it was opened in an emergency; the names of roles are the same everywhere.
  'src/notzugriff/server/begruendung.ts': ['oeffnung'],
  // Nothing of a person whose processing is restricted leaves; the rights of the person take their copy from everywhere.
  'src/ersuchen/server/restrict.ts': 'all',
  'src/papier/server/sheet.ts': ['ersuchen'],
  'src/loeschung/server/request.ts': ['ersuchen'],
  'src/protokoll/server/read-zugriffe.ts': ['ersuchen', 'papier'],
  'src/dokument/server/ort.ts': ['ersuchen'],
  'src/fall/server/write-abschluss.ts': ['ersuchen'],
  'src/einwilligung/server/load-person.ts': ['entbindung', 'weitergabe'],
  'src/einwilligung/server/check-einwilligung.ts': ['entbindung'],
  'src/einwilligung/server/read-bogen.ts': ['entbindung'],
  'src/einwilligung/server/read-stand.ts': ['entbindung', 'weitergabe'],
  'src/einwilligung/server/read-unterschrift.ts': ['entbindung', 'hilfeplan'],
  'src/einwilligung/server/sign.ts': ['entbindung', 'papier', 'hilfeplan'],
  'src/vordruck/server/paper-labels.ts': 'all',
  // In which languages a Träger prints.
  'src/papier/server/list-voices.ts': ['hilfeplan'],
  'src/vordruck/server/read-vordruck.ts': ['einwilligung'],
  // A scan is checked and freed like any attachment.
  'src/dokument/server/clean.ts': ['einwilligung'],
  'src/dokument/server/datei-fehler.ts': ['einwilligung'],
  // What is printed is read as its concept reads it.
  'src/vermittlung/server/read-schreiben.ts': ['papier'],
  'src/uebergabe/server/read-blatt.ts': ['papier'],
  'src/vordruck/server/load.ts': ['papier'],
  'src/assessment/server/load.ts': ['papier'],
  'src/erstberatung/server/load.ts': ['papier', 'assessment'],
  'src/sprechstunde/server/read-sprechstunde.ts': ['papier'],
  // A person has no operations of its own: it comes and changes with its Fall.
  'src/person/server/add.ts': ['fall', 'einwilligung'],
  'src/person/server/change.ts': ['fall', 'uebernahme'],
  'src/person/server/geheimtext.ts': 'all',
  'src/person/web/LetterHint.tsx': ['fall', 'einwilligung'],
  // The first talk writes where its facts are counted, and the Anfrage and the consent take it along.
  'src/anfrage/server/load.ts': 'all',
  'src/anfrage/server/write-tiefe.ts': ['erstberatung'],
  'src/erstberatung/server/fall-merkmal.ts': ['anfrage'],
  'src/person/server/merkmal.ts': ['erstberatung', 'aufenthalt'],
  'src/aufenthalt/server/set-fall-merkmal.ts': ['erstberatung'],
  'src/aufenthalt/web/TitelFields.tsx': ['erstberatung'],
  'src/aufenthalt/web/titel-names.ts': ['erstberatung'],
  // Household and actors stand on one page; an own case of a child comes in by an Anfrage and is linked when admitted.
  'src/haushalt/server/load.ts': ['akteur'],
  'src/haushalt/server/read.ts': ['akteur'],
  'src/haushalt/server/link-aufnahme.ts': ['anfrage'],
  'src/haushalt/web/HaushaltCard.tsx': ['akteur'],
  'src/haushalt/web/KonfliktNotice.tsx': ['akteur'],
  'src/haushalt/web/RemoveButton.tsx': ['akteur'],
  'src/anfrage/server/write.ts': ['haushalt'],
  // Drawings of other concepts look like the charts.
  'src/auswertung/web/SvgDrawing.tsx': ['assessment'],
  'src/hilfeplan/server/read-plan.ts': ['papier', 'erfolgsbericht', 'uebergabe'],
  // The overview names the next step.
  'src/hilfeplan/server/worte.ts': ['fall'],
  // A success report names nobody of the household and of the helpers.
  'src/haushalt/server/wort.ts': ['erfolgsbericht', 'ersuchen'],
  'src/akteur/server/wort.ts': ['erfolgsbericht', 'ersuchen'],
  // A field that others put into their forms.
  // A directory that is read brings offices along.
  'src/stelle/server/insert-named.ts': ['angebot'],
  'src/stelle/web/StelleField.tsx': 'all',
  // One click where something is met.
  'src/beobachtung/web/BeobachtungButton.tsx': 'all',
  'src/angebot/web/AngebotField.tsx': 'all',
  // An offer is shown with what was agreed with its office.
  'src/vereinbarung/server/read.ts': ['angebot'],
  // Reading and signing a text is the same for every paper that is signed.
  'src/einwilligung/web/BogenView.tsx': ['entbindung'],
  'src/einwilligung/web/SignFields.tsx': ['entbindung'],
  'src/einwilligung/web/SignatureField.tsx': ['hilfeplan'],
  'src/einwilligung/web/ScanField.tsx': ['hilfeplan'],
  'src/einwilligung/web/UnterschriftLine.tsx': ['entbindung', 'hilfeplan'],
  'src/einwilligung/web/use-signatures.ts': ['entbindung', 'hilfeplan'],
  'src/einwilligung/web/texts.ts': ['entbindung'],
  'src/entbindung/web/texts.ts': ['weitergabe', 'vermittlung'],
  'src/zusteuerung/web/FokusQuote.tsx': 'all',
  'src/dublette/web/DublettenHinweis.tsx': 'all',
};

function placeOf(path: string): Place | undefined {
  const match = /^src\/(\w+)\/(?:(server|web)\/)?(.+)$/.exec(path);
  if (!match) return undefined;
  const [, folder = '', side, file = ''] = match;
  return {
    folder,
    file,
    side: side === 'server' || side === 'web' ? side : folder === 'ui' ? 'web' : 'shared',
  };
}

/** Files of `offered` that exist no more or that nobody takes. */
export function staleOffers(imports: readonly { from: string; to: string }[]): string[] {
  return Object.entries(offered).flatMap(([file, takers]) => {
    const users = new Set(
      imports.filter(({ to }) => to === file).map(({ from }) => placeOf(from)?.folder ?? ''),
    );
    const wanted = takers === 'all' ? [] : takers.filter((taker) => !users.has(taker));
    return users.size === 0 ? [file] : wanted.map((taker) => `${file} for ${taker}`);
  });
}

/** Why `from` may not import `to`; undefined when it may. */
export function importRefusal(from: string, to: string): string | undefined {
  const source = placeOf(from);
  const target = placeOf(to);
  if (isTest(from) || from === generator || !source) return undefined;
  if (to.startsWith('test/')) return 'only tests import test support';
  if (to.startsWith('db/'))
    return source.side === 'server' ? undefined : 'only the server knows the database';
  if (!target) return undefined;
  if (source.side === 'shared' && target.side !== 'shared') return 'shared files run on both sides';
  if (source.side !== target.side && target.side !== 'shared')
    return 'server and browser meet in the contract';
  if (source.folder === target.folder || composers.has(source.folder)) return undefined;
  if (target.folder === 'app' || target.folder === 'demo') return 'app and demo stand above the concepts';
  if (target.folder === 'platform') return undefined;
  if (source.folder === 'platform' || source.folder === 'ui') return 'platform and ui know no concept';
  if (target.folder === 'ui') return undefined;
  if (target.side === 'shared') return undefined;
  const takers = offered[to];
  if (takers === 'all' || takers?.includes(source.folder)) return undefined;
  if (target.side === 'web') return 'pages of several concepts are put together in app';
  if (target.file === 'scope.ts' || target.file === 'policy.ts') return undefined;
  return 'of another concept only scope.ts, policy.ts and what it offers';
}
