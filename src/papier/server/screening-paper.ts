import type { Erstberatung, Helfer } from '#src/erstberatung/bogen.ts';
import { findTitel } from '#src/aufenthalt/titel.ts';
import { formatDay } from '#src/platform/day.ts';
import type { Sprache } from '#src/platform/texts.ts';
import { findPapiersprache } from '#src/vordruck/sprachen.ts';
import { screeningText } from '../screening-text.ts';

/** Names of codes of the Kreis in the language of the paper, in the order of the list. */
export type Codes = Readonly<Record<string, ReadonlyMap<string, string>>>;

export interface ScreeningPaper {
  readonly sprache: Sprache;
  readonly codes: Codes;
  readonly nummer: string;
  /** Null on a blank sheet. */
  readonly bogen: Erstberatung | null;
}

type Feld = { readonly label: string; readonly value: string; readonly span?: number };

/**
 * Everything that the template screening.typ sets. The risk estimate is for those who meet the person (Konzept Kreis
 * Unna 6) and never goes on paper.
 */
export function toScreeningContent({ sprache, codes, nummer, bogen }: ScreeningPaper): object {
  const text = screeningText[sprache];
  const angaben = bogen?.angaben ?? null;
  const blank = bogen === null;
  /** Free words: lines for the pen on a blank sheet and where nothing could be asked yet. */
  const prose = (label: string, value: string | undefined, lines: number) => ({
    label,
    text: value === undefined ? null : value,
    lines,
  });
  const yesNo = (value: boolean | undefined): string =>
    value === undefined ? '' : value ? text.ja : text.nein;
  const named = (liste: string, code: string): string => codes[liste]?.get(code) ?? code;
  const languages = new Intl.DisplayNames(sprache, { type: 'language' });
  // In German a language is called as on the other papers.
  const languageName = (code: string): string =>
    (sprache === 'de' ? findPapiersprache(code)?.name : undefined) ?? languages.of(code) ?? code;
  const feld = (label: string, value: string | number | null | undefined, span = 1): Feld => ({
    label,
    value: value === null || value === undefined ? '' : String(value),
    span,
  });
  const potentiale = [
    { label: text.sprachlich, value: angaben?.potential.sprachlich ?? '' },
    { label: text.sozial, value: angaben?.potential.sozial ?? '' },
    { label: text.wirtschaftlich, value: angaben?.potential.wirtschaftlich ?? '' },
  ].map(({ label, value }) => `${label}: ${value}`);
  const ratings = ['kein', 'bedarf', 'schwer', 'offen'] as const;
  return {
    blank,
    heading: text.titel,
    confidential: text.vertraulich,
    ticked: text.angekreuzt,
    unticked: text.nichtAngekreuzt,
    'head-fields': [
      feld(text.nummer, nummer),
      feld(text.tag, bogen && formatDay(bogen.am)),
      feld(text.dauer, bogen?.dauerMinuten),
      feld(text.fachkraft, bogen?.vonName),
      feld(text.dolmetschenDurch, bogen && text.dolmetschen[bogen.dolmetschen]),
    ],
    before: [prose(text.anliegen, angaben?.anliegen, 4), prose(text.wunsch, angaben?.wunsch, 5)],
    'areas-heading': text.bereiche,
    columns: [text.bereich, text.kein, text.bedarf, text.schwer, text.offen, text.hilft],
    areas: [...(codes['lebensbereich'] ?? [])].map(([code, name]) => {
      const rated = bogen?.einschaetzung.bereich.find((b) => b.code === code);
      const help: readonly Helfer[] = rated?.helfer ?? [];
      return {
        name,
        ticks: ratings.map((r) => !blank && (rated?.bewertung ?? 'offen') === r),
        help: help.map((h) => text.helfer[h]).join(', '),
      };
    }),
    'situation-heading': text.lage,
    situation: [
      feld(text.personen, angaben?.haushalt?.personen),
      feld(text.kinder, angaben?.haushalt?.kinder),
      feld(text.einreise, angaben?.einreise?.split('-').toReversed().join('.')),
      feld(text.aufenthalt, titleOf(angaben?.aufenthalt?.titel, sprache), 2),
      feld(
        angaben?.aufenthalt?.verlaengerung === true ? `${text.ablauf} (${text.verlaengerung})` : text.ablauf,
        angaben?.aufenthalt?.laeuftAbAm && formatDay(angaben.aufenthalt.laeuftAbAm),
      ),
      feld(
        text.leistung,
        angaben &&
          (angaben.leistungsbezug === null
            ? text.keineAngabe
            : named('leistungsbezug', angaben.leistungsbezug)),
      ),
      feld(text.rechtskreis, angaben?.rechtskreis.map((c) => named('rechtskreis', c)).join(', ')),
      feld(text.institutionen, bogen?.einschaetzung.institutionen),
      feld(text.sprachen, angaben?.sprachen.map(languageName).join(', ')),
      feld(text.deutsch, angaben?.deutsch && levelOf(angaben.deutsch, text.deutschniveau)),
      feld(text.dolmetschbedarf, yesNo(angaben?.dolmetschbedarf)),
    ],
    after: [
      prose(text.hinweise, angaben?.hinweis.map((h) => text.hinweis[h]).join(', '), 3),
      prose(text.potential, angaben === null ? undefined : potentiale.join('\n'), 6),
    ],
    'outcome-heading': text.ergebnis,
    proposal: bogen === null ? [] : [`${text.vorschlag}: ${text.tiefe[bogen.vorschlag]}`],
    outcomes: (['information', 'verweis', 'kurzberatung', 'case_management'] as const).map((tiefe) => ({
      label: text.tiefe[tiefe],
      on: bogen?.entscheidung === tiefe,
    })),
    reasons: [prose(text.begruendung, reasonOf(angaben), 4)],
    'last-fields': [feld(text.folgetermin, bogen?.folgeterminBis && formatDay(bogen.folgeterminBis))],
  };
}

function titleOf(code: string | undefined, sprache: Sprache): string {
  if (code === undefined) return '';
  const titel = findTitel(code);
  if (!titel) return code;
  const name = sprache === 'de' ? titel.bezeichnung : titel.bezeichnungEn;
  return titel.grundlage === '' ? name : `${name}, ${titel.grundlage}`;
}

function levelOf(level: string, words: Readonly<Record<string, string>>): string {
  return words[level] ?? level.toUpperCase();
}

function reasonOf(angaben: Erstberatung['angaben']): string | undefined {
  if (angaben === null) return undefined;
  return [angaben.schwereGrund, angaben.abweichung].filter((reason) => reason !== '').join('\n');
}
