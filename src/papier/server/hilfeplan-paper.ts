import type { PlanInhalt, PlanSchritt, PlanZiel } from '#src/hilfeplan/plan.ts';
import { formatDay } from '#src/platform/day.ts';
import type { PaperLabels } from '#src/vordruck/labels.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import { paperText } from '../paper-text.ts';
import { languageOf, sheetOf, type Said, type Sender } from './sheet.ts';
import type { Signature } from './vordruck-paper.ts';

export interface HilfeplanPaper {
  readonly sender: Sender;
  /** As the Kreis calls it, such as "Zielvereinbarung/Integrationsvereinbarung" (M161). */
  readonly name: string;
  /** ISO 639-3; "deu" prints German alone. */
  readonly sprache: string;
  /** A person at the Träger has looked at a translation into the language. */
  readonly geprueft: boolean;
  readonly person: { readonly name: string; readonly geburtsdatum: string; readonly fachkraft: string };
  readonly inhalt: PlanInhalt;
  /** Names of the areas by the codes of the Kreis, with their common keys. */
  readonly bereich: ReadonlyMap<string, { readonly name: string; readonly gemeinsam: string }>;
  /** Number and checksum of what was frozen; null for the plan as it is being worked on. */
  readonly version: { readonly nummer: number; readonly pruefwert: string } | null;
  readonly signatures: readonly Signature[];
}

type Label = (labels: PaperLabels) => string;

/**
 * Everything that the template hilfeplan.typ sets: words of the plan in German as they were written, all others in German
 * and the language of the client (M159, M163). States are work on the plan and stand on no frozen version.
 */
export function toHilfeplanContent(paper: HilfeplanPaper): object {
  const { inhalt, sprache, version } = paper;
  const sides = sprache === 'deu' ? ['deu'] : ['deu', sprache];
  const say = (word: Label): Said[] =>
    sides.map((code) => ({ ...languageOf(code), text: word(paperLabels(code)) }));
  const heading = headingOf(paper, say);
  const states = version === null;
  return {
    ...sheetOf(paper.sender, languageOf('deu'), heading.map(({ text }) => text).join(' – '), [
      [
        paper.name,
        version === null ? paperText.planEntwurf : `${paperText.fassung} ${version.nummer}`,
        sides.map((code) => findPapiersprache(code)?.name ?? code).join(', '),
      ].join(' · '),
      ...(version === null ? [] : [`${paperText.pruefwert}: ${version.pruefwert.slice(0, 12)}`]),
    ]),
    sides: sides.map((code) => languageOf(code)),
    heading,
    notice: [
      ...(version === null ? say((l) => l.plan.entwurf) : []),
      ...(paper.geprueft ? [] : say((l) => l.ungeprueft)),
    ],
    intro: say((l) => (sprache === 'deu' ? l.plan.erklaerung : `${l.plan.erklaerung} ${l.plan.aufDeutsch}`)),
    fields: [
      { label: say((l) => l.person.name), value: paper.person.name },
      { label: say((l) => l.person.geburtsdatum), value: paper.person.geburtsdatum },
      { label: say((l) => l.plan.akteur.casemanagement), value: paper.person.fachkraft },
    ],
    states,
    'step-labels': [
      say((l) => l.plan.schritte),
      say((l) => l.plan.wer),
      say((l) => l.plan.bisWann),
      ...(states ? [say((l) => l.plan.stand)] : []),
    ],
    goals: inhalt.ziel.map((ziel, at) => ({
      heading: goalHeading(paper, at + 1, ziel.lebensbereich, say),
      words: ziel.text,
      facts: factsOf(ziel, states, say),
      steps: ziel.schritt.map((schritt) => stepOf(schritt, say)),
    })),
    question: say((l) => l.plan.zustimmung.frage),
    open: inhalt.zustimmung === null,
    answers: (['ja', 'nein', 'keine_antwort'] as const).map((antwort) => ({
      on: inhalt.zustimmung?.antwort === antwort,
      words: say((l) => l.plan.zustimmung[antwort]),
    })),
    'reason-label': say((l) => l.plan.grund),
    reason: inhalt.zustimmung?.grund ?? '',
    ticked: paperText.angekreuzt,
    unticked: inhalt.zustimmung === null ? paperText.leer : paperText.nichtAngekreuzt,
    drawn: paperText.unterschriftBild,
    signatures: paper.signatures.map((s) => ({
      label: say(s.label),
      'beside-label': say(s.besideLabel),
      beside: s.beside,
      svg: s.svg,
      instead: s.instead,
    })),
  };
}

/** In German the name of the Kreis; in the other language the nearer of two. */
function headingOf({ name, sprache }: HilfeplanPaper, say: (word: Label) => Said[]): Said[] {
  const integration = /integrationsvereinbarung/i.test(name);
  return say((l) => (integration ? l.plan.titel.integrationsvereinbarung : l.plan.titel.hilfeplan)).map(
    (said, at) => (at === 0 || sprache === 'deu' ? { ...said, text: name } : said),
  );
}

/** "Ziel 1: Wohnen"; an area that only the Kreis has keeps its German name on one side. */
function goalHeading(
  { bereich }: HilfeplanPaper,
  number: number,
  code: string,
  say: (word: Label) => Said[],
): Said[] {
  const known = bereich.get(code);
  const gemeinsam = known?.gemeinsam ?? code;
  const areas = say((l) => Object.entries(l.plan.bereich).find(([key]) => key === gemeinsam)?.[1] ?? '');
  return say((l) => l.plan.ziel).map((goal, at) => {
    const area = at === 0 ? (known?.name ?? code) : (areas[at]?.text ?? '');
    return { ...goal, text: area === '' ? `${goal.text} ${number}` : `${goal.text} ${number}: ${area}` };
  });
}

/** A fact of a goal: said in both languages, or as it was written. */
interface Fact {
  readonly label: readonly Said[];
  readonly said: readonly Said[];
  readonly value: string;
  readonly wide: boolean;
}

const stufen = ['zuerst', 'danach', 'spaeter'] as const;

function factsOf(ziel: PlanZiel, states: boolean, say: (word: Label) => Said[]): Fact[] {
  const wrote = (label: Label, value: string, wide: boolean): Fact[] =>
    value === '' ? [] : [{ label: say(label), said: [], value, wide }];
  const stufe = stufen[ziel.prioritaet - 1] ?? 'spaeter';
  return [
    ...wrote((l) => l.plan.worte, ziel.worte === '' ? '' : `„${ziel.worte}“`, true),
    ...wrote((l) => l.plan.indikator, ziel.indikator, true),
    { label: say((l) => l.plan.wichtigkeit), said: say((l) => l.plan.stufe[stufe]), value: '', wide: false },
    ...wrote((l) => l.plan.bisWann, ziel.bisWann === null ? '' : formatDay(ziel.bisWann), false),
    ...(states
      ? [
          {
            label: say((l) => l.plan.stand),
            said: say((l) => l.plan.staende[ziel.stand]),
            value: '',
            wide: false,
          },
        ]
      : []),
  ];
}

function stepOf(schritt: PlanSchritt, say: (word: Label) => Said[]): object {
  return {
    words: schritt.text,
    actor: say((l) => l.plan.akteur[schritt.akteur]),
    third: schritt.dritte,
    due: schritt.faelligAm === null ? '' : formatDay(schritt.faelligAm),
    state: say((l) => l.plan.staende[schritt.stand]),
  };
}
