import type { VordruckArt, VordruckInhalt } from '#src/vordruck/inhalt.ts';
import type { PaperLabels } from '#src/vordruck/labels.ts';
import { rechtWorte } from '#src/vordruck/recht.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import { paperText } from '../paper-text.ts';
import { isolateValues, ruleBlanks } from '../rules.ts';
import { languageOf, sheetOf, type Sender, type Said } from './sheet.ts';

/** The text in one language. */
export interface VordruckText {
  readonly sprache: string;
  readonly inhalt: VordruckInhalt;
}

/** One line to sign on. */
export interface Signature {
  /** Label of the line, and of what stands beside it. */
  readonly label: (labels: PaperLabels) => string;
  readonly besideLabel: (labels: PaperLabels) => string;
  readonly beside: string;
  /** The strokes as a picture; null where there is none. */
  readonly svg: string | null;
  /** Words in place of the strokes, such as "signed on paper". */
  readonly instead: string;
}

export interface VordruckPaper {
  readonly sender: Sender;
  readonly art: VordruckArt;
  readonly fassung: number;
  /** German first; the language of the client second unless it is German. */
  readonly seiten: readonly [VordruckText, ...VordruckText[]];
  readonly geprueft: boolean;
  /** German sentences of notice, such as a withdrawal. */
  readonly hinweise: readonly string[];
  /** Latin values inside the texts: names and addresses. */
  readonly latin: readonly string[];
  /** Who it is about; empty strings leave lines to write on, null leaves the lines away. */
  readonly person: { readonly name: string; readonly geburtsdatum: string } | null;
  /** Purposes that were agreed to; null on a blank paper. */
  readonly zweck: readonly string[] | null;
  readonly signatures: readonly Signature[];
  /** SHA-256 of the signed text in hexadecimal digits. */
  readonly pruefwert: string | null;
}

/** Law and supervision stand in every language by their German names. */
const law = Object.values(rechtWorte).flatMap((recht) => [recht.rechtsgrundlage, recht.aufsicht]);

/** Everything that the template vordruck.typ sets. */
export function toVordruckContent(paper: VordruckPaper): object {
  const { seiten, sender, person } = paper;
  const say = (word: (labels: PaperLabels) => string): Said[] =>
    seiten.map(({ sprache }) => ({ ...languageOf(sprache), text: word(paperLabels(sprache)) }));
  const fill = ({ sprache }: VordruckText, text: string): string =>
    ruleBlanks(languageOf(sprache).dir === 'rtl' ? isolateValues(text, [...paper.latin, ...law]) : text);
  const sprachen = seiten.map(({ sprache }) => findPapiersprache(sprache)?.name ?? sprache).join(', ');
  return {
    ...sheetOf(sender, languageOf('deu'), seiten.map(({ inhalt }) => inhalt.titel).join(' – '), [
      `${paperText.art[paper.art]} · ${paperText.fassung} ${paper.fassung} · ${sprachen}`,
      ...(paper.pruefwert === null ? [] : [`${paperText.pruefwert}: ${paper.pruefwert}`]),
    ]),
    notice: [
      ...paper.hinweise.map((text) => ({ ...languageOf('deu'), text })),
      ...(paper.geprueft ? [] : say((l) => l.ungeprueft)),
    ],
    fields:
      person === null
        ? []
        : [
            { label: say((l) => l.person.name), value: person.name },
            { label: say((l) => l.person.geburtsdatum), value: person.geburtsdatum },
          ],
    sides: seiten.map((seite, at) => ({
      ...languageOf(seite.sprache),
      at,
      title: fill(seite, seite.inhalt.titel),
      headings: seite.inhalt.abschnitt.map((a) => a.ueberschrift),
      declaration: fill(seite, seite.inhalt.erklaerung),
      'tick-please': paperLabels(seite.sprache).unterschrift.bitteAnkreuzen,
    })),
    parts: seiten[0].inhalt.abschnitt.map((_, at) => partsOf(seiten, at, paper.zweck === null, fill)),
    choices: seiten[0].inhalt.zweck.map(({ code }, i) => ({
      on: paper.zweck === null ? null : paper.zweck.includes(code),
      words: seiten.map((seite) => fill(seite, seite.inhalt.zweck[i]?.text ?? '')),
    })),
    yes: say((l) => l.unterschrift.ja),
    no: say((l) => l.unterschrift.nein),
    ticked: paperText.angekreuzt,
    unticked: paper.zweck === null ? paperText.leer : paperText.nichtAngekreuzt,
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

/** Paragraphs that belong together, per language, and what is to be ticked below them, per row and language. */
interface Part {
  readonly paragraphs: string[][];
  readonly options: readonly (readonly string[])[];
}

const listed = ['zweck', 'inhalt', 'richtung'] as const;

/** A section in parts: where a list of a release is still open, its values are offered to be ticked. */
function partsOf(
  seiten: readonly VordruckText[],
  abschnitt: number,
  blank: boolean,
  fill: (seite: VordruckText, text: string) => string,
): readonly Part[] {
  const parts: Part[] = [];
  const absatz = (seite: VordruckText, at: number) => seite.inhalt.abschnitt[abschnitt]?.absatz[at] ?? '';
  seiten[0]?.inhalt.abschnitt[abschnitt]?.absatz.forEach((deutsch, at) => {
    const open = blank ? listed.find((name) => deutsch.endsWith(`{${name}}`)) : undefined;
    const texts = seiten.map((seite) =>
      fill(seite, open ? absatz(seite, at).replace(`{${open}}`, '').trim() : absatz(seite, at)),
    );
    const last = parts.at(-1);
    if (!open && last && last.options.length === 0) {
      texts.forEach((text, side) => last.paragraphs[side]?.push(text));
      return;
    }
    const words = seiten.map(({ sprache }) => (open ? Object.values(paperLabels(sprache)[open]) : []));
    parts.push({
      paragraphs: texts.map((text) => [text]),
      options: (words[0] ?? []).map((_, i) => words.map((column) => column[i] ?? '')),
    });
  });
  return parts;
}

/** Lines for the pen on a blank paper. */
export function blankSignatures(art: VordruckArt): readonly Signature[] {
  const line = (label: Signature['label'], besideLabel: Signature['besideLabel']): Signature => ({
    label,
    besideLabel,
    beside: '',
    svg: null,
    instead: '',
  });
  if (art === 'datenschutzinformation')
    return [
      line(
        (l) => l.unterschrift.klient,
        (l) => l.unterschrift.ausgehaendigtAm,
      ),
    ];
  return [
    line(
      (l) => l.unterschrift.klient,
      (l) => l.unterschrift.ortDatum,
    ),
    line(
      (l) => l.unterschrift.vertretung,
      (l) => l.unterschrift.ortDatum,
    ),
    line(
      (l) => l.unterschrift.dolmetschen,
      (l) => l.unterschrift.gedolmetschtVon,
    ),
  ];
}
