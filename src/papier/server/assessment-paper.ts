import { anker as ankerText } from '#src/assessment/anker.ts';
import { drawProfil } from '#src/assessment/profil.ts';
import { compareRunden, isBedarf, sortVergleich } from '#src/assessment/rules.ts';
import { dimension, ressourceArt, type Bereich, type Runde } from '#src/assessment/runde.ts';
import { worte as words } from '#src/assessment/worte.ts';
import { druckfarben, toSvg } from '#src/auswertung/chart/svg.ts';
import { formatDay } from '#src/platform/day.ts';
import { assessmentText as text } from '../assessment-text.ts';

export interface AssessmentPaper {
  readonly nummer: string;
  readonly runde: Runde;
  /** The completed round before; null where there is nothing to compare. */
  readonly vorige: Runde | null;
  /** Names of the Lebensbereiche. */
  readonly names: ReadonlyMap<string, string>;
}

const { de: worte } = words;
const { de: anker } = ankerText;

/** Everything that the template assessment.typ sets. */
export function toAssessmentContent({ nummer, runde, vorige, names }: AssessmentPaper): object {
  const name = (code: string) => names.get(code) ?? code;
  const feld = (label: string, value: string) => ({ label, value });
  return {
    heading: text.titel,
    confidential: text.vertraulich,
    draft: runde.stand === 'entwurf' ? text.entwurf : '',
    'head-fields': [
      feld(text.nummer, nummer),
      feld(text.runde, `${runde.runde} · ${worte.art[runde.art]}`),
      feld(text.tag, formatDay(runde.am)),
      feld(text.fachkraft, runde.vonName ?? ''),
    ],
    'areas-heading': text.bereiche,
    columns: [text.bereich, text.einschaetzung, text.sicht, text.ressourcen],
    areas: runde.bereich.map((each) => ({
      name: name(each.code),
      fresh: each.neu ? text.neu : '',
      rating: worte.bedarf[each.bedarf],
      strong: isBedarf(each.bedarf),
      view: each.sicht === null ? text.nichtGefragt : worte.bedarf[each.sicht],
      lines: linesOf(each),
    })),
    comparison: vorige === null ? null : compare(runde, vorige, name),
    'outcome-heading': text.selbststand,
    'outcome-columns': [text.dimension, text.zuvor, text.jetzt, text.bedeutung],
    outcome: dimension.options.map((each) => {
      const stufe = runde.selbststand[each];
      return [
        anker[each].name,
        String(vorige?.selbststand[each] ?? '–'),
        String(stufe ?? '–'),
        stufe === null ? '' : anker[each].stufe[stufe],
      ];
    }),
    'talk-heading': text.gespraech,
    talk: runde.gespraech,
  };
}

function linesOf({ ressource, worte: said, notiz }: Bereich): string[] {
  return [
    ...ressourceArt.options.flatMap((art) => {
      const { vorhanden, text: named } = ressource[art];
      if (vorhanden !== true) return [];
      return [named === '' ? worte.ressource[art] : `${worte.ressource[art]}: ${named}`];
    }),
    ...(said === '' ? [] : [text.worte(said)]),
    ...(notiz === '' ? [] : [text.notiz(notiz)]),
  ];
}

function compare(runde: Runde, vorige: Runde, name: (code: string) => string): object {
  const rows = compareRunden([vorige, runde], vorige.runde, runde.runde);
  const { bearbeitet, neu, geblieben } = sortVergleich(rows);
  const [vorher, nachher] = [vorige, runde].map((each) => text.rundeVom(each.runde, formatDay(each.am)));
  const titel = text.vergleich(vorher ?? '', nachher ?? '');
  const beschreibung = rows
    .map((row) => text.diagrammZeile(name(row.code), worte.bedarf[row.vorher], worte.bedarf[row.nachher]))
    .join('; ');
  const line = (label: string, items: string[]) => ({
    label,
    text: items.length === 0 ? text.nichts : items.join('; '),
  });
  return {
    heading: titel,
    lines: [
      line(
        text.bearbeitet,
        bearbeitet.map((row) =>
          text.wandel(
            row.bearbeitet === 'ja' ? name(row.code) : text.teilweise(name(row.code)),
            worte.wandel[row.wandel],
          ),
        ),
      ),
      line(
        text.neue,
        neu.map(({ code }) => name(code)),
      ),
      line(
        text.geblieben,
        geblieben.map(({ code, wandel }) => text.wandel(name(code), worte.wandel[wandel])),
      ),
    ],
    chart: toSvg(
      drawProfil(
        rows.map((row) => ({ name: name(row.code), vorher: row.vorher, nachher: row.nachher })),
        {
          bedarf: [worte.bedarf.keiner, worte.bedarf.bedarf, worte.bedarf.dringend],
          vorher: vorher ?? '',
          nachher: nachher ?? '',
        },
        { breite: 640, id: 'profil', farben: druckfarben, titel, beschreibung },
      ),
    ),
    alt: `${titel}. ${beschreibung}`,
  };
}
